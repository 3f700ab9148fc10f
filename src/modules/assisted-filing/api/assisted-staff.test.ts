import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { boxesOf, createFormHouse, createVisitor, faultsOf, fillWhole, type FormHouse } from '../../forms/api/form-house-for-tests.ts';
import { tellUnusualHelpers } from '../jobs/tell-unusual.ts';
import { eraseProofs, lockDueProofs } from '../store/proofs.ts';
import { agreeOnOwnPhone, beginHelped, formTo, GRANDCHILD, ownPhoneOf, send, sign, speak } from './assisted-for-tests.ts';
import { webmOf } from './recordings-for-tests.ts';

let house: FormHouse;
before(async () => { house = await createFormHouse(); });
after(() => house.close());
beforeEach(() => { house.numbers.staff = null; });

const reception = () => house.commune.staff.reception.actor;
const president = () => house.commune.staff.president.actor;
const begin = (commandId: string, procedureCode = '1.001193') => house.call(reception(), 'POST', '/api/assisted-filings', { commandId, procedureCode });
const newest = () => house.database.db.selectFrom('dossier').selectAll().orderBy('submitted_at', 'desc').orderBy('id', 'desc').executeTakeFirstOrThrow();

test('an officer begins at the counter, fills in as the helper, and the citizen is who files', async () => {
  const commandId = house.deps.newId();
  const begun = await begin(commandId);
  assert.equal(begun.status, 200, JSON.stringify(begun.body));
  assert.equal((await begin(commandId)).body['path'], begun.body['path'], 'the same command begins one');
  const token = String(begun.body['path']).split('/')[2] ?? '';
  const officer = createVisitor(house, { actor: reception() });
  await fillWhole(officer, token);
  const review = await officer.open(`/to-khai/${token}/xem-lai`);
  assert.ok(review.body.includes(`Cán bộ ${house.commune.staff.reception.actor.fullName} đang khai hộ.`));
  assert.equal((await officer.post(`/to-khai/${token}/gui`, { ban: '' })).status, 422, 'the officer cannot send without the citizen');
  // The officer cannot say that the citizen filed alone, nor that somebody else helped.
  for (const ai of ['toi', 'relative', 'team']) {
    const told = await officer.post(`/to-khai/${token}/ai-khai`, { ...GRANDCHILD, ai });
    assert.equal(told.status, 422, ai);
    assert.match(faultsOf(told.body)[0] ?? '', /^Trình duyệt này đang đăng nhập tài khoản cán bộ/u);
  }
  assert.equal((await sign(officer, token)).status, 303);
  // Another officer's account cannot send what a colleague helped with.
  const other = createVisitor(house, { actor: house.commune.staff.clerk.actor });
  const refused = await other.post(`/to-khai/${token}/gui`, { ban: '' });
  assert.equal(refused.status, 422);
  assert.match((await send(officer, token)).location, /^\/h\/[\w-]{22}\?moi=1$/u);

  const dossier = await newest();
  assert.deepEqual([dossier.channel, dossier.applicant_name, dossier.assisted_by, dossier.assisted_consent, dossier.state], ['counter', 'Nguyễn Thị Mẫu', reception().fullName, 'signature', 'submitted']);
  const lines = (await house.database.db.selectFrom('journal').select(['entry', 'actor_id']).execute()).filter(({ entry }) => entry.includes(dossier.id));
  const actorOf = (action: string) => lines.find(({ entry }) => entry.includes(`"action":"${action}"`))?.actor_id;
  assert.equal(actorOf('dossier.declared'), null, 'no account of the office files');
  assert.equal(actorOf('assisted.helper-named'), reception().staffId);
  const history = await house.database.db.selectFrom('dossier_history').selectAll().where('dossier_id', '=', dossier.id).executeTakeFirstOrThrow();
  assert.equal(history.actor_id, null);
});

test('an officer never helps the officer: neither by the number of the account nor by the name', async () => {
  const begun = await begin(house.deps.newId());
  const token = String(begun.body['path']).split('/')[2] ?? '';
  const officer = createVisitor(house, { actor: reception() });
  await fillWhole(officer, token);
  house.numbers.staff = '003190999901';
  const review = await officer.open(`/to-khai/${token}/xem-lai`);
  assert.match(review.body, /Cán bộ không tự khai hộ cho chính mình/u);
  assert.equal((await sign(officer, token)).status, 422);
  assert.equal((await officer.post(`/to-khai/${token}/gui`, { ban: '' })).status, 422);
  house.numbers.staff = '003190999902';
  assert.equal((await sign(officer, token)).status, 303);
  assert.equal((await send(officer, token)).status, 303);
});

