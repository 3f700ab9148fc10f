import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createDatabase, type TestDatabase } from '../../../test/database.ts';
import { type FileStore, openFileStore } from '../files/file-store.ts';
import { readCertificate } from './check-certificate.ts';
import { readDatabase } from './check-database.ts';
import { examineHealth, type HealthGround } from './examine.ts';

const COMMUNE = '16072';
const LONG_AGO = new Date('2026-01-01T00:00:00Z');
const GIGABYTE = 1024 ** 3;

let database: TestDatabase;
let folder: string;
let files: FileStore;
before(async () => {
  database = await createDatabase();
});
after(() => database.close());
beforeEach(async (t) => {
  folder = await mkdtemp(join(tmpdir(), 'xaso-health-'));
  if ('after' in t) t.after(() => rm(folder, { recursive: true, force: true }));
  files = openFileStore(join(folder, 'files'));
  await mkdir(join(folder, 'files'), { recursive: true });
  await writeFile(join(folder, 'secret-key'), 'x', { mode: 0o600 });
  await database.owner.pool.query('truncate stored_file, outbox, outbox_task, scheduled_job, journal, journal_head cascade');
});

async function examine(change: Partial<HealthGround> = {}, all = true): Promise<ReadonlyMap<string, string>> {
  const found = await examineHealth({
    db: database.db, files, folder, keyPath: join(folder, 'secret-key'), clock: () => new Date(), diskRoom: () => Promise.resolve({ free: 50 * GIGABYTE, total: 100 * GIGABYTE }), more: [],
    config: { host: '127.0.0.1', publicUrl: 'http://127.0.0.1:8080', exchange: undefined, agencies: undefined, backupFolder: undefined }, ...change,
  }, { all });
  return new Map(found.map(({ code, grade }) => [code, grade]));
}

async function keep(text: string): Promise<string> {
  const sha256 = await files.put(Buffer.from(text));
  await database.pool.query("insert into stored_file values ($1, $2, $3, 'image/jpeg', now())", [COMMUNE, sha256, text.length]);
  return sha256;
}
const placeOf = (sha256: string) => join(folder, 'files', sha256.slice(0, 2), sha256);

