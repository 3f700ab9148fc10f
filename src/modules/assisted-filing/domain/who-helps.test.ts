import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkHelped, decideHelper, type Helper, type HelperEntries, helperKey } from './who-helps.ts';

const ENTRIES: HelperEntries = { kind: 'relative', name: 'lê thị cháu', relation: 'grandchild', phone: '', team: '' };
const read = (change: Partial<HelperEntries>, officer?: Parameters<typeof decideHelper>[1]) => {
  const helper = decideHelper({ ...ENTRIES, ...change }, officer);
  return helper.ok ? helper.value : helper.problem.code;
};
const OFFICER = { staffId: 's1', fullName: 'Phạm Thị Hoa', team: null };
const MEMBER = { staffId: 's2', fullName: 'Lê Văn Tổ', team: 'Tổ công nghệ số thôn Hoa Phú' };

test('a relative says a name and what they are to the person; names are written as names are, five words and apostrophes among them', () => {
  assert.deepEqual(read({}), { kind: 'relative', name: 'Lê Thị Cháu', relation: 'grandchild', phone: null, team: null, staffId: null });
  assert.equal((read({ name: 'công tằng tôn nữ phương thảo vy' }) as Helper).name, 'Công Tằng Tôn Nữ Phương Thảo Vy');
  assert.equal((read({ name: 'H’HEN NIÊ' }) as Helper).name, "H'Hen Niê");
  assert.equal(read({ name: ' ' }), 'assisted.name-missing');
  assert.equal(read({ name: 'Nguyễn Văn 2' }), 'assisted.name-not-readable');
  assert.equal(read({ name: '<b>An</b>' }), 'assisted.name-not-readable');
  assert.equal(read({ relation: 'boss' }), 'assisted.relation-missing');
  assert.equal(read({ phone: '12' }), 'assisted.phone-not-readable');
  assert.equal(read({ kind: '' }), 'assisted.kind-missing');
});

test('a team member gives phone and team', () => {
  assert.equal(read({ kind: 'team' }), 'assisted.phone-missing');
  assert.equal(read({ kind: 'team', phone: '+84 912 000 333' }), 'assisted.team-missing');
  assert.deepEqual(read({ kind: 'team', phone: '+84 912 000 333', team: '  thôn   Hoa Phú ' }), { kind: 'team', name: 'Lê Thị Cháu', relation: null, phone: '0912000333', team: 'thôn Hoa Phú', staffId: null });
  assert.equal(read({ kind: 'team', phone: '0912000333', team: 'x'.repeat(101) }), 'assisted.team-too-long');
});

test('an officer is known by the sign-in alone, and whoever is signed in as staff is nothing else', () => {
  assert.equal(read({ kind: 'officer' }), 'assisted.officer-not-signed-in');
  assert.deepEqual(read({ kind: 'officer', name: 'Người Khác' }, OFFICER), { kind: 'officer', name: 'Phạm Thị Hoa', relation: null, phone: null, team: null, staffId: 's1' });
  assert.equal(read({}, OFFICER), 'assisted.officer-is-officer');
  assert.equal(read({ kind: 'officer' }, MEMBER), 'assisted.member-is-member');
  assert.deepEqual(read({ kind: 'team' }, MEMBER), { kind: 'team', name: 'Lê Văn Tổ', relation: null, phone: null, team: 'Tổ công nghệ số thôn Hoa Phú', staffId: 's2' });
});

test('a helper is never the person, and an officer never helps the officer', () => {
  const person = { fullName: 'Lê Thị Cháu', citizenNumber: '038190000001', phone: '0912000111' };
  const nobody = { staffNumber: null, signedIn: null };
  const codeOf = (helper: Partial<Helper>, own = nobody as { staffNumber: string | null; signedIn: string | null }, of = person) => {
    const checked = checkHelped({ kind: 'relative', name: 'LÊ THỊ CHÁU', relation: 'kin', phone: null, team: null, staffId: null, ...helper }, of, own);
    return checked.ok ? 'ok' : checked.problem.code;
  };
  assert.equal(codeOf({}), 'assisted.helper-is-applicant');
  assert.equal(codeOf({ phone: '0912000111' }), 'assisted.helper-is-applicant');
  assert.equal(codeOf({ phone: '0912000222' }), 'ok', 'two people of one name');
  assert.equal(codeOf({ name: 'Lê Thị Khác' }), 'ok');
  const officer = { kind: 'officer', name: 'Phạm Thị Hoa', staffId: 's1', relation: null } as const;
  assert.equal(codeOf(officer, { staffNumber: '038190000001', signedIn: null }), 'assisted.officer-is-applicant', 'the number of the account, whatever name was typed');
  assert.equal(codeOf(officer, { staffNumber: '038190000009', signedIn: null }), 'ok');
  assert.equal(codeOf(officer, nobody, { ...person, fullName: 'phạm thị hoa' }), 'assisted.officer-is-applicant');
  assert.equal(codeOf(officer, { staffNumber: '038190000009', signedIn: null }, { ...person, fullName: 'Phạm Thị Hoa' }), 'ok', 'another person of the officer’s name');
});

test('one and the same helper is known by the account, else the phone, else the name without accents', () => {
  assert.equal(helperKey({ staffId: 's1', phone: '0912000111', name: 'A' }), 'staff:s1');
  assert.equal(helperKey({ staffId: null, phone: '0912000111', name: 'A' }), 'phone:0912000111');
  assert.equal(helperKey({ staffId: null, phone: null, name: 'Lê Hoà' }), helperKey({ staffId: null, phone: null, name: 'LE HOA' }));
});