test('a procedure without a form is received at the counter, and whoever has no counter begins nothing', async () => {
  assert.equal((await begin(house.deps.newId(), '1.004873')).body['code'], 'assisted.no-form');
  assert.equal((await house.call(president(), 'POST', '/api/assisted-filings', { commandId: house.deps.newId(), procedureCode: '1.001193' })).status, 403);
  assert.equal((await house.call(reception(), 'GET', '/api/assisted-filings')).status, 403);
});

test('the dossier says who helped and how it was agreed; the proof is looked at in the journal, and erased when its time is over', async () => {
  const visitor = createVisitor(house);
  const token = await beginHelped(visitor, { ...GRANDCHILD, dienThoai: '0912000777' });
  await sign(visitor, token);
  await visitor.press(await visitor.open(`/to-khai/${token}/child`), { 'child.fullName': 'Trần Gia Sửa' });
  assert.equal((await speak(house, visitor, token, webmOf(7_000))).statusCode, 303);
  await send(visitor, token);
  const dossier = await newest();
  const read = await house.call(reception(), 'GET', `/api/dossiers/${dossier.id}/assistance`);
  const body = read.body as { helper: { line: string; phone: string }; consents: readonly { id: string; way: string; counts: boolean; seconds: number | null; proof: { address: string } | null; erasedAt: string | null }[] };
  assert.equal(body.helper.line, 'Lê Thị Cháu (cháu) khai giúp.');
  assert.ok(!body.helper.phone.startsWith('0912000'), 'masked');
  assert.deepEqual(body.consents.map(({ way, counts, seconds }) => [way, counts, seconds]), [['recording', true, 7], ['signature', false, null]]);
  const proof = await house.server.inject({ method: 'GET', url: body.consents[0]?.proof?.address ?? '', headers: house.as(reception()) });
  assert.deepEqual([proof.statusCode, proof.headers['content-type'], proof.headers['cache-control']], [200, 'audio/webm', 'private, no-store']);
  assert.match(String(proof.headers['content-security-policy']), /default-src 'none'/u);
  const looked = await house.database.db.selectFrom('journal').select('entry').execute();
  assert.ok(looked.some(({ entry }) => entry.includes('"action":"assisted.proof-viewed"') && entry.includes(`consent:${body.consents[0]?.id ?? ''}`)));
  assert.equal((await house.call(reception(), 'GET', `/api/dossiers/${dossier.id}/assistance/${house.deps.newId()}`)).body['code'], 'assisted.proof-gone');

  const { code } = house.commune.commune;
  const due = (held: readonly string[] = []) => house.database.db.transaction().execute(async (tx) => {
    const proofs = await lockDueProofs(tx, { communeCode: code, before: new Date(house.clock.now().getTime() + 86_400_000), held, most: 100 });
    await eraseProofs(tx, code, proofs, house.clock.now());
    return proofs.filter(({ dossierId }) => dossierId === dossier.id).length;
  });
  assert.equal(await due(), 0, 'it is under way');
  await house.database.owner.db.updateTable('dossier').set({ state: 'rejected', ended_at: house.clock.now() }).where('id', '=', dossier.id).execute();
  assert.equal(await due([dossier.id]), 0, 'it is held for a complaint');
  assert.equal(await due(), 2);
  assert.equal(await due(), 0);
  const after = (await house.call(reception(), 'GET', `/api/dossiers/${dossier.id}/assistance`)).body as unknown as typeof body;
  assert.deepEqual(after.consents.map(({ way, proof: file, erasedAt }) => [way, file, erasedAt !== null]), [['recording', null, true], ['signature', null, true]]);
  // What was agreed to is never rewritten.
  await assert.rejects(house.database.db.updateTable('assisted_consent').set({ content_hash: '1'.repeat(64) }).execute(), /permission denied/u);
});

