import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { type Browser, chromium, type Page } from '@playwright/test';
import { type FastifyInstance } from 'fastify';
import encodeQR from 'qr';
import sharp, { type Sharp } from 'sharp';
import { anyone } from '../../../kernel/actor.ts';
import { PLATFORM_PROBLEMS } from '../../../platform/http/problem-table.ts';
import { defineRoute, html } from '../../../platform/http/route.ts';
import { createServer } from '../../../platform/http/server.ts';
import { createProblemPage } from '../../../web/public/problem-page/problem-page.tsx';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { publicContentSecurityPolicy } from '../../../web/public/security-policy/security-policy.ts';
import { GroupPage } from '../ui/public/group-page.tsx';
import { SHORT_BIRTH } from './form-house-for-tests.ts';
import { CARD_SCRIPT_PATH, CODE_READER_PATH, FORM_SCRIPT_PATH, formScriptRoutes } from './form-script.ts';

const CHROMIUM = [process.env['XASO_CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => path !== undefined && existsSync(path));
/** As long as the text of a real card. */
const CARD = '001190999901|199999901|Nguyễn Thị Mẫu|05031990|Nữ|Số 1 Phố Thử Nghiệm, Phường Thí Điểm, Quận Ba Đình, Hà Nội|01072021';
const [WIDTH, HEIGHT] = [1280, 720];

/** A QR code that lies turned on a table of wood, as a phone sees it; `text` undefined: no code. */
async function scene(text: string | undefined, side: number): Promise<Sharp> {
  const table = sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#b5a58a' } });
  if (text === undefined) return table;
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const dots = modules.flatMap((row, y) => row.map((dark, x) => (dark ? `<rect x="${String(x)}" y="${String(y)}" width="1.02" height="1.02"/>` : ''))).join('');
  const drawn = sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${String(side)}" height="${String(side)}" viewBox="0 0 ${String(modules.length)} ${String(modules.length)}"><rect width="100%" height="100%" fill="#eee"/>${dots}</svg>`));
  return table.composite([{ input: await drawn.rotate(9, { background: '#b5a58a' }).png().toBuffer(), left: 420, top: 120 }]).blur(0.8);
}

const photoOf = async (text: string | undefined, side = 330) => (await sharp(await (await scene(text, side)).png().toBuffer()).jpeg({ quality: 75 }).toBuffer());

/** One picture as a film that a browser shows as its camera. */
async function filmOf(text: string): Promise<Buffer> {
  const luma = await sharp(await (await scene(text, 330)).png().toBuffer()).greyscale().raw().toBuffer();
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((WIDTH * HEIGHT) / 2, 128)]);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${String(WIDTH)} H${String(HEIGHT)} F10:1 Ip A1:1 C420jpeg\n`), frame, frame]);
}

describe('the QR code of a card on the pages of a declaration, where the browser reads no codes itself', { skip: CHROMIUM === undefined ? 'no Chromium on this machine (XASO_CHROMIUM)' : false }, () => {
  let server: FastifyInstance;
  let browser: Browser;
  let base: string;
  let folder: string;
  let received: string[] = [];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'xaso-film-'));
    const film = join(folder, 'card.y4m');
    await writeFile(film, await filmOf(CARD));
    const [group] = SHORT_BIRTH.groups;
    assert.ok(group !== undefined);
    server = await createServer({
      routes: [
        ...formScriptRoutes(),
        defineRoute({
          method: 'GET', url: '/mau', policy: anyone, summary: 'mẫu', tag: 'test', kind: 'page', schema: {},
          handle: ({ context }) => html(renderPublicPage(
            { context, office: undefined, title: 'Mẫu', path: '/mau', indexed: false },
            <GroupPage
              locale="vi" action="/nhan" group={group} formTitle="Khai sinh" help={undefined} at={1} of={2} questions={[]} faults={[]} hidden={{ trang: '', nen: '' }} fromReview={false} isFirst fresh={[]} carried={undefined}
              cards={[{ prefix: 'applicant', label: 'Họ và tên bạn' }]} cardNews={undefined}
              script={{ src: FORM_SCRIPT_PATH, cards: CARD_SCRIPT_PATH, reader: CODE_READER_PATH, data: JSON.stringify({ definition: { ...SHORT_BIRTH, groups: [{ ...group, fields: [] }], checks: [] }, group: group.id, answers: {}, today: '2026-11-30', locale: 'vi', save: '/luu' }) }}
            />,
          )),
        }),
        defineRoute({
          method: 'POST', url: '/nhan', policy: anyone, summary: 'nhận', tag: 'test', kind: 'page', schema: {},
          handle: ({ request }) => {
            const { buoc, 'the-applicant': text } = request.body as Record<string, string>;
            received.push(`${buoc ?? ''} ${text ?? ''}`);
            return html('<p>Đã nhận</p>');
          },
        }),
      ],
      problems: PLATFORM_PROBLEMS,
      identify: () => Promise.resolve({ kind: 'anonymous' }), keepView: () => undefined,
      renderProblemPage: createProblemPage(() => undefined),
      contentSecurityPolicy: publicContentSecurityPolicy(),
      version: '1', clock: () => new Date(0), logLevel: 'silent', secure: false,
    });
    base = await server.listen({ port: 0, host: '127.0.0.1' });
    browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--headless', '--no-sandbox', '--disable-gpu', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', `--use-file-for-fake-video-capture=${film}`] });
  });
  after(async () => {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** A page as an iPhone or Firefox draws it: without `BarcodeDetector`; the addresses that it asked for and what its policy refused. */
  async function openPage(): Promise<{ readonly page: Page; readonly asked: string[]; readonly troubles: string[]; readonly close: () => Promise<void> }> {
    received = [];
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, permissions: ['camera'] });
    const page = await context.newPage();
    const [asked, troubles]: [string[], string[]] = [[], []];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    page.on('console', (message) => { if (message.type() === 'error') troubles.push(message.text()); });
    await page.addInitScript(() => { Reflect.deleteProperty(globalThis, 'BarcodeDetector'); });
    await page.goto(`${base}/mau`);
    await page.getByText('Điền nhanh từ thẻ căn cước').click();
    return { page, asked, troubles, close: () => context.close() };
  }

  test('the camera reads the card and fills it in; what reads it is fetched after the tap only, under the policy of every page', async () => {
    const { page, asked, troubles, close } = await openPage();
    assert.ok(!asked.includes('/to-khai/doc-ma.js'));
    await page.getByRole('button', { name: 'Quét bằng máy ảnh' }).click();
    await page.getByText('Đã nhận').waitFor({ timeout: 60_000 });
    assert.deepEqual(received, [`the:applicant ${CARD}`]);
    assert.ok(asked.includes('/to-khai/doc-ma.js'));
    assert.deepEqual(troubles.filter((words) => /policy|worker/iu.test(words)), []);
    await close();
  });

  test('a photograph of the card does the same without a camera, and does not leave the device', async () => {
    const { page, asked, close } = await openPage();
    await page.locator('input[type=file]').setInputFiles({ name: 'the.jpg', mimeType: 'image/jpeg', buffer: await photoOf(CARD) });
    await page.getByText('Đã nhận').waitFor({ timeout: 60_000 });
    assert.deepEqual(received, [`the:applicant ${CARD}`]);
    assert.deepEqual(asked.filter((path) => !['/mau', '/nhan', '/luu', '/to-khai/khai.js', '/to-khai/doc-the.js', '/to-khai/doc-ma.js'].includes(path) && !/\.(?:svg|woff2|ico)$/u.test(path)), []);
    await close();
  });

  test('a photograph without a code, one of another code and a file that is no picture say so; nothing is sent', async () => {
    const { page, close } = await openPage();
    const said = page.locator('[data-scan-said]');
    for (const [buffer, sentence] of [[await photoOf(undefined), /Không thấy mã QR/u], [await photoOf('https://vi.du/h/abc', 200), /không phải mã của thẻ/u], [Buffer.from('không phải ảnh'), /Không thấy mã QR/u]] as const) {
      await page.locator('input[type=file]').setInputFiles({ name: 'anh.jpg', mimeType: 'image/jpeg', buffer });
      await said.filter({ hasText: sentence }).waitFor({ timeout: 60_000 });
      assert.match((await said.textContent()) ?? '', sentence);
    }
    assert.deepEqual(received, []);
    await close();
  });

  test('a camera that may not be used says what to do, and the button can be pressed again', async () => {
    const { page, close } = await openPage();
    await page.evaluate(`navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'))`);
    await page.getByRole('button', { name: 'Quét bằng máy ảnh' }).click();
    await page.getByText(/Chưa dùng được máy ảnh/u).waitFor();
    assert.equal(await page.getByRole('button', { name: 'Quét bằng máy ảnh' }).isVisible(), true);
    await close();
  });
});
