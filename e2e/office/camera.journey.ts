import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, expect } from '@playwright/test';
import encodeQR from 'qr';
import sharp from 'sharp';
import { formCodes } from '../../src/modules/forms/api/form-codes.ts';
import { wholeForm } from '../../src/modules/forms/api/whole-form.ts';
import { type Answers } from '../../src/modules/forms/domain/answers.ts';
import { compileForm } from '../../src/modules/forms/domain/compile-form.ts';
import { readFormFiles } from '../../src/modules/forms/store/read-form-files.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { journey } from '../support/journey.ts';
import { openDesk } from '../support/office.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const [WIDTH, HEIGHT] = [1280, 720];
const CHROMIUM = { executablePath: process.env['XASO_CHROMIUM'] ?? '/usr/bin/chromium', args: ['--headless', '--no-sandbox', '--disable-gpu'] };

/** The codes of a whole declaration of a birth as they are printed: more than one. */
async function printedCodes(): Promise<readonly string[]> {
  const found = readFormFiles(`${ROOT}data/forms`).definitions.find(({ definition }) => definition.code === 'birth-registration');
  if (found === undefined) throw new Error('no form of births');
  const { good } = JSON.parse(await readFile(`${ROOT}test/forms/birth-registration.json`, 'utf8')) as { readonly good: Answers };
  const form = wholeForm(compileForm(found.definition));
  // Long names of places that do not shrink: the answers need more than one code.
  const place = (name: string, seed: number) => ({ text: `${name} ${Array.from({ length: 110 }, (_, at) => String.fromCodePoint(0x4e00 + (((at + seed) * 7919) % 20000))).join('')}`, commune: '16072' });
  const answers = { ...good, 'child.birthPlace': place('Bệnh viện', 1), 'child.hometown': place('Thôn Đông', 500), 'contact.residence': { text: 'Thôn Hoa Phú, xã Hoa Lộc, tỉnh Thanh Hóa', commune: '16072' }, 'contact.phone': '0912345678' };
  return formCodes(form.definition, '1.001193', form.judge(answers, { today: '2026-11-30', placesLookedUp: true }).answers, null);
}

/** A sheet with one code held before a camera, a little turned and not quite sharp. */
async function frameOf(text: string): Promise<Buffer> {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const dots = modules.flatMap((row, y) => row.map((dark, x) => (dark ? `<rect x="${String(x)}" y="${String(y)}" width="1.02" height="1.02"/>` : ''))).join('');
  const code = sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600" viewBox="0 0 ${String(modules.length)} ${String(modules.length)}"><rect width="100%" height="100%" fill="#f4f4f0"/>${dots}</svg>`));
  const desk = sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#8a7a63' } });
  return sharp(await desk.composite([{ input: await code.rotate(4, { background: '#8a7a63' }).png().toBuffer(), left: 320, top: 40 }]).png().toBuffer()).greyscale().blur(0.5).raw().toBuffer();
}

/** A film for the browser's camera: each code for two seconds, one after another, over and over. */
async function filmOf(codes: readonly string[]): Promise<Buffer> {
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const parts: Buffer[] = [Buffer.from(`YUV4MPEG2 W${String(WIDTH)} H${String(HEIGHT)} F5:1 Ip A1:1 C420jpeg\n`)];
  for (const code of codes) {
    const luma = await frameOf(code);
    for (let frame = 0; frame < 10; frame += 1) parts.push(Buffer.from('FRAME\n'), luma, colour);
  }
  return Buffer.concat(parts);
}

journey.describe('the camera of a desk in place of a hand-held scanner', () => {
  let folder = '';
  let codes: readonly string[] = [];
  journey.beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'xaso-desk-film-'));
    codes = await printedCodes();
    await writeFile(join(folder, 'form.y4m'), await filmOf(codes));
  });
  journey.afterAll(() => rm(folder, { recursive: true, force: true }));

  const withBrowser = async (args: readonly string[], act: (browser: Browser) => Promise<void>): Promise<void> => {
    const browser = await chromium.launch({ ...CHROMIUM, args: [...CHROMIUM.args, ...args] });
    try {
      await act(browser);
    } finally {
      await browser.close();
    }
  };

  journey('reads all codes of a printed form one after another, fills the reception, and stops by itself', async () => {
    journey.setTimeout(180_000);
    expect(codes.length).toBeGreaterThan(1);
    await withBrowser(['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${join(folder, 'form.y4m')}`], async (browser) => {
      const desk = await openDesk(browser, 'motcua1');
      await desk.context().grantPermissions(['camera']);
      const troubles: string[] = [];
      desk.on('console', (message) => { if (message.type() === 'error') troubles.push(message.text()); });
      await desk.goto('/can-bo/ho-so-moi');
      await desk.getByRole('button', { name: 'Quét bằng máy ảnh' }).click();
      await expect(desk.locator('.scan-camera video')).toBeVisible();
      await expect(desk.getByText('Đưa mã QR vào giữa khung hình')).toBeVisible();
      await expect(desk.getByRole('heading', { name: 'Tờ khai đã quét' })).toBeVisible({ timeout: 90_000 });
      await expect(desk.getByLabel('Họ và tên', { exact: true })).toHaveValue('Nguyễn Thị Mai', { timeout: 90_000 });
      await expect(desk.locator('#part-procedure')).toContainText('1.001193');
      await expect(desk.locator('.scan-camera video')).toHaveCount(0);
      await expectAccessible(desk);
      expect(troubles.filter((words) => /policy|worker/iu.test(words))).toEqual([]);
    });
  });

  journey('that may not be used says what to do, and the button can be pressed again', async () => {
    await withBrowser(['--use-fake-device-for-media-stream'], async (browser) => {
      const desk = await openDesk(browser, 'motcua1');
      // Nobody allowed it: a browser without a window refuses what it would ask about.
      await desk.context().clearPermissions();
      await desk.goto('/can-bo/ho-so-moi');
      await desk.getByRole('button', { name: 'Quét bằng máy ảnh' }).click();
      await expect(desk.getByText('Trình duyệt chưa cho trang này dùng máy ảnh.')).toBeVisible();
      await expect(desk.getByRole('button', { name: 'Quét bằng máy ảnh' })).toBeVisible();
      await expect(desk.locator('.scan-camera video')).toHaveCount(0);
    });
  });

  journey('that is not there is told instead of a button that can do nothing', async () => {
    await withBrowser([], async (browser) => {
      const desk = await openDesk(browser, 'motcua1');
      await desk.goto('/can-bo/ho-so-moi');
      await expect(desk.getByText('Máy tính này chưa có máy ảnh.')).toBeVisible();
      await expect(desk.getByRole('button', { name: 'Quét bằng máy ảnh' })).toHaveCount(0);
    });
  });
});
