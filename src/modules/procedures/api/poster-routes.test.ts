import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createProcedureHouse, type ProcedureHouse } from '../../../../test/procedure-house.ts';
import { stopPdfWorker } from '../../../platform/pdf/render-pdf.ts';

let house: ProcedureHouse;

before(async () => {
  house = await createProcedureHouse();
});

after(async () => {
  await house.close();
  await stopPdfWorker();
});

test('the poster as a picture shows the procedure and may run nothing', async () => {
  const { statusCode, headers, body } = await house.page('/t/1.001193/ap-phich.svg');
  equal(statusCode, 200);
  match(String(headers['content-type']), /image\/svg\+xml/u);
  match(String(headers['content-security-policy']), /default-src 'none'/u);
  match(body, /Đăng ký khai sinh/u);
  ok(!/<script|\son\w+=/iu.test(body));
});

for (const [size, query] of [['A5', ''], ['A5', '?kho=a5'], ['A6', '?kho=a6']] as const) {
  test(`the poster${query} is a PDF of ${size}`, async () => {
    const { statusCode, headers, rawPayload } = await house.page(`/t/1.001193/ap-phich.pdf${query}`);
    equal(statusCode, 200);
    equal(headers['content-type'], 'application/pdf');
    equal(headers['content-disposition'], `inline; filename="1.001193-${size}.pdf"`);
    equal(rawPayload.subarray(0, 5).toString(), '%PDF-');
  });
}

test('posters are kept on disk, and a completed time limit makes a new one', async () => {
  const folder = join(house.cacheFolder, 'posters');
  await house.page('/t/1.000080/ap-phich.pdf');
  const before = await readdir(folder);
  await house.page('/t/1.000080/ap-phich.pdf');
  deepEqual(await readdir(folder), before);
  const body = { commandId: house.newId(), unit: 'working-day', value: 8, basis: 'Quyết định 5' };
  equal((await house.call('administrator', 'PUT', '/api/procedures/1.000080/time-limit', body)).status, 200);
  await house.page('/t/1.000080/ap-phich.pdf');
  equal((await readdir(folder)).length, before.length + 1);
});

for (const query of ['?kho=a4', '?kho=a5&kho=a6', '?kho=']) {
  test(`there is no poster ${query}`, async () => {
    equal((await house.page(`/t/1.001193/ap-phich.pdf${query}`)).statusCode, 422);
  });
}

test('the book of all posters is for staff, and has a page for every procedure', async () => {
  const stranger = await house.page('/ap-phich.pdf');
  deepEqual([stranger.statusCode, stranger.headers.location], [303, '/can-bo/dang-nhap?tiep=%2Fap-phich.pdf']);
  await house.call('clerk', 'GET', '/api/procedures/suggest?q=a');
  const { statusCode, headers, rawPayload } = await house.page('/ap-phich.pdf', { 'x-actor': 'clerk' });
  equal(statusCode, 200);
  equal(headers['content-type'], 'application/pdf');
  const pages = rawPayload.toString('latin1').match(/\/Type\s*\/Page\b/gu)?.length ?? 0;
  ok(pages >= 346, `${String(pages)} pages`);
  deepEqual((await house.page('/ap-phich.pdf', { 'x-actor': 'clerk' })).rawPayload, rawPayload);
});
