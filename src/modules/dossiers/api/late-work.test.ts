import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { createDossierHouse, type DossierHouse, receptionRequest } from '../../../../test/dossier-house.ts';
import { type StaffActor } from '../../../kernel/actor.ts';
import { runDueWork } from '../../../platform/jobs/start-job-runner.ts';
import { inboxRoutes, inboxSubscriber } from '../../notifications/index.ts';
import { tellLateDossiers } from '../jobs/tell-late-dossiers.ts';
import { trackByLink } from './track-dossier.ts';

const NEVER = new AbortController().signal;
let house: DossierHouse;
before(async () => {
  house = await createDossierHouse((deps) => inboxRoutes(deps.db));
});
after(() => house.close());

/** A dossier of three working days, received Monday 23 November 8:00 and due Friday 27 November 17:00, that the specialist appraises; its version is 2. */
async function appraised(procedureCode = '1.004873'): Promise<string> {
  house.clock.set('2026-11-23T08:00:00+07:00');
  const { reception } = house.commune.staff;
  const answer = await house.call(reception.actor, 'POST', '/api/dossiers', receptionRequest(house, { procedureCode }));
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  const id = String(answer.body['id']);
  await done(reception.actor, id, 'actions', 1, { action: 'transfer', note: null, outcome: null, legalBasis: null });
  return id;
}

function act(actor: StaffActor, id: string, path: string, expectedVersion: number, more: Readonly<Record<string, unknown>> = {}) {
  return house.call(actor, 'POST', `/api/dossiers/${id}/${path}`, { commandId: randomUUID(), expectedVersion, ...more });
}

async function done(actor: StaffActor, id: string, path: string, expectedVersion: number, more: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const { status, body } = await act(actor, id, path, expectedVersion, more);
  assert.equal(status, 200, JSON.stringify(body));
}

interface Inbox {
  readonly unread: number;
  readonly items: readonly { readonly id: string; readonly kind: string; readonly dossierId: string; readonly facts: Readonly<Record<string, string>>; readonly read: boolean }[];
}

/** Lets the background do what is due now, then looks into somebody's inbox for one dossier. */
async function inbox(actor: StaffActor, dossierId: string): Promise<Inbox['items']> {
  await runDueWork(house.database.db, { subscribers: [inboxSubscriber(house.deps.newId)], jobs: [] }, house.clock.now(), NEVER);
  const all = (await house.call(actor, 'GET', '/api/inbox')).body as unknown as Inbox;
  return all.items.filter((item) => item.dossierId === dossierId);
}

const look = () => tellLateDossiers(house.deps, house.clock.now(), NEVER);
const kinds = async (actor: StaffActor, id: string) => (await inbox(actor, id)).map(({ kind }) => kind);
const open = async (id: string) => (await house.call(house.commune.staff.specialist.actor, 'GET', `/api/dossiers/${id}`)).body;
const wish = { reason: 'Chờ Sở Tư pháp trả lời', newDueOn: '2026-12-02' };

