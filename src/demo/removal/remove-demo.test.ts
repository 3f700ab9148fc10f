import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import { createStaff } from '../../../test/commune.ts';
import { createDatabase, type TestDatabase } from '../../../test/database.ts';
import { insertVillages, listCommunes } from '../../modules/identity/index.ts';
import { loadPacks } from '../../modules/procedures/index.ts';
import { readDemoPictures } from '../demo-pictures.ts';
import { countDemoRows, isDemoLoaded, loadDemo, rehearseDemoRemoval, removeDemo } from '../index.ts';

const NOW = new Date('2026-11-20T10:31:12+07:00');
const LATER = new Date('2026-11-20T15:00:00+07:00');

let database: TestDatabase;
before(async () => {
  database = await createDatabase();
  await loadPacks(database.owner.db, new URL('../../../data/procedures/', import.meta.url), NOW);
});
after(() => database.close());
beforeEach(async () => {
  await database.owner.pool.query('truncate commune, setting, dossier_history, number_counter, journal, journal_head, outbox, client_command, stored_file cascade');
  await loadDemo(database.owner.db, NOW);
});

async function ask<T>(text: string): Promise<T> {
  const { rows } = await database.owner.pool.query<{ answer: T }>(`select (${text}) as answer`);
  const row = rows[0];
  assert.ok(row);
  return row.answer;
}

async function removeForGood() {
  const outcome = await removeDemo(database.owner.db, LATER);
  assert.ok(outcome.ok);
  return outcome.value;
}

/** A dossier as the program receives it from a person: a copy of a demonstration dossier without the mark. Answers its id. */
async function receiveRealDossier(): Promise<string> {
  const id = randomUUID();
  const { pool } = database.owner;
  await pool.query(
    `insert into dossier select (jsonb_populate_record(d, jsonb_build_object('id', $1::uuid, 'reference', 'KB-THAT-THAT', 'code', 'H56.14-261120-9999', 'token_hash', repeat('a', 64), 'synthetic', false))).*
      from dossier d where state = 'received' order by received_at desc limit 1`,
    [id],
  );
  await pool.query("insert into dossier_step select commune_code, id, 0, 'receive', 'reception', 1, received_at, due_at, null, received_by from dossier where id = $1", [id]);
  await pool.query("insert into dossier_paper values ('16072', $1, gen_random_uuid(), 0, null, 'Tờ khai', 'form', 'submitted', 1, null)", [id]);
  await pool.query("insert into dossier_history select commune_code, id, 1, received_at, 'received', received_by, 'Lê Thị Điểm', '{}' from dossier where id = $1", [id]);
  return id;
}

/** A real administrator, who sits in a unit of the demonstration as everybody there does. */
async function makeRealAdministrator(): Promise<void> {
  const unitId = await ask<string>("select id from unit where kind = 'office'");
  const made = await createStaff(database.owner.db, { code: '16072' }, { userName: 'that.quantri', positions: [{ unitId, role: 'administrator', title: 'Quản trị', fields: [] }] });
  await database.owner.pool.query('update staff set synthetic = false where id = $1', [made.id]);
  await database.owner.pool.query('update staff_position set synthetic = false where staff_id = $1', [made.id]);
}

const LEFT = `select count(*)::int from (select commune_code from dossier union all select commune_code from person union all select commune_code from staff
  union all select commune_code from unit union all select commune_code from village union all select commune_code from dossier_step
  union all select commune_code from dossier_paper union all select commune_code from dossier_history union all select commune_code from staff_position
  union all select code from commune union all select commune_code from calendar_day union all select commune_code from working_session) as rows`;

