import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { type Selectable } from 'kysely';
import { createDatabase, type TestDatabase } from '../../test/database.ts';
import { hasRoleForField, type StaffActor } from '../kernel/actor.ts';
import { computeDeadline } from '../kernel/legal-clock/compute-deadline.ts';
import { formatTimeLimit, parseTimeLimit } from '../kernel/legal-clock/time-limit.ts';
import { dateAt, dayAt, dayOf, instantOn, type Instant } from '../kernel/local-time.ts';
import { type WorkingCalendar } from '../kernel/working-calendar.ts';
import { createCalendars } from '../modules/calendar/index.ts';
import { searchText } from '../modules/dossiers/domain/check-applicant.ts';
import { type Stage, stageOf } from '../modules/dossiers/domain/dossier-states.ts';
import { readPauses } from '../modules/dossiers/domain/dossier-clock.ts';
import { rolesOfStep } from '../modules/dossiers/domain/may-act.ts';
import { actionsAt, type DossierAction } from '../modules/dossiers/domain/transitions.ts';
import { buildDossierCode } from '../modules/dossiers/domain/dossier-code.ts';
import { personIdOf } from '../modules/dossiers/index.ts';
import { listCommunes, listStaff, listVillages } from '../modules/identity/index.ts';
import { createCatalogue, loadPacks } from '../modules/procedures/index.ts';
import { type DossierHistoryTable, type DossierPaperTable, type DossierStepTable, type DossierTable, type PersonTable } from '../platform/db/tables.generated.ts';
import { checkUpload } from '../platform/files/check-upload.ts';
import { openFileStore } from '../platform/files/file-store.ts';
import { isDemoLoaded, loadDemo } from './index.ts';
import { currentWorkingDay } from './office/working-moments.ts';

let database: TestDatabase;
before(async () => {
  database = await createDatabase();
  await loadPacks(database.owner.db, new URL('../../data/procedures/', import.meta.url), new Date('2026-11-22T19:40:00+07:00'));
});
after(() => database.close());

const wipe = () => database.owner.pool.query('truncate commune, setting, stored_file, dossier_history, number_counter, journal, journal_head cascade');

interface Loaded {
  readonly dossiers: readonly Selectable<DossierTable>[];
  readonly steps: ReadonlyMap<string, readonly Selectable<DossierStepTable>[]>;
  readonly papers: ReadonlyMap<string, readonly Selectable<DossierPaperTable>[]>;
  readonly history: ReadonlyMap<string, readonly Selectable<DossierHistoryTable>[]>;
  readonly persons: readonly Selectable<PersonTable>[];
  readonly staff: ReadonlyMap<string, StaffActor>;
  readonly calendar: WorkingCalendar;
}

async function load(now: Date): Promise<Loaded> {
  await wipe();
  assert.equal(await loadDemo(database.owner.db, now), true);
  const { db } = database;
  const [dossiers, steps, papers, history, persons, staff] = await Promise.all([
    db.selectFrom('dossier').selectAll().orderBy('submitted_at').execute(),
    db.selectFrom('dossier_step').selectAll().orderBy('position').execute(),
    db.selectFrom('dossier_paper').selectAll().orderBy('position').execute(),
    db.selectFrom('dossier_history').selectAll().orderBy('seq').execute(),
    db.selectFrom('person').selectAll().execute(),
    listStaff(db, { communeCode: '16072', on: dateAt(now.getTime()) }),
  ]);
  return {
    dossiers,
    steps: Map.groupBy(steps, (row) => row.dossier_id),
    papers: Map.groupBy(papers, (row) => row.dossier_id),
    history: Map.groupBy(history, (row) => row.dossier_id),
    persons,
    staff: new Map(staff.map(({ fullName, id, positions, userName }) => [id, { kind: 'staff', staffId: id, communeCode: '16072', fullName, userName, positions }])),
    calendar: await createCalendars(db).getCalendar('16072'),
  };
}

function isWorking({ calendar }: Loaded, at: Date): boolean {
  const moment = at.getTime();
  const day = dayAt(moment);
  return calendar.day(day).sessions.some(({ closes, opens }) => moment >= instantOn(day, opens) && moment <= instantOn(day, closes));
}

