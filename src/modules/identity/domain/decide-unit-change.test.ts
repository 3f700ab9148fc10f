import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decideUnitChange, successorFor } from './decide-unit-change.ts';
import { type KnownUnit, type NewUnit, type UnitChange, type UnitFacts } from './unit-change.ts';

const TODAY = '2026-11-23';
const SOON = '2026-12-01';

const known = (id: string, over: Partial<KnownUnit> = {}): KnownUnit => ({ id, name: `Đơn vị ${id}`, shortName: id, kind: 'department', fields: [], validFrom: '2025-07-01', validTo: null, ...over });
const fresh = (id: string, over: Partial<NewUnit> = {}): NewUnit => ({ id, name: `Phòng mới ${id}`, shortName: id, kind: 'department', fields: [], ...over });

const UNITS = [known('a', { fields: ['Hộ tịch'] }), known('b', { fields: ['Đất đai'] }), known('c'), known('centre', { kind: 'centre' }), known('gone', { validTo: '2026-01-31' }), known('later', { validFrom: '2027-01-01' })];
const facts = (over: Partial<UnitFacts> = {}): UnitFacts => ({
  today: TODAY, units: UNITS, successors: [], planned: [], positions: [], openDossiers: new Map(), fields: new Set(['Hộ tịch', 'Đất đai', 'Chứng thực']), ...over,
});
const decide = (change: UnitChange, on = SOON, over: Partial<UnitFacts> = {}) => decideUnitChange(change, on, facts(over));
const rename = (unitId: string, name = 'Tên mới'): UnitChange => ({ kind: 'rename', unitId, name, shortName: 'Mới', fields: [] });

/** What is refused, by what and where. */
const REFUSED: readonly (readonly [string, UnitChange, string, Partial<UnitFacts>, string, string | undefined])[] = [
  ['a day in the past', rename('a'), '2026-11-22', {}, 'identity.unit-date-past', 'effectiveOn'],
  ['a day that does not exist', rename('a'), '2026-02-30', {}, 'identity.unit-date-past', 'effectiveOn'],
  ['a day four years ahead', rename('a'), '2030-11-23', {}, 'identity.unit-date-far', 'effectiveOn'],
  ['a unit of nobody', rename('nobody'), SOON, {}, 'identity.unit-unknown', 'unitId'],
  ['a unit that has ended', rename('gone'), SOON, {}, 'identity.unit-not-there', 'unitId'],
  ['a unit that begins later', rename('later'), SOON, {}, 'identity.unit-not-there', 'unitId'],
  ['ending a unit on its first day', { kind: 'close', unitId: 'later' }, '2027-01-01', {}, 'identity.unit-not-there', 'unitId'],
  ['a name of spaces', rename('a', ' \u00a0'), SOON, {}, 'identity.unit-name-missing', 'name'],
  ['no short name', { kind: 'add', unit: fresh('x', { shortName: '' }) }, SOON, {}, 'identity.unit-name-missing', 'unit.shortName'],
  ['a name that another unit has, without its accents', rename('a', 'don vi B'), SOON, {}, 'identity.unit-name-taken', 'name'],
  ['a field outside the catalogue', { kind: 'add', unit: fresh('x', { fields: ['Bói toán'] }) }, SOON, {}, 'identity.field-unknown', 'unit.fields'],
  ['closing the last centre', { kind: 'close', unitId: 'centre' }, SOON, {}, 'identity.unit-last-centre', 'unitId'],
  ['merging the last centre into a department', { kind: 'merge', unitIds: ['centre'], into: 'a' }, SOON, {}, 'identity.unit-last-centre', 'unitIds'],
  ['splitting the last centre into departments', { kind: 'split', unitId: 'centre', into: [fresh('x'), fresh('y')] }, SOON, {}, 'identity.unit-last-centre', 'unitId'],
  ['closing what has open dossiers', { kind: 'close', unitId: 'c' }, SOON, { openDossiers: new Map([['c', 2]]) }, 'identity.unit-in-use', 'unitId'],
  ['closing what has positions of tomorrow', { kind: 'close', unitId: 'c' }, SOON, { positions: [{ positionId: 'p', staffId: 's', unitId: 'c', fields: [] }] }, 'identity.unit-in-use', 'unitId'],
  ['closing what alone looks after a field', { kind: 'close', unitId: 'a' }, SOON, {}, 'identity.unit-field-orphan', 'unitId'],
  ['a split that leaves a field to nobody', { kind: 'split', unitId: 'a', into: [fresh('x'), fresh('y', { fields: ['Chứng thực'] })] }, SOON, {}, 'identity.unit-field-orphan', 'into'],
  ['a split into one', { kind: 'split', unitId: 'c', into: [fresh('x')] }, SOON, {}, 'identity.unit-split-few', 'into'],
  ['a split into two of one name', { kind: 'split', unitId: 'c', into: [fresh('x', { name: 'Phòng' }), fresh('y', { name: 'PHÒNG ' })] }, SOON, {}, 'identity.unit-name-taken', 'into.1.name'],
  ['merging a unit with itself', { kind: 'merge', unitIds: ['a'], into: 'a' }, SOON, {}, 'identity.unit-merge-itself', 'unitIds'],
  ['naming a unit twice', { kind: 'merge', unitIds: ['a', 'a'], into: 'b' }, SOON, {}, 'identity.unit-merge-itself', 'unitIds'],
  ['one unit alone becoming a new one', { kind: 'merge', unitIds: ['a'], into: fresh('x') }, SOON, {}, 'identity.unit-merge-itself', 'unitIds'],
  ['merging in a circle', { kind: 'merge', unitIds: ['a'], into: 'b' }, SOON, { successors: [{ unitId: 'b', successorId: 'c' }, { unitId: 'c', successorId: 'a' }] }, 'identity.unit-circle', 'into'],
  ['ending a unit for which something later is planned', { kind: 'close', unitId: 'c' }, SOON, { planned: [{ effectiveOn: '2026-12-15', unitIds: ['c'] }] }, 'identity.unit-planned', 'effectiveOn'],
  ['merging into a unit that is planned to change on the same day', { kind: 'merge', unitIds: ['a'], into: 'b' }, SOON, { planned: [{ effectiveOn: SOON, unitIds: ['b'] }] }, 'identity.unit-planned', 'effectiveOn'],
];
describe('what is refused', () => {
  for (const [what, change, on, over, code, field] of REFUSED) {
    test(what, () => {
      const decided = decide(change, on, over);
      assert.ok(!decided.ok, 'not refused');
      assert.deepEqual([decided.problem.code, decided.problem.field], [code, field]);
    });
  }
});

