import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createDossierHouse, type DossierHouse, receptionRequest } from '../../../../test/dossier-house.ts';
import { readPdf } from '../../../platform/pdf/read-pdf-for-tests.ts';
import { stopPdfWorker } from '../../../platform/pdf/render-pdf.ts';
import { type DossierResponse } from '../contract/dossier-schemas.ts';

let house: DossierHouse;
before(async () => {
  house = await createDossierHouse();
});
after(async () => {
  await stopPdfWorker();
  await house.close();
});

const ANONYMOUS = { kind: 'anonymous' } as const;

test('a reception answers the code, the due date of the legal clock and the secret link, and writes everything at once', async () => {
  const { reception } = house.commune.staff;
  const request = receptionRequest(house);
  const { status, body } = await house.call(reception.actor, 'POST', '/api/dossiers', request);
  assert.equal(status, 200, JSON.stringify(body));
  assert.match(String(body['code']), /^H56\.14-261123-\d{4}$/);
  assert.equal(body['dueAt'], '2026-11-23T10:00:00.000Z');
  assert.match(String(body['link']), /^http:\/\/xa\.test\/h\/[\w-]{22}$/);

  const seen = await house.call(reception.actor, 'GET', `/api/dossiers/${String(body['id'])}`);
  assert.equal(seen.status, 200);
  assert.equal(seen.body['state'], 'received');
  assert.equal((seen.body['actions'] as string[])[0], 'transfer');
  assert.equal((seen.body['papers'] as unknown[]).length, 2);
  assert.equal((seen.body['applicant'] as Record<string, unknown>)['citizenNumber'], '•••• •••• 9901');
  const journal = await house.database.db.selectFrom('journal').select('entry').where('entry', 'like', `%${String(body['id'])}%`).where('action', '=', 'dossier.received').execute();
  assert.equal(journal.length, 1);
  const outbox = await house.database.db.selectFrom('outbox').select('topic').execute();
  assert.deepEqual(outbox.map((row) => row.topic), ['DossierReceived']);
});

test('the same command repeated answers the first result and writes nothing more', async () => {
  const { reception } = house.commune.staff;
  const request = receptionRequest(house);
  const first = await house.call(reception.actor, 'POST', '/api/dossiers', request);
  const count = async () => (await house.database.db.selectFrom('dossier').select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n;
  const before = await count();
  const [second, third] = await Promise.all([
    house.call(reception.actor, 'POST', '/api/dossiers', request),
    house.call(reception.actor, 'POST', '/api/dossiers', request),
  ]);
  assert.deepEqual(second.body, first.body);
  assert.deepEqual(third.body, first.body);
  assert.equal(await count(), before);
});

test('a command id used again with another content is refused and changes nothing', async () => {
  const { reception } = house.commune.staff;
  const request = receptionRequest(house);
  await house.call(reception.actor, 'POST', '/api/dossiers', request);
  const other = await house.call(reception.actor, 'POST', '/api/dossiers', { ...request, content: 'Nội dung khác' });
  assert.equal(other.status, 409);
  assert.equal(other.body['code'], 'command.reused-id');
});

test('fifty receptions at the same moment take fifty numbers without a gap', async () => {
  const { reception } = house.commune.staff;
  house.clock.set('2026-11-25T08:00:00+07:00');
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) => {
      const request = receptionRequest(house);
      const person = { ...(request['person'] as object), citizenNumber: `0031909${String(10_000 + index)}` };
      return house.call(reception.actor, 'POST', '/api/dossiers', { ...request, person });
    }),
  );
  assert.deepEqual(answers.map((answer) => answer.status), answers.map(() => 200));
  const numbers = answers.map((answer) => Number(String(answer.body['code']).split('-').at(-1))).sort((a, b) => a - b);
  assert.deepEqual(numbers, Array.from({ length: 50 }, (_, index) => index + 1));
});

