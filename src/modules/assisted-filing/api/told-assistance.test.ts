import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { receptionRequest } from '../../../../test/dossier-house.ts';
import { compileForm } from '../../forms/domain/compile-form.ts';
import { formCodes } from '../../forms/api/form-codes.ts';
import { createFormHouse, createVisitor, fillWhole, type FormHouse, SHORT_BIRTH } from '../../forms/api/form-house-for-tests.ts';
import { wholeForm } from '../../forms/api/whole-form.ts';
import { declareDossier } from '../../dossiers/index.ts';
import { type FiguresResponse, type FilingsResponse } from '../contract/assisted-schemas.ts';
import { helperKey } from '../domain/who-helps.ts';
import { tellUnusualHelpers } from '../jobs/tell-unusual.ts';
import { beginHelped, GRANDCHILD, send, sign } from './assisted-for-tests.ts';

let house: FormHouse;
before(async () => { house = await createFormHouse(); });
after(() => house.close());

const code = () => house.commune.commune.code;
const reception = () => house.commune.staff.reception.actor;
const president = () => house.commune.staff.president.actor;
const HELPED = { assistedConsent: 'spoken', assistedAccount: 'none' } as const;
const row = (dossierId: string) => house.database.db.selectFrom('assisted_filing').select(['helper_kind', 'helper_name', 'helper_key', 'told_consent', 'sent_at']).where('id', '=', dossierId).executeTakeFirst();

async function receive(assistedBy: string | null, change: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const dossierId = house.deps.newId();
  const answer = await house.call(reception(), 'POST', '/api/dossiers', receptionRequest(house, { dossierId, assistedBy, ...(assistedBy === null ? {} : HELPED), ...change }));
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return dossierId;
}

/** A general declaration from home, as its page sends it. */
async function declare(by: string): Promise<string> {
  const dossierId = house.deps.newId();
  const applicant = { fullName: 'Nguyễn Thị Mẫu', citizenNumber: '003190999901', birthDate: '1990-03-05', sex: null, address: 'Thôn 1', villageId: null, phone: '0900000012', email: null };
  const declared = await declareDossier(house.deps, { commandId: house.deps.newId(), dossierId, communeCode: code(), procedureCode: '1.004873', applicant, content: '', assistance: { by, consent: 'written', account: 'none' }, papers: [] }, {
    actor: { kind: 'anonymous' }, now: house.clock.now(), locale: 'vi', address: '198.51.100.9', display: {}, requestId: 'x',
  } as unknown as Parameters<typeof declareDossier>[2]);
  assert.ok(declared.ok, JSON.stringify(declared));
  return dossierId;
}

const figures = async (month: string) => (await house.call(president(), 'GET', `/api/assisted-filings/figures?month=${month}`)).body as unknown as FiguresResponse;
const records = async (query: string) => ((await house.call(president(), 'GET', `/api/assisted-filings?${query}`)).body as unknown as FilingsResponse).rows;

test('a helper who was told at the counter or with a general declaration is counted, known again by the name, and opens down to the record', async () => {
  house.clock.set('2027-02-03T09:00:00+07:00');
  const counter = await receive('Cò  Giấy Tờ');
  const home = await declare('cò giấy tờ');
  await receive(null);
  const visitor = createVisitor(house);
  const token = await beginHelped(visitor, GRANDCHILD);
  await sign(visitor, token);
  assert.equal((await send(visitor, token)).status, 303);
  const { months, helpers, ways } = await figures('2027-02');
  assert.deepEqual(months.find(({ month }) => month === '2027-02'), { month: '2027-02', relative: 1, team: 0, officer: 0, told: 2 });
  assert.deepEqual(helpers.map(({ kind, filings }) => [kind, filings]), [['told', 2], ['relative', 1]]);
  assert.deepEqual([...ways].sort((one, other) => one.way.localeCompare(other.way)).map(({ way, filings }) => [way, filings]), [['signature', 1], ['spoken', 1], ['written', 1]]);
  const opened = await records(`month=2027-02&helper=${helpers[0]?.id ?? ''}`);
  assert.deepEqual(opened.map(({ dossierId, way }) => [dossierId, way]).sort(), [[counter, 'spoken'], [home, 'written']].sort());
  assert.deepEqual((await records('month=2027-02&kind=told')).length, 2);
});

test('the figures count exactly the dossiers on which a helper is named, whichever way they came in', async () => {
  const { rows } = await sql<{ id: string }>`
    select coalesce(d.id, a.id) as id from (select id from dossier where assisted_by is not null) d full join (select id from assisted_filing where sent_at is not null) a on a.id = d.id where d.id is null or a.id is null`.execute(house.database.owner.db);
  assert.deepEqual(rows, []);
});

test('reception that names another helper of a declaration, or none, changes the count with it', async () => {
  const id = await declare('Chị Hoa');
  const { version } = await house.database.db.selectFrom('dossier').select('version').where('id', '=', id).executeTakeFirstOrThrow();
  const request: Record<string, unknown> = { ...receptionRequest(house, { procedureCode: '1.004873', assistedBy: 'Anh Bình', ...HELPED, expectedVersion: version }) };
  for (const own of ['dossierId', 'channel']) Reflect.deleteProperty(request, own);
  assert.deepEqual(await row(id).then((one) => [one?.helper_kind, one?.helper_name, one?.told_consent]), ['told', 'Chị Hoa', 'written']);
  const received = await house.call(reception(), 'POST', `/api/dossiers/${id}/receive`, request);
  assert.equal(received.status, 200, JSON.stringify(received.body));
  assert.deepEqual(await row(id).then((one) => [one?.helper_name, one?.helper_key, one?.told_consent]), ['Anh Bình', 'name:anh binh', 'spoken']);
  await house.database.db.updateTable('dossier').set({ assisted_by: null, assisted_consent: null, assisted_account: null }).where('id', '=', id).execute();
  assert.equal(await row(id), undefined);
});