describe('notices about time', () => {
  test('reach the holder, then the head of unit and the President, each mark once, however often one looks', async () => {
    const id = await appraised();
    const { specialist, president, clerk } = house.commune.staff;
    const unitHead = house.commune.staff['unit-head'];
    const moments = ['2026-11-23T09:00', '2026-11-26T07:00', '2026-11-26T07:01', '2026-11-27T07:15', '2026-11-27T17:00', '2026-11-27T17:01', '2026-11-30T07:00', '2026-11-30T15:00', '2026-12-01T07:00'];
    for (const moment of moments) {
      house.clock.set(`${moment}:00+07:00`);
      await look();
      await look();
    }
    assert.deepEqual((await kinds(specialist.actor, id)).reverse(), ['day-before', 'three-quarters', 'due', 'overdue', 'overdue']);
    assert.deepEqual((await kinds(unitHead.actor, id)).reverse(), ['day-before', 'due', 'overdue', 'overdue']);
    assert.deepEqual((await kinds(president.actor, id)).reverse(), ['due', 'overdue', 'overdue']);
    assert.deepEqual(await kinds(clerk.actor, id), []);
    assert.equal((await inbox(president.actor, id))[0]?.facts['applicant'], 'Nguyễn Thị Mẫu');
  });

  test('stop while the citizen is waited for and go by the moved date afterwards', async () => {
    const id = await appraised();
    const { specialist, reception } = house.commune.staff;
    house.clock.set('2026-11-25T07:00:00+07:00');
    await done(reception.actor, id, 'withdrawal', 2, { reason: 'Đổi ý' });
    await done(house.commune.staff.president.actor, id, 'withdrawal/decline', 3, { reason: 'Đang ký' });
    await house.database.owner.pool.query(
      `update dossier set state = 'supplement-requested', pauses = '[["2026-11-25T00:00:00.000Z", null]]', paused_since = '2026-11-25T00:00:00Z', notice_at = null where id = $1`, [id]);
    house.clock.set('2026-12-10T08:00:00+07:00');
    await look();
    assert.deepEqual(await kinds(specialist.actor, id), []);
  });

  test('of a dossier that was finished meanwhile do not come, and a hundred others do not hold them up', async () => {
    const id = await appraised();
    const { specialist } = house.commune.staff;
    await done(specialist.actor, id, 'stop', 2, { kind: 'other', reason: 'Trùng' });
    house.clock.set('2026-12-20T08:00:00+07:00');
    await look();
    assert.deepEqual(await kinds(specialist.actor, id), []);
    assert.equal(await look(), 0, 'nothing is looked at twice for the same moment');
  });

  test('are taken by one process at a time: two lookers, one notice', async () => {
    const id = await appraised();
    house.clock.set('2026-12-15T08:00:00+07:00');
    await Promise.all([look(), look(), look()]);
    assert.deepEqual(await kinds(house.commune.staff.specialist.actor, id), ['overdue']);
  });
});

describe('the inbox', () => {
  test('counts what is unread, and reading marks it once', async () => {
    const id = await appraised();
    const { specialist, president } = house.commune.staff;
    await done(president.actor, id, 'urge', 2, { words: 'Xong chưa?' });
    const [item] = await inbox(specialist.actor, id);
    assert.ok(item !== undefined && !item.read);
    const count = async () => (await house.call(specialist.actor, 'GET', '/api/inbox/count')).body['unread'] as number;
    const before = await count();
    const request = { commandId: randomUUID(), ids: [item.id] };
    for (let time = 0; time < 2; time += 1) assert.equal((await house.call(specialist.actor, 'POST', '/api/inbox/read', request)).status, 200);
    assert.equal(await count(), before - 1);
    assert.equal((await inbox(specialist.actor, id))[0]?.read, true);
    await house.call(specialist.actor, 'POST', '/api/inbox/read', { commandId: randomUUID(), ids: null });
    assert.equal(await count(), 0);
  });

  test('is one’s own: nobody marks the notice of somebody else', async () => {
    const id = await appraised();
    const { specialist, president, clerk } = house.commune.staff;
    await done(president.actor, id, 'urge', 2, { words: 'Xong chưa?' });
    const [item] = await inbox(specialist.actor, id);
    await house.call(clerk.actor, 'POST', '/api/inbox/read', { commandId: randomUUID(), ids: [item?.id] });
    assert.equal((await inbox(specialist.actor, id))[0]?.read, false);
  });

  test('comes in pages, newest first, without a gap or a repetition', async () => {
    const { administrator } = house.commune.staff;
    const code = house.commune.commune.code;
    await house.database.db
      .insertInto('staff_notice')
      .values(Array.from({ length: 120 }, (_, n) => ({ commune_code: code, staff_id: administrator.id, id: randomUUID(), key: `n ${String(n)}`, kind: 'assigned', dossier_id: null, facts: '{}', told_at: new Date(Math.floor(n / 7) * 1000) })))
      .execute();
    const seen: string[] = [];
    for (let before = ''; ; ) {
      const page = (await house.call(administrator.actor, 'GET', `/api/inbox${before === '' ? '' : `?before=${before}`}`)).body as unknown as Inbox & { readonly more: boolean };
      seen.push(...page.items.map(({ id }) => id));
      before = page.items.at(-1)?.id ?? '';
      if (!page.more) break;
    }
    assert.equal(seen.length, 120);
    assert.equal(new Set(seen).size, 120);
  });
});

