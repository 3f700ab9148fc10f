import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCertificationRules } from '../papers/load-certification-rules.ts';
import { rulesInForce } from './certification-rules.ts';
import { decideCertification } from './decide-certification.ts';

const COPY = rulesInForce(loadCertificationRules(), '2.000815', '2026-11-26');
const DOCUMENT = { id: 'a', name: ' Bằng tốt nghiệp ', pages: 3, copies: 2 };
const INPUT = { documents: [DOCUMENT], checked: true, found: [] };

function decide(change: Partial<Parameters<typeof decideCertification>[1]>) {
  assert.ok(COPY !== undefined);
  return decideCertification(COPY, { ...INPUT, ...change });
}

test('documents are priced one by one and summed up', () => {
  const decided = decide({ documents: [DOCUMENT, { id: 'b', name: 'Giấy khai sinh', pages: 1, copies: 1 }] });
  assert.deepEqual(decided.ok && [decided.value.documents.map(({ name, fee }) => [name, fee]), decided.value.fee], [[['Bằng tốt nghiệp', 10_000], ['Giấy khai sinh', 2_000]], 12_000]);
});

for (const reason of COPY?.refusals?.reasons ?? []) {
  test(`a copy is refused when ${reason.en.toLowerCase()}, and the refusal says so`, () => {
    const decided = decide({ found: [reason.id] });
    assert.deepEqual(decided.ok ? decided : [decided.problem.code, decided.problem.facts?.['reason']], ['certification.must-refuse', reason.vi]);
  });
}

for (const [what, change, code] of [
  ['nobody looked at the original', { checked: false }, 'certification.not-checked'],
  ['there is no document', { documents: [] }, 'certification.no-document'],
  ['a document has no name', { documents: [DOCUMENT, { ...DOCUMENT, name: '  ' }] }, 'certification.document-nameless'],
] as const) {
  test(`a certification is refused when ${what}`, () => {
    const decided = decide(change);
    assert.equal(decided.ok ? 'ok' : decided.problem.code, code);
  });
}

test('a copy from the register has no reasons to look for', () => {
  const rules = rulesInForce(loadCertificationRules(), '2.000908', '2026-11-26');
  assert.ok(rules !== undefined);
  assert.ok(decideCertification(rules, { ...INPUT, checked: false }).ok);
});
