import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { createDatabase, type TestDatabase } from './database.ts';

/** Tables that belong to no commune, with the reason. Every other table has a commune_code and is shut by a policy. */
const OF_NO_COMMUNE: Readonly<Record<string, string>> = {
  commune: 'is the commune itself; has policies of its own',
  commune_merge: 'two communes going over into one; a policy shows it to both',
  commune_merge_row: 'what belonged to which commune before a merge: the owner’s alone, the application sees nothing of it',
  commune_merge_twin: 'the same',
  passkey_challenge: 'random numbers that a browser was given, for minutes',
  device_pairing: 'nobody is known yet: a browser that shows a code and waits',
  guess: 'digests and counts, asked before anybody is known',
  request_count: 'digests and counts, of nobody in particular',
  procedure_version: 'the national catalogue',
  form_version: 'the national forms',
  form_withdrawal: 'which of them apply no more',
  form_binding: 'which of them holds for which procedure',
  procedure_withdrawal: 'which versions of it apply no more',
  reference_version: 'counts changes of what every commune uses',
  scheduled_job: 'when the work of the program itself runs',
  schema_migration: 'the schema',
  sign_on_logout: 'digests of log-outs that a provider told: each counts once',
  sign_on_attempt: 'nobody is known yet: a try that waits for the answer of an identity provider',
};

const [OURS, THEIRS] = ['16072', '20002'];
/** insufficient_privilege: a missing grant, or a policy that a new row breaks */
const REFUSED = '42501';

interface Column {
  readonly name: string;
  readonly type: string;
}

/** Something of every type; constraints and triggers are taken off in this database, because here only the wall counts. */
function filler({ name, type }: Column, commune: string): string {
  if (name === 'commune_code') return `'${commune}'`;
  if (type.endsWith('[]')) return "'{}'";
  switch (type) {
    case 'uuid': return 'gen_random_uuid()';
    // An index may read a text as JSON.
    case 'text': return `'{"x": "' || md5(random()::text) || '"}'`;
    case 'jsonb': return "'{}'";
    case 'bytea': return "'\\x00'";
    case 'boolean': return 'false';
    case 'date': return "'2026-11-23'";
    case 'timestamp with time zone': return 'now()';
    case 'inet': return "'127.0.0.1'";
    default: return '1 + floor(random() * 1000000)::int';
  }
}