describe('the examination of an installation', () => {
  test('finds nothing wrong where nothing is, but says that nobody makes copies', async () => {
    await keep('giấy');
    const found = await examine();
    assert.equal(found.get('files.well'), 'well');
    assert.equal(found.get('backups.nowhere'), 'attention');
    assert.equal(found.get('clock.well'), 'well');
    assert.deepEqual([...found].filter(([code, grade]) => grade !== 'well' && !code.startsWith('backups.') && code !== 'database.rows-open'), []);
  });

  test('finds a file that is gone, one that was changed, and one that nobody knows', async () => {
    const [gone, changed] = [await keep('mất'), await keep('bị sửa')];
    await rm(placeOf(gone));
    await writeFile(placeOf(changed), 'nội dung khác');
    const stray = await files.put(Buffer.from('lạc'));
    await utimes(placeOf(stray), LONG_AGO, LONG_AGO);
    const found = await examine();
    assert.deepEqual([found.get('files.missing'), found.get('files.altered'), found.get('files.orphans')], ['bad', 'bad', 'attention']);
    const sample = await examine({}, false);
    assert.equal(sample.get('files.missing'), 'bad');
    assert.equal(sample.get('files.orphans'), undefined, 'a sample cannot tell what nobody knows');
  });

  test('finds a clock that stands still, one that differs, and one that lies before the journal', async () => {
    const still = new Date();
    assert.equal((await examine({ clock: () => still })).get('clock.stands-still'), 'bad');
    assert.equal((await examine({ clock: () => new Date(Date.now() - 3_600_000) })).get('clock.differs'), 'bad');
    assert.equal((await examine({ clock: () => new Date(Date.now() + 20_000) })).get('clock.differs'), 'attention');
    await database.pool.query("select append_journal($1, now() + interval '2 hours', current_date, '{}')", [COMMUNE]);
    assert.equal((await examine()).get('clock.before-journal'), 'bad');
  });

  test('finds messages that wait, tasks that were given up, jobs that fail or that nobody runs', async () => {
    await database.pool.query("insert into outbox (commune_code, id, topic, payload, created_at) values ($1, $2, 't', '{}', now() - interval '20 minutes')", [COMMUNE, randomUUID()]);
    assert.equal((await examine()).get('jobs.waiting'), 'attention');
    await database.pool.query("update outbox set created_at = now() - interval '2 days'");
    assert.equal((await examine()).get('jobs.waiting'), 'bad');
    await database.pool.query('update outbox set done_at = now()');
    await database.pool.query("insert into outbox_task (commune_code, message_id, subscriber, state, attempts, next_at) select commune_code, id, 's', 'dead', 9, now() from outbox");
    await database.pool.query("insert into scheduled_job (name, next_at, failures) values ('a.fails', now() + interval '1 hour', 3), ('b.late', now() - interval '3 hours', 0)");
    const found = await examine();
    assert.deepEqual([found.get('jobs.dead'), found.get('jobs.failing'), found.get('jobs.stuck')], ['attention', 'attention', 'attention']);
  });

  test('finds a disk that fills up', async () => {
    const room = (free: number) => examine({ diskRoom: () => Promise.resolve({ free: free * GIGABYTE, total: 100 * GIGABYTE }) });
    assert.equal((await room(0.5)).get('disk.full'), 'bad');
    assert.equal((await room(4)).get('disk.filling'), 'attention');
    assert.equal((await room(40)).get('disk.well'), 'well');
  });

  test('finds history that could be changed and tables that cannot be read', async () => {
    await database.owner.pool.query('grant delete on dossier_history to xaso_app; revoke select on village from xaso_app');
    try {
      const found = await examine();
      assert.deepEqual([found.get('database.history-open'), found.get('database.right-missing')], ['bad', 'bad']);
      assert.deepEqual((await readDatabase(database.db)).changeable, ['dossier_history']);
    } finally {
      await database.owner.pool.query('revoke delete on dossier_history from xaso_app; grant select on village to xaso_app');
    }
  });

  test('finds copies that are old, missing or out of reach', async () => {
    const copies = (backupFolder: string) => examine({ config: { host: '127.0.0.1', publicUrl: 'http://127.0.0.1:8080', exchange: undefined, agencies: undefined, backupFolder } });
    const place = join(folder, 'copies');
    assert.equal((await copies(place)).get('backups.unreadable'), 'bad');
    await mkdir(place);
    assert.equal((await copies(place)).get('backups.none'), 'bad');
    const copy = join(place, 'a.tar');
    await writeFile(copy, 'x');
    assert.equal((await copies(place)).get('backups.well'), 'well');
    await utimes(copy, new Date(Date.now() - 40 * 3_600_000), new Date(Date.now() - 40 * 3_600_000));
    assert.equal((await copies(place)).get('backups.late'), 'attention');
    await utimes(copy, LONG_AGO, LONG_AGO);
    assert.equal((await copies(place)).get('backups.old'), 'bad');
  });

  test('goes on when one part cannot be examined, and says so', async () => {
    const found = await examine({ more: [() => Promise.reject(new Error('không có')), () => Promise.resolve([])] });
    assert.equal(found.get('examination.failed'), 'bad');
    assert.equal(found.get('disk.well'), 'well');
  });

  test('says that an address answers nothing, or nothing that is HTTPS', async () => {
    const server = createServer((socket) => { socket.end('no TLS here'); });
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    const { port } = server.address() as { port: number };
    assert.ok('fault' in (await readCertificate(`https://127.0.0.1:${String(port)}`)));
    server.close();
    assert.ok('fault' in (await readCertificate('https://127.0.0.1:9')));
  });
});
