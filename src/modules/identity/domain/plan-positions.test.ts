import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type IdentifiedPosition, planPositions } from './plan-positions.ts';
import { type HeldPosition } from './staff-member.ts';

const CHOICES = { unitIds: new Set(['office', 'centre']), fields: new Set(['Hộ tịch', 'Chứng thực']) };
const SAME: IdentifiedPosition = { positionId: 'a', unitId: 'office', role: 'specialist', title: 'Công chức', fields: ['Hộ tịch', 'Lĩnh vực cũ'] };
const HELD: HeldPosition = { ...SAME, validFrom: '2026-01-01', validTo: null };
const NEW: IdentifiedPosition = { positionId: 'b', unitId: 'centre', role: 'reception', title: 'Tiếp nhận', fields: [] };

const plan = (held: readonly HeldPosition[], wished: readonly IdentifiedPosition[]) => planPositions(held, wished, CHOICES, () => 'fresh');

for (const [what, wished, closed, opened] of [
  ['the same position is kept as it is', [SAME], [], []],
  ['the order of fields and spaces around the title are no change', [{ ...SAME, fields: ['Lĩnh vực cũ', 'Hộ tịch'], title: ' Công   chức ' }], [], []],
  ['a position left out is closed', [], ['a'], []],
  ['a position with a new id is opened', [SAME, NEW], [], [NEW]],
  ['another title closes the position and opens one under a fresh id', [{ ...SAME, title: 'Trưởng phòng' }], ['a'], [{ ...SAME, title: 'Trưởng phòng', positionId: 'fresh' }]],
  ['fewer fields are a change', [{ ...SAME, fields: ['Hộ tịch'] }], ['a'], [{ ...SAME, fields: ['Hộ tịch'], positionId: 'fresh' }]],
  ['a field that the catalogue lost may be held on', [{ ...SAME, role: 'unit-head' }], ['a'], [{ ...SAME, role: 'unit-head', positionId: 'fresh' }]],
] as const satisfies readonly (readonly [string, readonly IdentifiedPosition[], readonly string[], readonly IdentifiedPosition[]])[]) {
  test(what, () => {
    assert.deepEqual(plan([HELD], wished), { ok: true, value: { closed, opened } });
  });
}

test('a position in a unit that has ended is kept while nothing of it changes', () => {
  const ended = { ...HELD, unitId: 'gone' };
  assert.deepEqual(plan([ended], [{ ...SAME, unitId: 'gone' }]), { ok: true, value: { closed: [], opened: [] } });
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
