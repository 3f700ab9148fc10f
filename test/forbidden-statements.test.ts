import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createDatabase, type TestDatabase } from './database.ts';

/** What may never be changed or removed once it is written, whoever found a hole in the program. */
const FOR_EVER = ['journal', 'dossier_history', 'client_command', 'official_paper_dossier', 'linked_event', 'agency_answer', 'calendar_moved_dossier', 'setting_change', 'payable_event', 'payment_refund', 'statement_line_event'] as const;
/** What moves on but never goes away. */
const NEVER_REMOVED = ['journal_head', 'number_counter', 'stored_file', 'calendar_change'] as const;

const UPDATES: Readonly<Record<(typeof FOR_EVER)[number], string>> = {
  journal: "update journal set entry = 'forged'",
  dossier_history: "update dossier_history set actor_name = 'nobody'",
  client_command: "update client_command set result = '{}'",
  official_paper_dossier: 'update official_paper_dossier set dossier_id = paper_id',
  linked_event: "update linked_event set actor_name = 'nobody'",
  calendar_moved_dossier: 'update calendar_moved_dossier set old_due_at = new_due_at',
  setting_change: "update setting_change set value = '1'",
  payable_event: 'update payable_event set amount = 1',
  statement_line_event: "update statement_line_event set by_name = 'nobody'",
  payment_refund: 'update payment_refund set amount = 1',
  agency_answer: "update agency_answer set kind = 'result'",
};

const STATEMENTS: readonly string[] = [
  ...FOR_EVER.flatMap((table) => [UPDATES[table], `delete from ${table}`, `truncate ${table}`, `select * from ${table} for update`]),
  ...NEVER_REMOVED.flatMap((table) => [`delete from ${table}`, `truncate ${table}`]),
  "update procedure_version set name = 'changed'",
  'delete from procedure_version',
  "update form_version set content = '{}'",
  'delete from form_version',
  "insert into form_version (code, version, valid_from, content, content_hash, loaded_at) values ('forged', 1, '2026-01-01', '{}', repeat('0', 64), now())",
  'update form_withdrawal set withdrawn_at = now()',
  'delete from form_withdrawal',
  "update form_publication set reason = 'changed'",
  'delete from form_publication',
  'delete from form_edit',
  'update procedure_withdrawal set withdrawn_at = now()',
  'delete from procedure_withdrawal',
  "update procedure_publication set reason = 'changed'",
  'delete from procedure_publication',
  'delete from procedure_draft',
  'update official_paper set number = 7',
  "update official_paper set view = '{}'",
  'delete from official_paper',
  'truncate official_paper cascade',
  "update online_message set verdict = 'known'",
  'delete from online_message',
  'delete from online_payment',
  'update statement_line set amount = 1',
  "update statement_line set memo = 'forged'",
  'delete from statement_line',
  'update statement_line_payment set amount = 1',
  'delete from statement_line_payment',
  'update bank_statement set money_in = 1',
  'delete from bank_statement',
  'update payment set amount = 1',
  'update refund set amount = 1',
  'update refund set asked_by = decided_by',
  'delete from refund',
  "update payment set source = 'forged:1'",
  'delete from payment',
  'truncate payment',
  'delete from payable',
  'truncate payable cascade',
  'delete from dossier',
  'truncate dossier cascade',
  "update schema_migration set sha256 = 'forged'",
  "insert into setting_change (commune_code, key, valid_from, value, fixed, withdrawn, at) values ('16072', 'forged', '2026-01-01', '1', false, false, now())",
  "insert into form_binding (procedure_code, code, days) values ('1.001193', 'forged', '{[2026-01-01,)}')",
  'delete from form_binding',
  'truncate form_binding',
  "select bind_form('birth-registration')",
  'create table planted (id integer)',
  'alter table dossier add column planted integer',
  'alter table dossier disable trigger all',
  'drop trigger dossier_channel_stays on dossier',
  'drop table journal',
  'create or replace function append_journal(p_commune text, p_at timestamptz, p_day date, p_entry text) returns bigint language sql as $$ select 1::bigint $$',
  'drop function append_journal(text, timestamptz, date, text)',
  'create role planted',
  "copy journal to program 'cat'",
  "select pg_read_file('postgresql.conf')",
];

/** insufficient_privilege */
const REFUSED = '42501';

describe('the application role', () => {
  let database: TestDatabase;
  before(async () => {
    database = await createDatabase();
    await database.pool.query("select append_journal('16072', now(), current_date, '{}')");
  });
  after(() => database.close());

  test('is the role that the program works under', async () => {
    const { rows } = await database.pool.query<{ role: string; super: boolean }>('select current_user as role, rolsuper as super from pg_roles where rolname = current_user');
    assert.deepEqual(rows, [{ role: 'xaso_app', super: false }]);
  });

  for (const statement of STATEMENTS) {
    test(`may not: ${statement}`, async () => {
      await assert.rejects(database.pool.query(statement), { code: REFUSED });
    });
  }

  test('cannot give itself the right to', async () => {
    await database.pool.query('grant delete on journal to xaso_app'); // only a warning: there was nothing to give
    await assert.rejects(database.pool.query('delete from journal'), { code: REFUSED });
  });

  test('may add to what it may not change', async () => {
    await database.pool.query("select append_journal('16072', now(), current_date, '{}')");
    const { rows } = await database.pool.query<{ n: number }>('select count(*)::int as n from journal');
    assert.deepEqual(rows, [{ n: 2 }]);
  });

  test('meets the same walls in every function that it may call', async () => {
    const { rows } = await database.owner.pool.query<{ name: string }>(`
      select p.proname as name from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef order by p.proname`);
    // What forget_stored_file lets go is tried in src/platform/files/clear-out-files.test.ts, the triggers below, all others before another commune in row-security.test.ts.
    const tried = ['bind_changed_form', 'bind_form', 'count_reference_change', 'dossier_code_taken', 'dossiers_with_words', 'forget_stored_file', 'record_setting_change', 'seal_journal_month', 'staff_id_taken', 'user_names_taken'];
    assert.deepEqual(rows.map(({ name }) => name), tried, 'a function with its owner’s rights needs a test of its own');
  });

  test('may not make the history of settings say what never stood in a setting, nor the counters count what did not change, nor a form hold that was not published', async () => {
    const client = await database.pool.connect();
    try {
      await client.query('create temporary table planted (like setting)');
      await assert.rejects(client.query('create trigger forge after insert on planted for each row execute function record_setting_change()'), { code: REFUSED });
      await assert.rejects(client.query("create trigger forge after insert on planted for each statement execute function count_reference_change('procedures')"), { code: REFUSED });
      await assert.rejects(client.query('create trigger forge after insert on planted for each row execute function bind_changed_form()'), { code: REFUSED });
    } finally {
      client.release(true);
    }
  });

  test('lets a file go through the one function for it, and only one that is old enough', async () => {
    const young = '7'.repeat(64);
    await database.pool.query("insert into stored_file values ('16072', $1, 1, 'image/jpeg', '2026-11-23T08:00:00Z')", [young]);
    const forget = async (before: string) => (await database.pool.query<{ gone: boolean }>("select forget_stored_file('16072', $1, $2) as gone", [young, before])).rows[0]?.gone;
    assert.equal(await forget('2026-11-23T08:00:00Z'), false);
    assert.equal(await forget('2026-11-23T08:00:01Z'), true);
  });
});
