import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRefusal, refusalError, refusalOf, UNREACHABLE } from './refusal.ts';

test('a problem answer keeps its code, its sentence and its faults', () => {
  const refusal = readRefusal(422, {
    title: 'Số điện thoại chưa đúng.',
    code: 'dossier.phone-not-readable',
    faults: [{ field: 'person.phone', code: 'dossier.phone-not-readable', message: 'Số điện thoại chưa đúng.' }],
  });
  assert.equal(refusal.status, 422);
  assert.equal(refusal.message, 'Số điện thoại chưa đúng.');
  assert.deepEqual(refusal.faults.map((fault) => fault.field), ['person.phone']);
});

for (const body of [null, 'Bad Gateway', {}, { title: 'no code' }, []]) {
  test(`an answer that is not a problem (${JSON.stringify(body)}) counts as no answer`, () => {
    assert.equal(readRefusal(502, body).code, UNREACHABLE);
  });
}

test('a refusal survives the way through an error, and a foreign error counts as no answer', () => {
  const refusal = readRefusal(404, { code: 'dossier.not-found', title: 'Không tìm thấy hồ sơ này.' });
  assert.deepEqual(refusalOf(refusalError(refusal)), refusal);
  assert.equal(refusalOf(new TypeError('boom')).code, UNREACHABLE);
  assert.equal(refusalOf(undefined).code, UNREACHABLE);
});