/** What each line of history did, and where the dossier stood afterwards. */
const ACTIONS: Readonly<Record<string, { readonly action: DossierAction; readonly role: 'reception' | 'specialist' | 'leader' | 'clerk' | 'before'; readonly to: (from: Stage) => Stage }>> = {
  received: { action: 'receive', role: 'reception', to: () => 'received' },
  rejected: { action: 'reject', role: 'reception', to: () => 'rejected' },
  transferred: { action: 'transfer', role: 'reception', to: () => 'appraise' },
  appraised: { action: 'appraise', role: 'specialist', to: () => 'approve' },
  approved: { action: 'approve', role: 'leader', to: () => 'seal' },
  sealed: { action: 'seal', role: 'clerk', to: () => 'decided' },
  'handed-over': { action: 'hand-over', role: 'reception', to: () => 'returned' },
  'supplement-requested': { action: 'request-supplement', role: 'specialist', to: () => 'supplement-requested' },
  'supplement-cancelled': { action: 'cancel-supplement', role: 'specialist', to: () => 'appraise' },
  'supplement-proposed': { action: 'request-supplement', role: 'specialist', to: (from) => from },
  'supplement-approved': { action: 'approve-supplement', role: 'leader', to: () => 'supplement-requested' },
  'payment-requested': { action: 'request-payment', role: 'specialist', to: () => 'payment-requested' },
  'extended': { action: 'extend', role: 'leader', to: (from) => from },
  'sent-back': { action: 'send-back', role: 'before', to: (from) => (from === 'seal' ? 'approve' : 'appraise') },
};

const MOMENTS = [
  ['on a Sunday evening', '2026-11-22T19:40:00+07:00'],
  ['at the opening after a holiday', '2026-11-25T07:00:00+07:00'],
  ['in the middle of a morning', '2026-11-20T10:31:12+07:00'],
  ['in the lunch break', '2026-10-07T12:10:00+07:00'],
  ['after closing', '2026-09-16T21:15:00+07:00'],
  ['on a made-up Saturday', '2026-08-22T09:05:00+07:00'],
  ['at Tết', '2026-02-18T10:00:00+07:00'],
] as const;

