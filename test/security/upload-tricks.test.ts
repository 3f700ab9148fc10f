import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { bombPng, HEIC, LOCKED_PDF, PROGRAM } from '../../src/modules/dossiers/api/sample-files-for-tests.ts';
import { pdfOfPages } from '../../src/platform/pages/pdf-for-tests.ts';
import { stopPageWorker } from '../../src/platform/pages/pages.ts';
import { createTwoCommunes, type TwoCommunes } from '../matrix-things.ts';

let program: TwoCommunes;
before(async () => { program = await createTwoCommunes(); });
after(async () => {
  await program.close();
  await stopPageWorker();
});

interface Sent {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

async function send({ name, type, content }: Sent): Promise<{ readonly status: number; readonly code: string | undefined; readonly file: { readonly sha256: string; readonly mediaType?: string; readonly fileName?: string } | undefined; readonly body: string }> {
  const form = new FormData();
  form.append('files', new Blob([new Uint8Array(content)], { type }), name);
  const request = new Request('http://xa.test', { method: 'POST', body: form });
  const answer = await program.server.inject({
    method: 'POST', url: '/api/uploads', headers: { ...program.as(program.home.staff.reception.actor), 'content-type': request.headers.get('content-type') ?? '' }, payload: Buffer.from(await request.arrayBuffer()),
  });
  const read = answer.json<{ code?: string; files?: { sha256: string }[] }>();
  return { status: answer.statusCode, code: read.code, file: read.files?.[0], body: answer.body };
}
const picture = () => sharp({ create: { width: 40, height: 40, channels: 3, background: '#334455' } }).png().toBuffer();
const HTML = Buffer.from('<!doctype html><script>alert(document.cookie)</script>');
const SVG = Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>');

describe('a file is what it is, whatever it calls itself', () => {
  const REFUSED: readonly (readonly [string, () => Sent | Promise<Sent>, string])[] = [
    ['nothing at all', () => ({ name: 'a.png', type: 'image/png', content: Buffer.alloc(0) }), 'file.empty'],
    ['a page of HTML called a picture', () => ({ name: 'a.png', type: 'image/png', content: HTML }), 'file.wrong-type'],
    ['a drawing with a script', () => ({ name: 'a.svg', type: 'image/svg+xml', content: SVG }), 'file.wrong-type'],
    ['a drawing with a script called a picture', () => ({ name: 'a.jpg', type: 'image/jpeg', content: SVG }), 'file.wrong-type'],
    ['a program with two endings', () => ({ name: 'giay.pdf.exe', type: 'application/pdf', content: PROGRAM }), 'file.wrong-type'],
    ['a program called a PDF', () => ({ name: 'giay.exe.pdf', type: 'application/pdf', content: PROGRAM }), 'file.wrong-type'],
    ['a PDF that runs JavaScript', () => ({ name: 'giay.pdf', type: 'application/pdf', content: pdfOfPages(1, { catalogue: '/OpenAction<</S/JavaScript/JS(app.alert(1))>>' }) }), 'file.active-pdf'],
    ['a PDF with a file inside', () => ({ name: 'giay.pdf', type: 'application/pdf', content: pdfOfPages(1, { catalogue: '/Names<</EmbeddedFiles<</Names[(a)4 0 R]>>>>', more: ['<</Type/Filespec/F(a)/EF<</F 5 0 R>>>>', '<</Type/EmbeddedFile/Length 2>>stream\nhi\nendstream'] }) }), 'file.active-pdf'],
    ['a locked PDF', () => ({ name: 'giay.pdf', type: 'application/pdf', content: LOCKED_PDF }), 'file.locked-pdf'],
    ['a picture of 900 million pixels in a hundred kilobytes', () => ({ name: 'a.png', type: 'image/png', content: bombPng() }), 'file.too-many-pixels'],
    ['an archive', () => ({ name: 'a.png', type: 'image/png', content: Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.alloc(600)]) }), 'file.wrong-type'],
    ['a packed stream of nothing, 50 megabytes unpacked', () => ({ name: 'a.pdf', type: 'application/pdf', content: gzipSync(Buffer.alloc(50 * 1024 * 1024)) }), 'file.wrong-type'],
    ['a picture of an iPhone', () => ({ name: 'a.jpg', type: 'image/jpeg', content: HEIC }), 'file.heic'],
    ['a script of a shell', () => ({ name: 'a.jpg', type: 'image/jpeg', content: Buffer.from('#!/bin/sh\nrm -rf /\n') }), 'file.wrong-type'],
  ];
  for (const [what, make, code] of REFUSED) {
    test(`${what} is refused: ${code}`, async () => {
      const answer = await send(await make());
      assert.equal(answer.code, code, answer.body.slice(0, 300));
      assert.ok(answer.status >= 400 && answer.status < 500);
    });
  }

