import { expect, type Page } from '@playwright/test';
import { journey } from '../support/journey.ts';
import { actAs, declareAtHome, doAction, openAction, openDesk, openDossier, openPhone, photo, receiveDeclared } from '../support/office.ts';

/** Ticks a paper of the dossier or of its procedure and the first reason; the way to mend it comes by itself. */
async function tick(desk: Page, place: number, words: string): Promise<void> {
  const paper = desk.locator('.ask-paper').nth(place);
  await paper.getByRole('checkbox').first().check();
  await paper.locator('.ask-reasons input').first().check();
  await paper.getByLabel('Nói rõ thêm').fill(words);
  await expect(paper.getByLabel('Cách sửa, gửi cho người nộp')).not.toHaveValue('');
  await expect(paper.getByLabel('Căn cứ pháp lý')).not.toHaveValue('');
}

journey('supplement: an online declaration is returned once with three faults and is mended from the phone', async ({ browser }) => {
  journey.setTimeout(300_000);
  const phone = await openPhone(browser);
  const link = await declareAtHome(phone, '1.001193', { name: 'Trần Thị Bổ', citizenNumber: '003190999913', phone: '0900000023' }, 2);
  const counter = await openDesk(browser, 'motcua1');
  const code = await receiveDeclared(counter, 'Trần Thị Bổ');
  await actAs(browser, 'motcua1', code, 'Chuyển thẩm định');

  const specialist = await openDesk(browser, 'tuphap');
  await openDossier(specialist, code);
  await openAction(specialist, 'Yêu cầu bổ sung').catch(() => undefined);
  await expect(specialist.getByRole('heading', { name: 'Yêu cầu bổ sung' })).toBeVisible();
  // Nothing is ticked: nothing is sent.
  await specialist.getByRole('button', { name: /^Gửi yêu cầu/ }).click();
  await expect(specialist.getByText('Chưa đánh dấu giấy tờ nào.')).toBeVisible();
  const faults = ['Ảnh bị lóa ở góc phải', 'Chưa có chữ ký của người làm chứng', 'Trang 2 bị cắt mất'];
  for (const [place, words] of faults.entries()) await tick(specialist, place, words);
  const picture = specialist.locator('.ask-paper').first();
  await picture.getByRole('button', { name: /^Đánh dấu trên ảnh/ }).click();
  await specialist.getByRole('button', { name: /^Gửi yêu cầu/ }).click();
  await expect(specialist.locator('main')).toContainText('Chờ người nộp');

  // The same link, no sign-in, no script: each fault beside its paper.
  await phone.goto(link);
  await expect(phone.locator('main')).toContainText('Xã cần bạn bổ sung 3 chỗ');
  await phone.getByRole('link', { name: 'Bổ sung ngay' }).click();
  await phone.locator('input[type=text], input[inputmode=numeric]').first().fill('1111');
  await phone.getByRole('button', { name: 'Mở' }).click();
  await expect(phone.locator('main')).toContainText('Bốn số chưa đúng');
  await phone.locator('input[type=text], input[inputmode=numeric]').first().fill('0023');
  await phone.getByRole('button', { name: 'Mở' }).click();
  for (const words of faults) await expect(phone.locator('main')).toContainText(words);

  // Two faults are answered: the third is asked for beside itself, and what arrived is kept.
  const files = phone.locator('input[type=file]');
  await expect(files).toHaveCount(3);
  for (const place of [0, 1]) await files.nth(place).setInputFiles({ name: `chup-lai-${String(place + 1)}.jpg`, mimeType: 'image/jpeg', buffer: await photo('#f4f4ec') });
  await phone.getByRole('button', { name: 'Tải ảnh lên và xem lại' }).click();
  await expect(phone.locator('main')).toContainText('Máy chủ đã nhận đủ 2 tệp');
  await phone.getByRole('button', { name: 'Gửi cho xã' }).click();
  await expect(phone.locator('main')).toContainText('Còn 1 chỗ chưa trả lời');
  await expect(phone.locator('main')).toContainText('chup-lai-1.jpg');
  await phone.locator('input[type=file]').nth(2).setInputFiles({ name: 'khong-phai-anh.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('đây không phải ảnh') });
  await phone.getByRole('button', { name: /Tải thêm ảnh|Tải ảnh lên/ }).click();
  await expect(phone.locator('main')).toContainText('chup-lai-2.jpg');
  await phone.locator('input[type=file]').nth(2).setInputFiles({ name: 'trang-2.jpg', mimeType: 'image/jpeg', buffer: await photo('#ececf4') });
  await phone.getByRole('button', { name: /Tải thêm ảnh|Tải ảnh lên/ }).click();
  await expect(phone.locator('main')).toContainText('Máy chủ đã nhận đủ 3 tệp');
  await phone.getByRole('button', { name: 'Gửi cho xã' }).click();
  await expect(phone.locator('main')).toContainText('Xã đã nhận phần bổ sung của bạn');

  // Old and new side by side; taken over, the work goes on and the clock has run since the answer.
  await openDossier(specialist, code);
  await openAction(specialist, 'Nhận giấy tờ vừa bổ sung');
  await expect(specialist.getByRole('heading', { name: 'Xem giấy tờ vừa bổ sung' })).toBeVisible();
  await specialist.getByRole('button', { name: /^Nhận, làm tiếp/ }).click();
  await expect(specialist.locator('main')).toContainText('đã nhận');

  // A second request is a matter for a leader.
  await openDossier(specialist, code);
  await openAction(specialist, 'Yêu cầu bổ sung');
  await expect(specialist.getByRole('heading', { name: /Trình lãnh đạo/ })).toBeVisible();
  await specialist.goto('/can-bo');
  await openDossier(specialist, code);
  await doAction(specialist, 'Trình ký');
  await phone.goto(link);
  await expect(phone.locator('main')).not.toContainText('Xã cần bạn bổ sung');
});
