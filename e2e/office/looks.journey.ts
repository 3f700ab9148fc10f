import { expect } from '@playwright/test';
import { expectAccessible, expectFits } from '../support/expect-accessible.ts';
import { journey } from '../support/journey.ts';
import { declareAtHome, openDesk, openPhone, receiveDeclared } from '../support/office.ts';

journey('a look outside the own work: the cashier says why, once for the dossier and day; land is refused; the journal has it, and the citizen reads who looked', async ({ browser }) => {
  journey.setTimeout(180_000);
  const phone = await openPhone(browser);
  const link = await declareAtHome(phone, '1.004873', { name: 'Mai Thị Nhìn', citizenNumber: '003190999917', phone: '0900000027' });
  const counter = await openDesk(browser, 'motcua1');
  const code = await receiveDeclared(counter, 'Mai Thị Nhìn');

  const cashier = await openDesk(browser, 'thuquy');
  await cashier.goto('/can-bo/tat-ca-ho-so');
  await cashier.locator('tr', { hasText: code }).locator('a.work-link').click();
  await expect(cashier.getByRole('heading', { name: 'Vì sao anh/chị mở hồ sơ này?' })).toBeVisible();
  await expectAccessible(cashier);
  const id = /[0-9a-f-]{36}/u.exec(new URL(cashier.url()).pathname)?.[0] ?? '';
  expect(id).not.toBe('');
  const open = cashier.getByRole('button', { name: 'Ghi mục đích và mở hồ sơ' });
  await open.click();
  await expect(cashier.getByText('Chưa chọn mục đích.')).toBeVisible();
  await cashier.getByLabel('Đối chiếu số liệu, phí, lệ phí').check();
  await cashier.getByLabel('Giải thích ngắn').fill('đối chiếu');
  await open.click();
  await expect(cashier.getByText(/Lời giải thích quá ngắn/u)).toBeVisible();
  await cashier.getByLabel('Giải thích ngắn').fill('Đối chiếu biên lai tháng này');
  await open.click();
  await expect(cashier.getByRole('complementary').or(cashier.locator('main')).first()).toContainText('Mai Thị Nhìn');
  // Once for the dossier and the day.
  await cashier.reload();
  await expect(cashier.getByRole('complementary').or(cashier.locator('main')).first()).toContainText('Mai Thị Nhìn');
  await expect(cashier.getByRole('heading', { name: 'Vì sao anh/chị mở hồ sơ này?' })).toHaveCount(0);

  const president = await openDesk(browser, 'chutich');
  await president.goto(`/can-bo/nhat-ky?ve=${encodeURIComponent(`dossier:${id}`)}&viec=dossier.viewed`);
  const line = president.locator('tr', { hasText: 'Vũ Thị Thí' }).first();
  await expect(line).toContainText('Thủ quỹ');
  await expect(line).toContainText('Mục đích: Đối chiếu biên lai tháng này');

  // Civil status is not land's, whatever the purpose: no name, and no button that would not help.
  const land = await openDesk(browser, 'diachinh');
  await land.goto(`/can-bo/tat-ca-ho-so/${id}`);
  await expect(land.getByText(/ngoài lĩnh vực và đơn vị mà vị trí của anh\/chị được giao/u)).toBeVisible();
  await expect(land.locator('body')).not.toContainText('Mai Thị Nhìn');
  await expect(land.getByRole('button', { name: 'Thử lại' })).toHaveCount(0);

  // The citizen, without a script: the four digits of the number first, then everybody who looked, with the purpose.
  await phone.goto(link);
  await phone.getByRole('link', { name: 'Ai đã xem hồ sơ của tôi' }).click();
  await expect(phone.locator('main')).not.toContainText('Vũ Thị Thí');
  await phone.locator('[name=bonSo]').fill('9917');
  await phone.getByRole('button').last().click();
  await expect(phone.getByRole('heading', { level: 1, name: 'Ai đã xem hồ sơ của tôi' })).toBeVisible();
  await expect(phone.locator('main')).toContainText('Vũ Thị Thí');
  await expect(phone.locator('main')).toContainText('Mục đích: Đối chiếu số liệu, phí, lệ phí: Đối chiếu biên lai tháng này');
  await expect(phone.locator('main')).not.toContainText('Hoàng Văn Thí');
  await expectFits(phone);
});
