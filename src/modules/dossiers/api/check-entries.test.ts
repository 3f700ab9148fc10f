import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DeclarationEntries, NO_ENTRIES } from '../ui/public/declaration-entries.ts';
import { checkEntries, type DeclarationPlace, entriesOf } from './check-entries.ts';

const NOW = Date.parse('2026-11-23T08:00:00+07:00');
const VILLAGE = { id: 'v1', name: 'Hoa Phú', kind: 'thôn' };
const PLACE: DeclarationPlace = { commune: { name: 'Hoa Lộc', kind: 'xã', provinceName: 'Tỉnh Thanh Hóa' }, villages: [VILLAGE] };
const RIGHT: DeclarationEntries = { ...NO_ENTRIES, fullName: 'Nguyễn Thị Mẫu', birthDate: { day: '5', month: '3', year: '1956' }, village: 'v1', phone: '0900000012' };

function check(change: Partial<DeclarationEntries>, place = PLACE) {
  const { applicant, faults } = checkEntries({ ...RIGHT, ...change }, place, NOW, 'vi');
  return { applicant, fields: faults.map(({ field }) => field) };
}

test('the address is written whole: what was typed, then village, commune and province', () => {
  assert.equal(check({}).applicant.address, 'Thôn Hoa Phú, xã Hoa Lộc, tỉnh Thanh Hóa');
  assert.equal(check({ address: 'số 12' }).applicant.address, 'Số 12, thôn Hoa Phú, xã Hoa Lộc, tỉnh Thanh Hóa');
  assert.equal(check({ village: 'noi-khac', address: 'Phường Đống Đa, Hà Nội' }).applicant.address, 'Phường Đống Đa, Hà Nội');
  assert.equal(check({ village: 'noi-khac', address: 'Phường Đống Đa, Hà Nội' }).applicant.villageId, null);
});

test('where no villages are known the address is asked for as one text', () => {
  const none = { ...PLACE, villages: [] };
  assert.deepEqual(check({ village: '', address: 'Thôn Hoa Phú' }, none).fields, []);
  assert.deepEqual(check({ village: '', address: '' }, none).fields, ['address']);
});

test('a phone may be missing when the citizen number is there, and the other way round', () => {
  assert.deepEqual(check({ phone: '', citizenNumber: '001 190 999 901' }).fields, []);
  assert.equal(check({ phone: '', citizenNumber: '001.190.999.901' }).applicant.citizenNumber, '001190999901');
  assert.deepEqual(check({ phone: '' }).fields, ['phone']);
  assert.deepEqual(check({ phone: '', citizenNumber: '12' }).fields, ['citizenNumber']);
});

test('what no keyboard writes is taken out of single lines; the note keeps its own lines', () => {
  const entries = entriesOf(new Map([['fullName', ' Nguyễn\u0007 Thị\u202eMẫu\t'], ['note', 'một\r\nhai\u0000\nba']]));
  assert.equal(entries.fullName, 'Nguyễn  Thị Mẫu');
  assert.equal(entries.note, 'một\nhai \nba');
  assert.equal(entries.phone, '');
});

test('faults speak the language of the reader', () => {
  const { faults } = checkEntries({ ...NO_ENTRIES }, PLACE, NOW, 'en');
  assert.deepEqual(faults.map(({ message }) => message), [
    'Enter your full name.',
    'Enter your date of birth.',
    'Choose where you live.',
    'A phone number or a citizen number is needed, to tell you news and to let you look the dossier up.',
  ]);
});