for (const [when, text] of MOMENTS) {
  describe(`loaded ${when}`, () => {
    const now = new Date(text);
    let demo: Loaded;
    before(async () => {
      demo = await load(now);
    });

    test('it has forty villages, a hundred and fifty residents and a thousand dossiers', async () => {
      assert.equal((await listVillages(database.db, '16072', dateAt(now.getTime()))).length, 40);
      assert.equal(demo.persons.length, 150);
      assert.ok(demo.dossiers.length > 600 && demo.dossiers.length < 1600, String(demo.dossiers.length));
    });

    test('every row is marked, and every dossier has its papers, its history and a link of its own', () => {
      assert.ok(demo.dossiers.every(({ synthetic }) => synthetic) && demo.persons.every(({ synthetic }) => synthetic));
      assert.equal(new Set(demo.dossiers.map(({ token_hash }) => token_hash)).size, demo.dossiers.length);
      for (const { id, token_hash } of demo.dossiers) {
        assert.match(token_hash, /^[0-9a-f]{64}$/);
        assert.ok((demo.papers.get(id) ?? []).length > 0 && (demo.history.get(id) ?? []).length > 0);
      }
    });

    test('every history is a path of the transition table, told by people of the right position, and ends where the dossier stands', () => {
      for (const dossier of demo.dossiers) {
        const lines = demo.history.get(dossier.id) ?? [];
        assert.deepEqual(lines.map(({ seq }) => seq), lines.map((_, place) => place + 1));
        assert.equal(dossier.version, lines.length);
        let stage: Stage = 'submitted';
        let at: Instant = 0;
        for (const line of lines) {
          assert.ok(line.at.getTime() >= at && line.at <= now, dossier.reference);
          at = line.at.getTime();
          assert.equal(typeof line.facts, 'object');
          if (line.event === 'declared') {
            assert.deepEqual([line.seq, line.actor_id, dossier.channel], [1, null, 'online']);
            continue;
          }
          const known = ACTIONS[line.event];
          assert.ok(known, line.event);
          assert.ok(actionsAt(stage).includes(known.action), `${line.event} at ${stage}`);
          const actor = demo.staff.get(line.actor_id ?? '');
          const role = known.role === 'before' ? (stage === 'seal' ? 'clerk' : 'leader') : known.role;
          assert.ok(actor && hasRoleForField(actor, dossier.field, ...rolesOfStep(role)), `${line.event} of ${dossier.field}`);
          assert.equal(line.actor_name, actor.fullName);
          stage = known.to(stage);
        }
        const position = { state: dossier.state, currentStep: dossier.current_step };
        assert.equal(stage, stageOf(position));
      }
    });

    test('steps say who finished them and when, and the step where the dossier stands is begun and not finished', () => {
      for (const dossier of demo.dossiers) {
        const steps = demo.steps.get(dossier.id) ?? [];
        if (dossier.received_at === null) {
          assert.equal(steps.length, 0);
          continue;
        }
        assert.deepEqual(steps.map(({ key }) => key), ['receive', 'appraise', 'approve', 'seal', 'hand-over']);
        const here = dossier.current_step === null ? steps.length : steps.findIndex(({ key }) => key === dossier.current_step);
        for (const [place, step] of steps.entries()) {
          assert.equal(step.started_at !== null && step.due_at !== null, place <= here, `${step.key} of ${dossier.reference}`);
          assert.equal(step.finished_at !== null, place < here);
          if (place < here) {
            const holder = demo.staff.get(step.holder_id ?? '');
            assert.ok(holder && hasRoleForField(holder, dossier.field, ...rolesOfStep(step.role_name)));
            assert.ok(step.started_at !== null && step.finished_at !== null && step.started_at <= step.finished_at);
          }
        }
        assert.equal(dossier.current_role_name, steps[here]?.role_name ?? null);
        assert.deepEqual(dossier.step_due_at, steps[here]?.due_at ?? null);
      }
    });

    test('due dates are those of the legal clock for the limit of the procedure version', async () => {
      const catalogue = await createCatalogue(database.db);
      for (const dossier of demo.dossiers) {
        const procedure = catalogue.findVersion('16072', dossier.procedure_code, dossier.procedure_version);
        assert.ok(procedure !== undefined && procedure.timeLimit !== null && procedure.pack.audience.kind === 'citizen');
        assert.ok(procedure.pack.validFrom <= dateAt(dossier.submitted_at.getTime()));
        if (dossier.received_at === null || dossier.time_limit === null) {
          assert.equal(dossier.due_at, null);
          continue;
        }
        // A part of a linked case runs under the limit of its group.
        assert.equal(dossier.time_limit, dossier.case_id === null ? formatTimeLimit(procedure.timeLimit) : '24h@15:00');
        const limit = parseTimeLimit(dossier.time_limit);
        assert.ok(limit.ok);
        const due = computeDeadline({ received: dossier.received_at.getTime(), limit: limit.value, pauses: readPauses(dossier.pauses).filter(({ to }) => to !== null), calendar: demo.calendar });
        assert.ok(due.ok);
        assert.equal(dossier.due_at?.getTime(), due.value.deadline.due);
      }
    });

    test('nothing but declarations happens outside working hours, and nothing in the future', () => {
      for (const dossier of demo.dossiers) {
        const moments = [
          dossier.received_at,
          ...(demo.history.get(dossier.id) ?? []).filter(({ event }) => event !== 'declared').map(({ at }) => at),
          ...(demo.steps.get(dossier.id) ?? []).flatMap(({ finished_at, started_at }) => [started_at, finished_at]),
        ];
        for (const moment of moments) assert.ok(moment === null || (isWorking(demo, moment) && moment <= now), `${dossier.reference} ${moment?.toISOString() ?? ''}`);
        assert.ok(dossier.submitted_at <= now && (dossier.received_at === null || dossier.submitted_at <= dossier.received_at));
        if (dossier.channel !== 'online') assert.deepEqual(dossier.submitted_at, dossier.received_at);
      }
    });

    test('the codes of a day count from 1 without gaps in the order of reception, and live receptions go on from there', async () => {
      const key = ({ code, received_at }: Loaded['dossiers'][number]): string => `${received_at?.toISOString() ?? ''} ${code ?? ''}`;
      const received = demo.dossiers.filter(({ code }) => code !== null).sort((a, b) => (key(a) < key(b) ? -1 : 1));
      const days = Map.groupBy(received, (row) => dateAt(row.received_at?.getTime() ?? 0));
      for (const [day, list] of days) assert.deepEqual(list.map(({ code }) => code), list.map((_, place) => buildDossierCode('H56.14', day, place + 1)));
      const counters = await database.db.selectFrom('number_counter').selectAll().where('book', 'like', 'dossier:%').orderBy('period').execute();
      assert.deepEqual(
        counters.map(({ book, last, period }) => [book, period, last]),
        [...days].map(([day, list]) => ['dossier:H56.14', day, list.length]).sort(([, a], [, b]) => (String(a) < String(b) ? -1 : 1)),
      );
    });

    test('the day’s load is that of a small commune on working days and nothing on others', () => {
      const days = Map.groupBy(demo.dossiers.filter((row) => row.received_at !== null), (row) => dateAt(row.received_at?.getTime() ?? 0));
      for (const [day, list] of days) {
        assert.ok(demo.calendar.day(dayOf(day)).sessions.length > 0);
        assert.ok(list.length <= 25, `${day}: ${list.length}`);
      }
      const whole = [...days].filter(([day]) => day < dateAt(now.getTime())).slice(1);
      assert.ok(whole.length > 50 && whole.every(([, list]) => list.length >= 8));
    });

    test('most is on time, a little is late, one dossier is overdue now and some are due on the day that is worked on', () => {
      const decided = demo.dossiers.filter(({ decided_at }) => decided_at !== null);
      const late = decided.filter(({ decided_at, due_at }) => (decided_at ?? 0) > (due_at ?? 0)).length / decided.length;
      assert.ok(late > 0.005 && late < 0.08, String(late));
      const running = demo.dossiers.filter(({ state }) => state === 'received' || state === 'in-progress');
      assert.equal(running.filter(({ due_at }) => due_at !== null && due_at < now).length, 1);
      const day = currentWorkingDay(demo.calendar, now.getTime());
      assert.ok(running.filter(({ due_at }) => due_at !== null && due_at >= now && dayAt(due_at.getTime()) === day).length >= 2);
    });

    test('every list of the workspace has something: each step, results to hand over, declarations to receive and refused ones', () => {
      const standing = (stage: Stage) => demo.dossiers.filter(({ current_step, state }) => stageOf({ state, currentStep: current_step }) === stage).length;
      assert.equal(standing('submitted'), 6);
      for (const stage of ['received', 'appraise', 'approve', 'seal', 'decided'] as const) assert.ok(standing(stage) >= 2, `${stage} ${standing(stage)}`);
      assert.ok(standing('rejected') >= 1);
      const ages = demo.dossiers.filter(({ state }) => state === 'submitted').map(({ submitted_at }) => (now.getTime() - submitted_at.getTime()) / 3_600_000);
      assert.ok(Math.min(...ages) < 0.5 && Math.max(...ages) > 40 && Math.max(...ages) <= 48);
    });

    test('applicants are residents, whom the person directory knows by the id of a live reception and by the same search text', () => {
      const persons = new Map(demo.persons.map((person) => [person.citizen_number, person]));
      for (const dossier of demo.dossiers) {
        const person = persons.get(dossier.applicant_number);
        assert.ok(person);
        const isKnown = dossier.code !== null;
        assert.equal(dossier.person_id, isKnown ? person.id : null);
        const text = searchText({ name: person.full_name, codes: [dossier.reference, person.citizen_number, person.phone] });
        assert.equal(dossier.search_text, isKnown ? `${text} ${dossier.code?.toLowerCase() ?? ''}` : text);
      }
      for (const { address, birth_date, citizen_number, email, full_name, id, phone, search_text, sex, village_id } of demo.persons) {
        const applicant = { citizenNumber: citizen_number, fullName: full_name, birthDate: birth_date, sex, address, villageId: village_id, phone, email };
        assert.equal(id, personIdOf('16072', applicant));
        assert.equal(search_text, searchText({ name: full_name, codes: [citizen_number, phone] }));
        assert.notEqual(village_id, null);
      }
    });

    test('result numbers of a field count on in the order of sealing', () => {
      const sealed = demo.dossiers.filter(({ result_number }) => result_number !== null && !result_number.includes('quyển số'));
      for (const list of Map.groupBy(sealed, ({ decided_at, field }) => `${field} ${dateAt(decided_at?.getTime() ?? 0).slice(0, 4)}`).values()) {
        const ordered = [...list].sort((a, b) => Number.parseInt(a.result_number ?? '', 10) - Number.parseInt(b.result_number ?? '', 10));
        assert.deepEqual(ordered.map(({ result_number }) => Number.parseInt(result_number ?? '', 10)), ordered.map((_, place) => place + 1));
        for (const [place, { decided_at }] of ordered.entries()) assert.ok(place === 0 || (ordered[place - 1]?.decided_at ?? 0) <= (decided_at ?? 0));
      }
    });

    test('the yearly books of certifications count from 1 in the order of signing, every number is that of its dossier, and the lane goes on from there', async () => {
      const lines = await database.db
        .selectFrom('certified_document as d')
        .innerJoin('certification as c', (join) => join.onRef('c.commune_code', '=', 'd.commune_code').onRef('c.dossier_id', '=', 'd.dossier_id'))
        .select(['d.dossier_id', 'd.book', 'd.book_year', 'd.number', 'd.pages', 'd.copies', 'd.fee', 'c.signed_at', 'c.signed_by_title', 'c.book as kind'])
        .execute();
      const numbered = lines.filter(({ number }) => number !== null).sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
      assert.ok(numbered.length > 100);
      const counters = new Map((await database.db.selectFrom('number_counter').selectAll().where('book', 'like', 'certification:%').execute()).map(({ book, last, period }) => [`${book} ${period}`, last]));
      const words = new Map(demo.dossiers.map(({ id, result_number }) => [id, result_number]));
      for (const [name, list] of Map.groupBy(numbered, ({ book, book_year }) => `certification:${book ?? ''} ${String(book_year)}`)) {
        assert.deepEqual(list.map(({ number }) => number), list.map((_, place) => place + 1), name);
        assert.equal(counters.get(name), list.length);
        for (const [place, { signed_at, signed_by_title, dossier_id, number }] of list.entries()) {
          assert.ok(place === 0 || (list[place - 1]?.signed_at ?? 0) <= (signed_at ?? 0));
          assert.notEqual(signed_by_title, '');
          assert.ok(words.get(dossier_id)?.startsWith(`${String(number).padStart(4, '0')}, quyển số 01/`));
        }
      }
      for (const { pages, copies, fee, kind } of lines) assert.equal(fee, kind === 'SCT/BS' ? (Math.min(pages, 2) * 2000 + Math.max(0, pages - 2) * 1000) * copies : 10_000);
    });
  });
}

