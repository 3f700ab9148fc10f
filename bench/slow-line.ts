// How long a citizen with a weak phone on a bad line waits for the pages of a declaration: Chromium with its processor slowed down six times
// and the line that browsers call "Slow 3G" (2,000 ms until an answer begins, 50 KB/s), nothing kept from earlier visits.
//
//   node --import ./bin/tsx-hook.mjs bench/slow-line.ts [runs, default 5]
//
// Usable: every question and button of the page is there (the document is read to its end). The bound is 2.5 s.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from '@playwright/test';
import { startProgram } from '../test/start-program.ts';
import { summarise, words } from './statistics.ts';

const BOUND_MS = 2500;
const RUNS = Number(process.argv[2] ?? 5);
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } as const;
const LINE = { offline: false, latency: 2000, downloadThroughput: 50 * 1024, uploadThroughput: 50 * 1024 };

/** What one visit to a page took, in milliseconds from asking for it. */
interface Visit {
  readonly painted: number;
  readonly usable: number;
  /** When what follows the document has run: the page's script, where there is one. */
  readonly whole: number;
}

/** A page of a browser that has never been here, behind the bad line. */
async function weakPhone(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  const page = await (await browser.newContext({ ...PHONE, javaScriptEnabled, locale: 'vi-VN' })).newPage();
  const tools = await page.context().newCDPSession(page);
  await tools.send('Network.enable');
  await tools.send('Network.emulateNetworkConditions', LINE);
  await tools.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  return page;
}

/** Asked in the browser: what the visit to the page that is open there took. */
const READ_VISIT = `(() => {
  const [navigation] = performance.getEntriesByType('navigation');
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  return { painted: paint?.startTime ?? NaN, answered: navigation.redirectEnd, usable: navigation.domInteractive, whole: navigation.domContentLoadedEventEnd };
})()`;

function told(name: string, visits: readonly Visit[]): number {
  const usable = summarise(visits.map((visit) => visit.usable));
  console.log(`${name}: usable ${words(usable, 'ms')}; painted ${words(summarise(visits.map(({ painted }) => painted)), 'ms')}; its script has run ${words(summarise(visits.map(({ whole }) => whole)), 'ms')}`);
  return usable.median;
}

/** Begins a declaration on a quick line and answers the address of its first questions. */
async function beginDeclaration(browser: Browser, url: string): Promise<string> {
  const page = await (await browser.newContext(PHONE)).newPage();
  await page.goto(`${url}/to-khai/bat-dau/1.001193`);
  await page.getByRole('button', { name: 'Bắt đầu khai' }).click();
  await page.waitForURL(/\/applicant/u);
  const address = page.url();
  await page.context().close();
  return address;
}

/** The first questions as most people come to them: from the page before, whose parts the browser has kept. */
async function afterTheStart(browser: Browser, url: string, javaScriptEnabled: boolean): Promise<Visit> {
  const page = await weakPhone(browser, javaScriptEnabled);
  await page.goto(`${url}/to-khai/bat-dau/1.001193`);
  await page.waitForTimeout(5000);
  await page.getByRole('button', { name: 'Bắt đầu khai' }).click();
  await page.waitForURL(/\/applicant/u, { waitUntil: 'domcontentloaded' });
  const visit = await page.evaluate<Visit & { readonly answered: number }>(READ_VISIT);
  await page.context().close();
  // The answer to the button is the line's, not the page's: counted from when the browser was sent on.
  return { painted: visit.painted - visit.answered, usable: visit.usable - visit.answered, whole: visit.whole - visit.answered };
}

/** From pressing the button of the first questions to the next ones being usable: the answer to the saving, then the page it leads to. */
async function saveAndNext(browser: Browser, address: string, javaScriptEnabled: boolean): Promise<number> {
  const page = await weakPhone(browser, javaScriptEnabled);
  await page.goto(address);
  await page.locator('[name="applicant.fullName"]').fill('Nguyễn Thị Mai');
  for (const [part, value] of [['day', '5'], ['month', '3'], ['year', '1996']] as const) await page.locator(`[name="applicant.birthDate-${part}"]`).fill(value);
  await page.locator('[name="applicant.citizenNumber"]').fill('038196000123');
  await page.locator('button.button[value=tiep]').click();
  await page.waitForURL(/applicant-contact/u, { waitUntil: 'domcontentloaded' });
  const { usable: took } = await page.evaluate<Visit>(READ_VISIT);
  await page.context().close();
  return took;
}

// The baseline: one question without any style, from nothing but node:http.
const bare = createServer((_request, answer) => answer.setHeader('content-type', 'text/html; charset=utf-8').end('<!doctype html><html lang="vi"><title>Tờ khai</title><form method="post"><label>Họ tên <input name="a"></label><button>Tiếp</button></form></html>'));
bare.listen(0, '127.0.0.1');
await once(bare, 'listening');
const bareUrl = `http://127.0.0.1:${String((bare.address() as AddressInfo).port)}/`;

const program = await startProgram({ log: 'silent' });
const browser = await chromium.launch({ executablePath: process.env['XASO_CHROMIUM'] ?? '/usr/bin/chromium', args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
let slowest = 0;
try {
  const pages = [
    ['one bare question (baseline)', () => Promise.resolve(bareUrl)],
    ['the procedure', () => Promise.resolve(`${program.url}/t/1.001193`)],
    ['the start of the declaration', () => Promise.resolve(`${program.url}/to-khai/bat-dau/1.001193`)],
    ['the first questions', () => beginDeclaration(browser, program.url)],
    ['the questions about the child', async () => (await beginDeclaration(browser, program.url)).replace(/applicant$/u, 'child')],
    ['the review', async () => (await beginDeclaration(browser, program.url)).replace(/applicant$/u, 'xem-lai')],
  ] as const;
  for (const javaScriptEnabled of [true, false]) {
    console.log(javaScriptEnabled ? 'with scripts' : 'without scripts');
    for (const [name, addressOf] of pages) {
      const visits: Visit[] = [];
      for (let run = 0; run < RUNS; run += 1) {
        const address = await addressOf();
        const page = await weakPhone(browser, javaScriptEnabled);
        await page.goto(address);
        visits.push(await page.evaluate<Visit>(READ_VISIT));
        await page.context().close();
      }
      slowest = Math.max(slowest, told(`  ${name}`, visits));
    }
    const followed: Visit[] = [];
    for (let run = 0; run < RUNS; run += 1) followed.push(await afterTheStart(browser, program.url, javaScriptEnabled));
    slowest = Math.max(slowest, told('  the first questions, opened from the start after reading it for five seconds', followed));
    const turns: number[] = [];
    for (let run = 0; run < RUNS; run += 1) turns.push(await saveAndNext(browser, await beginDeclaration(browser, program.url), javaScriptEnabled));
    console.log(`  save and next, two answers of the line: ${words(summarise(turns), 'ms')}`);
  }
} finally {
  await browser.close();
  await program.stop();
  bare.close();
}
if (slowest > BOUND_MS) process.exitCode = 1;
