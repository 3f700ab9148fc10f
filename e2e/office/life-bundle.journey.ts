import { expect } from '@playwright/test';
import { answer, answerBirth } from '../support/declare-birth.ts';
import { expectFits } from '../support/expect-accessible.ts';
import { journey } from '../support/journey.ts';
import { openDesk, openPhone } from '../support/office.ts';

journey('after a birth a family declares two matters at once without scripts: what was told first stands in the second, a difference is shown and mended, and the office sees that they belong together', async ({ browser }) => {
  journey.setTimeout(300_000);
  const mother = 'Phạm Thị Gói';
  const phone = await openPhone(browser);
  await phone.setViewportSize({ width: 390, height: 844 });
  await phone.goto('/viec/sinh-con');
  await phone.getByRole('link', { name: 'Khai nhiều việc một lần' }).click();
  await expectFits(phone);
  await phone.getByRole('button', { name: 'Bắt đầu' }).click();
  await expect(phone.locator('main')).toContainText('Chưa chọn việc nào');
  await phone.getByLabel('Đăng ký khai sinh', { exact: true }).check();
  await phone.getByLabel('Đăng ký thường trú', { exact: true }).check();
  await phone.getByRole('button', { name: 'Bắt đầu' }).click();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Sinh con: danh sách việc');
  await expectFits(phone);
  const list = phone.url();

  await phone.getByRole('button', { name: 'Khai Đăng ký khai sinh' }).click();
  await answerBirth(phone, mother, { javaScriptEnabled: false });
  await phone.getByRole('link', { name: 'Sinh con' }).last().click();
  await expect(phone.locator('.cards')).toContainText('Đang khai');
  await expect(phone.locator('.cards')).toContainText('cần số định danh của bé');

  // What was told for the birth stands in the residence, is looked at once, and says where it comes from.
  await phone.getByRole('button', { name: 'Khai Đăng ký thường trú' }).click();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Những điều đã khai trước');
  await expect(phone.locator('main')).toContainText('Đã có từ tờ khai Đăng ký khai sinh');
  await expect(phone.locator('main')).toContainText('Trần Gia Bảo');
  await expectFits(phone);
  await phone.getByRole('button', { name: 'Đúng cả, khai tiếp' }).click();
  await answer(phone, false, 'request', { newResidence: 'Thôn Đông, xã Hoa Lộc, tỉnh Thanh Hóa' });
  await answer(phone, false, 'home', { 'home.kind': 'relatives', 'overseas': 'no' });
  await answer(phone, false, 'head', { 'head.who': 'spouse', 'head.fullName': 'Trần Văn Chủ', 'head.citizenNumber': '038093000456', 'head.consent': 'form' });
  await expect(phone).toHaveURL(/\/members/u);
  await phone.locator('[name="members.0.citizenNumber"]').fill('038326000001');
  await phone.locator('[name="members.0.relation"]').fill('Con');
  await phone.locator('button.button[value=tiep]').click();
  await phone.goto(phone.url().replace(/\/[a-z-]+(?:\?.*)?$/u, '/applicant-contact'));
  await expect(phone.locator('main')).toContainText('Đã có từ tờ khai Đăng ký khai sinh');
  await phone.locator('[name="applicant.phone"]').fill('0900 000 079');
  await phone.locator('button.button[value=tiep]').click();
  await phone.goto(phone.url().replace(/\/[a-z-]+(?:\?.*)?$/u, '/promise'));
  await answer(phone, false, 'promise', { promise: 'co' });

  // Two declarations say different things: both are shown, and the other is changed only when its person says so.
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Xem lại và gửi');
  await expect(phone.locator('main')).toContainText('Có điều khai khác với tờ khai khác');
  await expect(phone.locator('main')).toContainText('0900 000 078');
  await expectFits(phone);
  await phone.getByRole('button', { name: 'Sửa cả ở tờ khai Đăng ký khai sinh' }).click();
  await expect(phone.locator('main')).not.toContainText('Có điều khai khác với tờ khai khác');
  await phone.getByRole('button', { name: 'Gửi cho xã' }).click();
  await expect(phone.locator('main')).toContainText(/Đã gửi: .*KB-[0-9A-Z]{4}-[0-9A-Z]{4}/u);

  await phone.getByRole('button', { name: 'Khai tiếp Đăng ký khai sinh' }).click();
  await expect(phone.locator('main')).toContainText('0900 000 079');
  await phone.getByRole('button', { name: 'Gửi cho xã' }).click();
  await expect(phone).toHaveURL(new RegExp(list.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'), 'u'));
  await expect(phone.locator('.cards').getByText('Đã nộp')).toHaveCount(2);
  await expectFits(phone);
  await phone.getByRole('link', { name: /Theo dõi hồ sơ/u }).first().click();
  await expect(phone.locator('main')).toContainText('Cùng một việc: Sinh con');

  const desk = await openDesk(browser, 'motcua1');
  const listed = await desk.request.post('/api/dossiers/search', { data: { list: 'all', q: mother, after: null } });
  const { items } = (await listed.json()) as { items: readonly { id: string }[] };
  expect(items).toHaveLength(2);
  await desk.goto(`/can-bo/tat-ca-ho-so/${items[0]?.id ?? ''}`);
  const together = desk.locator('section', { has: desk.getByRole('heading', { name: 'Cùng một việc: Sinh con' }) });
  await expect(together).toContainText('Chờ tiếp nhận');
  await together.getByRole('link').click();
  await expect(desk).toHaveURL(new RegExp(items[1]?.id ?? 'none', 'u'));
});
