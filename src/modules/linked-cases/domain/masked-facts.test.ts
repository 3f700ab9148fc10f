import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type LinkedGroup } from './linked-group.ts';
import { maskedFacts, unmaskedFacts } from './masked-facts.ts';

const fact = (key: string, kind: 'text' | 'number'): LinkedGroup['facts'][number] => ({ key, kind, needed: false, label: { vi: key, en: key } });
const GROUP = { facts: [fact('motherName', 'text'), fact('motherNumber', 'number')] } as unknown as LinkedGroup;
const KEPT = { motherName: 'Nguyễn Thị Mẫu', motherNumber: '003190999901', applicantPhone: '0900000012' };
const SHOWN = { motherName: 'Nguyễn Thị Mẫu', motherNumber: '•••• •••• 9901', applicantPhone: '•••• ••• 012' };

test('numbers and the phone are masked, names stay', () => { assert.deepEqual(maskedFacts(GROUP, KEPT), SHOWN); });

test('a form that comes back as it was shown changes nothing, a retyped number does', () => {
  assert.deepEqual(unmaskedFacts(GROUP, SHOWN, KEPT), KEPT);
  assert.equal(unmaskedFacts(GROUP, { ...SHOWN, motherNumber: '003190999902' }, KEPT)['motherNumber'], '003190999902');
});

test('bullets that were not shown are no number', () => {
  assert.equal(unmaskedFacts(GROUP, { motherNumber: '•••• •••• 9902' }, KEPT)['motherNumber'], '•••• •••• 9902');
});
