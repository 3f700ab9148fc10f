import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { createCommune, type TestCommune } from '../../../../test/commune.ts';
import { createDatabase, type TestDatabase } from '../../../../test/database.ts';
import { MS_PER_DAY } from '../../../kernel/local-time.ts';
import { foldForSearch } from '../../../kernel/text-folding.ts';
import { createCalendars } from '../../calendar/index.ts';
import { workScopeOf } from '../api/work-scope-of.ts';
import { readSearch } from '../domain/read-search.ts';
import { arbitraryDossiers, ME_ID, SEEN_AT } from './arbitrary-dossiers-for-tests.ts';
import { type FoundRow, type NewestLook, searchDossiers } from './dossier-search.ts';
import { insertSamples, removeSamples, type SampleDossier } from './sample-dossiers-for-tests.ts';
import { type WorkScope } from './work-scope.ts';

let database: TestDatabase;
let commune: TestCommune;
let stranger: TestCommune;
let scope: WorkScope;
before(async () => {
  database = await createDatabase();
  commune = await createCommune(database.db, { now: new Date(SEEN_AT) });
  stranger = await createCommune(database.db, { now: new Date(SEEN_AT), commune: { code: '00070', name: 'Hoàn Kiếm', kind: 'phường', agencyCode: 'H26.10' } });
  const positions = [{ unitId: commune.units.office.id, role: 'reception', title: '', fields: [] }] as const;
  const actor = { kind: 'staff', staffId: ME_ID, communeCode: commune.commune.code, fullName: 'Lê Thị Điểm', userName: 'le.diem', positions } as const;
  scope = workScopeOf(actor, await createCalendars(database.db).getCalendar(commune.commune.code), new Date(SEEN_AT));
});
after(() => database.close());

const wordsOf = (text: string): readonly string[] => foldForSearch(text).split(' ');

/** Whether a dossier answers what was typed, the long way round. */
function answers(dossier: SampleDossier, code: string, words: readonly string[], tails: readonly string[]): boolean {
  const own = wordsOf(`${dossier.name} ${dossier.procedureName} ${dossier.content}`);
  const ends = [code, dossier.number, dossier.phone, dossier.procedureCode].flatMap((one) => (one === null ? [] : [one.toLowerCase().replaceAll(/[^a-z0-9]/gu, '')]));
  return words.every((word) => own.some((candidate) => candidate.startsWith(word))) && tails.every((tail) => ends.some((end) => end.endsWith(tail)));
}

/** 1: whole words of the name; 2: beginnings of its words; 3: the rest. */
function rankOfWords(dossier: SampleDossier, readings: readonly (readonly string[])[]): number {
  const name = wordsOf(dossier.name);
  if (readings.some((words) => words.every((word) => name.includes(word)))) return 1;
  return readings.some((words) => words.every((word) => name.some((one) => one.startsWith(word)))) ? 2 : 3;
}

/** Reads a search to its end, page by page. */
async function readAll(question: string, limit: number, look?: NewestLook): Promise<readonly FoundRow[]> {
  const terms = readSearch(question, '2026-11-20');
  assert.ok(terms !== undefined);
  const from = terms.day === null ? null : Date.parse(`${terms.day}T00:00:00+07:00`);
  const found: FoundRow[] = [];
  for (let after: Parameters<typeof searchDossiers>[4] = null; ;) {
    const page = await searchDossiers(database.db, scope, 'all', { ...terms, day: from === null ? null : { from, to: from + MS_PER_DAY } }, after, limit, look);
    found.push(...page);
    const last = page.at(-1);
    if (page.length < limit || last === undefined) return found;
    after = { rank: last.rank, at: last.sort_key, id: last.id };
  }
}

const newestFirst = (a: SampleDossier, b: SampleDossier): number => b.submittedAt - a.submittedAt || (a.id < b.id ? 1 : -1);

