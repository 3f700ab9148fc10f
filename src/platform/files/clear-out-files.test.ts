import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import sharp from 'sharp';
import { createDossierHouse, type DossierHouse, receptionRequest } from '../../../test/dossier-house.ts';
import { clearOutFiles } from './clear-out-files.ts';
import { openFileStore } from './file-store.ts';
import { areFilesKept, keepFile } from './keep-upload.ts';

const NEVER = new AbortController().signal;
const DAY_MS = 24 * 3_600_000;

let house: DossierHouse;
let folder: string;
let shade = 0;

before(async () => {
  house = await createDossierHouse();
});
after(() => house.close());
beforeEach(async () => {
  await house.database.owner.pool.query('truncate stored_file cascade');
  folder = await mkdtemp(join(tmpdir(), 'xaso-clear-'));
  return () => rm(folder, { recursive: true, force: true });
});

const code = () => house.commune.commune.code;
const uploadedAt = () => house.clock.now();
const soon = () => new Date(uploadedAt().getTime() + DAY_MS - 60_000);
const later = () => new Date(uploadedAt().getTime() + DAY_MS + 60_000);

/** A picture unlike all others, uploaded at the clock's time. */
async function upload(): Promise<string> {
  shade += 1;
  const bytes = await sharp({ create: { width: 4 + shade, height: 4, channels: 3, background: 'white' } }).png().toBuffer();
  const kept = await keepFile(house.database.db, openFileStore(folder), code(), bytes, 'anh.png', uploadedAt());
  assert.ok(kept.ok);
  await age(kept.value.sha256);
  return kept.value.sha256;
}

/** The disk keeps its own time: the file there is as old as its row. */
async function age(sha256: string): Promise<void> {
  await utimes(join(folder, sha256.slice(0, 2), sha256), uploadedAt(), uploadedAt());
}

const clear = (now: Date) => clearOutFiles(house.database.db, openFileStore(folder), now, NEVER);
const isThere = async (sha256: string) => [await house.database.db.transaction().execute((tx) => areFilesKept(tx, code(), [sha256])), (await openFileStore(folder).get(sha256)) !== undefined];

describe('clearing out uploads', () => {
  test('what nobody referred to within a day goes, row and bytes; before that it stays', async () => {
    const sha256 = await upload();
    assert.deepEqual(await clear(soon()), { rows: 0, files: 0 });
    assert.deepEqual(await isThere(sha256), [true, true]);
    assert.deepEqual(await clear(later()), { rows: 1, files: 1 });
    assert.deepEqual(await isThere(sha256), [false, false]);
  });

  test('a file of a dossier’s paper stays, however old', async () => {
    const sha256 = await upload();
    const answer = await house.call(house.commune.staff.reception.actor, 'POST', '/api/dossiers', receptionRequest(house, {
      papers: [{ id: house.deps.newId(), requirementId: null, name: 'Giấy chứng sinh', kind: 'original', source: 'submitted', copies: 1, reusedFrom: null, files: [{ id: house.deps.newId(), sha256, fileName: 'a.jpg' }] }],
    }));
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    assert.deepEqual(await clear(new Date('2030-01-01T00:00:00Z')), { rows: 0, files: 0 });
    assert.deepEqual(await isThere(sha256), [true, true]);
    // Even when the list of candidates is wrong, the database does not let it go.
    const { rows } = await house.database.pool.query<{ gone: boolean }>("select forget_stored_file($1, $2, 'infinity') as gone", [code(), sha256]);
    assert.deepEqual(rows, [{ gone: false }]);
  });

  test('a file that only the store of kept papers names stays', async () => {
    const sha256 = await upload();
    const answer = await house.call(house.commune.staff.reception.actor, 'POST', '/api/dossiers', receptionRequest(house));
    await house.database.owner.pool.query(
      `insert into kept_paper (commune_code, id, person_id, origin, procedure_code, name, dossier_id, files, kept_at)
       select commune_code, gen_random_uuid(), person_id, 'result', procedure_code, 'Trích lục', id, jsonb_build_array(jsonb_build_object('sha256', $2::text, 'fileName', 'a.jpg')), now() from dossier where id = $1`,
      [answer.body['id'], sha256],
    );
    assert.deepEqual(await clear(later()), { rows: 0, files: 0 });
    const { rows } = await house.database.pool.query<{ gone: boolean }>("select forget_stored_file($1, $2, 'infinity') as gone", [code(), sha256]);
    assert.deepEqual(rows, [{ gone: false }]);
  });

  test('a file that is just being attached stays: whoever attaches it wins', async () => {
    const sha256 = await upload();
    await house.database.db.transaction().execute(async (tx) => {
      assert.equal(await areFilesKept(tx, code(), [sha256]), true);
      assert.deepEqual(await clear(later()), { rows: 0, files: 0 });
    });
    assert.deepEqual(await isThere(sha256), [true, true]);
  });

  test('a file that is uploaded again begins its day anew', async () => {
    const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: { r: 7, g: 90, b: 30 } } }).png().toBuffer();
    const send = async (now: Date) => {
      const kept = await keepFile(house.database.db, openFileStore(folder), code(), picture, 'giay.png', now);
      assert.ok(kept.ok, JSON.stringify(kept));
      return kept.value.sha256;
    };
    const sha256 = await send(uploadedAt());
    await age(sha256);
    assert.equal(await send(later()), sha256);
    assert.deepEqual(await clear(new Date(later().getTime() + 60_000)), { rows: 0, files: 0 });
    assert.deepEqual(await isThere(sha256), [true, true]);
  });

  test('bytes stay as long as another commune has them', async () => {
    const sha256 = await upload();
    await house.database.owner.pool.query("insert into stored_file values ('00070', $1, 10, 'image/jpeg', $2)", [sha256, later()]);
    assert.deepEqual(await clear(later()), { rows: 1, files: 0 });
    assert.deepEqual(await isThere(sha256), [false, true]);
  });

  test('what a crash left behind goes too: bytes whose row is gone, and half-written files', async () => {
    const sha256 = await upload();
    await house.database.owner.pool.query('delete from stored_file');
    const rest = join(folder, sha256.slice(0, 2), `.${sha256}.half`);
    await writeFile(rest, 'half');
    await utimes(rest, uploadedAt(), uploadedAt());
    assert.deepEqual(await clear(later()), { rows: 0, files: 2 });
    assert.deepEqual(await readdir(join(folder, sha256.slice(0, 2))), []);
  });

  test('an empty store is nothing to clear', async () => {
    assert.deepEqual(await clearOutFiles(house.database.db, openFileStore(join(folder, 'none')), later(), NEVER), { rows: 0, files: 0 });
  });
});

test('every column that names a file is guarded: by a foreign key, or by the function that lets files go', async () => {
  const { rows } = await house.database.owner.pool.query<{ place: string }>(`
    select c.relname || '.' || a.attname as place
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and (a.attname like '%sha256' or (a.attname like '%files' and a.atttypid = 'jsonb'::regtype))
      and not exists (select from pg_constraint f where f.contype = 'f' and f.conrelid = c.oid and f.confrelid = 'stored_file'::regclass and a.attnum = any(f.conkey))
    order by 1`);
  // kept_paper.files is asked by forget_stored_file; an import keeps only the hash of what was read; sealed months of the journal lie in a folder of their own; the others are the files' own table and the list of migrations.
  assert.deepEqual(rows.map(({ place }) => place), ['exchange_import.sha256', 'journal_archive.sha256', 'kept_paper.files', 'schema_migration.sha256', 'stored_file.sha256']);
});
