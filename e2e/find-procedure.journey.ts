import { expect } from '@playwright/test';
import { expectAccessible, expectFits } from './support/expect-accessible.ts';
import { journey } from './support/journey.ts';

journey('a citizen asks in everyday words and reads what to bring', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);

  const search = page.getByRole('search').first();
  await search.getByRole('searchbox').fill('khai sinh cho con');
  await search.getByRole('button').click();
  await expect(page.getByRole('searchbox')).toHaveValue('khai sinh cho con');
  await expectAccessible(page);
  await expectFits(page);

  await page.getByRole('main').getByRole('link', { name: /khai sinh/iu }).first().click();
  await expect(page).toHaveURL(/\/t\/[\d.]+$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/khai sinh/iu);
  await expectAccessible(page);
  await expectFits(page);
});