const NOW = new Date('2026-11-20T10:31:12+07:00');

async function tellRows(): Promise<string> {
  const { rows } = await database.pool.query<{ text: string }>("select string_agg(d::text, e'\\n' order by id) as text from (select id, reference, applicant_number, state, content, received_at, due_at, held_since from dossier) d");
  return rows[0]?.text ?? '';
}

test('a birth has one request that does not arrive and one that is acknowledged, another is over, a death has one not answered and one not taken', async () => {
  await load(new Date('2026-11-22T19:40:00+07:00'));
  const { rows } = await database.pool.query<{ group: string; ended: boolean; children: string; messages: string }>(`
    select c.group_code as group, c.ended_at is not null as ended,
      (select string_agg(l.key || ' ' || l.state, ', ' order by l.position) from linked_child l where l.case_id = c.id) as children,
      (select string_agg(t.child_key || ' ' || t.state, ', ' order by t.child_key) from agency_transfer t where t.case_id = c.id) as messages
    from linked_case c where c.synthetic order by c.group_code, ended`);
  assert.deepEqual(rows, [
    { group: 'birth', ended: false, children: 'birth-registration finished, residence in-progress, health-insurance in-progress', messages: 'health-insurance failed, residence acknowledged' },
    { group: 'birth', ended: true, children: 'birth-registration finished, residence finished, health-insurance finished', messages: 'health-insurance acknowledged, residence acknowledged' },
    { group: 'death', ended: false, children: 'death-registration finished, residence-removal in-progress, survivor-benefit in-progress', messages: 'residence-removal sent, survivor-benefit refused' },
  ]);
  const { rows: told } = await database.pool.query<{ wrong: string }>('select event as wrong from linked_event e join linked_case c on c.id = e.case_id where e.at > $1 or e.at < c.received_at', [new Date('2026-11-22T19:40:00+07:00')]);
  assert.deepEqual(told, []);
  await load(new Date('2026-08-22T09:05:00+07:00'));
  assert.deepEqual((await database.pool.query('select 1 from linked_case')).rows, [], 'no group was in force');
});

