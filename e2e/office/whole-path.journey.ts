import { expect } from '@playwright/test';
import { journey } from '../support/journey.ts';
import { actAs, declareAtHome, openDesk, openPhone, receiveDeclared, saveReception, workToSeal } from '../support/office.ts';

// From the poster's QR to the handed-over result, with the real procedures, the way a commune would do it.

journey('khai sinh 1.001193: a citizen without JavaScript declares at home and follows the dossier to the handed-over result', async ({ browser }) => {
  journey.setTimeout(240_000);
  const phone = await openPhone(browser);
  await phone.goto('/t/1.001193?q=1');
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Đăng ký khai sinh');
  const link = await declareAtHome(phone, '1.001193', { name: 'nguyễn thị mẫu', citizenNumber: '003190999901', phone: '0900000012' });

  const officer = await openDesk(browser, 'motcua1');
  const code = await receiveDeclared(officer, 'Nguyễn Thị Mẫu', async (desk) => {
    await expect(desk.getByLabel('Số định danh', { exact: true })).toHaveValue('003190999901');
  });

  await phone.goto(link);
  await expect(phone.locator('main')).toContainText(code);
  await expect(phone.locator('main')).not.toContainText('003190999901');
  await workToSeal(browser, code, 'tuphap', '25/2026');
  await actAs(browser, 'motcua1', code, 'Trả kết quả', { 'Họ tên người nhận kết quả': 'Nguyễn Thị Mẫu' });
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
  const officer = await openDesk(browser, 'motcua1');
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
  const code = await saveReception(officer);

  const listed = await officer.request.post('/api/dossiers/search', { data: { list: 'all', q: code, after: null } });
  const { items } = (await listed.json()) as { items: { id: string }[] };
  const receipt = await officer.request.get(`/api/dossiers/${items[0]?.id ?? ''}/receipt.pdf`);
  expect(receipt.status()).toBe(200);
  expect((await receipt.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await workToSeal(browser, code, 'chungthuc', '26/2026');
  await actAs(browser, 'motcua1', code, 'Trả kết quả', { 'Họ tên người nhận kết quả': 'Trần Văn Thử' });
  await officer.goto('/can-bo/tat-ca-ho-so');
  await expect(officer.locator('tr', { hasText: code })).toContainText('Xong');
});