test('receptions that are refused in between leave no gap either', async () => {
  const { reception } = house.commune.staff;
  house.clock.set('2026-11-26T08:00:00+07:00');
  const unknownFile = { sha256: 'a'.repeat(64), id: house.deps.newId(), fileName: 'x.jpg' };
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) => {
      const request = receptionRequest(house);
      const papers = (request['papers'] as object[]).map((paper) => ({ ...paper, files: index % 2 === 0 ? [unknownFile] : [] }));
      return house.call(reception.actor, 'POST', '/api/dossiers', { ...request, papers });
    }),
  );
  const refused = answers.filter((answer) => answer.status === 422);
  assert.equal(refused.length, 10);
  assert.ok(refused.every((answer) => answer.body['code'] === 'dossier.file-unknown'));
  const numbers = answers.filter((answer) => answer.status === 200).map((answer) => Number(String(answer.body['code']).split('-').at(-1)));
  assert.deepEqual(numbers.sort((a, b) => a - b), Array.from({ length: 10 }, (_, index) => index + 1));
});

test('the sequence widens beyond 9999', async () => {
  const { reception } = house.commune.staff;
  house.clock.set('2026-11-27T08:00:00+07:00');
  await house.database.db
    .insertInto('number_counter')
    .values({ commune_code: '16072', book: 'dossier:H56.14', period: '2026-11-27', last: 9999 })
    .execute();
  const { body } = await house.call(reception.actor, 'POST', '/api/dossiers', receptionRequest(house));
  assert.equal(body['code'], 'H56.14-261127-10000');
  house.clock.set('2026-11-23T08:00:00+07:00');
});

test('only reception receives; others are told so, strangers are asked to sign in', async () => {
  for (const role of ['specialist', 'president', 'clerk', 'committee'] as const) {
    const { status, body } = await house.call(house.commune.staff[role].actor, 'POST', '/api/dossiers', receptionRequest(house));
    assert.equal(status, 403, role);
    assert.equal(body['code'], 'access.not-allowed');
  }
  const stranger = await house.call(ANONYMOUS, 'POST', '/api/dossiers', receptionRequest(house));
  assert.equal(stranger.status, 401);
});

const REFUSED: readonly (readonly [string, (house: DossierHouse) => Record<string, unknown>, number, string])[] = [
  ['an unknown procedure', () => ({ procedureCode: '7.777777' }), 422, 'dossier.procedure-unknown'],
  ['a procedure that has ended', () => ({ procedureCode: '9.000008' }), 409, 'dossier.procedure-ended'],
  ['a procedure of next year', () => ({ procedureCode: '9.000009' }), 409, 'dossier.procedure-not-yet'],
  ['an undetermined time limit', () => ({ procedureCode: '9.000001' }), 409, 'dossier.time-limit-undetermined'],
  ['post delivery without an address', () => ({ delivery: { method: 'post', address: ' ' } }), 422, 'dossier.delivery-address-missing'],
  ['no papers', () => ({ papers: [] }), 422, 'request.invalid'],
  ['a field too many', () => ({ administrator: true }), 422, 'request.invalid'],
  ['a wrong type', () => ({ copies: 'một' }), 422, 'request.invalid'],
  ['an over-long text', () => ({ content: 'x'.repeat(1001) }), 422, 'request.invalid'],
  ['a made-up channel', () => ({ channel: 'carrier-pigeon' }), 422, 'request.invalid'],
  ['an id that is no UUID', () => ({ dossierId: "1' or '1'='1" }), 422, 'request.invalid'],
];

for (const [what, change, status, code] of REFUSED) {
  test(`${what} is answered ${code} with a sentence in Vietnamese and nothing is written`, async () => {
    const before = await house.database.db.selectFrom('dossier').select('id').execute();
    const answer = await house.call(house.commune.staff.reception.actor, 'POST', '/api/dossiers', receptionRequest(house, change(house)));
    assert.equal(answer.status, status, JSON.stringify(answer.body));
    assert.equal(answer.body['code'], code);
    assert.match(String(answer.body['title']), /[ạảãáàâấầăđêôơưệộ]/u);
    assert.equal(JSON.stringify(answer.body).includes('    at '), false);
    const now = await house.database.db.selectFrom('dossier').select('id').execute();
    assert.equal(now.length, before.length);
  });
}