test('removing an untouched demonstration leaves no row of it, and the installation can be set up anew', async () => {
  const procedures = await ask<number>('select count(*)::int from procedure_version');
  const counted = await countDemoRows(database.db);
  assert.ok((await ask<number>('select count(*)::int from assisted_filing')) > 0, 'helpers are told of');
  await database.owner.pool.query("insert into assisted_note values ('16072', 'name:con gai', current_date, 'day', 9, now())");
  const { communes, kept, removed } = await removeForGood();
  for (const table of ['dossier', 'person', 'staff', 'staff_position', 'unit', 'village']) assert.equal(removed[table], counted[table], table);
  assert.ok((removed['dossier_history'] ?? 0) > 4000 && (removed['dossier_step'] ?? 0) > 3000 && (removed['dossier_paper'] ?? 0) > 1000);
  assert.deepEqual([kept, communes], [[], ['16072']]);
  assert.equal(await ask<number>('select (select count(*) from assisted_filing)::int + (select count(*) from assisted_note)::int'), 0);
  assert.equal(await ask<number>(LEFT), 0);
  assert.deepEqual(await countDemoRows(database.db), {});
  assert.deepEqual(await listCommunes(database.db), []);
  assert.equal(await ask<number>("select count(*)::int from setting where key = 'home-commune' or commune_code = '16072'"), 0);
  assert.equal(await ask<number>('select count(*)::int from procedure_version'), procedures);
  assert.ok((await ask<number>('select count(*)::int from number_counter')) > 50, 'numbers of dossiers are never given out twice');
  assert.equal(await ask<number>("select count(*)::int from number_counter where book like 'certification:%'"), 0, 'the books of a real office begin with 1');
  assert.equal(await ask<number>('select count(*)::int from certified_document'), 0);
});

const MONEY = ['payable', 'payable_event', 'payment', 'fee_assessment', 'fee_line', 'fee_change', 'receipt_series', 'fee_receipt', 'fee_receipt_event', 'cashier_day', 'cashier_taking', 'remittance', 'bank_statement', 'statement_line', 'statement_line_payment', 'statement_line_event'];

test('the money of the demonstration is there before its removal and gone after it, with the account', async () => {
  const rows = (table: string): Promise<number> => ask<number>(`select count(*)::int from ${table}`);
  for (const table of MONEY) assert.ok((await rows(table)) > 0, table);
  assert.equal(await ask<string>("select value->>'number' from setting where key = 'bank-account'"), '0000000000000');
  // Somebody real stays, so the commune does too.
  await makeRealAdministrator();
  const { communes, kept } = await removeForGood();
  assert.deepEqual([communes, kept.filter(({ table }) => table !== 'staff' && table !== 'unit')], [[], []]);
  for (const table of MONEY) assert.equal(await rows(table), 0, table);
  assert.equal(await ask<number>("select count(*)::int from setting where key = 'bank-account'"), 0);
});

test('the journal tells of the load and of the removal with its counts, in one chain', async () => {
  const { removed } = await removeForGood();
  const entries = (await database.db.selectFrom('journal').select(['entry', 'seq', 'previous_hash', 'hash']).orderBy('seq').execute()).map((row) => ({ ...row, told: JSON.parse(row.entry) as Record<string, unknown> }));
  assert.deepEqual(entries.map(({ told }) => told['action']), ['demo.loaded', 'demo.removed']);
  const [first, second] = entries;
  assert.ok(first && second);
  assert.deepEqual(second.told['facts'], { ...removed, kept: 0 });
  assert.deepEqual(second.previous_hash, first.hash);
});

test('a removed demonstration does not come back by itself, but when it is asked for', async () => {
  await removeForGood();
  assert.equal(await loadDemo(database.owner.db, LATER), false);
  assert.equal(await loadDemo(database.owner.db, LATER, { again: true }), true);
  assert.equal(await isDemoLoaded(database.db), true);
});

test('a rehearsal tells what would go and changes nothing', async () => {
  const before = await countDemoRows(database.db);
  const rehearsal = await rehearseDemoRemoval(database.owner.db, LATER);
  assert.ok(rehearsal.ok);
  assert.deepEqual(await countDemoRows(database.db), before);
  assert.equal(await ask<number>('select count(*)::int from journal'), 1);
  assert.equal(await isDemoLoaded(database.db), true);
  assert.deepEqual(await removeForGood(), rehearsal.value);
});

