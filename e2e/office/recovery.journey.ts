import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page } from '@playwright/test';
import { expectAccessible } from '../support/expect-accessible.ts';
import { journey } from '../support/journey.ts';
import { openDesk, openPhone } from '../support/office.ts';

const OWN_PASSWORD = 'bến đò cũ sáng trăng 38';

/** Tries to sign in with a password that somebody was given. */
async function trySignIn(page: Page, userName: string, password: string): Promise<void> {
  await page.goto('/can-bo/dang-nhap');
  await page.getByLabel('Tên đăng nhập').fill(userName);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

/** Somebody new with an own password, at a desk of their own. Answers the desk and who it is. */
async function newColleague(browser: Browser, administrator: Page, { userName, fullName, role }: { readonly userName: string; readonly fullName: string; readonly role: string }): Promise<{ readonly desk: Page; readonly staffId: string }> {
  const staffId = randomUUID();
  const password = `phiếu trao tay ${staffId.slice(0, 8)}`;
  const { units } = (await (await administrator.request.get('/api/units')).json()) as { readonly units: readonly { readonly id: string }[] };
  const added = await administrator.request.post('/api/staff', {
    data: { commandId: randomUUID(), staffId, userName, fullName, password, positions: [{ positionId: randomUUID(), unitId: units[0]?.id, role, title: 'Người mới', fields: [] }] },
  });
  expect(added.status(), await added.text()).toBe(200);
  const desk = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, baseURL: new URL(administrator.url()).origin })).newPage();
  expect((await desk.request.post('/api/session', { data: { userName, password } })).status()).toBe(200);
  const own = await desk.request.put('/api/password', { data: { commandId: randomUUID(), currentPassword: password, newPassword: OWN_PASSWORD } });
  expect(own.status(), await own.text()).toBe(200);
  return { desk, staffId };
}

journey('the recovery of an account: one administrator starts it, the same one cannot approve it, another one hands over the code, and the person comes in with a new password', async ({ browser }) => {
  journey.setTimeout(180_000);
  const first = await openDesk(browser, 'quantri');
  const { desk: second } = await newColleague(browser, first, { userName: 'quantri2', fullName: 'Phan Thị Thử', role: 'administrator' });
  const { staffId } = await newColleague(browser, first, { userName: 'matmay', fullName: 'Cao Văn Thí', role: 'clerk' });

  await first.goto(`/can-bo/nhan-su/${staffId}/an-toan`);
  await expect(first.getByRole('heading', { name: 'An toàn tài khoản: Cao Văn Thí' })).toBeVisible();
  await first.getByRole('button', { name: 'Mở yêu cầu khôi phục' }).click();
  await expect(first.locator('.access-start')).toContainText('Ghi lý do');
  await first.getByLabel('Lý do').fill('Mất điện thoại và quên mật khẩu, đã gặp trực tiếp');
  await first.getByRole('button', { name: 'Mở yêu cầu khôi phục' }).click();
  await expect(first.getByText(/^Chờ một quản trị khác duyệt/)).toBeVisible();
  await expect(first.getByRole('button', { name: 'Duyệt và hiện mã' })).toHaveCount(0);
  await expectAccessible(first);
  // Nor by the door behind the button.
  const { recovery } = (await (await first.request.get(`/api/staff/${staffId}/access`)).json()) as { readonly recovery: { readonly id: string } };
  const alone = await first.request.post(`/api/recoveries/${recovery.id}/approve`, { data: { commandId: randomUUID() } });
  expect([alone.status(), ((await alone.json()) as { readonly code: string }).code]).toEqual([403, 'recovery.same-administrator']);

  await second.goto(`/can-bo/nhan-su/${staffId}/an-toan`);
  await expect(second.getByText('Mất điện thoại và quên mật khẩu, đã gặp trực tiếp')).toBeVisible();
  await second.getByRole('button', { name: 'Duyệt và hiện mã' }).click();
  const code = await second.locator('.access-code').innerText();
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/u);
  await second.getByRole('button', { name: 'Đã trao mã' }).click();
  await expect(second.locator('.access-code')).toHaveCount(0);

  const person = await openPhone(browser, { javaScriptEnabled: true });
  await person.goto('/can-bo/khoi-phuc');
  const use = async (typed: string, password: string) => {
    await person.getByLabel('Tên đăng nhập').fill('matmay');
    await person.getByLabel('Mã khôi phục').fill(typed);
    await person.getByLabel('Mật khẩu mới').fill(password);
    await person.getByRole('button', { name: 'Đặt mật khẩu mới và vào' }).click();
  };
  await use('AAAA-AAAA-AAAA', 'cầu tre lắt lẻo gập ghềnh 7');
  await expect(person.locator('main')).toContainText('Tên đăng nhập hoặc mã chưa đúng');
  await expectAccessible(person);
  await use(code, 'cầu tre lắt lẻo gập ghềnh 7');
  await expect(person.getByRole('heading', { name: 'Tài khoản của tôi' })).toBeVisible();

  const before = await openPhone(browser);
  await trySignIn(before, 'matmay', OWN_PASSWORD);
  await expect(before.locator('main')).toContainText('mật khẩu chưa đúng');
  await trySignIn(before, 'matmay', 'cầu tre lắt lẻo gập ghềnh 7');
  await expect(before).toHaveURL(/\/can-bo(?:\/viec-cua-toi)?$/u);
  await first.reload();
  await expect(first.getByRole('button', { name: 'Mở yêu cầu khôi phục' })).toBeVisible();
});
