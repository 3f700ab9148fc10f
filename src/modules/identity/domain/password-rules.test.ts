import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPassword, normalizePassword, PASSWORD_LENGTH } from './password-rules.ts';

const NAMES = ['an.nguyen', 'Nguyễn Văn An', 'Hoa Lộc'];

for (const password of [
  'con gà trong ổ hoa',
  'bốn con mèo đen',
  'correct horse battery',
  'Tre-xanh-bờ-ao-2026',
  'mua gạo chợ phiên 7',
  'x'.repeat(1) + 'k7 pm quê nội gió',
  '🌾🌾🌾 lúa chín vàng',
]) {
  test(`the password “${password}” is taken`, () => {
    assert.deepEqual(checkPassword(password, NAMES), { ok: true, value: normalizePassword(password) });
  });
}

for (const [password, code] of [
  ['', 'identity.password-too-short'],
  ['mười một ký', 'identity.password-too-short'],
  ['bò vàng gặm'.normalize('NFD'), 'identity.password-too-short'],
  ['k'.repeat(64) + 'tre xanh bờ ao '.repeat(5), 'identity.password-too-long'],
  ['an.nguyen!tre xanh', 'identity.password-says-name'],
  ['AnNguyen tre xanh', 'identity.password-says-name'],
  ['nguyễn văn an 1990', 'identity.password-says-name'],
  ['toi la Vân An day!', 'identity.password-says-name'],
  ['HoaLoc@thanhphuc', 'identity.password-says-name'],
  ['111111111111', 'identity.password-too-simple'],
  ['aaaaaaaaaaaaa', 'identity.password-too-simple'],
  ['abcdabcdabcd', 'identity.password-too-simple'],
  ['038190001234', 'identity.password-too-simple'],
  ['0912 345 678 90', 'identity.password-too-simple'],
  ['Mật khẩu 123456', 'identity.password-too-simple'],
  ['Password@2026!', 'identity.password-too-simple'],
  ['qwertyuiop123', 'identity.password-too-simple'],
  ['1qaz2wsx3edc', 'identity.password-too-simple'],
  ['abcdefghijkl', 'identity.password-too-simple'],
  ['9876543210zyxwv', 'identity.password-too-simple'],
] as const) {
  test(`the password “${password.slice(0, 20)}” is refused as ${code}`, () => {
    const outcome = checkPassword(password, NAMES);
    assert.equal(outcome.ok ? undefined : outcome.problem.code, code);
  });
}

test('the refusal of a short password says how long it is and how long it must be', () => {
  const outcome = checkPassword('ngắn quá', NAMES);
  assert.deepEqual(outcome.ok ? undefined : outcome.problem.facts, { least: PASSWORD_LENGTH.least, length: 8 });
});

test('composed and decomposed letters are one password', () => {
  assert.equal(normalizePassword('mưa rơi trên mái nhà'.normalize('NFD')), normalizePassword('mưa rơi trên mái nhà'));
});

test('a one-syllable name does not forbid every word that contains it', () => {
  assert.ok(checkPassword('bàn ăn gỗ lim cũ', ['an', 'An', 'An']).ok);
});
