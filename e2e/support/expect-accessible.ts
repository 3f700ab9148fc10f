import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

/** WCAG 2.2 at level AA, and what axe counts as good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Fails with the rule and the places when axe finds anything wrong with the page as it stands now. */
export async function expectAccessible(page: Page): Promise<void> {
  if (test.info().project.use.javaScriptEnabled !== false) {
    await expectNoViolations(page);
    return;
  }
  const twin = await openTwin(page);
  try {
    await expectNoViolations(twin);
  } finally {
    await twin.context().close();
  }
}

/** Axe is a script itself: where scripts are off it looks at the same document without the page's own scripts, in a browser that runs axe. */
async function openTwin(page: Page): Promise<Page> {
  // Everything else of the project (size, touch, language) holds for the second page as well.
  const context = await page.context().browser()?.newContext({ javaScriptEnabled: true });
  if (context === undefined) throw new Error('there is no browser for a second page');
  const document = (await page.content()).replaceAll(/<script\b[^]*?<\/script>/giu, '').replaceAll(/<\/?noscript>/giu, '');
  const twin = await context.newPage();
  await twin.route(page.url(), (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: document }));
  await twin.goto(page.url());
  return twin;
}

async function expectNoViolations(page: Page): Promise<void> {
  const { violations, passes } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  expect(passes.length, 'rules that axe found something to check for').toBeGreaterThan(10);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
}

/** Fails when the page is wider than the screen: nobody should have to push a page sideways to read it. */
export async function expectFits(page: Page): Promise<void> {
  const [content, screen] = await page.evaluate<readonly [number, number]>('[document.documentElement.scrollWidth, document.documentElement.clientWidth]');
  expect(content, 'width of the page').toBeLessThanOrEqual(screen);
}