describe('urging', () => {
  test('shows on the dossier and in the inbox of the holder; the answer reaches the leader; both are in the history', async () => {
    const id = await appraised();
    const { specialist, president } = house.commune.staff;
    await done(president.actor, id, 'urge', 2, { words: 'Hôm nay phải xong' });
    assert.deepEqual(((await open(id))['late'] as { urge: { by: string; words: string } }).urge.words, 'Hôm nay phải xong');
    assert.deepEqual((await inbox(specialist.actor, id)).map(({ kind, facts }) => [kind, facts['by'], facts['words']]), [['urged', president.actor.fullName, 'Hôm nay phải xong']]);
    assert.equal((await act(president.actor, id, 'urge', 3, { words: 'Nữa' })).body['code'], 'dossier.action-not-possible');
    await done(specialist.actor, id, 'urge/answer', 3, { words: 'Chiều nay trình ký' });
    assert.deepEqual((await inbox(president.actor, id)).map(({ kind, facts }) => [kind, facts['words']]), [['urge-answered', 'Chiều nay trình ký']]);
    const dossier = await open(id);
    assert.equal((dossier['late'] as { urge: unknown }).urge, null);
    const history = (dossier['history'] as { event: string; facts: Record<string, string> }[]).slice(-2).map(({ event, facts }) => [event, facts['note']]);
    assert.deepEqual(history, [['urged', 'Hôm nay phải xong'], ['urge-answered', 'Chiều nay trình ký']]);
    await done(president.actor, id, 'urge', 4, { words: 'Thế nào rồi?' });
  });

  test('that was never answered ends with the work, and the dossier can be urged again after it was reopened', async () => {
    const id = await appraised();
    const { specialist, president, clerk } = house.commune.staff;
    await done(president.actor, id, 'urge', 2, { words: 'Xong chưa?' });
    await done(specialist.actor, id, 'actions', 3, { action: 'appraise', note: null, outcome: 'positive', legalBasis: null });
    await done(president.actor, id, 'actions', 4, { action: 'approve', note: null, outcome: null, legalBasis: null });
    await done(clerk.actor, id, 'seal', 5, { resultNumber: `${randomUUID().slice(0, 4)}/2026`, note: null, files: [], validTo: null });
    await done(president.actor, id, 'reopen', 6, { reason: 'Sai tên' });
    await done(president.actor, id, 'urge', 7, { words: 'Sửa ngay' });
  });
});

