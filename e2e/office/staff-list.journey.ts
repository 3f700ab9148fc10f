import { readFile } from 'node:fs/promises';
import { type Download, expect, type Page } from '@playwright/test';
import { expectAccessible } from '../support/expect-accessible.ts';
import { journey } from '../support/journey.ts';
import { openDesk, openPhone } from '../support/office.ts';

const OWN_PASSWORD = 'bến đò cũ sáng trăng 38';

/** What a page just gave to be kept. */
async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}

/** A line of a list under the headings of its template; what is not said stays empty. */
function lineUnder(template: string, said: Readonly<Record<string, string>>): string {
  const headings = (template.split('\r\n')[0] ?? '').replace('\uFEFF', '').split(',');
  return headings.map((heading) => said[heading] ?? '').join(',');
}

/** Tries to sign in with a password that somebody was given. */
async function trySignIn(page: Page, userName: string, password: string): Promise<void> {
  await page.goto('/can-bo/dang-nhap');
  await page.getByLabel('Tên đăng nhập').fill(userName);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

journey('a list of staff: the template is filled in with two faults, mended, written; slips are printed and the newcomer must choose an own password', async ({ browser }) => {
  journey.setTimeout(180_000);
  const desk = await openDesk(browser, 'quantri');
  await desk.goto('/can-bo/danh-sach-can-bo');
  const [given] = await Promise.all([desk.waitForEvent('download'), desk.getByRole('link', { name: 'dạng CSV' }).click()]);
  const template = await textOf(given);
  const people = [
    { 'Họ và tên': 'Vũ Thị Danh', 'Tên đăng nhập': 'danhvt', 'Số định danh': '038190000801', 'Đơn vị': 'Văn phòng', 'Vai trò': 'Văn thư' },
    { 'Họ và tên': 'Đỗ Văn Sách', 'Tên đăng nhập': 'sachdv', 'Số định danh': '038190000801', 'Đơn vị': 'Trung tâm PVHCC', 'Vai trò': 'Thủ quỹ' },
    { 'Họ và tên': 'Hồ Thị Nhầm', 'Tên đăng nhập': 'nhamht', 'Đơn vị': 'Phòng Kinh tếs', 'Vai trò': 'Chuyên môn' },
  ];
  const choose = (content: string) => desk.locator('#lists-file').setInputFiles({ name: 'can-bo.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
  await choose(`${template}${people.map((person) => lineUnder(template, person)).join('\r\n')}\r\n`);

  // Faults stand first, each at its line with what to do; the examples of the template mean nobody.
  await expect(desk.getByRole('heading', { name: /^Xem trước: can-bo\.csv/ })).toBeVisible();
  const faulty = desk.locator('.lists-line');
  await expect(faulty).toHaveCount(2);
  await expect(faulty.filter({ hasText: 'Đỗ Văn Sách' })).toContainText('Số định danh này đã ghi cho người khác ở dòng 4');
  await expect(faulty.filter({ hasText: 'Hồ Thị Nhầm' })).toContainText('Có phải “Phòng Kinh tế” không?');
  await expect(desk.getByText('2 dòng lỗi sẽ không được ghi.')).toBeVisible();
  await expectAccessible(desk);

  // The list comes back with its faults, is mended there and chosen again.
  const [marked] = await Promise.all([desk.waitForEvent('download'), desk.getByRole('button', { name: 'Tải lại danh sách kèm cột “Lỗi”' }).click()]);
  const withFaults = await textOf(marked);
  expect(withFaults).toContain('đã ghi cho người khác ở dòng 4');
  const sach = withFaults.split('\r\n').find((line) => line.includes('Đỗ Văn Sách')) ?? '';
  expect(sach).not.toBe('');
  await choose(withFaults.replace(sach, sach.replace(/038190000801/u, '038190000802')).replace('Phòng Kinh tếs,', 'Phòng Kinh tế,'));
  await expect(desk.getByText(/dòng lỗi sẽ không được ghi/u)).toHaveCount(0);
  await desk.getByRole('button', { name: 'Ghi: 3 người mới, 0 người thay đổi' }).click();
  await expect(desk.getByRole('heading', { name: 'Đã ghi danh sách' })).toBeVisible();
  await expect(desk.getByText('Thêm 3 người, thay đổi 0 người, đóng 0 tài khoản, kết thúc 0 vị trí.')).toBeVisible();
  const password = await desk.locator('.lists-slips tbody tr', { hasText: 'danhvt' }).locator('code').last().innerText();
  await expectAccessible(desk);
  const [slips] = await Promise.all([desk.waitForEvent('download'), desk.getByRole('button', { name: /^In phiếu/ }).click()]);
  expect((await readFile(await slips.path())).subarray(0, 5).toString()).toBe('%PDF-');

  // The newcomer reaches nothing but the own password, and the one on the slip does not count a second time.
  const newcomer = await openPhone(browser, { javaScriptEnabled: true });
  await trySignIn(newcomer, 'danhvt', password);
  await expect(newcomer.getByRole('heading', { name: 'Đặt mật khẩu của riêng bạn' })).toBeVisible();
  await newcomer.goto('/can-bo/tat-ca-ho-so');
  await expect(newcomer.getByRole('heading', { name: 'Đặt mật khẩu của riêng bạn' })).toBeVisible();
  expect((await newcomer.request.get('/api/dossiers?list=all')).status()).toBe(403);
  await newcomer.getByLabel('Mật khẩu ghi trên phiếu').fill(password);
  await newcomer.getByLabel('Mật khẩu mới').fill('ngắn');
  await newcomer.getByRole('button', { name: 'Đặt mật khẩu và bắt đầu' }).click();
  await expect(newcomer.locator('.field-fault')).toContainText(/12/u);
  await expectAccessible(newcomer);
  await newcomer.getByLabel('Mật khẩu mới').fill(OWN_PASSWORD);
  await newcomer.getByRole('button', { name: 'Đặt mật khẩu và bắt đầu' }).click();
  await expect(newcomer.getByRole('heading', { name: 'Việc của tôi' })).toBeVisible();
  const again = await openPhone(browser);
  await trySignIn(again, 'danhvt', password);
  await expect(again.locator('main')).toContainText('mật khẩu chưa đúng');
});
