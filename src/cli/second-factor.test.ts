import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createCommune, type TestCommune } from '../../test/commune.ts';
import { createDatabase, type TestDatabase } from '../../test/database.ts';
import { type CommandIo } from './command.ts';
import { secondFactorCommand } from './second-factor.ts';

let database: TestDatabase;
let commune: TestCommune;
before(async () => {
  database = await createDatabase();
  commune = await createCommune(database.db);
});
after(() => database.close());

async function run(...args: readonly string[]): Promise<{ readonly exit: number; readonly said: string }> {
  let said = '';
  const io: CommandIo = {
    out: () => undefined,
    say: (text) => (said += `${text}\n`),
    lines: () => { throw new Error('standard input is not read'); },
    env: { DATABASE_URL: database.config.connectionString },
  };
  return { exit: await secondFactorCommand.run(args, io), said };
}

async function giveFactors(staffId: string): Promise<void> {
  const { code } = commune.commune;
  const { pool } = database.owner;
  await pool.query("insert into totp_factor (commune_code, id, staff_id, sealed_secret, created_at, confirmed_at) values ($1, gen_random_uuid(), $2, 'x', now(), now())", [code, staffId]);
  await pool.query("insert into passkey (commune_code, id, staff_id, name, credential_id, public_key, counter, backed_up, created_at) values ($1, gen_random_uuid(), $2, 'Máy', $3, 'a', 0, false, now())", [code, staffId, staffId]);
  await pool.query("insert into recovery_code (commune_code, staff_id, code_hash, made_at) values ($1, $2, 'h', now())", [code, staffId]);
  await pool.query("insert into staff_session (token_hash, id, commune_code, staff_id, created_at, last_seen_at, expires_at, user_agent, address, assurance, proven_at) values ($3, gen_random_uuid(), $1, $2, now(), now(), now() + interval '1 hour', '', '', 'password', now())", [code, staffId, `digest of ${staffId}`]);
}

const left = async (staffId: string): Promise<number> => {
  const { rows } = await database.owner.pool.query<{ n: number }>(`
    select ((select count(*) from totp_factor where staff_id = $1) + (select count(*) from passkey where staff_id = $1)
      + (select count(*) from recovery_code where staff_id = $1) + (select count(*) from staff_session where staff_id = $1))::int as n`, [staffId]);
  return rows[0]?.n ?? -1;
};

test('every second factor and session of the one person goes, with the reason in the journal; others keep theirs', async () => {
  const { administrator, president } = commune.staff;
  await giveFactors(administrator.id);
  await giveFactors(president.id);
  const { exit, said } = await run('clear', administrator.userName, '--reason', 'Mất điện thoại, biên bản số 3');
  assert.equal(exit, 0, said);
  assert.match(said, /Ngô Văn Quản/);
  assert.deepEqual([await left(administrator.id), await left(president.id)], [0, 4]);
  const { rows } = await database.owner.pool.query<{ entry: string }>("select entry from journal where action = 'second-factors-cleared'");
  assert.deepEqual(rows.map(({ entry }) => (JSON.parse(entry) as { object: string; facts: object }).facts), [{ reason: 'Mất điện thoại, biên bản số 3' }]);
});

test('an unknown name is said so, and without a name or a reason the usage is shown', async () => {
  assert.deepEqual([(await run('clear', 'khong.co', '--reason', 'x')).exit], [1]);
  for (const args of [[], ['clear'], ['clear', 'a.b'], ['clear', 'a.b', '--reason', ' '], ['clear', 'a.b', '--reason', 'x', 'y'], ['drop', 'a.b', '--reason', 'x']]) {
    const { exit, said } = await run(...args);
    assert.equal(exit, 2);
    assert.match(said, /xaso second-factor clear/);
  }
});
