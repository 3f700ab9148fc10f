import { expect } from '@playwright/test';
import { journey } from '../support/journey.ts';
import { actAs, declareAtHome, openAction, openDesk, openDossier, openPhone, receiveDeclared } from '../support/office.ts';

journey('withdrawn: a citizen changes her mind at the counter, a leader first says no and then yes, and her page says so each time', async ({ browser }) => {
  journey.setTimeout(240_000);
  const phone = await openPhone(browser);
  const link = await declareAtHome(phone, '1.004873', { name: 'Lê Thị Rút', citizenNumber: '003190999911', phone: '0900000021' });
  const counter = await openDesk(browser, 'motcua1');
  const code = await receiveDeclared(counter, 'Lê Thị Rút');

  await openDossier(counter, code);
  await openAction(counter, 'Công dân xin rút');
  const form = counter.locator('.action-form');
  await form.getByRole('button', { name: /^Công dân xin rút/ }).click();
  await expect(form).toContainText('Ghi rõ lý do');
  await form.getByLabel('Lý do').fill('Đã làm thủ tục này ở nơi tạm trú');
  await form.getByRole('button', { name: /^Công dân xin rút/ }).click();
  await expect(form).toBeHidden();
  await counter.goto('/can-bo/xin-rut-ho-so');
  await expect(counter.locator('tr', { hasText: code })).toBeVisible();

  await actAs(browser, 'chutich', code, 'Không đồng ý cho rút', { 'Lý do': 'Kết quả đã xong, chỉ chờ ký' });
  await phone.goto(link);
  await expect(phone.locator('main')).toContainText('Kết quả đã xong, chỉ chờ ký');

  // The second time from the phone, behind four digits, and sent without a reason first.
  await phone.getByRole('link', { name: 'Xin rút hồ sơ này' }).click();
  await phone.getByLabel('4 số cuối').fill('0021');
  await phone.getByRole('button', { name: 'Mở' }).click();
  await phone.getByRole('button', { name: 'Gửi yêu cầu rút' }).click();
  await expect(phone.locator('main')).toContainText('Ghi vì sao bạn rút hồ sơ.');
  await phone.getByLabel('Vì sao bạn rút?').fill('Vẫn muốn rút');
  await phone.getByRole('button', { name: 'Gửi yêu cầu rút' }).click();
  await expect(phone.locator('main')).toContainText('Bạn đã xin rút hồ sơ');
  await actAs(browser, 'chutich', code, 'Đồng ý cho rút');
  await phone.goto(link);
  await expect(phone.locator('main')).toContainText(/rút/);
  await expect(phone.locator('main')).not.toContainText('003190999911');

  // It is over: among the stopped ones, with its history, and nothing more is offered than a look.
  await counter.goto('/can-bo/dung-xu-ly');
  await counter.locator('tr', { hasText: code }).locator('a.work-link').click();
  await expect(counter.locator('main')).toContainText('Vẫn muốn rút');
  await expect(counter.getByRole('button', { name: /^Chuyển thẩm định/ })).toHaveCount(0);
});
