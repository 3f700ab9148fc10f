import { expect, type Page } from '@playwright/test';
import { DEMO_PASSWORD } from '../../src/demo/demo-staff.ts';

/** Signs in as an account of the demonstration (`motcua1`, `tuphap`, `chutich`, `vanthu`, `quantri`, …) and lands on `path`. */
export async function signIn(page: Page, userName: string, path = '/can-bo'): Promise<void> {
  await page.goto(`/can-bo/dang-nhap?tiep=${encodeURIComponent(path)}`);
  await page.getByLabel('Tên đăng nhập').fill(userName);
  await page.getByLabel('Mật khẩu').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page).toHaveURL((url) => url.pathname + url.search === path);
}
