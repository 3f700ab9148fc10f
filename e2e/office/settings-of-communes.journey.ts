import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, expect, type Page } from '@playwright/test';
import { generateSync } from 'otplib';
import { createCommune, TEST_PASSWORD } from '../../test/commune.ts';
import { startProgram } from '../../test/start-program.ts';
import { openDatabase } from '../../src/platform/db/database.ts';
import { findRunningPostgres } from '../../src/platform/embedded-postgres/find-running-postgres.ts';
import { journey } from '../support/journey.ts';
import { openDesk } from '../support/office.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const HOURS = 'Giờ để phòng khác nhận hồ sơ';

/** A second commune in the installation of a running program, as when a province takes one in. */
async function addCommune(dataFolder: string): Promise<string> {
  const connection = await findRunningPostgres(dataFolder);
  if (connection === undefined) throw new Error('the database of the program is not running');
  const database = openDatabase({ ...connection, max: 1 }, 'owner', () => undefined);
  try {
    const added = await createCommune(database.db, { commune: { code: '16075', name: 'Hậu Lộc' }, now: new Date() });
    return added.staff.administrator.userName;
  } finally {
    await database.close();
  }
}

/** What whoever runs the server types, beside the running program. */
async function xaso(dataFolder: string, ...words: readonly string[]): Promise<string> {
  const { stderr } = await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', `${ROOT}bin/tsx-hook.mjs`, `${ROOT}src/cli.ts`, ...words], { cwd: ROOT, env: { ...process.env, NODE_OPTIONS: undefined, DATABASE_URL: undefined, XASO_DATA: dataFolder } });
  return stderr;
}

async function openOther(browser: Browser, baseURL: string, userName: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, baseURL })).newPage();
  expect((await page.request.post('/api/session', { data: { userName, password: TEST_PASSWORD } })).status()).toBe(200);
  return page;
}

const line = (desk: Page) => desk.locator('.set-line').filter({ hasText: HOURS });

/** Opens the change of the setting, for all communes or this one, and asks what would follow. */
async function look(desk: Page, level: 'Riêng xã này' | 'Chung toàn hệ thống' | null, value: string, fixed = false): Promise<void> {
  await desk.goto('/can-bo/cai-dat');
  await line(desk).getByRole('button', { name: /^Đổi/u }).click();
  if (level !== null) await line(desk).getByLabel(level).check();
  await line(desk).getByLabel('Giá trị mới').fill(value);
  if (fixed) await line(desk).getByLabel(/^Cố định/u).check();
  await line(desk).getByRole('button', { name: 'Xem trước ảnh hưởng' }).click();
  await expect(line(desk).getByText('Điều gì thay đổi')).toBeVisible();
}

const save = (desk: Page) => line(desk).getByRole('button', { name: 'Lưu thay đổi' }).click();

// Another commune is taken in here, so it has a program of its own.
journey('whoever speaks for two communes sets what both inherit, one of them sets its own value, and is held to the common one when it is fixed', async ({ browser }) => {
  journey.setTimeout(300_000);
  const office = await startProgram();
  try {
    const { url, dataFolder } = office;
    const userName = await addCommune(dataFolder);
    const other = await openOther(browser, url, userName);
    await other.goto('/can-bo/cai-dat');
    await expect(other.getByText('chưa ai được cử làm quản trị toàn hệ thống')).toBeVisible();
    expect(await xaso(dataFolder, 'installation-administrator', 'add', 'quantri', '--reason', 'Quyết định 12/QĐ-UBND')).toContain('là quản trị toàn hệ thống');

    const desk = await openDesk(browser, 'quantri', url);
    await look(desk, 'Chung toàn hệ thống', '6');
    await expect(line(desk)).toContainText('2 xã dùng giá trị chung: 2 giờ → 6 giờ');
    await expect(line(desk)).toContainText('Xã Hoa Lộc, Xã Hậu Lộc');
    await save(desk);
    // The demonstration asks nobody for a second factor; what holds for others too does.
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Đăng ký mã' }).click();
    const secret = (await dialog.locator('.account-secret').innerText()).replaceAll(' ', '');
    await dialog.locator('#account-code').fill(generateSync({ secret }));
    await dialog.getByRole('button', { name: 'Xác nhận' }).click();
    await dialog.getByRole('button', { name: /Tôi đã/u }).click();
    await expect(line(desk).locator('.set-value')).toContainText('6 giờ');

    await other.goto('/can-bo/cai-dat');
    await expect(other.getByText('do quản trị toàn hệ thống quyết định: Ngô Văn Điểm (Xã Hoa Lộc)')).toBeVisible();
    await expect(line(other).locator('.set-value')).toContainText('6 giờ');
    await expect(line(other).locator('.set-value')).toContainText('Theo giá trị chung');
    await look(other, null, '9');
    await expect(line(other)).toContainText('Xã Hậu Lộc: 6 giờ → 9 giờ');
    await save(other);
    await expect(line(other).locator('.set-value')).toContainText('9 giờ');

    await look(desk, 'Chung toàn hệ thống', '4');
    await expect(line(desk)).toContainText('1 xã có giá trị riêng nên không đổi: Xã Hậu Lộc (9 giờ)');
    await look(desk, 'Chung toàn hệ thống', '4', true);
    await expect(line(desk)).toContainText('1 xã đang có giá trị riêng phải theo giá trị chung: Xã Hậu Lộc (9 giờ)');
    await save(desk);
    await expect(line(desk).locator('.set-value')).toContainText('4 giờ');
    await other.reload();
    await expect(line(other).locator('.set-value')).toContainText('4 giờ');
    await expect(line(other).locator('.set-value')).toContainText('Cố định cho mọi xã');
    await expect(line(other).getByRole('button', { name: /^Đổi/u })).toHaveCount(0);

    await line(desk).getByRole('link', { name: 'Lịch sử' }).click();
    await desk.getByRole('button', { name: 'Dùng lại giá trị này' }).click();
    await other.reload();
    await expect(line(other).locator('.set-value')).toContainText('9 giờ');
  } finally {
    await office.stop();
  }
});
