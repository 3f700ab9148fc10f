import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { DAY } from '../../../../test/clock.ts';
import { createDossierHouse, type DossierHouse, receptionRequest } from '../../../../test/dossier-house.ts';
import { eraseWhenDue } from './erase-when-due.ts';
import { previewDue } from './take-due.ts';
import { retentionFile } from './privacy-data.ts';

const NEVER = new AbortController().signal;
const SHA = 'a'.repeat(64);
let house: DossierHouse;
before(async () => {
  house = await createDossierHouse();
  await house.database.owner.pool.query("insert into stored_file values ($1, $2, 10, 'image/jpeg', $3)", [house.commune.commune.code, SHA, house.clock.now()]);
});
after(() => house.close());

/** A dossier with a picture of a card and another paper, both with the same file, whose result was given today. */
async function returned(): Promise<string> {
  const files = () => [{ id: randomUUID(), sha256: SHA, fileName: 'a.jpg' }];
  const paper = (name: string) => ({ id: randomUUID(), requirementId: null, name, kind: 'copy', source: 'submitted', copies: 1, reusedFrom: null, files: files() });
  const answer = await house.call(house.commune.staff.reception.actor, 'POST', '/api/dossiers', receptionRequest(house, { papers: [paper('Căn cước công dân của mẹ'), paper('Giấy chứng sinh')] }));
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  const id = String(answer.body['id']);
  await house.database.owner.pool.query("update dossier set state = 'returned', returned_at = $1, decided_at = $1, ended_at = $1, result_kind = 'positive' where id = $2", [house.clock.now(), id]);
  return id;
}
const run = (days: number) => eraseWhenDue(house.deps, [house.commune.commune.code], new Date(house.clock.now().getTime() + days * DAY), NEVER);
const page = async (id: string) => (await house.call(house.commune.staff.reception.actor, 'GET', `/api/dossiers/${id}`)).body['papers'] as { readonly name: string; readonly files: { readonly id: string }[]; readonly erased: { readonly count: number } | null }[];

test('pictures of cards go when their days are over, other papers stay; a placeholder says so, a second run finds nothing, and a shared file keeps its row', async () => {
  const id = await returned();
  const fileId = (await page(id))[0]?.files[0]?.id ?? '';
  assert.equal(await run(29), 0);
  assert.equal(await run(31), 1);
  assert.equal(await run(31), 0);
  const papers = await page(id);
  assert.deepEqual(papers.map(({ files, erased }) => [files.length, erased?.count ?? 0]), [[0, 1], [1, 0]]);
  const gone = await house.call(house.commune.staff.reception.actor, 'GET', `/api/dossiers/${id}/files/${fileId}`);
  assert.deepEqual([gone.status, gone.body['code']], [410, 'dossier.file-erased']);
  assert.equal((await house.database.owner.pool.query('select 1 from stored_file where sha256 = $1', [SHA])).rows.length, 1);
  const { rows } = await house.database.owner.pool.query<{ entry: string }>("select entry from journal where entry like '%retention.erased%'");
  assert.equal(rows.length, 1);
  assert.match(rows[0]?.entry ?? '', new RegExp(`${id}/${fileId}`));
  assert.doesNotMatch(rows[0]?.entry ?? '', /a\.jpg|Căn cước/);
});

test('what is held for a complaint stays until it is released', async () => {
  const id = await returned();
  const { owner } = house.database;
  await owner.pool.query("insert into legal_hold (commune_code, id, dossier_id, reason, placed_at, placed_by, placed_by_name) values ($1, $2, $3, 'Khiếu nại số 3', now(), $2, 'Lê Văn Chủ')", [house.commune.commune.code, randomUUID(), id]);
  assert.equal(await run(40), 0);
  await owner.pool.query("update legal_hold set released_at = now(), released_by = placed_by, released_by_name = placed_by_name, release_reason = 'Xong' where dossier_id = $1", [id]);
  assert.equal(await run(40), 1);
});

test('a dry run says how many and where, and loses nothing', async () => {
  const id = await returned();
  const kind = retentionFile().kinds.find((one) => one.kind === 'card-picture');
  assert.ok(kind);
  const later = new Date(house.clock.now().getTime() + 40 * DAY);
  const { code } = await house.database.db.selectFrom('dossier').select('code').where('id', '=', id).executeTakeFirstOrThrow();
  for (let look = 0; look < 2; look += 1) assert.deepEqual(await previewDue(house.deps, house.commune.commune.code, kind, later), { count: 1, codes: [code] });
  assert.equal((await page(id))[0]?.files.length, 1);
});