test('where there is no demonstration nothing is removed and nothing is written', async () => {
  await removeForGood();
  const journal = await ask<number>('select count(*)::int from journal');
  assert.deepEqual(await removeForGood(), { removed: {}, kept: [], communes: [] });
  assert.equal(await ask<number>('select count(*)::int from journal'), journal);
});

test('real rows without a real administrator keep the demonstration from being removed: nobody could sign in afterwards', async () => {
  await receiveRealDossier();
  const before = await countDemoRows(database.db);
  assert.deepEqual(await removeDemo(database.owner.db, LATER), { ok: false, problem: { code: 'demo.nobody-could-sign-in', facts: { communes: ['16072'] } } });
  assert.deepEqual(await countDemoRows(database.db), before);
  assert.equal(await isDemoLoaded(database.db), true);
});

test('a real dossier stays whole, with the person, village and member of staff that it names, and all the rest goes', async () => {
  const id = await receiveRealDossier();
  await makeRealAdministrator();
  const before = await ask<unknown>(`select jsonb_build_array(to_jsonb(d), (select jsonb_agg(s) from dossier_step s where s.dossier_id = d.id), (select jsonb_agg(p) from dossier_paper p where p.dossier_id = d.id), (select jsonb_agg(h) from dossier_history h where h.dossier_id = d.id)) from dossier d where id = '${id}'`);
  const { communes, kept, removed } = await removeForGood();
  const afterwards = await ask<unknown>(`select jsonb_build_array(to_jsonb(d), (select jsonb_agg(s) from dossier_step s where s.dossier_id = d.id), (select jsonb_agg(p) from dossier_paper p where p.dossier_id = d.id), (select jsonb_agg(h) from dossier_history h where h.dossier_id = d.id)) from dossier d where id = '${id}'`);
  assert.deepEqual(afterwards, before);
  assert.deepEqual(communes, []);
  assert.deepEqual(kept.map(({ table }) => table).sort(), ['person', 'staff', 'unit', 'village']);
  assert.equal(await ask<number>('select count(*)::int from dossier'), 1);
  assert.deepEqual(await countDemoRows(database.db), { person: 1, staff: 1, unit: 1, village: 1 });
  assert.equal(removed['village'], 39);
  assert.equal((await listCommunes(database.db)).length, 1);
  assert.ok((await ask<number>('select count(*)::int from working_session')) > 0, 'its calendar stays');
});

test('an account that has to stay can no longer sign in, and who is signed in is signed out', async () => {
  await receiveRealDossier();
  await makeRealAdministrator();
  await database.owner.pool.query(
    "insert into staff_session (token_hash, commune_code, staff_id, created_at, last_seen_at, expires_at, user_agent, id, address, assurance, proven_at) select md5(id::text), commune_code, id, now(), now(), now() + interval '1 day', '', gen_random_uuid(), '', 'password', now() from staff",
  );
  const hash = await ask<string>("select password_hash from staff where user_name = 'motcua1'");
  await removeForGood();
  assert.equal(await isDemoLoaded(database.db), false);
  assert.equal(await ask<number>('select count(*)::int from staff_session s join staff p on p.id = s.staff_id where p.synthetic'), 0);
  assert.equal(await ask<number>('select count(*)::int from staff_session'), 1);
  const kept = await database.db.selectFrom('staff').select(['active', 'password_hash']).where('synthetic', '=', true).execute();
  assert.deepEqual(kept.map(({ active }) => active), [false]);
  assert.ok(kept.every(({ password_hash }) => password_hash !== hash));
});

test('a real position keeps the demonstration’s member of staff who holds it', async () => {
  await makeRealAdministrator();
  await database.owner.pool.query("update staff_position set synthetic = false where staff_id = (select id from staff where user_name = 'vanthu')");
  const { kept } = await removeForGood();
  assert.ok(kept.some(({ name, table }) => table === 'staff' && name === 'Phạm Thị Mẫu'));
  assert.equal(await ask<number>('select count(*)::int from staff_position'), 2);
});

