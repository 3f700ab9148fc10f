import { expect } from '@playwright/test';
import { journey } from '../support/journey.ts';
import { declareAtHome, doAction, openDesk, openDossier, openPhone, photo, receiveDeclared, workToSeal } from '../support/office.ts';

journey('result at home: a sealed envelope is carried by a member of the community team, who meets nobody first and the citizen then', async ({ browser }) => {
  journey.setTimeout(300_000);
  const phone = await openPhone(browser);
  const link = await declareAtHome(phone, '1.004873', { name: 'Phạm Thị Nhà', citizenNumber: '003190999912', phone: '0900000022' });
  const counter = await openDesk(browser, 'motcua1');
  const code = await receiveDeclared(counter, 'Phạm Thị Nhà');
  await workToSeal(browser, code, 'tuphap', '27/2026');

  await openDossier(counter, code);
  await doAction(counter, 'Gửi kết quả', { 'Gửi bằng cách nào': 'Mang đến nhà, phong bì niêm phong', 'Họ tên người mang đi': 'Lò Văn Tổ' });
  await counter.goto('/can-bo/ket-qua-mang-den-nha');
  const envelope = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await counter.locator('.carried', { hasText: 'Phạm Thị Nhà' }).innerText())?.[0] ?? '';
  expect(envelope).not.toBe('');
  await phone.goto(link);
  await expect(phone.locator('main')).toContainText('Xã niêm phong kết quả.');

  // The member works on a phone of his own, with the code that a scanner reads from the label.
  const member = await openDesk(browser, 'toso');
  await member.setViewportSize({ width: 390, height: 844 });
  await member.goto('/can-bo/ket-qua-mang-den-nha');
  await member.getByLabel('Quét hoặc gõ mã trên phong bì').fill(envelope.toLowerCase());
  const card = member.locator('.carried', { hasText: 'Phạm Thị Nhà' });
  await expect(member.locator('.carried')).toHaveCount(1);
  await card.getByRole('button', { name: /Báo/ }).click();
  await card.getByLabel('Việc đã xảy ra').selectOption({ label: 'Đến mà không gặp' });
  await card.getByRole('button', { name: /^Báo việc giao/ }).click();
  await expect(card).toContainText('Ghi rõ lý do');
  await card.getByLabel('Lý do').fill('Cả nhà đi cấy, hẹn 18 giờ');
  await card.getByRole('button', { name: /^Báo việc giao/ }).click();
  await expect(card.locator('.action-form')).toBeHidden();
  await phone.goto(link);
  await expect(phone.locator('main')).toContainText('Đến mà chưa gặp bạn; sẽ đến lại.');

  await card.getByRole('button', { name: /Báo/ }).click();
  await card.getByRole('button', { name: 'Chụp ảnh' }).click();
  await card.locator('input[type=file]').setInputFiles({ name: 'giay-hen-da-ky.jpg', mimeType: 'image/jpeg', buffer: await photo('#d8e8d0') });
  await expect(card).toContainText('Đã có ảnh.');
  await card.getByRole('button', { name: /^Báo việc giao/ }).click();
  await expect(member.locator('.carried')).toHaveCount(0);

  await phone.goto(link);
  await expect(phone.locator('main')).toContainText('Đã trả kết quả');
  await openDossier(counter, code);
  await expect(counter.locator('main')).toContainText('Cả nhà đi cấy, hẹn 18 giờ');
  await expect(counter.locator('main')).toContainText('Đã trả kết quả');
});