test('leaders see who helped how often, every figure opens its declarations, and what is unusual is told once for each helper and day', async () => {
  const code = house.commune.commune.code;
  house.clock.set('2026-12-03T09:00:00+07:00');
  const { db } = house.database.owner;
  const given = async (day: string, count: number, helper: string, kind: 'relative' | 'team' = 'relative') => {
    for (let index = 0; index < count; index += 1) {
      const id = house.deps.newId();
      const at = new Date(`${day}T08:${String(10 + index)}:00+07:00`);
      await db.insertInto('assisted_filing').values({ commune_code: code, id, procedure_code: '1.001193', helper_kind: kind, helper_name: helper, helper_relation: kind === 'relative' ? 'neighbour' : null, helper_phone: '0912000555', helper_team: kind === 'team' ? 'thôn Hoa Phú' : null, staff_id: null, helper_key: `name:${helper.toLowerCase()}`, agree_hash: id.replaceAll('-', '').repeat(2), named_at: at, sent_at: at }).execute();
    }
  };
  await given('2026-12-01', 11, 'Cò Giấy Tờ');
  await given('2026-12-01', 10, 'Tổ Viên', 'team');
  await given('2026-12-02', 3, 'Cò Giấy Tờ');
  const figures = (await house.call(president(), 'GET', '/api/assisted-filings/figures?month=2026-12')).body as { months: readonly { month: string; relative: number; team: number }[]; helpers: readonly { id: string; name: string; filings: number; mostADay: number }[]; limits: unknown };
  assert.deepEqual(figures.months.find(({ month }) => month === '2026-12'), { month: '2026-12', relative: 14, team: 10, officer: 0, told: 0 });
  assert.deepEqual(figures.helpers.map(({ name, filings, mostADay }) => [name, filings, mostADay]), [['Cò Giấy Tờ', 14, 11], ['Tổ Viên', 10, 10]]);
  assert.deepEqual(figures.limits, { day: 10, week: 30 });
  const busiest = figures.helpers[0]?.id ?? '';
  assert.match(busiest, /^[0-9a-f]{16}$/u, 'no name in the address');
  const rows = async (query: string) => ((await house.call(president(), 'GET', `/api/assisted-filings?${query}`)).body as { rows: readonly unknown[] }).rows.length;
  assert.deepEqual([await rows(`month=2026-12&helper=${busiest}`), await rows('month=2026-12&kind=team'), await rows(`day=2026-12-02&helper=${busiest}`), await rows('month=2026-12'), await rows('month=2027-01')], [14, 10, 3, 24, 0]);
  assert.equal((await house.call(president(), 'GET', '/api/assisted-filings?month=2026-13')).status, 422);

  const tell = () => tellUnusualHelpers({ db: house.database.db, newId: house.deps.newId, communes: [code], leadersOf: () => Promise.resolve([president()]) }, house.clock.now(), new AbortController().signal);
  assert.equal(await tell(), 1);
  assert.equal(await tell(), 0, 'never twice');
  const notices = (await house.database.owner.db.selectFrom('outbox').select('payload').where('topic', '=', 'StaffNotice').execute()).map(({ payload }) => payload as { kind: string; to: readonly string[]; facts: Readonly<Record<string, string>> }).filter(({ kind }) => kind.startsWith('helper-unusual'));
  assert.deepEqual(notices.map(({ kind, to, facts }) => [kind, to, facts['name'], facts['count'], facts['until'], facts['helperId']]), [['helper-unusual-day', [president().staffId], 'Cò Giấy Tờ', '11', '2026-12-01', busiest]]);
  // Late on the same day more come: the day is over when it is counted, and the next day is another day.
  await given('2026-12-03', 12, 'Tổ Viên', 'team');
  assert.equal(await tell(), 0, 'today is not over');
  house.clock.pass(86_400_000);
  assert.deepEqual((await Promise.all([tell(), tell()])).sort(), [0, 1], 'two runs at once tell it once');
});

test('the QR way works for a citizen at the counter whose officer is signed in on the other side', async () => {
  const begun = await begin(house.deps.newId());
  const token = String(begun.body['path']).split('/')[2] ?? '';
  const officer = createVisitor(house, { actor: reception() });
  await fillWhole(officer, token);
  const page = await officer.open(`/to-khai/${token}/dong-y`);
  const code = await agreeOnOwnPhone(house, ownPhoneOf(page.body));
  const action = `/to-khai/${token}/dong-y/ma`;
  assert.equal((await officer.post(action, { ...formTo(page.body, action), ma: code })).status, 303);
  const review = await officer.open(`/to-khai/${token}/xem-lai`);
  assert.equal((await officer.post(`/to-khai/${token}/gui`, { ban: boxesOf(review.body)['ban'] ?? '' })).status, 303);
  assert.equal((await newest()).assisted_consent, 'code');
});
