import { deepEqual, equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type Actor, type Role, ROLES } from '../../../kernel/actor.ts';
import { decideTimeLimit, type TimeLimitWish } from './decide-time-limit.ts';
import { effectiveProcedure } from './effective-procedure.ts';
import { type ProcedurePack } from './procedure-pack.ts';

function procedure(code: string) {
  const pack = JSON.parse(readFileSync(new URL(`../../../../data/procedures/${code}.json`, import.meta.url), 'utf8')) as ProcedurePack;
  return effectiveProcedure(pack, undefined);
}

function staff(role: Role): Actor {
  return { kind: 'staff', staffId: 'a', communeCode: '16072', fullName: 'A', userName: 'a', positions: [{ unitId: 'u', role, title: '', fields: [] }] };
}

const UNDETERMINED = procedure('1.000080');
const WISH: TimeLimitWish = { unit: 'working-day', value: 7, basis: 'Quyết định 12/QĐ-UBND ngày 03/02/2026' };
const NOW = Date.parse('2026-11-23T08:00:00+07:00');

test('an administrator fills in a limit with its basis, spaces tidied', () => {
  deepEqual(decideTimeLimit(UNDETERMINED, { ...WISH, basis: '  Quyết định\n 12 ' }, staff('administrator'), NOW), {
    ok: true,
    value: { limit: { unit: 'working-day', value: 7 }, basis: 'Quyết định 12', completedAt: NOW, completedBy: 'a' },
  });
});

test('the same day needs no number', () => {
  const decided = decideTimeLimit(UNDETERMINED, { ...WISH, unit: 'same-day', value: null }, staff('administrator'), NOW);
  deepEqual(decided.ok && decided.value.limit, { unit: 'same-day' });
});

for (const role of ROLES.filter((one) => one !== 'administrator')) {
  test(`${role} may not fill in a time limit`, () => {
    const decided = decideTimeLimit(UNDETERMINED, WISH, staff(role), NOW);
    equal(!decided.ok && decided.problem.code, 'access.not-allowed');
  });
}

const REFUSED: readonly (readonly [string, Partial<TimeLimitWish>, string])[] = [
  ['no number', { value: null }, 'procedure.time-limit-value-missing'],
  ['nought', { value: 0 }, 'procedure.time-limit-value-missing'],
  ['a negative number', { value: -3 }, 'procedure.time-limit-value-missing'],
  ['half a day', { value: 2.5 }, 'procedure.time-limit-value-missing'],
  ['more than a thousand', { value: 1001 }, 'procedure.time-limit-value-missing'],
  ['a number for the same day', { unit: 'same-day', value: 1 }, 'procedure.time-limit-value-needless'],
  ['a basis of spaces', { basis: '   ' }, 'procedure.time-limit-basis-missing'],
];

for (const [what, change, code] of REFUSED) {
  test(`${what} is refused`, () => {
    const decided = decideTimeLimit(UNDETERMINED, { ...WISH, ...change }, staff('administrator'), NOW);
    equal(!decided.ok && decided.problem.code, code);
  });
}

test('a procedure with a published limit takes none of the commune', () => {
  const decided = decideTimeLimit(procedure('1.001193'), WISH, staff('administrator'), NOW);
  equal(!decided.ok && decided.problem.code, 'procedure.time-limit-determined');
});
