import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSetUp, type SetUpEntries } from './check-set-up.ts';

const entries: SetUpEntries = {
  centreName: 'Trung tâm Phục vụ hành chính công xã Hoa Lộc',
  address: 'Thôn Hoa Phú, xã Hoa Lộc, tỉnh Thanh Hóa',
  hotline: '0237 3865 123',
  agencyCode: 'h56.14',
  email: '',
  fullName: 'NGUYỄN VĂN AN',
  userName: ' An.Nguyen ',
  password: 'bốn con mèo đen',
  passwordAgain: 'bốn con mèo đen',
};

test('entries are stored in their normal form: name, user name, agency code', () => {
  const outcome = checkSetUp(entries, 'Hoa Lộc');
  assert.deepEqual(outcome, {
    ok: true,
    value: {
      centreName: entries.centreName,
      address: entries.address,
      hotline: '0237 3865 123',
      agencyCode: 'H56.14',
      email: null,
      fullName: 'Nguyễn Văn An',
      userName: 'an.nguyen',
      password: 'bốn con mèo đen',
    },
  });
});

for (const [field, value, code] of [
  ['centreName', '  ', 'identity.centre-name-missing'],
  ['address', '', 'identity.address-missing'],
  ['hotline', 'không có', 'identity.hotline-not-readable'],
  ['hotline', '12', 'identity.hotline-not-readable'],
  ['agencyCode', '56.14', 'identity.agency-code-not-readable'],
  ['agencyCode', 'Z56.14', 'identity.agency-code-not-readable'],
  ['agencyCode', 'H56.', 'identity.agency-code-not-readable'],
  ['agencyCode', `H56.${'1'.repeat(32)}`, 'identity.agency-code-not-readable'],
  ['email', 'motcua@xa', 'identity.email-not-readable'],
  ['fullName', '12345', 'identity.full-name-not-readable'],
  ['userName', 'quản trị', 'identity.user-name-not-readable'],
  ['passwordAgain', 'bốn con mèo trắng', 'identity.passwords-differ'],
] as const) {
  test(`${field} “${value.slice(0, 16)}” is refused as ${code}`, () => {
    const outcome = checkSetUp({ ...entries, [field]: value }, 'Hoa Lộc');
    assert.deepEqual(outcome, { ok: false, problem: [{ code, field }] });
  });
}

test('every fault is told at once, also a password that says the commune’s name', () => {
  const password = 'hoa lộc quê tôi';
  const outcome = checkSetUp({ ...entries, hotline: '', address: '', password, passwordAgain: password }, 'Hoa Lộc');
  assert.deepEqual(outcome.ok ? [] : outcome.problem.map(({ field, code }) => [field, code]), [
    ['address', 'identity.address-missing'],
    ['hotline', 'identity.hotline-not-readable'],
    ['password', 'identity.password-says-name'],
  ]);
});