test('whatever is typed: the search finds what the words, ends and day say and nothing of another commune, page by page, the best first', async () => {
  const questions = fc.constantFrom('nguyen', 'an nguyen', 'An', 'hhen', 'h', 'n', 'khai sinh', 'minh thử', '5678', '90000001', '0912 345 678', 'binh 4321', 'bản sao an', 'dinh', '12', 'zzz', '20/11', 'an 01/11', '1.001193', 'h56', "'!", 'nguyeenx', 'khai');
  // Whatever it takes for frequent, and however far it reads through the newest dossiers: it finds the same.
  const looks = fc.record({ names: fc.integer({ min: 1, max: 30 }), texts: fc.integer({ min: 1, max: 30 }), frequent: fc.constantFrom(0, 0.1, 0.5, 2), most: fc.integer({ min: 1, max: 60 }) }, { noNullPrototype: true });
  await fc.assert(
    fc.asyncProperty(arbitraryDossiers([commune.units.office.id], 60), fc.array(questions, { minLength: 3, maxLength: 6 }), fc.integer({ min: 1, max: 9 }), looks, async (dossiers, asked, limit, look) => {
      await removeSamples(database.owner);
      const codes = await insertSamples(database.owner, commune.commune.code, dossiers);
      await insertSamples(database.owner, stranger.commune.code, dossiers.map((one) => ({ ...one, handed: null, unitId: null })));
      for (const question of asked) {
        const terms = readSearch(question, '2026-11-20');
        if (terms === undefined) continue;
        const from = terms.day === null ? null : Date.parse(`${terms.day}T00:00:00+07:00`);
        const readings = terms.readings.length === 0 ? [[]] : terms.readings;
        const expected = dossiers.filter((one) => readings.some((words) => answers(one, codes.get(one.id) ?? '', words, terms.tails)) && (from === null || (one.submittedAt >= from && one.submittedAt < from + MS_PER_DAY)));
        const found = await readAll(question, limit, look);
        if (terms.tails.length > 0) assert.deepEqual(found.map(({ id }) => id).toSorted(), expected.map(({ id }) => id).toSorted(), question);
        else assert.deepEqual(found.map(({ id }) => id), expected.toSorted((a, b) => rankOfWords(a, readings) - rankOfWords(b, readings) || newestFirst(a, b)).map(({ id }) => id), question);
        assert.deepEqual(found.map(({ rank }) => rank), found.map(({ rank }) => rank).toSorted(), question);
      }
    }),
    { numRuns: 40 },
  );
});

test('a whole code stands first, then whole words of the name, then beginnings, then the matter', async () => {
  await removeSamples(database.owner);
  const base = { state: 'submitted', number: null, phone: null, procedureCode: '1.001193', procedureName: 'Đăng ký khai sinh', field: 'Hộ tịch', content: '', channel: 'online', way: 'counter', step: null, role: null, unitId: null, holderId: null, handed: null, receivedAt: null, dueAt: null, endedAt: null, pausedSince: null, supplements: 0, stopKind: null, requests: [] } as const;
  const one = (n: number, name: string, content: string): SampleDossier => ({ ...base, id: `0189000${String(n)}-0000-7000-8000-000000000000`, name, content, submittedAt: SEEN_AT - n });
  const codes = await insertSamples(database.owner, commune.commune.code, [one(1, 'Lê Thị Điểm', 'Cho con Mẫn'), one(2, 'Trần Mẫnh', ''), one(3, 'Đỗ Mẫn', '')]);
  const find = async (q: string) => (await readAll(q, 9)).map(({ id, rank }) => [id.slice(7, 8), rank]);
  assert.deepEqual(await find('mẫn'), [['3', 1], ['2', 2], ['1', 3]]);
  assert.deepEqual(await find(codes.get('01890002-0000-7000-8000-000000000000') ?? ''), [['2', 0]]);
});

test('a letter that stands in every code is no word of a name: only names and matters that begin with it are found, names first', async () => {
  await removeSamples(database.owner);
  const base = { state: 'received', number: null, phone: '0912345678', procedureCode: '2.000815', procedureName: 'Chứng thực bản sao', field: 'Chứng thực', content: '', channel: 'counter', way: 'counter', step: 'receive', role: 'reception', unitId: null, holderId: null, handed: null, dueAt: SEEN_AT, endedAt: null, pausedSince: null, supplements: 0, stopKind: null, requests: [] } as const;
  const one = (n: number, name: string, content: string): SampleDossier => ({ ...base, id: `0189000${String(n)}-0000-7000-8000-000000000000`, name, content, submittedAt: SEEN_AT - n, receivedAt: SEEN_AT - n });
  await insertSamples(database.owner, commune.commune.code, [one(1, 'Lê Thị Điểm', 'Học bạ'), one(2, 'Trần Văn Hùng', ''), one(3, 'Đỗ Mẫn', '')]);
  assert.deepEqual((await readAll('h', 9)).map(({ id, rank }) => [id.slice(7, 8), rank]), [['2', 2], ['1', 3]]);
});