describe('the wall between communes in the database', () => {
  let database: TestDatabase;
  let app: pg.Client;
  const tables = new Map<string, readonly Column[]>();

  const insertOf = (table: string, commune: string): string => {
    const columns = tables.get(table) ?? [];
    return `insert into ${table} (${columns.map(({ name }) => `"${name}"`).join(', ')}) values (${columns.map((column) => filler(column, commune)).join(', ')})`;
  };
  const scope = (commune: string | null) => app.query("select set_config('xaso.commune', $1, false)", [commune]);
  const countOf = async (client: { query: pg.Client['query'] }, table: string, where = 'true'): Promise<number> =>
    (await client.query<{ n: string }>(`select count(*)::text as n from ${table} where ${where}`)).rows.map(({ n }) => Number(n))[0] ?? -1;
  /** How many rows a statement reached; refused counts as none. */
  const reached = async (statement: string): Promise<number> => {
    try {
      return (await app.query(statement)).rowCount ?? 0;
    } catch (error) {
      assert.equal((error as { code?: string }).code, REFUSED, `${statement}: ${String(error)}`);
      return 0;
    }
  };

  before(async () => {
    database = await createDatabase();
    const owner = database.owner.pool;
    const { rows } = await owner.query<{ table: string; name: string; type: string }>(`
      select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type
      from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and a.attidentity = '' and a.attgenerated = ''
        and exists (select from pg_attribute t where t.attrelid = c.oid and t.attname = 'commune_code' and not t.attisdropped)
      order by c.relname, a.attnum`);
    for (const { table, ...column } of rows) tables.set(table, [...(tables.get(table) ?? []), column]);
    await owner.query(`do $$ declare k record; begin
      for k in select conrelid::regclass as t, conname from pg_constraint where connamespace = 'public'::regnamespace and contype in ('f', 'c') and coninhcount = 0 loop
        execute format('alter table %s drop constraint %I', k.t, k.conname);
      end loop;
      for k in select tgrelid::regclass as t, tgname from pg_trigger where not tgisinternal loop execute format('drop trigger %I on %s', k.tgname, k.t); end loop;
    end $$`);
    for (const table of tables.keys()) for (const commune of [OURS, THEIRS]) await owner.query(insertOf(table, commune));
    app = new pg.Client({ ...database.config, options: '-c role=xaso_app' });
    await app.connect();
  });
  after(async () => {
    await app.end();
    await database.close();
  });

  test('stands before every table with a commune (select protect_tenant_table(…) at the end of the migration)', async () => {
    const { rows } = await database.owner.pool.query<{ name: string; tenant: boolean; shut: boolean }>(`
      select c.relname as name, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'commune_code' and not a.attisdropped) as tenant,
        c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'commune_scope') as shut
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`);
    assert.deepEqual(rows.filter(({ tenant, shut }) => tenant && !shut).map(({ name }) => name), [], 'these tables show every commune to everybody');
    assert.deepEqual(rows.filter(({ tenant }) => !tenant).map(({ name }) => name).sort(), Object.keys(OF_NO_COMMUNE).sort(), 'a table without a commune needs its reason here');
  });

  test('is not gone round by a view with its owner’s rights', async () => {
    const { rows } = await database.owner.pool.query<{ name: string }>(`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and (relkind = 'm' or (relkind = 'v' and not coalesce('security_invoker=true' = any(reloptions), false)))`);
    assert.deepEqual(rows, []);
  });

  test('shows nothing, and takes nothing, as long as nobody has said whose work it is', async () => {
    const fresh = new pg.Client({ ...database.config, options: '-c role=xaso_app' });
    await fresh.connect();
    try {
      for (const table of tables.keys()) {
        assert.equal(await countOf(fresh, table, table === 'setting' ? "commune_code <> '*'" : 'true'), 0, `${table}, never set`);
        await assert.rejects(fresh.query(insertOf(table, OURS)), { code: REFUSED }, table);
      }
    } finally {
      await fresh.end();
    }
    await scope('');
    for (const table of tables.keys()) assert.equal(await countOf(app, table), 0, `${table}, set to nothing`);
  });

  test('shows a commune its own rows, and the whole installation all of them', async () => {
    await scope(OURS);
    for (const table of tables.keys()) assert.equal(await countOf(app, table), 1, table);
    await scope('*');
    for (const table of tables.keys()) assert.equal(await countOf(app, table), 2, table);
  });

  test('lets no statement see, add, change, move or remove a row of another commune, in any table', async () => {
    await scope(OURS);
    for (const table of tables.keys()) {
      const theirs = `commune_code = '${THEIRS}'`;
      assert.equal(await countOf(app, table, theirs), 0, `select from ${table}`);
      await assert.rejects(app.query(insertOf(table, THEIRS)), { code: REFUSED }, `insert into ${table}`);
      assert.equal(await reached(`update ${table} set commune_code = commune_code where ${theirs}`), 0, `update ${table}`);
      assert.equal(await reached(`update ${table} set commune_code = '${OURS}' where ${theirs}`), 0, `take from ${table}`);
      await assert.rejects(app.query(`update ${table} set commune_code = '${THEIRS}' where commune_code = '${OURS}'`), { code: REFUSED }, `give away from ${table}`);
      assert.equal(await reached(`delete from ${table} where ${theirs}`), 0, `delete from ${table}`);
      await assert.rejects(app.query(`truncate ${table} cascade`), { code: REFUSED }, `truncate ${table}`);
      assert.equal(await countOf(database.owner.pool as never, table, theirs), 1, `${table} still has what it had`);
    }
  });

  test('lets every commune read what is set for the whole installation, and only the whole installation set it', async () => {
    await database.owner.pool.query("insert into setting (commune_code, key, value, changed_at) values ('*', 'wall-test', '1', now())");
    await scope(OURS);
    assert.equal(await countOf(app, 'setting', "key = 'wall-test'"), 1);
    assert.equal(await reached("update setting set value = '2' where key = 'wall-test'"), 0);
    assert.equal(await reached("delete from setting where key = 'wall-test'"), 0);
    await assert.rejects(app.query("insert into setting (commune_code, key, value, changed_at) values ('*', 'planted', '1', now())"), { code: REFUSED });
    await scope('*');
    assert.equal(await reached("update setting set value = '2' where key = 'wall-test'"), 1);
  });

  test('lets everybody read which communes there are, and each change only itself', async () => {
    for (const code of [OURS, THEIRS]) {
      await database.owner.pool.query("insert into commune (code, province_code, name, kind, province_name, agency_code, centre_name, address, hotline, created_at) values ($1, '38', 'X', 'xã', 'T', 'H', 'C', 'A', '1', now())", [code]);
    }
    await scope(OURS);
    assert.equal(await countOf(app, 'commune'), 2);
    assert.equal(await reached(`update commune set hotline = '2' where code = '${OURS}'`), 1);
    assert.equal(await reached(`update commune set hotline = '2' where code = '${THEIRS}'`), 0);
    assert.equal(await reached(`delete from commune where code = '${THEIRS}'`), 0);
    await assert.rejects(app.query(`update commune set code = '20003' where code = '${OURS}'`), { code: REFUSED });
  });

  test('is not taken down by the application role', async () => {
    await scope(OURS);
    for (const statement of [
      'alter table dossier disable row level security', 'alter table dossier no force row level security', 'drop policy commune_scope on dossier',
      'alter policy commune_scope on dossier using (true)', 'create policy planted on dossier using (true)', 'alter table dossier owner to xaso_app',
      'alter role xaso_app bypassrls', 'alter role xaso_app superuser', "select protect_tenant_table('schema_migration')",
      'create function planted() returns bigint language sql security definer as $$ select count(*) from dossier $$',
      'create view planted as select * from dossier', 'alter function commune_in_scope(text) cost 1',
      'create or replace function commune_in_scope(p_commune text) returns boolean language sql as $$ select true $$',
    ]) await assert.rejects(app.query(statement), { code: REFUSED }, statement);
    await app.query('set row_security = off');
    await assert.rejects(app.query('select from dossier'), { code: REFUSED }, 'off means refused, not open');
    await app.query('reset row_security');
    // What the role may make for itself in its own session has its own rights.
    await app.query('create function pg_temp.planted() returns bigint language sql security definer as $$ select count(*) from public.dossier $$');
    assert.deepEqual((await app.query('select pg_temp.planted() as n')).rows, [{ n: '1' }]);
  });

  test('holds inside the functions that work with their owner’s rights', async () => {
    await database.owner.pool.query("update dossier set search_text = 'nguyen thi mau', procedure_name = '', content = '', state = 'submitted'");
    const found = async (commune: string) => (await app.query('select commune_code from dossiers_with_words($1, $2::tsquery, false, null, null)', [commune, `'${commune}.nguyen'`])).rows as unknown;
    await scope(OURS);
    assert.deepEqual(await found(OURS), [{ commune_code: OURS }]);
    assert.deepEqual(await found(THEIRS), []);
    await scope('');
    assert.deepEqual(await found(OURS), []);
    await scope('*');
    assert.deepEqual(await found(THEIRS), [{ commune_code: THEIRS }]);

    // Yes or no, and nothing of the row.
    await scope(OURS);
    await database.owner.pool.query("update dossier set code = 'H56.14-1' where commune_code = $1", [THEIRS]);
    assert.deepEqual((await app.query("select dossier_code_taken('H56.14-1') as theirs, dossier_code_taken('H56.14-2') as free")).rows, [{ theirs: true, free: false }]);
    const stranger = (await database.owner.pool.query<{ id: string }>('select id from staff where commune_code = $1', [THEIRS])).rows[0]?.id;
    assert.deepEqual((await app.query('select staff_id_taken($1) as theirs, staff_id_taken(gen_random_uuid()) as free', [stranger])).rows, [{ theirs: true, free: false }]);

    // Names that were asked for and nothing of the people behind them.
    const { user_name: taken } = (await database.owner.pool.query<{ user_name: string }>('select user_name from staff where id = $1', [stranger])).rows[0] ?? {};
    assert.deepEqual((await app.query('select * from user_names_taken($1, $2)', [[taken, 'nobody.has.it'], OURS])).rows, [{ user_names_taken: taken }]);

    const forget = async (commune: string) => {
      const file = (await database.owner.pool.query<{ sha256: string }>('select sha256 from stored_file where commune_code = $1', [commune])).rows[0];
      return (await app.query('select forget_stored_file($1, $2, $3) as gone', [commune, file?.sha256, '2100-01-01'])).rows as unknown;
    };
    await scope(OURS);
    assert.deepEqual(await forget(THEIRS), [{ gone: false }]);
    assert.deepEqual(await forget(OURS), [{ gone: true }]);

    const seal = (commune: string) => app.query("select seal_journal_month($1, '2020-01-01', 'x', repeat('a', 64), 1, 1, decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'), '[{}]', now())", [commune]);
    await assert.rejects(seal(THEIRS), { code: '42501' });
    await assert.rejects(seal(OURS), { code: 'XS010' });
  });
});