test('a second load changes nothing, and of two loads at once one does it', async () => {
  await wipe();
  assert.deepEqual((await Promise.all([loadDemo(database.owner.db, NOW), loadDemo(database.owner.db, NOW)])).sort(), [false, true]);
  const before = await tellRows();
  assert.equal(await loadDemo(database.owner.db, new Date('2026-11-23T09:00:00+07:00')), false);
  assert.equal(await tellRows(), before);
  assert.equal((await listCommunes(database.db)).length, 1);
  const journal = await database.db.selectFrom('journal').select('entry').execute();
  assert.equal(journal.length, 1);
  assert.match(journal[0]?.entry ?? '', /^\{"action":"demo.loaded","actor":null,"address":"console","at":"2026-11-20T03:31:12.000Z","facts":\{"dossiers":\d+,"residents":150,"staff":21,"villages":40\},"object":"commune:16072"\}$/);
});

test('the same moment makes the same demonstration again; another seed another one', async () => {
  await wipe();
  await loadDemo(database.owner.db, NOW);
  const first = await tellRows();
  await wipe();
  await loadDemo(database.owner.db, NOW);
  assert.equal(await tellRows(), first);
  await wipe();
  await loadDemo(database.owner.db, NOW, { seed: 'another' });
  assert.notEqual(await tellRows(), first);
});

