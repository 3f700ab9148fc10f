import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { type FastifyInstance } from 'fastify';
import sharp from 'sharp';
import { anyone } from '../../../kernel/actor.ts';
import { PLATFORM_PROBLEMS } from '../../../platform/http/problem-table.ts';
import { defineRoute, html } from '../../../platform/http/route.ts';
import { createServer } from '../../../platform/http/server.ts';
import { createProblemPage } from '../problem-page/problem-page.tsx';
import { publicContentSecurityPolicy } from '../security-policy/security-policy.ts';
import { enhancerSample } from './enhancer-sample.tsx';

const CHROMIUM = [process.env['XASO_CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => path !== undefined && existsSync(path));

describe('the script of the public pages', { skip: CHROMIUM === undefined ? 'no Chromium on this machine (XASO_CHROMIUM)' : false }, () => {
  let server: FastifyInstance;
  let browser: Browser;
  let base: string;
  let received: string[] = [];

  before(async () => {
    const page = { method: 'GET', policy: anyone, summary: 'mẫu', tag: 'test', kind: 'page', schema: {} } as const;
    server = await createServer({
      routes: [
        defineRoute({
          ...page,
          url: '/mau',
          handle: ({ context, request }) => {
            const asked = Object.keys(request.query as object);
            return html(enhancerSample(context, { posted: asked.includes('posted'), faults: asked.includes('faults'), done: asked.includes('done') }));
          },
        }),
        defineRoute({
          ...page,
          url: '/nhan',
          method: 'POST',
          bodyLimit: 10_000_000,
          handle: async ({ request }) => {
            const names: string[] = [];
            for await (const part of request.parts()) {
              names.push(part.type === 'field' ? `${part.fieldname}=${String(part.value)}` : `${part.fieldname}:${part.mimetype}:${(await part.toBuffer()).length}`);
            }
            received.push(names.join('&'));
            return html('<p>Đã nhận</p>', 204);
          },
        }),
      ],
      problems: PLATFORM_PROBLEMS,
      identify: () => Promise.resolve({ kind: 'anonymous' }), keepView: () => undefined,
      renderProblemPage: createProblemPage(() => undefined),
      contentSecurityPolicy: publicContentSecurityPolicy(),
      version: '1',
      clock: () => new Date(0),
      logLevel: 'silent',
      secure: false,
    });
    base = await server.listen({ port: 0, host: '127.0.0.1' });
    browser = await chromium.launch({
      executablePath: CHROMIUM ?? '',
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
  });

  after(async () => {
    await browser.close();
    await server.close();
  });

  /** Opens the sample in a browser without a past, and fails on anything that the console complains about. */
  async function withPage(work: (page: Page) => Promise<void>, { query = '', prepare, ...options }: BrowserContextOptions & { query?: string; prepare?: string } = {}): Promise<void> {
    received = [];
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, ...options });
    try {
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().includes('404')) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      page.setDefaultTimeout(20_000);
      await page.clock.install({ time: new Date('2026-11-22T08:00:00+07:00') });
      if (prepare !== undefined) await page.addInitScript(prepare);
      await page.goto(`${base}/mau${query}`);
      await work(page);
      assert.deepEqual(complaints, []);
    } finally {
      await context.close();
    }
  }

  async function fillWhole(page: Page): Promise<void> {
    await page.fill('#o-name', 'Lê Thị Mẫu');
    await page.fill('#o-born', '26');
    await page.fill('#o-born-month', '11');
    await page.fill('#o-born-year', '1956');
    await page.check('#o-place');
  }

  test('a field that is left empty shows the words of the server, and loses them once it is filled', async () => {
    await withPage(async (page) => {
      await page.focus('#o-name');
      await page.focus('#o-phone');
      assert.equal(await page.textContent('#o-name-fault'), 'Lỗi: Nhập họ tên.');
      assert.equal(await page.getAttribute('#o-name', 'aria-invalid'), 'true');
      await page.fill('#o-name', 'L');
      assert.equal(await page.isVisible('#o-name-fault'), false);
      assert.equal(await page.getAttribute('#o-name', 'aria-invalid'), 'false');
    });
  });

  test('a value of the wrong form is named on leaving the field; an optional empty field is fine', async () => {
    await withPage(async (page) => {
      await page.focus('#o-phone');
      await page.focus('#o-name');
      assert.equal(await page.isVisible('#o-phone-fault'), false);
      await page.fill('#o-phone', '12');
      await page.focus('#o-name');
      assert.equal(await page.textContent('#o-phone-fault'), 'Lỗi: Có 10 chữ số.');
    });
  });

  test('a date is checked when all three boxes are left, not between them', async () => {
    await withPage(async (page) => {
      await page.fill('#o-born', '31');
      await page.fill('#o-born-month', '2');
      assert.equal(await page.isVisible('#o-born-fault'), false);
      await page.fill('#o-born-year', '2026');
      await page.focus('#o-name');
      assert.equal(await page.textContent('#o-born-fault'), 'Lỗi: Không có ngày này.');
      await page.fill('#o-born', '28');
      assert.equal(await page.isVisible('#o-born-fault'), false);
    });
  });

  test('a form with faults is not sent; the first of them gets the focus', async () => {
    await withPage(async (page) => {
      await page.click('text=Gửi');
      assert.equal(await page.evaluate('document.activeElement.id'), 'o-name');
      assert.equal(await page.locator('.fault:visible').count(), 3);
      assert.deepEqual(received, []);
    });
  });

  test('pressing twice in haste sends once, and a retry some seconds later is never blocked', async () => {
    await withPage(async (page) => {
      await fillWhole(page);
      const button = page.locator('button[type=submit]');
      await button.click();
      await page.waitForTimeout(150);
      assert.equal(await button.textContent(), 'Đang gửi…');
      assert.equal(await button.getAttribute('aria-disabled'), 'true');
      await button.click({ force: true });
      await page.waitForTimeout(150);
      assert.equal(received.length, 1);
      await page.clock.fastForward(4100);
      assert.equal(await button.textContent(), 'Gửi');
      await button.click();
      await page.waitForTimeout(150);
      assert.equal(received.length, 2);
      assert.ok(received.every((one) => one.startsWith('commandId=lenh-1&name=Lê Thị Mẫu')));
    });
  });

  test('what is written is kept on the device, filled in again, and can be deleted; secrets are never kept', async () => {
    await withPage(async (page) => {
      assert.equal(await page.isVisible('[data-draft]'), false);
      await fillWhole(page);
      await page.fill('#o-secret', 'bí mật');
      await page.check('#o-news');
      await page.clock.fastForward(500);
      assert.equal(await page.textContent('[data-draft] span'), 'Đã lưu nháp trên máy này.');
      assert.doesNotMatch(await page.evaluate<string>('JSON.stringify(localStorage)'), /bí mật|lenh-1/);
      await page.reload();
      assert.equal(await page.textContent('[data-draft] span'), 'Đã điền lại bản nháp lưu trên máy này.');
      assert.equal(await page.inputValue('#o-name'), 'Lê Thị Mẫu');
      assert.equal(await page.isChecked('#o-place'), true);
      assert.equal(await page.isChecked('#o-news'), true);
      await page.click('text=Xóa bản nháp');
      assert.equal(await page.inputValue('#o-name'), '');
      assert.equal(await page.evaluate('localStorage.length'), 0);
      assert.equal(await page.textContent('[data-draft] span'), 'Đã xóa bản nháp trên máy này.');
    });
  });

  test('a draft is not put over what the server sent back, is forgotten after seven days and after the form was accepted', async () => {
    await withPage(async (page) => {
      const write = async (): Promise<void> => {
        await page.goto(`${base}/mau`);
        await page.fill('#o-name', 'Bản nháp');
        await page.clock.fastForward(500);
      };
      await write();
      await page.goto(`${base}/mau?posted`);
      assert.equal(await page.inputValue('#o-name'), 'Máy chủ');
      await page.goto(`${base}/mau?done`);
      assert.equal(await page.evaluate('localStorage.length'), 0);
      await write();
      await page.clock.fastForward(8 * 86_400_000);
      await page.goto(`${base}/mau`);
      assert.equal(await page.inputValue('#o-name'), '');
      assert.equal(await page.evaluate('localStorage.length'), 0);
    });
  });

  test('a large photograph is made smaller before it is sent, a small one and a PDF stay as they are', async () => {
    const noise = await sharp({ create: { width: 2000, height: 1500, channels: 3, background: '#fff', noise: { type: 'gaussian', mean: 128, sigma: 60 } } }).jpeg({ quality: 90 }).toBuffer();
    const small = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#888' } }).png().toBuffer();
    await withPage(async (page) => {
      const files = (): Promise<[string, string, number][]> => page.evaluate('[...document.querySelector("#o-picture").files].map((f) => [f.name, f.type, f.size])');
      await page.setInputFiles('#o-picture', { name: 'Giấy chứng sinh.jpeg', mimeType: 'image/jpeg', buffer: noise });
      await page.locator('#o-picture + .hint', { hasText: /nhỏ còn \d+ KB/ }).waitFor();
      const [[name, type, size] = ['', '', 0]] = await files();
      assert.deepEqual([name, type], ['Giấy chứng sinh.jpg', 'image/jpeg']);
      assert.ok(size < noise.length, `${noise.length} became ${size}`);
      assert.equal(await page.evaluate('createImageBitmap(document.querySelector("#o-picture").files[0]).then((b) => b.width)'), 1600);
      await page.setInputFiles('#o-picture', [
        { name: 'a.png', mimeType: 'image/png', buffer: small },
        { name: 'b.pdf', mimeType: 'application/pdf', buffer: noise },
      ]);
      await page.locator('#o-picture + .hint:empty').waitFor({ state: 'attached' });
      assert.deepEqual(await files(), [
        ['a.png', 'image/png', small.length],
        ['b.pdf', 'application/pdf', noise.length],
      ]);
    });
  });

  test('a picture that the browser cannot draw is sent as it is', async () => {
    await withPage(async (page) => {
      const broken = Buffer.alloc(400_000, 1);
      await page.setInputFiles('#o-picture', { name: 'a.heic', mimeType: 'image/heic', buffer: broken });
      await page.locator('#o-picture + .hint:empty').waitFor({ state: 'attached' });
      await fillWhole(page);
      await page.click('button[type=submit]');
      await page.waitForTimeout(200);
      assert.match(received[0] ?? '', /picture:image\/heic:400000$/);
    });
  });

  test('the type size changes at once, round the three sizes, and the choice is kept in the cookie', async () => {
    await withPage(async (page) => {
      const link = page.locator('[data-scales]');
      for (const [scale, words] of [
        ['125', 'Chữ to hơn'],
        ['150', 'Chữ thường'],
        ['100', 'Chữ to'],
        ['125', 'Chữ to hơn'],
      ] as const) {
        await link.click();
        assert.equal(await page.getAttribute('html', 'data-scale'), scale);
        assert.equal(await link.textContent(), words);
      }
      assert.equal(await page.evaluate('document.cookie'), 'co-chu=125');
      await page.reload();
      assert.equal(await page.getAttribute('html', 'data-scale'), '125');
    });
  });

  test('ticked papers are remembered, and the page says that they are', async () => {
    await withPage(async (page) => {
      assert.equal(await page.isVisible('[data-kept]'), false);
      await page.click('text=Căn cước');
      assert.equal(await page.isVisible('.papers + [data-kept]'), true);
      await page.reload();
      assert.deepEqual([await page.isChecked('#o-giay-a'), await page.isChecked('#o-giay-b')], [false, true]);
      await page.click('text=Căn cước');
      assert.equal(await page.evaluate('localStorage.length'), 0);
    });
  });

  const VOICES = (lang: string): string =>
    `window.spoken = []; Object.defineProperty(window, 'speechSynthesis', { value: { speaking: false, getVoices: () => [{ lang: '${lang}' }], speak(u) { this.speaking = true; spoken.push([u.lang, u.text]); this.last = u; }, cancel() { this.speaking = false; spoken.push('stop'); } } }); window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };`;

  test('without a voice of the page’s language there is no button that reads aloud', async () => {
    await withPage(async (page) => {
      assert.equal(await page.isVisible('[data-read]'), false);
    });
    await withPage(
      async (page) => {
        assert.equal(await page.isVisible('[data-read]'), false);
      },
      { prepare: VOICES('en-US') },
    );
  });

  test('with a Vietnamese voice the page is read piece by piece, and a second press stops it', async () => {
    await withPage(
      async (page) => {
        await page.click('[data-read]');
        assert.equal((await page.textContent('[data-read]'))?.trim(), 'Dừng đọc');
        const spoken = await page.evaluate<[string, string][]>('spoken');
        assert.deepEqual(spoken.slice(0, 3), [
          ['vi', 'Đăng ký khai sinh'],
          ['vi', 'Lệ phí 0 đồng.'],
          ['vi', 'Họ tên'],
        ]);
        assert.ok(spoken.every(([, text]) => !text.includes('Lỗi')), 'hidden lines are not read');
        await page.click('[data-read]');
        assert.equal(await page.evaluate('spoken.at(-1)'), 'stop');
        assert.equal((await page.textContent('[data-read]'))?.trim(), 'Đọc to');
      },
      { prepare: VOICES('vi-VN') },
    );
  });

  test('a page that came back with faults puts the focus on their summary', async () => {
    await withPage(
      async (page) => {
        assert.equal(await page.evaluate('document.activeElement.hasAttribute("data-summary")'), true);
      },
      { query: '?faults' },
    );
  });

  test('where the browser forbids remembering, everything else still works', async () => {
    await withPage(
      async (page) => {
        await fillWhole(page);
        await page.click('text=Căn cước');
        await page.click('button[type=submit]');
        await page.waitForTimeout(200);
        assert.equal(received.length, 1);
      },
      { prepare: 'Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });' },
    );
  });

  test('without scripts the form is sent, nothing hidden is needed, and the size switch is a link', async () => {
    await withPage(
      async (page) => {
        await fillWhole(page);
        assert.match((await page.getAttribute('[data-scales]', 'href')) ?? '', /^\/lua-chon\?co-chu=125/);
        await page.click('button[type=submit]');
        await page.waitForTimeout(200);
        assert.equal(received.length, 1);
      },
      { javaScriptEnabled: false },
    );
  });
});
