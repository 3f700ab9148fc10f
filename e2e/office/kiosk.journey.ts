import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectFits } from '../support/expect-accessible.ts';
import { journey } from '../support/journey.ts';
import { openDesk, openPhone } from '../support/office.ts';

/** No link of the page leads to something that a kiosk refuses. */
async function expectOpenDoors(kiosk: Page): Promise<void> {
  const paths = await kiosk.evaluate<readonly string[]>(`[...new Set([...document.querySelectorAll('a[href^="/"]')].map((link) => link.getAttribute('href')))]`);
  expect(paths.length).toBeGreaterThan(2);
  for (const path of paths) expect((await kiosk.request.get(path, { maxRedirects: 0 })).status(), path).toBeLessThan(400);
}

journey('a kiosk: paired by the code on its screen, somebody declares there and takes a code along, and once revoked it is out at once', async ({ browser, baseURL }) => {
  journey.setTimeout(180_000);
  const kiosk = await (await browser.newContext({ viewport: { width: 1080, height: 1600 }, hasTouch: true, baseURL: baseURL ?? '' })).newPage();
  await kiosk.goto('/thiet-bi');
  const code = (await kiosk.locator('.pair-code').innerText()).replaceAll(/\D/gu, '');
  expect(code).toMatch(/^\d{8}$/u);

  const desk = await openDesk(browser, 'quantri');
  await desk.goto('/can-bo/thiet-bi');
  await desk.getByRole('button', { name: 'Ghép thiết bị' }).click();
  const box = desk.getByLabel('Mã trên màn hình của máy');
  await box.fill(code === '00000000' ? '11111111' : '00000000');
  await desk.getByRole('button', { name: 'Tìm máy' }).click();
  await expect(desk.getByText(/Không có máy nào đang hiện mã này/u)).toBeVisible();
  await box.fill(code);
  await desk.getByRole('button', { name: 'Tìm máy' }).click();
  await expect(desk.getByText(/^Máy đang hiện mã:/u)).toBeVisible();
  await desk.getByLabel('Tên máy').fill('Ki-ốt cửa chính');
  await desk.getByRole('button', { name: 'Ghép máy này' }).click();
  await expect(desk.getByText('Đã ghép “Ki-ốt cửa chính”. Máy tự mở trang của nó sau vài giây.')).toBeVisible();
  await expectAccessible(desk);
  await expect(kiosk.getByRole('heading', { name: 'Bạn cần làm gì?' })).toBeVisible();

  // Somebody in the hall: what is declared here goes to the counter a few steps away.
  await kiosk.getByRole('link', { name: /^Khai hồ sơ tại đây/u }).click();
  await kiosk.goto('/t/1.004873');
  await kiosk.getByRole('link', { name: 'Khai tại máy này' }).first().click();
  await expect(kiosk.getByRole('heading', { name: 'Khai hồ sơ tại đây' })).toBeVisible();
  await expect(kiosk.locator('input[type=file]')).toHaveCount(0);
  await expect(kiosk.locator('main')).not.toContainText('ở nhà');
  await kiosk.getByLabel('Họ và tên').first().fill('Tạ Thị Sảnh');
  await kiosk.getByLabel(/Số định danh/).first().fill('003190999918');
  await kiosk.locator('[name=birthDate-day]').fill('5');
  await kiosk.locator('[name=birthDate-month]').fill('3');
  await kiosk.locator('[name=birthDate-year]').fill('1990');
  await kiosk.locator('select[name=village]').selectOption({ index: 3 });
  await kiosk.getByLabel(/Số điện thoại/).first().fill('0900000028');
  await kiosk.getByRole('button', { name: 'Gửi cho xã' }).click();
  await expect(kiosk.locator('main')).toContainText('Ra quầy, đọc mã này');
  const reference = /KB-[0-9A-Z]{4}-[0-9A-Z]{4}/u.exec(await kiosk.locator('main').innerText())?.[0] ?? '';
  expect(reference).not.toBe('');
  await expectOpenDoors(kiosk);
  await expectAccessible(kiosk);
  await expectFits(kiosk);
  const receipt = kiosk.url();
  await kiosk.getByRole('link', { name: 'Xong, xóa thông tin' }).click();
  await expect(kiosk.getByText('Đã xóa thông tin của lượt trước.')).toBeVisible();
  await expect(kiosk.locator('body')).not.toContainText(reference);

  // The counter has it, as filed at a kiosk; the phone that scanned the receipt opens what the kiosk does not.
  const counter = await openDesk(browser, 'motcua1');
  await counter.goto('/can-bo/cho-tiep-nhan');
  await expect(counter.locator('tr', { hasText: 'Tạ Thị Sảnh' })).toContainText('ki-ốt');
  const phone = await openPhone(browser);
  await phone.goto(receipt);
  await expect(phone.getByRole('link', { name: 'Ai đã xem hồ sơ của tôi' })).toBeVisible();

  const line = desk.locator('.device-line', { hasText: 'Ki-ốt cửa chính' });
  await line.getByRole('button', { name: 'Ngắt: Ki-ốt cửa chính' }).click();
  await line.getByRole('button', { name: 'Ngắt ngay' }).click();
  await expect(desk.getByText('Đã ngắt “Ki-ốt cửa chính”.')).toBeVisible();
  await kiosk.reload();
  await expect(kiosk.getByText('Quản trị đã ngắt máy này.')).toBeVisible();
  expect((await kiosk.request.get('/thiet-bi/ki-ot', { maxRedirects: 0 })).status()).toBe(303);
  await expect(desk.locator('.device-line', { hasText: 'Ki-ốt cửa chính' })).toContainText('Quản trị đã ngắt');
});
