import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { defaultCalendarRows, type HolidayFile, type WorkingHoursFile } from '../../../kernel/working-calendar-default.ts';
import { buildWorkingCalendar } from '../../../kernel/working-calendar.ts';
import { applyChanges, type DayEdit, type StoredDay, undoChanges } from './calendar-edit.ts';
import { decideCalendarChange, editableSpan } from './decide-calendar-change.ts';

const data = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../../data/${name}`, import.meta.url), 'utf8'));
const rows = defaultCalendarRows(data('holidays.json') as HolidayFile, data('working-hours.json') as WorkingHoursFile);
const OWN: StoredDay = { date: '2026-12-01', kind: 'local-closing', name: 'Mất điện', basis: 'TB 1', status: 'confirmed', scope: 'commune', changedByName: 'Ngô Văn Quản' };
const BASIS = 'Thông báo 15/TB-UBND ngày 20/11/2026';

function decide(edits: readonly DayEdit[], basis = BASIS, today = '2026-11-23') {
  const official = rows.overrides.map((day): StoredDay => ({ ...day, scope: 'national', changedByName: null }));
  const asked = new Set(edits.map(({ date }) => date));
  const bare = buildWorkingCalendar({ ...rows, overrides: rows.overrides.filter(({ date }) => !asked.has(date)) });
  assert.ok(bare.ok);
  return decideCalendarChange({ edits, basis }, { today, written: new Map([...official, OWN].map((day) => [day.date, day])), bare: bare.value });
}
const set = (date: string, kind: Extract<DayEdit, { act: 'set' }>['kind'] = 'local-closing', name = 'Trụ sở ngập do bão'): DayEdit => ({ act: 'set', date, kind, scope: kind === 'local-closing' ? 'commune' : 'national', name });
const codeOf = (result: ReturnType<typeof decide>) => (result.ok ? 'ok' : result.problem.code);

describe('a change of the calendar', () => {
  test('closes a working day of this commune, with its reason and basis', () => {
    const decided = decide([set('2026-11-30')]);
    assert.deepEqual(decided, { ok: true, value: [{ date: '2026-11-30', before: null, after: { kind: 'local-closing', name: 'Trụ sở ngập do bão', basis: BASIS, status: 'confirmed', scope: 'commune' } }] });
  });

  test('takes a notice of several days with a swap at once', () => {
    assert.equal(codeOf(decide([set('2026-12-31', 'swap-off', 'Nghỉ hoán đổi'), set('2027-01-09', 'make-up-work', 'Làm bù')])), 'ok');
  });

  const REFUSED: readonly (readonly [string, readonly DayEdit[], string])[] = [
    ['no basis', [set('2026-11-30')], 'calendar.basis-missing'],
    ['no reason', [set('2026-11-30', 'local-closing', '  ')], 'calendar.name-missing'],
    ['a date that does not exist', [set('2026-02-30')], 'calendar.no-such-date'],
    ['a date too far ahead', [set('2036-03-05')], 'calendar.date-out-of-range'],
    ['a date too long ago', [set('2024-12-31')], 'calendar.date-out-of-range'],
    ['one date twice', [set('2026-11-30'), set('2026-11-30')], 'calendar.day-twice'],
    ['one date set and removed', [set('2026-12-01', 'statutory'), { act: 'remove', date: '2026-12-01' }], 'calendar.day-twice'],
    ['a day that is written already', [set('2026-12-01')], 'calendar.day-there-already'],
    ['a weekend as a day off', [set('2026-11-28', 'statutory')], 'calendar.day-off-already'],
    ['a make-up day on a working day', [set('2026-11-30', 'make-up-work')], 'calendar.day-works-already'],
    ['an official holiday as a working day', [set('2026-11-24', 'make-up-work')], 'calendar.day-national'],
    ['the removal of an official holiday', [{ act: 'remove', date: '2026-11-24' }], 'calendar.day-national'],
    ['the removal of what is not written', [{ act: 'remove', date: '2026-11-27' }], 'calendar.day-not-there'],
  ];
  for (const [what, edits, code] of REFUSED) {
    test(`refuses ${what}`, () => {
      assert.equal(codeOf(decide(edits, what === 'no basis' ? ' ' : BASIS)), code);
    });
  }

  test('may lie in the past, as a storm is written down afterwards', () => {
    assert.equal(codeOf(decide([set('2026-11-20')])), 'ok');
  });

  test('replaces and removes an own day, and an official one of which no notice is known', () => {
    assert.equal(codeOf(decide([set('2026-12-01', 'statutory')])), 'ok');
    assert.equal(codeOf(decide([{ act: 'remove', date: '2026-12-01' }])), 'ok');
    const unsure = rows.overrides.find(({ date, status }) => date.startsWith('2027') && (status === 'expected' || status === 'estimate'));
    assert.ok(unsure);
    assert.equal(codeOf(decide([{ act: 'remove', date: unsure.date }])), 'ok');
  });

  test('undone gives the days of before, applied again those of after', () => {
    const decided = decide([set('2026-12-01', 'statutory'), set('2026-11-30')]);
    assert.ok(decided.ok);
    const { date, kind, name, basis, status } = OWN;
    const before = [...rows.overrides, { date, kind, name, basis, status }];
    const after = applyChanges(before, decided.value);
    assert.equal(after.find(({ date }) => date === '2026-12-01')?.kind, 'statutory');
    assert.deepEqual([...undoChanges(after, decided.value)].sort((a, b) => (a.date < b.date ? -1 : 1)), [...before].sort((a, b) => (a.date < b.date ? -1 : 1)));
  });

  test('reaches from last year to three years ahead', () => {
    assert.deepEqual(editableSpan('2026-11-23'), { first: '2025-01-01', last: '2029-12-31' });
  });
});
