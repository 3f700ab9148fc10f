import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { createProcedureHouse, type ProcedureHouse } from '../../../../test/procedure-house.ts';
import { readQuestion } from './search-routes.tsx';

let house: ProcedureHouse;

before(async () => {
  house = await createProcedureHouse();
});

after(async () => {
  await house.close();
});

function codesOf(html: string): readonly string[] {
  return [...html.matchAll(/href="\/t\/([^"/]+)"/gu)].map((found) => found[1] ?? '');
}

const ask = (question: string) => house.page(`/tim?q=${encodeURIComponent(question)}`);

const QUESTIONS: readonly (readonly [string, string])[] = [
  ['làm giấy khai sinh', '1.001193'],
  ['lam giay khai sinh cho con', '1.001193'],
  ['giấy khai sih', '1.001193'],
  ['sao y bản chính', '2.000815'],
  ['photo công chứng', '2.000815'],
  ['xác nhận độc thân', '1.004873'],
  ['dang ky ket hon', '1.000894'],
  ['mở quán ăn', '1.001612'],
  ['1.001193', '1.001193'],
];

for (const [question, code] of QUESTIONS) {
  test(`“${question}” finds ${code} first`, async () => {
    const { statusCode, body } = await ask(question);
    equal(statusCode, 200);
    equal(codesOf(body)[0], code);
    ok(codesOf(body).length <= 10);
    ok(body.includes(`value="${question}"`));
  });
}

test('each answer says what it is for, how long it takes and what it costs', async () => {
  const { body } = await ask('khai sinh');
  match(body, /Làm Giấy khai sinh cho trẻ mới sinh\./u);
  match(body, /Thời hạn: trong ngày · Lệ phí: 0 đ/u);
});

test('what finds nothing says so, offers everyday matters, the hotline and every field', async () => {
  const { statusCode, body } = await ask('zzzqqq');
  equal(statusCode, 200);
  ok(body.includes('Chưa tìm thấy việc nào khớp với “zzzqqq”'));
  deepEqual(codesOf(body), ['2.000815', '1.001193', '1.000894', '1.004873', '1.001612', '1.001776']);
  ok(body.includes('0237\u00a03865\u00a0123'));
  ok(body.includes('href="/linh-vuc/ho-tich"'));
});

for (const question of ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "'; drop table procedure_version; --", '%', '_', '\\', '../../etc/passwd', '${7*7}', '\u202egnp.exe']) {
  test(`“${question}” is only text`, async () => {
    const { statusCode, body } = await ask(question);
    equal(statusCode, 200);
    ok(!/<script>alert|<img src=x/u.test(body));
    ok(!body.includes('\u202e'));
  });
}

test('a question is one line of at most 200 characters, whatever came', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 600 }), fc.array(fc.string()), fc.anything()), (value) => {
      const question = readQuestion(value);
      equal(question, question.trim());
      ok(question.length <= 200);
      ok(!/[\p{Cc}\n]/u.test(question));
      ok(question.isWellFormed());
    }),
  );
});

for (const [what, query] of [
  ['a very long question', `?q=${'khai sinh '.repeat(600)}`],
  ['two questions', '?q=sao%20y&q=khai%20sinh'],
  ['parameters of a shared link', '?q=khai%20sinh&fbclid=1&utm_source=zalo'],
  ['an object', '?q[a]=1'],
  ['no question', '?q='],
  ['only spaces', '?q=%20%20'],
  ['a broken escape', '?q=%E0%A4%A'],
] as const) {
  test(`${what} is answered with a page`, async () => {
    const { statusCode, headers } = await house.page(`/tim${query}`);
    equal(statusCode, 200);
    match(String(headers['content-type']), /text\/html/u);
  });
}

test('answers to questions are not kept: strangers cannot push the pages of procedures out of memory', async () => {
  await house.page('/t/1.001193');
  const before = house.pages.pageCount;
  for (let turn = 0; turn < 20; turn++) await ask(`khai sinh ${String(turn)}`);
  equal(house.pages.pageCount, before);
});

test('without a question: every life event and every field', async () => {
  const { body } = await house.page('/tim');
  for (const slug of ['sinh-con', 'ket-hon', 'chung-thuc', 'cu-tru-nha-dat', 'kinh-doanh', 'tro-cap', 'qua-doi', 'viec-khac']) ok(body.includes(`href="/viec/${slug}"`), slug);
  const fields = [...body.matchAll(/href="\/linh-vuc\/([^"]+)"/gu)].map((found) => found[1] ?? '');
  equal(new Set(fields).size, fields.length);
  let counted = 0;
  for (const slug of fields) {
    const page = await house.page(`/linh-vuc/${slug}`);
    equal(page.statusCode, 200, slug);
    counted += codesOf(page.body).length;
  }
  equal(counted, house.catalogue.inForce('16072', '2026-11-23').length);
});

for (const [slug, code, count] of [['sinh-con', '1.001193', 5], ['ket-hon', '1.000894', 4], ['chung-thuc', '2.000815', 6], ['qua-doi', '1.000656', 3], ['viec-khac', '', 7]] as const) {
  test(`/viec/${slug} lists its ${String(count)} procedures`, async () => {
    const { statusCode, body } = await house.page(`/viec/${slug}`);
    equal(statusCode, 200);
    equal(codesOf(body).length, count);
    if (code !== '') equal(codesOf(body)[0], code);
  });
}

test('the English name of a life event leads to its page, an unknown one to the search', async () => {
  equal((await house.page('/viec/birth')).headers.location, '/viec/sinh-con');
  equal((await house.page('/viec/death')).headers.location, '/viec/qua-doi');
  equal((await house.page('/viec/nope')).statusCode, 404);
  equal((await house.page('/linh-vuc/nope')).statusCode, 404);
  equal((await house.page('/linh-vuc/..%2f')).statusCode, 404);
});

test('the long forms lead to the search', async () => {
  equal((await house.page('/thu-tuc?tim=khai+sinh')).headers.location, '/tim?q=khai+sinh');
  equal((await house.page('/thu-tuc')).headers.location, '/tim');
  equal((await house.page('/linh-vuc')).headers.location, '/tim#linh-vuc');
  equal((await house.page(`/thu-tuc?tim=${encodeURIComponent('//evil.example\r\nx: y')}`)).headers.location, '/tim?q=%2F%2Fevil.example+x%3A+y');
});

test('the search speaks English', async () => {
  const { body } = await house.page('/tim?q=birth%20registration&lang=en');
  match(body, /Birth registration/u);
  match(body, /Time: the same day · Fee: 0 đ/u);
});