test('help that is proven with a form is one row and stays what it is', async () => {
  const visitor = createVisitor(house);
  const token = await beginHelped(visitor, GRANDCHILD);
  await sign(visitor, token);
  await send(visitor, token);
  const dossier = await house.database.db.selectFrom('dossier').select(['id', 'assisted_by']).orderBy('submitted_at', 'desc').orderBy('id', 'desc').executeTakeFirstOrThrow();
  const kept = await row(dossier.id);
  assert.deepEqual([kept?.helper_kind, kept?.told_consent, kept?.sent_at !== null], ['relative', null, true]);
});

test('an officer’s account is never who files, and help needs the person’s word: neither is counted', async () => {
  const before = await house.database.db.selectFrom('assisted_filing').select('id').execute();
  for (const [change, refusal] of [[{ assistedConsent: 'spoken', assistedAccount: 'officer' }, 'dossier.officer-account'], [{ assistedConsent: null }, 'dossier.consent-missing']] as const) {
    const answer = await house.call(reception(), 'POST', '/api/dossiers', receptionRequest(house, { assistedBy: 'Chị Hoa', ...change }));
    assert.deepEqual([answer.status, answer.body['code']], [422, refusal]);
  }
  assert.equal((await house.database.db.selectFrom('assisted_filing').select('id').execute()).length, before.length);
});

test('the database knows a helper’s name again exactly as the program does', async () => {
  for (const name of ['Cò Giấy Tờ', '  NGUYỄN   THỊ Đào ', 'H’Hen Niê', "Y'Moan Ênuôl", 'Lê Thị Cháu'.normalize('NFD'), 'Trần Văn Ð.', 'Ƀlik – Rơ', 'Anh Bảy (xóm 2)', 'Zoë Müller', 'CHỊ  HOA']) {
    const { rows } = await sql<{ folded: string }>`select 'name:' || fold_helper_name(${name}) as folded`.execute(house.database.db);
    assert.equal(rows[0]?.folded, helperKey({ staffId: null, phone: null, name }), name);
  }
});

test('a note of seven days opens exactly the dossiers that it counted, also across the end of a month', async () => {
  const ids: string[] = [];
  for (let day = 25; day <= 31; day += 1) {
    house.clock.set(`2027-03-${String(day)}T09:00:00+07:00`);
    for (let index = 0; index < 4; index += 1) ids.push(await receive('Bà Mối Giấy'));
  }
  house.clock.set('2027-04-01T09:00:00+07:00');
  for (let index = 0; index < 8; index += 1) ids.push(await receive('Bà Mối Giấy'));
  house.clock.set('2027-04-02T06:00:00+07:00');
  assert.equal(await tellUnusualHelpers({ db: house.database.db, newId: house.deps.newId, communes: [code()], leadersOf: () => Promise.resolve([president()]) }, house.clock.now(), new AbortController().signal), 1);
  const notice = (await house.database.owner.db.selectFrom('outbox').select('payload').where('topic', '=', 'StaffNotice').execute()).map(({ payload }) => payload as { kind: string; facts: Readonly<Record<string, string>> }).find(({ facts }) => facts['name'] === 'Bà Mối Giấy');
  assert.deepEqual([notice?.kind, notice?.facts['count'], notice?.facts['until']], ['helper-unusual-week', '32', '2027-04-01']);
  const opened = await records(`week=${notice?.facts['until'] ?? ''}&helper=${notice?.facts['helperId'] ?? ''}`);
  assert.deepEqual(opened.map(({ dossierId }) => dossierId).sort(), ids.slice(4).sort());
});

test('a helper of a draft is named at reception when its printed form is scanned, and what was not sent is forgotten with it', async () => {
  house.clock.set('2026-11-23T08:00:00+07:00');
  const visitor = createVisitor(house);
  const token = await beginHelped(visitor, GRANDCHILD);
  await fillWhole(visitor, token);
  const draft = await house.database.db.selectFrom('form_draft').selectAll().where('token_hash', '=', house.pages.links.hash(token)).executeTakeFirstOrThrow();
  const form = wholeForm(compileForm(SHORT_BIRTH));
  const codes = [...formCodes(form.definition, draft.procedure_code, form.judge(draft.answers as never, { today: '2026-11-23', placesLookedUp: true }).answers, draft.id)];
  const scanned = await house.call(reception(), 'POST', '/api/forms/scan', { codes });
  assert.equal((scanned.body['sheet'] as { helper: string | null }).helper, 'Lê Thị Cháu');
  const dossierId = await receive('Lê Thị Cháu', { form: { codes } });
  assert.deepEqual(await row(dossierId).then((one) => [one?.helper_kind, one?.helper_key]), ['told', 'name:le thi chau']);
  assert.equal(await row(draft.dossier_id), undefined);
});