test('a unit may be renamed twice on one day, and today', () => {
  for (const name of ['Tên thứ nhất', 'Tên thứ hai']) {
    const decided = decide(rename('a', `  ${name}  `), TODAY, { planned: [{ effectiveOn: TODAY, unitIds: ['a'] }] });
    assert.deepEqual(decided.ok && decided.value.versions, [{ unitId: 'a', name, shortName: 'Mới', fields: [] }]);
  }
});

test('a unit that is not used and whose fields others look after can be closed', () => {
  const decided = decide({ kind: 'close', unitId: 'c' });
  assert.deepEqual(decided.ok && decided.value.closed, ['c']);
  const shared = decide({ kind: 'close', unitId: 'a' }, SOON, { units: [...UNITS, known('d', { fields: ['Hộ tịch'] })] });
  assert.ok(shared.ok);
});

test('a merge into a standing unit gives it the fields and the positions, and ends the others', () => {
  const decided = decide({ kind: 'merge', unitIds: ['a', 'c'], into: 'b' }, SOON, {
    positions: [{ positionId: 'p1', staffId: 's1', unitId: 'a', fields: ['Hộ tịch'] }, { positionId: 'p2', staffId: 's2', unitId: 'b', fields: [] }],
    openDossiers: new Map([['a', 9]]),
  });
  assert.deepEqual(decided, {
    ok: true,
    value: {
      opened: [], versions: [{ unitId: 'b', name: 'Đơn vị b', shortName: 'b', fields: ['Đất đai', 'Hộ tịch'] }], closed: ['a', 'c'],
      successors: [{ unitId: 'a', successorId: 'b' }, { unitId: 'c', successorId: 'b' }], positions: [{ positionId: 'p1', toUnitId: 'b' }],
    },
  });
});

test('two units may become a new one that takes the name of one of them', () => {
  const decided = decide({ kind: 'merge', unitIds: ['a', 'b'], into: fresh('x', { name: 'Đơn vị a' }) });
  assert.deepEqual(decided.ok && decided.value.opened, [{ ...fresh('x'), name: 'Đơn vị a', fields: ['Hộ tịch', 'Đất đai'] }]);
});

test('in a split positions go by their fields, and to the first unit where no field decides', () => {
  const decided = decide({ kind: 'split', unitId: 'a', into: [fresh('x'), fresh('y', { fields: ['Hộ tịch'] })] }, SOON, {
    positions: [{ positionId: 'p1', staffId: 's1', unitId: 'a', fields: ['Hộ tịch'] }, { positionId: 'p2', staffId: 's2', unitId: 'a', fields: [] }],
  });
  assert.deepEqual(decided.ok && decided.value.positions, [{ positionId: 'p1', toUnitId: 'y' }, { positionId: 'p2', toUnitId: 'x' }]);
});

test('the last centre may become another centre', () => {
  assert.ok(decide({ kind: 'split', unitId: 'centre', into: [fresh('x', { kind: 'centre' }), fresh('y')] }).ok);
  assert.ok(decide({ kind: 'merge', unitIds: ['centre', 'c'], into: fresh('x', { kind: 'centre' }) }).ok);
});

test('nothing has a successor where there is none', () => {
  assert.equal(successorFor(['Hộ tịch'], []), undefined);
});
