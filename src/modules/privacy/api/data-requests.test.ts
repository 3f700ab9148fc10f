import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { type Actor } from '../../../kernel/actor.ts';
import { DAY, HOUR } from '../../../../test/clock.ts';
import { createTwoCommunes, type TwoCommunes } from '../../../../test/matrix-things.ts';

let program: TwoCommunes;
before(async () => { program = await createTwoCommunes(); });
after(() => program.close());

const NUMBER = '003190999901';
const seat = (role: 'reception' | 'president' | 'administrator'): Actor => program.home.staff[role].actor;
async function call(actor: Actor, method: 'GET' | 'POST', url: string, body?: object): Promise<{ readonly status: number; readonly body: Record<string, unknown>; readonly text: string }> {
  const answer = await program.send(actor, method, url, body);
  return { status: answer.status, body: answer.body.startsWith('{') ? (JSON.parse(answer.body) as Record<string, unknown>) : {}, text: answer.body };
}
async function ask(kind: string, words = 'Làm giúp tôi', number = NUMBER): Promise<string> {
  const requestId = randomUUID();
  const answer = await call(seat('reception'), 'POST', '/api/data-requests', { commandId: randomUUID(), requestId, citizenNumber: number, kind, words });
  assert.equal(answer.status, 200, answer.text);
  return requestId;
}
const act = (id: string, expectedVersion: number, action: string, more: object = {}, actor = seat('president')) =>
  call(actor, 'POST', `/api/data-requests/${id}/actions`, { commandId: randomUUID(), expectedVersion, action, answer: 'Đã làm', legalBasis: '', correction: null, ...more });
async function journal(object: string): Promise<readonly string[]> {
  const { rows } = await program.database.owner.pool.query<{ entry: string }>('select entry from journal order by day, seq');
  return rows.map(({ entry }) => JSON.parse(entry) as { object: string; action: string }).filter((entry) => entry.object === object).map(({ action }) => action);
}

describe('requests about personal data', () => {
  test('a request without a matching person is refused with the way on, beside the number', async () => {
    const answer = await call(seat('reception'), 'POST', '/api/data-requests', { commandId: randomUUID(), requestId: randomUUID(), citizenNumber: '003190999999', kind: 'access', words: 'x' });
    assert.deepEqual([answer.status, answer.body['code']], [404, 'privacy.no-matching-person']);
    assert.match(answer.text, /citizenNumber/);
  });

  test('taken down it has a code and 72 hours, every step is journalled, and of two who decide the second is told', async () => {
    await program.make('dossier', program.home);
    const id = await ask('objection');
    const { body } = await call(seat('president'), 'GET', `/api/data-requests/${id}`);
    assert.match(String(body['code']), /^DL-2026-\d{4}$/);
    assert.equal(Date.parse(String(body['dueAt'])) - Date.parse(String(body['receivedAt'])), 72 * HOUR);
    assert.deepEqual(body['actions'], ['take', 'refuse', 'withdraw']);
    assert.equal((await act(id, 1, 'take')).status, 200);
    const [first, second] = await Promise.all([act(id, 2, 'finish'), act(id, 2, 'refuse', { legalBasis: 'Điều 4' }, seat('administrator'))]);
    const codes = [first, second].map(({ status, body: told }) => (status === 200 ? 'done' : String(told['code']))).sort();
    assert.deepEqual(codes, ['done', 'privacy.request-changed']);
    // Taken down, looked at, taken on, decided.
    assert.equal((await journal(`data-request:${id}`)).length, 4);
  });

  test('a correction changes the person, keeps what stood there, and says which entries', async () => {
    await program.make('dossier', program.home);
    const id = await ask('correction', 'Đổi số điện thoại');
    await act(id, 1, 'take');
    assert.equal((await act(id, 2, 'finish', { correction: {} })).body['code'], 'privacy.correction-missing');
    const wrong = await act(id, 2, 'finish', { correction: { phone: '12' } });
    assert.match(wrong.text, /correction\.phone/);
    assert.equal((await act(id, 2, 'finish', { correction: { phone: '0900000077' } })).status, 200);
    const { rows } = await program.database.owner.pool.query('select before, after from person_change order by at desc limit 1');
    assert.deepEqual(rows, [{ before: { phone: '0900000012' }, after: { phone: '0900000077' } }]);
    assert.deepEqual((await call(seat('president'), 'GET', `/api/data-requests/${id}`)).body['outcome'], { corrected: ['phone'], erased: [], stays: [] });
    await program.database.owner.pool.query("update person set phone = '0900000012'");
  });

  test('nothing is erased while a dossier runs or is held; afterwards what may go goes, and the answer says what stays until when', async () => {
    const { params } = await program.make('returned dossier', program.home);
    const id = await ask('erasure');
    await act(id, 1, 'take');
    const running = await act(id, 2, 'finish');
    assert.deepEqual([running.status, running.body['code']], [409, 'privacy.dossier-running']);
    await program.database.owner.pool.query("update dossier set state = 'returned', returned_at = $1, decided_at = coalesce(decided_at, $1), ended_at = coalesce(ended_at, $1), result_kind = 'positive', stop_kind = null, paused_since = null where commune_code = $2 and person_id is not null", [program.clock.now(), program.home.commune.code]);
    await call(seat('president'), 'POST', `/api/dossiers/${params['id'] ?? ''}/hold-data`, { commandId: randomUUID(), reason: 'Khiếu nại số 3' });
    assert.equal((await act(id, 2, 'finish')).body['code'], 'privacy.dossier-held');
    await call(seat('president'), 'POST', `/api/dossiers/${params['id'] ?? ''}/release-data`, { commandId: randomUUID(), reason: 'Xong' });
    const done = await act(id, 2, 'finish');
    assert.equal(done.status, 200, done.text);
    const outcome = (await call(seat('president'), 'GET', `/api/data-requests/${id}`)).body['outcome'] as { erased: { what: string; count: number }[]; stays: { until: string }[] };
    assert.deepEqual(outcome.erased.map(({ what }) => what), ['card-pictures', 'kept-papers', 'contacts']);
    assert.equal(outcome.stays[0]?.until, '2031-11-23');
    assert.deepEqual((await program.database.owner.pool.query('select phone from person where commune_code = $1', [program.home.commune.code])).rows, [{ phone: null }]);
  });

  test('the copy is closed before access is granted, whole for seven days after it, and closed again; taking it is journalled', async () => {
    await program.make('dossier', program.home);
    const id = await ask('access');
    assert.equal((await call(seat('reception'), 'GET', `/api/data-requests/${id}/copy.json`)).body['code'], 'privacy.copy-not-open');
    await act(id, 1, 'take');
    await act(id, 2, 'finish');
    const copy = await call(seat('reception'), 'GET', `/api/data-requests/${id}/copy.json`);
    const sections = copy.body['sections'] as { readonly title: string; readonly rows: readonly object[] }[];
    assert.ok(sections.some(({ title }) => title === 'Hồ sơ'), copy.text.slice(0, 300));
    assert.ok(sections.some(({ title }) => title === 'Ai đã xem, ai đã sửa'));
    assert.match(copy.text, new RegExp(NUMBER));
    const pdf = await program.send(seat('reception'), 'GET', `/api/data-requests/${id}/copy.pdf`);
    assert.equal(pdf.body.slice(0, 5), '%PDF-');
    assert.deepEqual((await journal(`data-request:${id}`)).slice(-2), ['data-request.copy-taken', 'data-request.copy-taken']);
    program.clock.pass(7 * DAY);
    assert.equal((await call(seat('reception'), 'GET', `/api/data-requests/${id}/copy.json`)).status, 404);
  });
});
