import { expect } from '@playwright/test';
import { declareBirth } from '../support/declare-birth.ts';
import { expectFits } from '../support/expect-accessible.ts';
import { journey } from '../support/journey.ts';
import { openDesk, openPhone, photo } from '../support/office.ts';

journey('a declared birth is returned with one wrong answer and one wrong paper; without scripts exactly these are mended, and the office sees old and new', async ({ browser }) => {
  journey.setTimeout(300_000);
  const mother = 'Phạm Thị Sửa';
  const phone = await openPhone(browser);
  const link = await declareBirth(phone, mother, { javaScriptEnabled: false });

  const desk = await openDesk(browser, 'motcua1');
  const listed = await desk.request.post('/api/dossiers/search', { data: { list: 'all', q: mother, after: null } });
  const { items } = (await listed.json()) as { items: readonly { id: string }[] };
  const dossier = `/can-bo/tat-ca-ho-so/${items[0]?.id ?? ''}`;
  await desk.goto(dossier);
  const named = desk.locator('.answers .facts > div', { hasText: 'Trần Gia Bảo' }).first();
  await named.getByRole('checkbox').check();
  await desk.getByRole('button', { name: 'Yêu cầu sửa 1 câu' }).click();
  await expect(desk.getByRole('heading', { name: 'Yêu cầu bổ sung' })).toBeVisible();
  const answer = desk.locator('.ask-paper').first();
  await expect(answer).toContainText('đã khai: Trần Gia Bảo');
  await answer.getByLabel('Khai không đúng với giấy tờ').check();
  await answer.getByLabel('Nói rõ thêm').fill('Giấy chứng sinh ghi Trần Gia Bách');
  await expect(answer.getByLabel('Cách sửa, gửi cho người nộp')).not.toHaveValue('');
  const paper = desk.locator('.ask-paper', { has: desk.getByRole('checkbox', { name: /chứng sinh/iu }) }).first();
  await paper.getByRole('checkbox').first().check();
  await paper.locator('.ask-reasons input').first().check();
  await desk.getByRole('button', { name: /^Gửi yêu cầu/u }).click();
  await expect(desk.locator('main')).toContainText('Chờ công dân bổ sung', { timeout: 20_000 });

  await phone.setViewportSize({ width: 390, height: 844 });
  await phone.goto(link);
  await expect(phone.locator('main')).toContainText('Xã cần bạn bổ sung 2 chỗ');
  await expect(phone.locator('main')).not.toContainText('Trần Gia Bảo');
  await phone.getByRole('link', { name: 'Bổ sung ngay' }).click();
  await phone.locator('input[name=bonSo]').fill('0078');
  await phone.getByRole('button', { name: 'Mở' }).click();
  const box = phone.locator('[name="child.fullName"]');
  await expect(box).toHaveValue('Trần Gia Bảo');
  await expect(phone.locator('[name="applicant.fullName"]')).toHaveCount(0);
  await expectFits(phone);

  // The answer alone is not enough, and what was typed stays.
  await box.fill('Trần Gia Bách');
  await phone.getByRole('button', { name: 'Tải ảnh lên và xem lại' }).click();
  await expect(phone.locator('main')).toContainText('Đã sửa 1 câu trả lời');
  await phone.getByRole('button', { name: 'Gửi cho xã' }).click();
  await expect(phone.locator('main')).toContainText('Còn 1 chỗ chưa trả lời');
  await expect(box).toHaveValue('Trần Gia Bách');

  // The picture goes the way of weak lines and is confirmed before anything is sent.
  await phone.getByRole('link', { name: 'Chụp ảnh, gửi từng phần' }).click();
  await phone.locator('input[type=file]').first().setInputFiles({ name: 'chung-sinh.jpg', mimeType: 'image/jpeg', buffer: await photo('#f4f4ec') });
  await phone.locator('main form button.button').first().click();
  await expect(phone.locator('main')).toContainText('chung-sinh.jpg');
  await phone.goto(phone.url().replace(/(\/giay-to\/[\w-]+)\/.*$/u, '$1'));
  await phone.getByRole('link', { name: 'Về trang bổ sung' }).click();
  await expect(phone.locator('main')).toContainText('chung-sinh.jpg');
  await expect(phone.locator('[name="child.fullName"]')).toHaveValue('Trần Gia Bách');
  await phone.getByRole('button', { name: 'Gửi cho xã' }).click();
  await expect(phone.locator('main')).toContainText('Xã đã nhận phần bổ sung của bạn');

  await desk.goto(dossier);
  const changed = desk.locator('.answers-changed', { hasText: 'Trần Gia Bách' });
  await expect(changed).toContainText('Trước: Trần Gia Bảo');
  await desk.getByRole('button', { name: /Nhận giấy tờ vừa bổ sung/u }).or(desk.getByRole('link', { name: /Nhận giấy tờ vừa bổ sung/u })).first().click();
  await expect(desk.locator('mark')).toContainText('Trần Gia Bách');
  await desk.getByRole('button', { name: /^Nhận, làm tiếp/u }).click();
  await expect(desk.locator('main')).toContainText('đã nhận');
});
