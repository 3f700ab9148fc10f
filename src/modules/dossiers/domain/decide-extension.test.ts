import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { formatInstant } from '../../../kernel/local-time.ts';
import { type Result } from '../../../kernel/result.ts';
import { defaultCalendar, type HolidayFile, type WorkingHoursFile } from '../../../kernel/working-calendar-default.ts';
import { decideExtension, decideExtensionProposal, decideExtensionRefusal, type ExtensionClock } from './decide-extension.ts';
import { decideUrge, decideUrgeAnswer } from './decide-urge.ts';
import { dossierAt, ME, officer } from './dossiers-for-tests.ts';

const data = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../../data/${name}`, import.meta.url), 'utf8'));
const built = defaultCalendar(data('holidays.json') as HolidayFile, data('working-hours.json') as WorkingHoursFile);
assert.ok(built.ok);
const calendar = built.value;

const at = (local: string): number => Date.parse(`${local}:00+07:00`);
/** Due on Friday 27 November 2026 at 17:00. */
const clock = (now: string, over: Partial<ExtensionClock> = {}): ExtensionClock => ({ limit: '3wd', dueAt: at('2026-11-27T17:00'), extendedDueAt: null, now: at(now), ...over });
const wish = (newDueOn = '2026-12-02', reason = ' Chờ Sở Tư pháp trả lời ', expectedVersion = 3) => ({ expectedVersion, reason, newDueOn });
const codeOf = (decided: Result<unknown>): string => (decided.ok ? 'done' : decided.problem.code);
const extend = (now: string, wished = wish(), over: Partial<ExtensionClock> = {}) => decideExtension(dossierAt(1), wished, clock(now, over), calendar, officer('president'));

describe('the one extension', () => {
  test('moves the date to the closing of the new day and keeps the old one in the history', () => {
    const decided = extend('2026-11-26T16:00');
    assert.ok(decided.ok);
    assert.equal(formatInstant(decided.value.newDueAt), '2026-12-02T17:00:00+07:00');
    assert.deepEqual(decided.value.change, {
      event: 'extended', state: 'in-progress', clock: 'as-it-was',
      facts: { note: 'Chờ Sở Tư pháp trả lời', dueAt: '2026-11-27T17:00:00+07:00', newDueAt: '2026-12-02T17:00:00+07:00' },
    });
  });

  const TIMES: readonly (readonly [string, string, Partial<ExtensionClock>, string])[] = [
    ['on the working day before the due day', '2026-11-26T16:59', {}, 'done'],
    ['on the due day itself', '2026-11-27T07:00', {}, 'dossier.extension-too-late'],
    ['after the due day', '2026-11-30T08:00', {}, 'dossier.extension-too-late'],
    ['on the Friday before a Monday', '2026-11-27T16:00', { dueAt: at('2026-11-30T17:00') }, 'done'],
    ['on the Sunday before a Monday: the last working day is over', '2026-11-29T16:00', { dueAt: at('2026-11-30T17:00') }, 'dossier.extension-too-late'],
    ['on the holiday before the due day', '2026-11-24T09:00', { dueAt: at('2026-11-25T17:00') }, 'dossier.extension-too-late'],
    ['on the working day before that holiday', '2026-11-23T09:00', { dueAt: at('2026-11-25T17:00') }, 'done'],
    ['a second time', '2026-11-23T09:00', { extendedDueAt: at('2026-12-02T17:00') }, 'dossier.extended-already'],
  ];
  for (const [when, now, over, code] of TIMES) {
    test(`asked for ${when}: ${code}`, () => {
      assert.equal(codeOf(extend(now, wish('2026-12-04'), over)), code);
    });
  }

  const WISHES: readonly (readonly [string, ReturnType<typeof wish>, string])[] = [
    ['the due day itself', wish('2026-11-27'), 'dossier.extension-not-later'],
    ['an earlier day', wish('2026-11-25'), 'dossier.extension-not-later'],
    ['a Saturday', wish('2026-11-28'), 'dossier.extension-day-off'],
    ['a day that does not exist', wish('2026-11-31'), 'dossier.extension-day-off'],
    ['a day beyond the calendar', wish('2999-01-01'), 'dossier.extension-day-off'],
    ['no reason', wish('2026-12-02', '  '), 'dossier.reason-missing'],
    ['an older version', wish('2026-12-02', 'x', 2), 'dossier.changed-meanwhile'],
  ];
  for (const [what, wished, code] of WISHES) {
    test(`with ${what}: ${code}`, () => {
      assert.equal(codeOf(extend('2026-11-25T09:00', wished)), code);
    });
  }

  test('is asked for by the holder and signed by a leader; nobody does the part of the other', () => {
    const by = (decide: typeof decideExtension, role: 'specialist' | 'president') => codeOf(decide(dossierAt(1), wish(), clock('2026-11-25T09:00'), calendar, officer(role)));
    assert.equal(by(decideExtensionProposal, 'specialist'), 'done');
    assert.equal(by(decideExtension, 'specialist'), 'dossier.not-your-step');
    assert.equal(by(decideExtension, 'president'), 'done');
    assert.equal(by(decideExtensionProposal, 'president'), 'dossier.not-your-step');
  });

  test('is declined with a reason, and only when it was asked for', () => {
    const decline = (reason: string, approvalAsked: 'extension' | null) => codeOf(decideExtensionRefusal(dossierAt(1, { approvalAsked }), { expectedVersion: 3, reason }, officer('unit-head')));
    assert.equal(decline('Còn kịp', 'extension'), 'done');
    assert.equal(decline(' ', 'extension'), 'dossier.reason-missing');
    assert.equal(decline('Còn kịp', null), 'dossier.action-not-possible');
  });
});

describe('urging', () => {
  const urge = (over: Parameters<typeof dossierAt>[1], words = 'Xong chưa?') => codeOf(decideUrge(dossierAt(1, over), { expectedVersion: 3, words }, officer('president')));
  const answer = (over: Parameters<typeof dossierAt>[1], words = 'Chiều nay xong', staffId = ME) => codeOf(decideUrgeAnswer(dossierAt(1, over), { expectedVersion: 3, words }, officer('specialist', [], staffId)));

  test('waits for its answer before the next', () => {
    assert.equal(urge({}), 'done');
    assert.equal(urge({ urged: true }), 'dossier.action-not-possible');
    assert.equal(answer({ urged: true }), 'done');
    assert.equal(answer({}), 'dossier.action-not-possible');
  });

  test('needs words, and so does its answer', () => {
    assert.equal(urge({}, ' \n'), 'dossier.reason-missing');
    assert.equal(answer({ urged: true }, ' '), 'dossier.reason-missing');
  });

  test('is answered by whoever took the dossier on, not by a colleague', () => {
    assert.equal(answer({ urged: true, holderId: ME }), 'done');
    assert.equal(answer({ urged: true, holderId: ME }, 'x', '01890000-0000-7000-8000-0000000000aa'), 'dossier.taken-by-another');
  });

  test('is a leader’s; nobody urges a dossier that waits for the citizen', () => {
    assert.equal(codeOf(decideUrge(dossierAt(1), { expectedVersion: 3, words: 'x' }, officer('clerk'))), 'dossier.not-your-step');
    assert.equal(urge({ state: 'supplement-requested' }), 'dossier.action-not-possible');
  });
});