test('real villages and messages of real dossiers stay, messages of removed dossiers go', async () => {
  await makeRealAdministrator();
  await database.owner.db.transaction().execute((tx) =>
    insertVillages(tx, '16072', [{ id: randomUUID(), name: 'Thật', kind: 'thôn', teamLeaderName: null, teamLeaderPhone: null }], '2025-07-01', { synthetic: false }),
  );
  const demo = await ask<string>('select id from dossier limit 1');
  for (const dossierId of [demo, randomUUID()]) {
    await database.owner.pool.query("insert into outbox (commune_code, id, topic, payload, created_at) values ('16072', gen_random_uuid(), 'DossierMoved', jsonb_build_object('dossierId', $1::text), now())", [dossierId]);
  }
  await removeForGood();
  assert.equal(await ask<number>('select count(*)::int from village'), 1);
  assert.equal(await ask<number>('select count(*)::int from outbox'), 1);
});

test('the pictures of the demonstration go, other uploads and a picture that a real paper shows stay', async () => {
  await makeRealAdministrator();
  const dossierId = await receiveRealDossier();
  const pictures = await readDemoPictures();
  const put = (sha256: string) => database.owner.pool.query("insert into stored_file values ('16072', $1, 10, 'image/jpeg', now())", [sha256]);
  for (const { sha256 } of pictures) await put(sha256);
  await put('b'.repeat(64));
  const shown = pictures[0]?.sha256;
  await database.owner.pool.query("insert into paper_file values ('16072', $1, gen_random_uuid(), null, 0, $2, 'a.jpg', now())", [dossierId, shown]);
  const { removed } = await removeForGood();
  assert.equal(removed['stored_file'], pictures.length - 1);
  const left = await database.db.selectFrom('stored_file').select('sha256').execute();
  assert.deepEqual(left.map(({ sha256 }) => sha256).sort(), ['b'.repeat(64), shown].sort());
});

test('demonstration rows of tables that later modules bring are removed too, and real rows there keep what they name', async () => {
  await makeRealAdministrator();
  await database.owner.pool.query(`create table visit (commune_code text not null, id uuid primary key, person_id uuid not null, synthetic boolean not null default false);
    create table visit_note (visit_id uuid not null references visit on delete cascade, commune_code text not null, note text)`);
  try {
    await database.owner.pool.query("insert into visit select '16072', gen_random_uuid(), id, true from person limit 5");
    await database.owner.pool.query("insert into visit_note select id, '16072', 'một' from visit");
    const real = await ask<string>('select id from person order by id desc limit 1');
    await database.owner.pool.query("insert into visit values ('16072', gen_random_uuid(), $1, false)", [real]);
    const { kept, removed } = await removeForGood();
    assert.deepEqual([removed['visit'], removed['visit_note']], [5, 5]);
    assert.deepEqual(kept.filter(({ table }) => table === 'person').map((row) => row.id), [real]);
    assert.equal(await ask<number>('select count(*)::int from visit'), 1);
  } finally {
    await database.owner.pool.query('drop table visit_note, visit');
  }
});

test('a book of certifications with one real number in it goes on after the demonstration', async () => {
  await makeRealAdministrator();
  const id = await receiveRealDossier();
  const last = await ask<number>("select last::int from number_counter where book = 'certification:SCT/BS' and period = '2026'");
  assert.ok(last > 100, 'three months of copies');
  await database.owner.pool.query("insert into certification select (jsonb_populate_record(c, jsonb_build_object('dossier_id', $1::uuid))).* from certification c where signed_at is not null and book = 'SCT/BS' limit 1", [id]);
  await database.owner.pool.query("insert into certified_document values ('16072', $1, gen_random_uuid(), 0, 'Bằng lái xe', 1, 1, 2000, 'SCT/BS', 2026, 1, $2)", [id, last + 1]);
  await database.owner.pool.query("update number_counter set last = last + 1 where book = 'certification:SCT/BS'");
  await removeForGood();
  assert.equal(await ask<number>("select last::int from number_counter where book = 'certification:SCT/BS' and period = '2026'"), last + 1);
  assert.equal(await ask<number>("select count(*)::int from number_counter where book = 'certification:SCT/CK,ĐC'"), 0);
});