describe('the apology with its extension', () => {
  const at = (moment: string) => { house.clock.set(`${moment}:00+07:00`); };

  test('is asked for, signed, told to the citizen in words, and keeps the date that counts', async () => {
    const id = await appraised();
    const { specialist, president } = house.commune.staff;
    const before = await open(id);
    at('2026-11-25T09:00');
    await done(specialist.actor, id, 'extension/propose', 2, wish);
    const head = house.commune.staff['unit-head'];
    assert.deepEqual(await kinds(head.actor, id), ['extension-asked']);
    assert.equal((await act(specialist.actor, id, 'extension/propose', 3, wish)).body['code'], 'dossier.action-not-possible');
    at('2026-11-26T16:00');
    await done(president.actor, id, 'extension', 3, { ...wish, reason: 'Sở Tư pháp chưa trả lời xác minh' });
    const dossier = await open(id);
    assert.equal(dossier['dueAt'], before['dueAt']);
    assert.equal(dossier['extendedDueAt'], '2026-12-02T10:00:00.000Z');
    assert.deepEqual((dossier['late'] as { extension: object }).extension, { status: 'issued', reason: 'Sở Tư pháp chưa trả lời xác minh', newDueAt: '2026-12-02T10:00:00.000Z', by: president.actor.fullName });
    const letter = (dossier['issued'] as readonly { readonly kind: string; readonly issuedBy: string }[]).at(-1);
    assert.deepEqual([letter?.kind, letter?.issuedBy], ['apology', president.actor.fullName]);
    const context = { actor: { kind: 'anonymous' }, now: house.clock.now(), address: '127.0.0.1', locale: 'vi', display: { scale: '100', contrast: 'normal' }, requestId: '', userAgent: '', cookies: {} } as const;
    const tracked = await trackByLink(house.deps, house.deps.links.token('dossier', id), context);
    assert.deepEqual([tracked?.apology, tracked?.extendedWords], ['Sở Tư pháp chưa trả lời xác minh', 'trước 17 giờ thứ Tư 02/12']);
    const row = await house.database.db.selectFrom('dossier_extension').selectAll().where('dossier_id', '=', id).executeTakeFirstOrThrow();
    assert.deepEqual([row.status, row.proposed_by, row.decided_by, row.proposed_at.toISOString(), row.decided_at?.toISOString()], ['issued', specialist.id, president.id, '2026-11-25T02:00:00.000Z', '2026-11-26T09:00:00.000Z']);
    assert.equal((await act(president.actor, id, 'extension', 4, wish)).body['code'], 'dossier.extended-already');
  });

  test('is refused on the due day, even when it was asked for in time', async () => {
    const id = await appraised();
    at('2026-11-26T16:00');
    await done(house.commune.staff.specialist.actor, id, 'extension/propose', 2, wish);
    at('2026-11-27T07:30');
    const answer = await act(house.commune.staff.president.actor, id, 'extension', 3, wish);
    assert.equal(answer.body['code'], 'dossier.extension-too-late');
    assert.match(String(answer.body['title']), /26\/11\/2026/);
  });

  test('that a leader declines may be asked for once more, with a better reason', async () => {
    const id = await appraised();
    const { specialist, president } = house.commune.staff;
    await done(specialist.actor, id, 'extension/propose', 2, wish);
    await done(president.actor, id, 'extension/decline', 3, { reason: 'Còn kịp' });
    assert.deepEqual((await inbox(specialist.actor, id)).map(({ kind, facts }) => [kind, facts['words']]), [['extension-declined', 'Còn kịp']]);
    await done(specialist.actor, id, 'extension/propose', 4, wish);
    await done(president.actor, id, 'extension', 5, wish);
    assert.equal((await house.database.db.selectFrom('dossier_extension').select('id').where('dossier_id', '=', id).execute()).length, 2);
  });

  test('by two leaders at once is given once', async () => {
    const id = await appraised();
    const { president } = house.commune.staff;
    const head = house.commune.staff['unit-head'];
    const answers = await Promise.all([act(president.actor, id, 'extension', 2, wish), act(head.actor, id, 'extension', 2, wish)]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
  });

  for (const [what, body] of [['no new day', { reason: 'x' }], ['an unknown entry', { ...wish, dueAt: '2026-12-02' }], ['a day in words', { ...wish, newDueOn: 'thứ Tư' }]] as const) {
    test(`with ${what} is not a request`, async () => {
      const id = await appraised();
      assert.equal((await act(house.commune.staff.president.actor, id, 'extension', 2, body)).status, 422);
    });
  }
});

test('an officer who is given a dossier is told by whom', async () => {
  const id = await appraised();
  const { specialist, president } = house.commune.staff;
  await done(president.actor, id, 'assign', 2, { staffId: specialist.id, note: 'Ưu tiên' });
  assert.deepEqual((await inbox(specialist.actor, id)).map(({ kind, facts }) => [kind, facts['by'], facts['words']]), [['assigned', president.actor.fullName, 'Ưu tiên']]);
});
