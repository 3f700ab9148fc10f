import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildResumeCode, openingDigits, readResumeCode } from './resume-code.ts';
import { type FormDefinition } from './form-definition.ts';

test('a code has eight letters that are not mistaken for each other, in two groups', () => {
  assert.match(buildResumeCode(Uint8Array.from([0, 1, 2, 3, 30, 31, 254, 255])), /^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
});

test('a code is read with or without its hyphen, in small letters and with spaces', () => {
  for (const typed of ['8f3k-2m9q', '8F3K2M9Q', ' 8f3k 2m9q ', '8F3K–2M9Q']) assert.equal(readResumeCode(typed), '8F3K-2M9Q');
  for (const typed of ['', '8F3K', '8F3K-2M9', '8F3K-2M90', 'KB-8F3K-2M9Q']) assert.equal(readResumeCode(typed), undefined);
});

test('the ends of phones and citizen numbers open a draft, other numbers do not', () => {
  const field = (id: string, kind: 'phone' | 'citizen-number' | 'text') => ({ id, kind, label: { vi: 'x', en: 'x' }, official: 'x' });
  const definition = { groups: [{ id: 'a', title: { vi: 'x', en: 'x' }, fields: [field('p', 'phone'), field('n', 'citizen-number'), field('t', 'text'), field('q', 'phone')] }] } as unknown as FormDefinition;
  assert.deepEqual(openingDigits(definition, { p: '0912 345 678', n: '003190999901', t: '0900000099', q: '12' }), ['5678', '9901']);
});