test('NUL characters and broken JSON are refused with a sentence, never a stack', async () => {
  const nul = await house.call(house.commune.staff.reception.actor, 'POST', '/api/dossiers', receptionRequest(house, { content: 'a\u0000b' }));
  assert.equal(nul.status, 400);
  assert.equal(nul.body['code'], 'request.not-readable');
  const broken = await house.server.inject({ method: 'POST', url: '/api/dossiers', headers: { 'x-actor': house.commune.staff.reception.id, 'content-type': 'application/json' }, payload: '{"a":' });
  assert.equal(broken.statusCode, 400);
  assert.equal((JSON.parse(broken.body) as { code: string }).code, 'request.not-readable');
});

test('a machine clock that moves back neither stops receptions nor tears the journal', async () => {
  const { reception } = house.commune.staff;
  house.clock.set('2026-11-20T08:00:00+07:00');
  const { status } = await house.call(reception.actor, 'POST', '/api/dossiers', receptionRequest(house));
  assert.equal(status, 200);
  const rows = await house.database.db.selectFrom('journal').select(['day', 'seq', 'hash', 'previous_hash']).orderBy('day').orderBy('seq').execute();
  for (const [index, row] of rows.entries()) {
    const previous = rows[index - 1];
    if (previous !== undefined) assert.deepEqual(row.previous_hash, previous.hash);
  }
  house.clock.set('2026-11-23T08:00:00+07:00');
});

test('how each paper was taken is kept, shown and printed: the database and the moment, the kept original with its shelf, the pages', async () => {
  const { reception } = house.commune.staff;
  const { papers } = receptionRequest(house) as { readonly papers: readonly object[] };
  const [given] = papers;
  const data = { ...papers[1], id: house.deps.newId(), name: 'Giấy kết hôn', kind: 'data', source: 'database', copies: 0, lookedUp: { database: 'Cơ sở dữ liệu hộ tịch', at: null } };
  const taken = [{ ...given, originalKept: true, shelf: 'A3-12', pageCount: 4 }, data];
  const { status, body } = await house.call(reception.actor, 'POST', '/api/dossiers', receptionRequest(house, { papers: taken }));
  assert.equal(status, 200, JSON.stringify(body));
  const id = String(body['id']);
  const seen = (await house.call(reception.actor, 'GET', `/api/dossiers/${id}`)).body as unknown as DossierResponse;
  assert.deepEqual(seen.papers.map(({ pageCount, lookedUp, originalKept, shelf, reuses }) => ({ pageCount, lookedUp, originalKept, shelf, reuses })), [
    { pageCount: 4, lookedUp: null, originalKept: true, shelf: 'A3-12', reuses: 0 },
    { pageCount: null, lookedUp: { database: 'Cơ sở dữ liệu hộ tịch', at: house.clock.now().toISOString() }, originalKept: false, shelf: null, reuses: 0 },
  ]);
  const print = async (url: string) => readPdf((await house.server.inject({ method: 'GET', url, headers: { 'x-actor': reception.actor.staffId } })).rawPayload).pages.map(({ text }) => text).join(' ').replace(/\s+/gu, ' ');
  const receipt = await print(`/api/dossiers/${id}/receipt.pdf`);
  for (const words of ['Bản chính, giữ lại', '4 trang', 'tra tại Cơ sở']) assert.ok(receipt.includes(words), `${words} in ${receipt}`);
  const made = await house.call(reception.actor, 'POST', `/api/dossiers/${id}/papers`, { commandId: house.deps.newId(), kind: 'control-sheet', reason: null });
  assert.match(await print(`/api/papers/${String(made.body['id'])}/print.pdf`), /Bản chính lưu tại cơ quan: Giấy chứng sinh \(kệ A3-12\)/u);
});

test('data without their database, and the kept original of what was only shown, are refused with the name of the paper', async () => {
  const { reception } = house.commune.staff;
  const { papers } = receptionRequest(house) as { readonly papers: readonly object[] };
  for (const [change, code] of [[{ kind: 'data', source: 'database' }, 'dossier.database-missing'], [{ source: 'shown', originalKept: true }, 'dossier.nothing-to-keep']] as const) {
    const answer = await house.call(reception.actor, 'POST', '/api/dossiers', receptionRequest(house, { papers: [{ ...papers[0], ...change }] }));
    assert.equal(answer.body['code'], code);
    assert.match(String(answer.body['title']), /Giấy chứng sinh/u);
  }
});
