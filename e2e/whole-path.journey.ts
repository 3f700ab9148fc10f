import { type Browser, expect, type Page } from '@playwright/test';
import sharp from 'sharp';
import { URL_VARIABLE } from './support/global-set-up.ts';
import { journey } from './support/journey.ts';
import { signIn } from './support/sign-in.ts';

// From the poster's QR to the handed-over result, with the real procedures, the way a commune would do it.

/** A desk of the office with somebody signed in. */
async function desk(browser: Browser, userName: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: process.env[URL_VARIABLE] ?? '' });
  const page = await context.newPage();
  await signIn(page, userName);
  await expect(page.getByRole('heading', { name: 'Việc của tôi' })).toBeVisible();
  return page;
}

/** Saves a reception; papers that are still missing are told first and accepted by saving again. */
async function save(page: Page): Promise<void> {
  const done = page.getByText('Đã tiếp nhận hồ sơ');
  await page.keyboard.press('Control+Enter');
  await done.waitFor({ timeout: 4000 }).catch(() => page.keyboard.press('Control+Enter'));
  await expect(done).toBeVisible();
}

async function act(browser: Browser, userName: string, code: string, button: RegExp, entry?: string): Promise<void> {
  const page = await desk(browser, userName);
  await page.goto('/can-bo/tat-ca-ho-so');
  // Newest first: what was received a minute ago stands at the top.
  await page.locator('tr', { hasText: code }).locator('a.work-link').click();
  await page.getByRole('button', { name: button }).first().click();
  const form = page.locator('.action-form');
  if (entry !== undefined) await form.locator('input[type=text]').first().fill(entry);
  await form.getByRole('button', { name: button }).click();
  await expect(form).toBeHidden();
  await page.context().close();
}

async function fourMoreSteps(browser: Browser, code: string, specialist: string): Promise<void> {
  await act(browser, 'motcua1', code, /Chuyển thẩm định/);
  await act(browser, specialist, code, /Trình ký/);
  await act(browser, 'chutich', code, /Ký duyệt/);
  await act(browser, 'vanthu', code, /Đóng dấu/, '25/2026');
  await act(browser, 'motcua1', code, /Trả kết quả/, 'Nguyễn Thị Mẫu');
}

journey('khai sinh 1.001193: a citizen without JavaScript declares at home and follows the dossier to the handed-over result', async ({ browser }) => {
  journey.setTimeout(240_000);
  const phone = await (await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false, baseURL: process.env[URL_VARIABLE] ?? '' })).newPage();
  await phone.goto('/t/1.001193?q=1');
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Đăng ký khai sinh');
  await phone.getByRole('link', { name: /Khai ngay tại nhà/ }).first().click();
  await phone.getByLabel('Họ và tên').first().fill('nguyễn thị mẫu');
  await phone.getByLabel(/Số định danh/).first().fill('003190999901');
  await phone.locator('[name=birthDate-day]').fill('5');
  await phone.locator('[name=birthDate-month]').fill('3');
  await phone.locator('[name=birthDate-year]').fill('1990');
  await phone.locator('select[name=village]').selectOption({ index: 3 });
  await phone.getByLabel(/Số điện thoại/).first().fill('0900000012');
  const photo = await sharp({ create: { width: 1200, height: 900, channels: 3, background: '#e8e0d0' } }).jpeg().toBuffer();
  await phone.locator('input[type=file]').first().setInputFiles({ name: 'giay-chung-sinh.jpg', mimeType: 'image/jpeg', buffer: photo });
  await phone.getByRole('button', { name: 'Gửi cho xã' }).click();
  await expect(phone.locator('main')).toContainText(/KB-[0-9A-Z]{4}-[0-9A-Z]{4}/);
  const link = phone.url().split('?')[0] ?? '';

  const officer = await desk(browser, 'motcua1');
  await officer.goto('/can-bo/cho-tiep-nhan');
  await officer.locator('tr', { hasText: 'Nguyễn Thị Mẫu' }).locator('a.work-link').click();
  await officer.getByRole('button', { name: /^Tiếp nhận/ }).or(officer.getByRole('link', { name: /^Tiếp nhận/ })).last().click();
  await expect(officer.getByLabel('Số định danh', { exact: true })).toHaveValue('003190999901');
  await save(officer);
  const code = /H56\.14-\d{6}-\d{4,}/.exec(await officer.locator('main').innerText())?.[0] ?? '';
  expect(code).not.toBe('');

  await phone.goto(link);
  await expect(phone.locator('main')).toContainText(code);
  await expect(phone.locator('main')).not.toContainText('003190999901');
  await fourMoreSteps(browser, code, 'tuphap');
  await phone.goto(link);
  await expect(phone.locator('main')).toContainText('Đã trả kết quả');

  await phone.goto('/tra-cuu');
  await phone.locator('[name=ma]').fill(code.toLowerCase());
  await phone.locator('[name=bonSo]').fill('9999');
  await phone.getByRole('button', { name: /Xem|Tra cứu/ }).click();
  await expect(phone.locator('main')).toContainText('không khớp');
  await phone.locator('[name=bonSo]').fill('0012');
  await phone.getByRole('button', { name: /Xem|Tra cứu/ }).click();
  await expect(phone.locator('main')).toContainText('Đã trả kết quả');
});

journey('chứng thực bản sao 2.000815: reception at the counter by keyboard alone, from the scanned card to the printed receipt', async ({ browser }) => {
  journey.setTimeout(240_000);
  const officer = await desk(browser, 'motcua1');
  await officer.keyboard.press('n');
  await expect(officer.getByRole('heading', { name: 'Hồ sơ mới' })).toBeVisible();
  // A scanner types the payload fast and ends with Enter.
  await officer.keyboard.type('005201999902||Trần Văn Thử|17112001|Nam|Thôn Đông Hòa, Xã Hoa Lộc, Thanh Hóa|20042021');
  await officer.keyboard.press('Enter');
  await expect(officer.getByLabel('Họ và tên', { exact: true })).toHaveValue('Trần Văn Thử');
  await expect(officer.getByLabel('Ngày sinh', { exact: true })).toHaveValue('17/11/2001');
  await officer.getByLabel('Số điện thoại', { exact: true }).fill('0900000034');
  const search = officer.getByRole('combobox', { name: 'Tìm thủ tục' });
  await search.focus();
  await officer.keyboard.type('sao');
  await expect(officer.getByRole('listbox').getByRole('option').first()).toContainText('Chứng thực bản sao');
  await officer.keyboard.press('Enter');
  await expect(officer.getByText('2.000815').first()).toBeVisible();
  const boxes = officer.getByRole('checkbox');
  await expect(boxes.first()).toBeVisible();
  await boxes.first().focus();
  if (!(await boxes.first().isChecked())) await officer.keyboard.press('Space');
  await save(officer);
  const code = /H56\.14-\d{6}-\d{4,}/.exec(await officer.locator('main').innerText())?.[0] ?? '';

  const listed = await officer.request.post('/api/dossiers/search', { data: { list: 'all', q: code, after: null } });
  const { items } = (await listed.json()) as { items: { id: string }[] };
  const receipt = await officer.request.get(`/api/dossiers/${items[0]?.id ?? ''}/receipt.pdf`);
  expect(receipt.status()).toBe(200);
  expect((await receipt.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await fourMoreSteps(browser, code, 'chungthuc');
  await officer.goto('/can-bo/tat-ca-ho-so');
  await expect(officer.locator('tr', { hasText: code })).toContainText('Xong');
});
