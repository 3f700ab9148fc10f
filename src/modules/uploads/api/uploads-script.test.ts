import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { stopPageWorker } from '../../../platform/pages/pages.ts';
import { photograph as photographOf, printedPage } from '../../../platform/pages/printed-page-for-tests.ts';
import { createUploadHouse, hashOf, openFresh, type OpenedBundle, photograph, type UploadHouse } from './bundle-for-tests.ts';
import { bundleState } from './bundle-state.ts';

const CHROMIUM = [process.env['XASO_CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => path !== undefined && existsSync(path));

describe('papers sent by the script', { skip: CHROMIUM === undefined ? 'no Chromium on this machine (XASO_CHROMIUM)' : false }, () => {
  let house: UploadHouse;
  let browser: Browser;
  let context: BrowserContext;
  let base: string;
  before(async () => {
    house = await createUploadHouse();
    base = await house.server.listen({ port: 0, host: '127.0.0.1' });
    browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
    context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  });
  after(async () => {
    await browser.close();
    await house.close();
    await stopPageWorker();
  });

  const openPaper = async (bundle: OpenedBundle, prepare: (page: Page) => Promise<unknown> = () => Promise.resolve()): Promise<Page> => {
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await prepare(page);
    await page.goto(`${base}${bundle.path}/birth-notice`);
    await page.waitForSelector('[data-sender]:not([hidden])');
    return page;
  };
  const choose = (page: Page, name: string, buffer: Buffer) => page.setInputFiles('[name=tep]', { name, mimeType: name.endsWith('pdf') ? 'application/pdf' : 'image/jpeg', buffer });
  const sentOf = async (bundle: OpenedBundle) => house.database.db.selectFrom('upload_page').select(['sent_hash', 'file_name', 'kept_anyway']).where('bundle_id', '=', bundle.id).orderBy('position').execute();
  const stateOf = (bundle: OpenedBundle) => bundleState(house.uploads, house.commune.commune.code, bundle.id, house.clock.now());

  test('a link that breaks three times loses nothing: the file arrives as it was sent, and only what was on the way is sent again', async () => {
    const bundle = await openFresh(house);
    // Small enough that the phone leaves it as it is, large enough for several pieces.
    const bytes = await photograph(1, 540);
    assert.ok(bytes.length > 200_000 && bytes.length < 300_000, String(bytes.length));
    let [broken, sent] = [0, 0];
    const page = await openPaper(bundle, (fresh) => fresh.route(/\/transfers\/[^/]+\?at=/, async (route) => {
      sent += route.request().postDataBuffer()?.length ?? 0;
      if (broken < 3) {
        broken += 1;
        // The second time the piece arrives and only the answer is lost.
        if (broken === 2) await route.fetch();
        await route.abort('connectionreset');
      } else await route.continue();
    }));
    await choose(page, 'anh.jpg', bytes);
    await page.waitForSelector('.pages li');
    assert.equal(broken, 3);
    assert.deepEqual((await sentOf(bundle)).map(({ sent_hash }) => sent_hash), [hashOf(bytes)]);
    assert.ok(sent < bytes.length + 3 * 140_000, `${String(sent)} bytes for ${String(bytes.length)}`);
    await page.close();
  });

  test('a browser that was closed in the middle goes on where it was when the page is opened again', async () => {
    const bundle = await openFresh(house);
    const bytes = await photograph(2, 540);
    let pieces = 0;
    const first = await openPaper(bundle, (fresh) => fresh.route(/\/transfers\/[^/]+\?at=/, (route) => {
      pieces += 1;
      return pieces > 1 ? route.abort('internetdisconnected') : route.continue();
    }));
    await choose(first, 'anh.jpg', bytes);
    await first.waitForSelector('[data-queue] >> text=Mất mạng');
    const half = (await stateOf(bundle))?.slots[0]?.arriving[0];
    assert.ok(half !== undefined && half.received > 0 && half.received < bytes.length);
    await first.close();
    let again = 0;
    const second = await openPaper(bundle, (fresh) => fresh.route(/\/transfers\/[^/]+\?at=/, (route) => {
      again += route.request().postDataBuffer()?.length ?? 0;
      return route.continue();
    }));
    await second.waitForSelector('.pages li');
    assert.equal(again, bytes.length - half.received, 'only the rest is sent');
    assert.deepEqual((await sentOf(bundle)).map(({ sent_hash }) => sent_hash), [hashOf(bytes)]);
    await second.close();
  });

  test('a blurred photograph is asked about before a byte is sent, and is left out or sent as the person says', async () => {
    const bundle = await openFresh(house);
    const blurred = await photographOf(printedPage(1300, 1840, 40), 1300, 1840, { blur: 6, noise: 5 });
    let asked = 0;
    const page = await openPaper(bundle, (fresh) => fresh.route(/\/transfers/, (route) => {
      asked += 1;
      return route.continue();
    }));
    await choose(page, 'mo.jpg', blurred);
    await page.waitForSelector('text=có vẻ bị mờ. Chụp lại ở chỗ sáng');
    assert.equal(asked, 0);
    await page.click('text=Bỏ, chụp lại');
    await page.waitForSelector('[data-queue] li', { state: 'detached' });
    await choose(page, 'mo.jpg', blurred);
    await page.click('text=Rõ rồi, vẫn gửi');
    await page.waitForSelector('.pages li');
    assert.deepEqual((await sentOf(bundle)).map(({ file_name, kept_anyway }) => [file_name, kept_anyway]), [['mo.jpg', true]]);
    assert.equal(await page.isVisible('text=Chụp lại ở chỗ sáng'), false);
    await page.close();
  });

  test('a file that the server refuses is named in its words, the next one is sent all the same', async () => {
    const bundle = await openFresh(house);
    const page = await openPaper(bundle);
    await page.setInputFiles('[name=tep]', [{ name: 'la.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ, a program') }, { name: 'tot.jpg', mimeType: 'image/jpeg', buffer: await photograph(3, 200) }]);
    await page.waitForSelector('text=Tệp “la.pdf” không phải ảnh');
    await page.waitForSelector('text=Máy chủ đã nhận đủ.');
    await page.click('text=Bỏ tệp này');
    await page.waitForSelector('.pages li');
    assert.deepEqual((await sentOf(bundle)).map(({ file_name }) => file_name), ['tot.jpg']);
    await page.close();
  });
});