test('slips open by the digest that the installation makes of a dossier’s link', async () => {
  await wipe();
  await loadDemo(database.owner.db, NOW, { linkHash: (id) => id.replaceAll('-', '').repeat(2) });
  const rows = await database.db.selectFrom('dossier').select(['id', 'token_hash']).execute();
  assert.ok(rows.every(({ id, token_hash }) => token_hash === id.replaceAll('-', '').repeat(2)));
});

test('the papers that somebody still looks at have pictures, of which the file store has the bytes', async () => {
  await wipe();
  const folder = await mkdtemp(join(tmpdir(), 'xaso-demo-files-'));
  try {
    const files = openFileStore(folder);
    await loadDemo(database.owner.db, NOW, { files });
    const stored = await database.db.selectFrom('stored_file').selectAll().execute();
    assert.equal(stored.length, 5);
    for (const { byte_count, sha256 } of stored) {
      const bytes = await files.get(sha256);
      assert.equal(bytes?.length, byte_count);
      const upload = await checkUpload(bytes, 'a.jpg');
      assert.ok(upload.ok && upload.value.mediaType === 'image/jpeg');
    }
    const { rows } = await database.pool.query<{ state: string; source: string; pictures: boolean }>(
      `select distinct d.state, p.source, exists (select from paper_file f where f.dossier_id = p.dossier_id and f.paper_id = p.id) as pictures
        from dossier d join dossier_paper p on p.dossier_id = d.id`,
    );
    for (const { pictures, source, state } of rows) {
      assert.equal(pictures, ['submitted', 'received', 'in-progress', 'supplement-requested', 'payment-requested', 'decided'].includes(state) && source !== 'database', `${state} ${source}`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('numbers that were given out before are not given out again', async () => {
  await wipe();
  await database.owner.pool.query("insert into number_counter values ('16072', 'dossier:H56.14', '2026-11-19', 40)");
  await loadDemo(database.owner.db, NOW);
  const { rows } = await database.pool.query<{ least: string; n: number }>("select min(code) as least, count(*)::int as n from dossier where code like 'H56.14-261119-%'");
  assert.equal(rows[0]?.least, 'H56.14-261119-0041');
  const counter = await database.db.selectFrom('number_counter').select('last').where('period', '=', '2026-11-19').executeTakeFirst();
  assert.equal(counter?.last, 40 + rows[0].n);
});

test('without procedures in force the office is loaded without dossiers', async () => {
  const bare = await createDatabase();
  try {
    assert.equal(await isDemoLoaded(bare.db), false);
    assert.equal(await loadDemo(bare.owner.db, NOW), true);
    assert.equal(await isDemoLoaded(bare.db), true);
    assert.deepEqual(await bare.db.selectFrom('dossier').select('id').execute(), []);
  } finally {
    await bare.close();
  }
});
