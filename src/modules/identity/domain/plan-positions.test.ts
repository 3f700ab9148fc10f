import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type IdentifiedPosition, type OpenedPosition, planPositions, type PositionPlan } from './plan-positions.ts';
import { type HeldPosition } from './staff-member.ts';

const TODAY = '2026-11-23';
const DAYS = { validFrom: TODAY, validTo: null } as const;
const ALWAYS = { validFrom: '2025-07-01', validTo: null } as const;
const CHOICES = { today: TODAY, units: new Map([['office', ALWAYS], ['centre', ALWAYS], ['closing', { ...ALWAYS, validTo: '2026-12-31' }], ['coming', { validFrom: '2027-01-01', validTo: null }]]), fields: new Set(['Hộ tịch', 'Chứng thực']) };
const SAME: IdentifiedPosition = { positionId: 'a', unitId: 'office', role: 'specialist', title: 'Công chức', fields: ['Hộ tịch', 'Lĩnh vực cũ'] };
const HELD: HeldPosition = { ...SAME, validFrom: '2026-01-01', validTo: null };
const NEW: IdentifiedPosition = { positionId: 'b', unitId: 'centre', role: 'reception', title: 'Tiếp nhận', fields: [] };

const plan = (held: readonly HeldPosition[], wished: readonly IdentifiedPosition[]) => planPositions(held, wished, CHOICES, () => 'fresh');

for (const [what, wished, closed, opened] of [
  ['the same position is kept as it is', [SAME], [], []],
  ['the order of fields and spaces around the title are no change', [{ ...SAME, fields: ['Lĩnh vực cũ', 'Hộ tịch'], title: ' Công   chức ' }], [], []],
  ['a position left out is closed', [], ['a'], []],
  ['a position with a new id is opened', [SAME, NEW], [], [{ ...NEW, ...DAYS }]],
  ['another title closes the position and opens one under a fresh id', [{ ...SAME, title: 'Trưởng phòng' }], ['a'], [{ ...SAME, title: 'Trưởng phòng', positionId: 'fresh', ...DAYS }]],
  ['fewer fields are a change', [{ ...SAME, fields: ['Hộ tịch'] }], ['a'], [{ ...SAME, fields: ['Hộ tịch'], positionId: 'fresh', ...DAYS }]],
  ['a field that the catalogue lost may be held on', [{ ...SAME, role: 'unit-head' }], ['a'], [{ ...SAME, role: 'unit-head', positionId: 'fresh', ...DAYS }]],
] as const satisfies readonly (readonly [string, readonly IdentifiedPosition[], readonly string[], readonly OpenedPosition[]])[]) {
  test(what, () => {
    assert.deepEqual(plan([HELD], wished), { ok: true, value: { closed, lengthened: [], opened } satisfies PositionPlan });
  });
}

test('a position in a unit that has ended is kept while nothing of it changes', () => {
  const ended = { ...HELD, unitId: 'gone' };
  assert.deepEqual(plan([ended], [{ ...SAME, unitId: 'gone' }]), { ok: true, value: { closed: [], lengthened: [], opened: [] } });
});

for (const [what, wished, code, field] of [
  ['an id named twice', [NEW, NEW], 'identity.id-used', 'positions.1.positionId'],
  ['a title of spaces only', [{ ...NEW, title: ' \u00A0\t' }], 'identity.title-missing', 'positions.0.title'],
  ['a unit of nobody', [NEW, { ...NEW, positionId: 'c', unitId: 'elsewhere' }], 'identity.unit-unknown', 'positions.1.unitId'],
  ['a field outside the catalogue', [{ ...NEW, fields: ['Hộ tịch', 'Bói toán'] }], 'identity.field-unknown', 'positions.0.fields'],
  ['a lost field for somebody who never had it', [{ ...NEW, fields: ['Lĩnh vực cũ'] }], 'identity.field-unknown', 'positions.0.fields'],
] as const) {
  test(`${what} is refused at its place`, () => {
    assert.deepEqual(plan([], wished), { ok: false, problem: { code, field } });
  });
}

test('another last day lengthens or shortens the position as it is', () => {
  assert.deepEqual(plan([HELD], [{ ...SAME, validTo: '2026-12-31' }]), { ok: true, value: { closed: [], lengthened: [{ positionId: 'a', validTo: '2026-12-31' }], opened: [] } });
});

test('a position may begin later, and another first day of one that has not begun is another position', () => {
  const later = { ...NEW, validFrom: '2026-12-15', validTo: '2027-06-30' };
  assert.deepEqual(plan([HELD], [SAME, later]), { ok: true, value: { closed: [], lengthened: [], opened: [later] } });
  const planned: HeldPosition = { ...later };
  assert.deepEqual(plan([planned], [{ ...later, validFrom: '2026-12-20' }]), { ok: true, value: { closed: ['b'], lengthened: [], opened: [{ ...later, validFrom: '2026-12-20', positionId: 'fresh' }] } });
});

test('limits by unit and by step are changes of the position', () => {
  for (const limit of [{ unitScope: 'own' }, { steps: ['appraise'] }] as const) {
    assert.deepEqual(plan([HELD], [{ ...SAME, ...limit }]), { ok: true, value: { closed: ['a'], lengthened: [], opened: [{ ...SAME, ...limit, ...DAYS, positionId: 'fresh' }] } });
  }
});

for (const [what, wish, code, field] of [
  ['a first day in the past', { validFrom: '2026-11-22' }, 'identity.position-past', 'validFrom'],
  ['a day that does not exist', { validFrom: '2026-02-30' }, 'identity.position-past', 'validFrom'],
  ['an end before the beginning', { validFrom: '2026-12-02', validTo: '2026-12-01' }, 'identity.position-period', 'validTo'],
  ['a position beyond the end of its unit', { unitId: 'closing' }, 'identity.position-after-unit', 'validTo'],
  ['a position before its unit begins', { unitId: 'coming' }, 'identity.position-before-unit', 'validFrom'],
] as const) {
  test(`${what} is refused`, () => {
    const decided = plan([], [{ ...NEW, ...wish }]);
    assert.ok(!decided.ok);
    assert.deepEqual([decided.problem.code, decided.problem.field], [code, `positions.0.${field}`]);
  });
}

test('a position within the days of its unit is opened', () => {
  assert.ok(plan([], [{ ...NEW, unitId: 'closing', validTo: '2026-12-31' }]).ok);
  assert.ok(plan([], [{ ...NEW, unitId: 'coming', validFrom: '2027-01-01' }]).ok);
});