  test('a picture with a page of HTML or an archive behind it (a polyglot) is drawn anew: nothing of what hung on it is kept', async () => {
    for (const tail of [HTML, Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), HTML])]) {
      const whole = Buffer.concat([await picture(), tail]);
      const answer = await send({ name: 'a.png.html', type: 'text/html', content: whole });
      assert.equal(answer.status, 200, answer.body);
      const page = await program.server.inject({ url: `/api/uploads/${answer.file?.sha256 ?? ''}/pages/1`, headers: program.as(program.home.staff.reception.actor) });
      assert.equal(page.statusCode, 200);
      assert.match(String(page.headers['content-type']), /^image\/(?:jpeg|png|webp)$/u);
      assert.ok(!page.rawPayload.includes('<script>') && !page.rawPayload.includes('PK\u0003\u0004'));
    }
  });

  test('what a camera or a program wrote into a picture does not stay: no place, no comment, no script', async () => {
    const told = await sharp(await picture()).jpeg().withExif({ IFD0: { Copyright: '<script>alert(1)</script>', ImageDescription: 'nha-o-day' } }).toBuffer();
    const answer = await send({ name: 'a.jpg', type: 'image/jpeg', content: told });
    const page = await program.server.inject({ url: `/api/uploads/${answer.file?.sha256 ?? ''}/pages/1`, headers: program.as(program.home.staff.reception.actor) });
    assert.ok(!page.rawPayload.includes('nha-o-day') && !page.rawPayload.includes('<script>'));
  });

  test('a name with paths, turned writing, control signs or a false ending is no path and brings none of it back', async () => {
    for (const name of ['../../etc/passwd.png', '..\\..\\a.png', 'a\u202egnp.exe', 'a\u0007b.png', 'con.png', `${'a'.repeat(400)}.png`, '<script>.png', 'a.png\r\nset-cookie: a=b']) {
      const answer = await send({ name, type: 'image/png', content: await picture() });
      assert.ok(answer.status === 200 || (answer.status >= 400 && answer.status < 500), `${name}: ${answer.body}`);
      // eslint-disable-next-line no-control-regex -- they are what must be gone
      assert.doesNotMatch(answer.file?.fileName ?? '', /[/\\\u0000-\u001f\u202a-\u202e<>]/u, name);
      assert.ok((answer.file?.fileName ?? '').length <= 200);
    }
  });
});

test('a form of many parts, of one huge field or of no end is refused by its size', async () => {
  const { reception } = program.home.staff;
  const boundary = 'ranh-gioi';
  const part = (name: string, content: string, file = '') => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${file === '' ? '' : `; filename="${file}"`}\r\n\r\n${content}\r\n`;
  const bodies = {
    'a hundred files': Array.from({ length: 100 }, (_, n) => part('files', 'x', `${String(n)}.png`)).join('') + `--${boundary}--\r\n`,
    'a field of a megabyte': part('a', 'x'.repeat(1_000_000)) + `--${boundary}--\r\n`,
    'no end': part('files', 'x', 'a.png').slice(0, -2),
    'no boundary inside': 'x'.repeat(1_000),
    'a name of ten thousand letters': part('n'.repeat(10_000), 'x') + `--${boundary}--\r\n`,
  };
  for (const [what, payload] of Object.entries(bodies)) {
    const answer = await program.server.inject({ method: 'POST', url: '/api/uploads', headers: { ...program.as(reception.actor), 'content-type': `multipart/form-data; boundary=${boundary}` }, payload });
    assert.ok(answer.statusCode >= 400 && answer.statusCode < 500, `${what}: ${String(answer.statusCode)} ${answer.body.slice(0, 200)}`);
  }
});
