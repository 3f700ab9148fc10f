import { expect } from '@playwright/test';
import { expectAccessible } from '../support/expect-accessible.ts';
import { journey } from '../support/journey.ts';
import { signIn } from '../support/sign-in.ts';

journey('opening hours: the administrator plans a Saturday, is told what overlaps and what the law counts, and takes the plan back', async ({ browser, baseURL }) => {
  journey.setTimeout(120_000);
  const desk = await (await browser.newContext({ viewport: { width: 390, height: 844 }, ...(baseURL === undefined ? {} : { baseURL }) })).newPage();
  await signIn(desk, 'quantri', '/can-bo/lich-lam-viec');
  await desk.getByRole('link', { name: 'Giờ làm việc trong tuần' }).click();
  await desk.getByRole('button', { name: 'Thêm buổi cho Thứ Bảy' }).click();
  await desk.getByLabel('Thứ Bảy, buổi 1: từ').fill('7h30');
  await desk.getByLabel('Thứ Bảy, buổi 1: đến').fill('11 giờ 30');
  await desk.getByLabel('Thứ Sáu, buổi 2: từ').fill('11h');
  await desk.getByRole('button', { name: 'Xem hồ sơ nào đổi ngày' }).click();
  await expect(desk.getByText('Chưa ghi lý do.')).toBeVisible();
  // Far from what other people of this office do.
  await desk.getByLabel('Áp dụng từ ngày').fill('5/2/2029');
  await desk.getByLabel('Lý do, căn cứ').fill('QĐ 45/QĐ-UBND ngày 28/11/2026');
  await desk.getByRole('button', { name: 'Xem hồ sơ nào đổi ngày' }).click();
  await expect(desk.getByText('Hai buổi của thứ Sáu chồng lên nhau: 07:00–11:30 và 11:00–17:00').first()).toBeVisible();
  await expectAccessible(desk);
  await desk.getByLabel('Thứ Sáu, buổi 2: từ').fill('13h30');
  await desk.getByRole('button', { name: 'Xem hồ sơ nào đổi ngày' }).click();
  await expect(desk.getByText('Không có hồ sơ đang giải quyết nào đổi ngày hẹn.')).toBeVisible();
  await expect(desk.getByText('Cuối tuần chỉ mở cửa tiếp nhận')).toBeVisible();
  await desk.getByRole('button', { name: 'Áp dụng và tính lại' }).click();
  await expect(desk.getByText('Đã ghi. Không có hồ sơ nào đổi ngày hẹn.')).toBeVisible();

  // Until that day citizens read the hours of today.
  await desk.goto('/');
  await expect(desk.locator('footer')).toContainText('thứ Hai đến thứ Sáu.');
  await expect(desk.locator('footer')).not.toContainText('thứ Bảy');

  await desk.goto('/can-bo/lich-lam-viec/gio');
  await desk.getByRole('button', { name: 'Thu hồi giờ đã hẹn từ 05/02/2029' }).click();
  const plan = desk.locator('.hours-period', { hasText: 'Từ 05/02/2029' });
  await plan.getByLabel('Lý do, căn cứ').fill('Hoãn theo TB 16/TB-UBND');
  await plan.getByRole('button', { name: 'Xem hồ sơ nào đổi ngày' }).click();
  await plan.getByRole('button', { name: 'Thu hồi và tính lại' }).click();
  await expect(desk.getByText('Chưa hẹn lần đổi giờ nào.')).toBeVisible();
  await desk.goto('/can-bo/lich-lam-viec');
  await expect(desk.getByRole('link', { name: 'Thu hồi giờ làm việc đã hẹn từ 05/02/2029' })).toBeVisible();
});
