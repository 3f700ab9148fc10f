import { chromium } from '@playwright/test';
import sharp from 'sharp';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const url = process.env.URL ?? 'http://localhost:8191';
const page = await (await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: process.env.JS === '1' })).newPage();
page.setDefaultTimeout(20000);
let n = 0;
const shot = async (name) => { n += 1; await page.screenshot({ path: `/tmp/shots/p${String(n).padStart(2, '0')}-${name}.png`, fullPage: true }); };
const text = async () => (await page.locator('main').innerText()).slice(0, 1500);
await page.goto(`${url}/t/1.001193`);
await page.getByRole('link', { name: /Khai ngay tại nhà/ }).first().click();
await shot('start'); console.log(page.url(), '\n', await text());
const go = page.getByRole('button').filter({ hasText: /Bắt đầu|Tiếp|Khai/ }).first();
if (await go.count()) { await go.click(); }
for (let i = 0; i < 14; i += 1) {
  await shot('group');
  const fields = await page.$$eval('main input, main select, main textarea', (els) => els.filter((e) => e.type !== 'hidden' && e.offsetParent !== null).map((e) => `${e.tagName} ${e.type} ${e.name} = ${e.value}`));
  console.log('---', page.url(), '\n', (await page.locator('main h1').first().innerText()), '\n', fields.join('\n '));
  if (!/to-khai/.test(page.url()) || /xem-lai/.test(page.url())) break;
  for (const f of await page.$$('main form input, main form select, main form textarea')) {
    const { type, name, tag, visible, value } = await f.evaluate((e) => ({ type: e.type, name: e.name, tag: e.tagName, visible: e.offsetParent !== null, value: e.value }));
    if (!visible || name === '' ) continue;
    if (tag === 'SELECT') { const opts = await f.$$eval('option', (o) => o.map((x) => x.value)); await f.selectOption(opts.find((o) => o === 'kinh' || o === 'VN' || o === 'vn') ?? opts.find((o) => o !== '') ?? ''); continue; }
    if (type === 'radio') { if (!(await page.$(`main form input[name="${name}"]:checked`))) await f.check(); continue; }
    if (type === 'checkbox') { await f.check(); continue; }
    if (type === 'file') continue;
    if (value !== '') continue;
    const v = /-day$/.test(name) ? '5' : /-month$/.test(name) ? '11' : /-year$/.test(name) ? (/child/.test(name) ? '2026' : '1990') : /itizen|number|Number/.test(name) ? '038090001234' : /phone/.test(name) ? '0912345678' : /esidence|place|Place|hometown/.test(name) ? 'Thôn 3, xã Hoa Lộc, Thanh Hóa' : /ame/.test(name) ? (/child/.test(name) ? 'Lê Thị Bé' : /mother/.test(name) ? 'Trần Thị Mẹ' : 'Lê Văn Thử') : /opies|copy/.test(name) ? '1' : 'Thử';
    await f.fill(v).catch((e) => console.log('fill', name, e.message.slice(0, 80)));
  }
  await page.getByRole('button', { name: /Tiếp|Lưu/ }).first().click();
  await page.waitForLoadState('load');
  const faults = await page.$$eval('.fault:not([hidden])', (e) => e.map((x) => x.innerText));
  if (faults.length) { console.log('FAULTS', faults.join(' | ')); await shot('faults'); if (i > 12) break; }
}
console.log(await text());
await browser.close();
