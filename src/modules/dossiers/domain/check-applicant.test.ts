import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tidyPhone } from '../../../kernel/phone-number.ts';
import { type ApplicantInput, checkApplicant, searchText } from './check-applicant.ts';
import { matchesSecondFactor } from './second-factor.ts';

const NOW = Date.UTC(2026, 10, 22, 3);
const GOOD: ApplicantInput = {
  citizenNumber: '003190999901', fullName: 'NGUYỄN THỊ MẪU', birthDate: '1990-03-05', sex: 'female',
  address: 'Thôn Đông Hòa', villageId: null, phone: '0900 000 012', email: '',
};

test('an applicant is tidied: the name is written as names are, empty texts are nothing, numbers have no spaces', () => {
  const checked = checkApplicant({ ...GOOD, citizenNumber: ' 003190 999901 ', phone: '+84 900 000 012' }, NOW);
  assert.ok(checked.ok);
  assert.equal(checked.value.fullName, 'Nguyễn Thị Mẫu');
  assert.equal(checked.value.citizenNumber, '003190999901');
  assert.equal(checked.value.phone, '0900000012');
  assert.equal(checked.value.email, null);
});

const REFUSED: readonly (readonly [string, Partial<ApplicantInput>, string])[] = [
  ['an empty name', { fullName: '  ' }, 'dossier.name-not-readable'],
  ['a name with digits', { fullName: 'Nguyễn 123' }, 'dossier.name-not-readable'],
  ['a name with markup', { fullName: '<b>Nguyễn</b>' }, 'dossier.name-not-readable'],
  ['a citizen number of 11 digits', { citizenNumber: '00319099990' }, 'dossier.citizen-number-not-readable'],
  ['a citizen number with letters', { citizenNumber: '00319099990A' }, 'dossier.citizen-number-not-readable'],
  ['a phone number that is too short', { phone: '09000' }, 'dossier.phone-not-readable'],
  ['an e-mail without a domain', { email: 'mau@' }, 'dossier.email-not-readable'],
  ['a date of birth that does not exist', { birthDate: '1990-02-30' }, 'dossier.birth-date-not-possible'],
  ['a date of birth in the future', { birthDate: '2026-11-23' }, 'dossier.birth-date-not-possible'],
  ['no address', { address: ' ' }, 'dossier.address-missing'],
  ['neither phone nor citizen number', { phone: null, citizenNumber: '' }, 'dossier.contact-missing'],
];

for (const [what, change, code] of REFUSED) {
  test(`${what} is refused as ${code}`, () => {
    const checked = checkApplicant({ ...GOOD, ...change }, NOW);
    assert.ok(!checked.ok);
    assert.equal(checked.problem.code, code);
    assert.match(checked.problem.field ?? '', /^person\./);
  });
}

test('an old identity number of nine digits is accepted, and a name with an apostrophe or one word too', () => {
  for (const change of [{ citizenNumber: '012345678' }, { fullName: "H'Hen Niê" }, { fullName: 'Mẫu' }, { fullName: 'Tôn Nữ Thị Hoàng Mẫu' }]) {
    assert.ok(checkApplicant({ ...GOOD, ...change }, NOW).ok, JSON.stringify(change));
  }
});

test('the second factor is the last four digits of the phone or of the citizen number, and nothing else', () => {
  const holder = { applicantPhone: '0900000012', applicantNumber: '003190999901' };
  assert.equal(matchesSecondFactor(holder, '0012'), true);
  assert.equal(matchesSecondFactor(holder, '9901'), true);
  for (const wrong of ['', '12', '00012', '1234', 'abcd', '99 01']) assert.equal(matchesSecondFactor(holder, wrong), false, wrong);
  assert.equal(matchesSecondFactor({ applicantPhone: null, applicantNumber: null }, ''), false);
});

test('people are found by folded name, number and phone', () => {
  assert.equal(searchText({ name: 'Đặng Thị Hoà', codes: ['KB-ABCD-2345', null, '0900000012'] }), 'dang thi hoa kb-abcd-2345 0900000012');
  assert.equal(tidyPhone('0237.000.0000'), undefined);
});
