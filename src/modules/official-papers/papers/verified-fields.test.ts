import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { APOLOGY, CONTROL_SHEET, ENVELOPE, REFUSAL, REGISTER, RESULT_RECEIPT, SLIP, STOP, SUPPLEMENT } from './paper-examples-for-tests.ts';
import { type PaperView } from './paper-views.ts';
import { BIRTH_RECEIPT } from './receipt-view-for-tests.ts';
import { covered, printedTails, verifiedFields } from './verified-fields.ts';

const VIEWS: readonly PaperView[] = [BIRTH_RECEIPT, SUPPLEMENT, REFUSAL, APOLOGY, STOP, CONTROL_SHEET, REGISTER, SLIP, RESULT_RECEIPT, ENVELOPE];
/** What says who a person is, or what somebody’s matter is about. */
const PERSONAL = ['Nguyễn Thị Thu Hường', '038190001234', 'Thôn Đông Hòa', '0912 345 678', 'thuhuong@example.vn', 'Nguyễn Minh Khôi', 'Nguyễn Văn Chồng', 'Hàm Rồng', 'chuyển nơi cư trú', 'bị mờ'];

describe('whoever only has the code of a paper', () => {
  for (const view of VIEWS) {
    test(`reads nothing about a person on a ${view.kind}`, () => {
      const open = verifiedFields(view).map((field) => (field.personal ? covered(field) : JSON.stringify(field.value))).join(' ');
      for (const words of PERSONAL) assert.ok(!open.includes(words), `${words} in ${open}`);
    });

    test(`is shown no line twice of a ${view.kind}`, () => {
      const keys = verifiedFields(view).map(({ key }) => key);
      assert.equal(new Set(keys).size, keys.length);
    });
  }
});

test('of a covered name its first letters remain, of a number nothing', () => {
  const [name, number] = verifiedFields(REFUSAL);
  assert.ok(name !== undefined && number !== undefined);
  assert.deepEqual([covered(name), covered(number)], ['N••• T••• T••• H•••', '••••••']);
});

const cases: readonly (readonly [string, PaperView, readonly string[]])[] = [
  ['the tails of the number and the phone open a form', REFUSAL, ['1234', '5678']],
  ['a person without a number is asked for the phone', { ...REFUSAL, applicant: { ...REFUSAL.applicant, citizenNumber: null } }, ['5678']],
  ['where neither is printed nothing opens it', { ...REFUSAL, applicant: { ...REFUSAL.applicant, citizenNumber: null, phone: null } }, []],
  ['a number too short to be one opens nothing', { ...REFUSAL, applicant: { ...REFUSAL.applicant, citizenNumber: '1234', phone: null } }, []],
  ['an envelope has the phone of its receiver', ENVELOPE, ['5678']],
  ['a register has none', REGISTER, []],
];
for (const [rule, view, tails] of cases) {
  test(rule, () => {
    assert.deepEqual(printedTails(view), tails);
  });
}
