import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { type Actor, type Position, type StaffActor } from '../src/kernel/actor.ts';
import { addDays } from '../src/kernel/local-time.ts';
import { visit } from './certification-house.ts';
import { createCommune, createStaff, type TestCommune } from './commune.ts';
import { EXCHANGE_BODIES, exchangeMakers } from './matrix-exchange-things.ts';
import { MONEY_BODIES, moneyMakers } from './matrix-money-things.ts';
import { RECEIPT_BODIES, receiptMakers } from './matrix-receipt-things.ts';
import { sentWithDraft } from './matrix-draft-things.ts';
import { type ExchangeThing, type MoneyThing, type ReceiptThing } from './matrix-rules.ts';
import { type ThingKind } from './matrix-rules.ts';
import { createWholeProgram, type WholeProgram } from './whole-program.ts';

/** One thing of a commune and what fills the places of its address. */
export interface Thing {
  readonly params: Readonly<Record<string, string>>;
  readonly commune: TestCommune;
}

/** The whole program with two communes in one database: what must not happen between them can be tried. */
export interface TwoCommunes extends WholeProgram {
  readonly home: TestCommune;
  readonly other: TestCommune;
  /** The field (lĩnh vực) of every dossier made here. */
  readonly field: string;
  send(actor: Actor, method: string, url: string, body?: unknown): Promise<{ readonly status: number; readonly body: string; readonly code: string | undefined }>;
  /** Gives a purpose for looking at the dossier behind a thing. */
  sayWhy(actor: StaffActor, it: Thing): Promise<void>;
  make(kind: ThingKind | ExchangeThing | MoneyThing | ReceiptThing, commune: TestCommune): Promise<Thing>;
}

const EXTENSION = { reason: 'Chờ cơ quan khác trả lời', newDueOn: '2026-12-10' } as const;
const AGENCY_QUESTION = { agency: 'Sở Tư pháp', documentNumber: '12/UBND', sentOn: '2026-11-23', expectedOn: '2026-11-25', question: 'Xác minh hộ tịch' } as const;
const PROCEDURE = '1.004873';
const PASSWORD = 'tám chú vịt vàng';

/** Builds both communes; the caller closes it. */
export async function createTwoCommunes(): Promise<TwoCommunes> {
  const program = await createWholeProgram();
  const { database, clock } = program;
  const home = await createCommune(database.db, { now: clock.now() });
  const other = await createCommune(database.db, { now: clock.now(), commune: { code: '00070', name: 'Hoàn Kiếm', kind: 'phường', agencyCode: 'H26.10' } });
  let visitors = 0;
  let closings = 0;
  let shade = 0;
  let merged = 0;

  const send: TwoCommunes['send'] = async (actor, method, url, body) => {
    // A door of its own for every call: how often one address may ask is another test's business.
    visitors += 1;
    const remoteAddress = `10.${String(visitors >> 16)}.${String((visitors >> 8) & 255)}.${String(visitors & 255)}`;
    const answer = await program.server.inject({
      method: method as 'GET', url, remoteAddress, headers: { ...program.as(actor) }, ...(body === undefined ? {} : { payload: body as object }),
    });
    const isProblem = String(answer.headers['content-type']).startsWith('application/problem+json');
    return { status: answer.statusCode, body: answer.body, code: isProblem ? answer.json<{ code: string }>().code : undefined };
  };

  const receive = async (commune: TestCommune, files: readonly object[]): Promise<string> => {
    const id = randomUUID();
    const answer = await send(commune.staff.reception.actor, 'POST', '/api/dossiers', { ...receptionBody(files), dossierId: id, channel: 'counter' });
    assert.equal(answer.status, 200, answer.body);
    return id;
  };

  /** A visit to the certification lane that waits for the specialist. */
  const certify = async (commune: TestCommune): Promise<string> => {
    const request = visit();
    const answer = await send(commune.staff.reception.actor, 'POST', '/api/certifications', request);
    assert.equal(answer.status, 200, answer.body);
    return String(request['dossierId']);
  };

  const upload = async (commune: TestCommune): Promise<string> => {
    // Every picture is another file: what one commune has, the other has not.
    shade += 8;
    const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: { r: shade % 256, g: Math.floor(shade / 256) * 8, b: 90 } } }).png().toBuffer();
    const form = new FormData();
    form.append('files', new Blob([new Uint8Array(picture)], { type: 'image/png' }), 'a.png');
    const request = new Request('http://xa.test', { method: 'POST', body: form });
    const answer = await program.server.inject({
      method: 'POST', url: '/api/uploads', headers: { ...program.as(commune.staff.reception.actor), 'content-type': request.headers.get('content-type') ?? '' },
      payload: Buffer.from(await request.arrayBuffer()),
    });
    assert.equal(answer.statusCode, 200, answer.body);
    return answer.json<{ files: { sha256: string }[] }>().files[0]?.sha256 ?? '';
  };

  const act = async (actor: StaffActor, id: string, path: string, body: Readonly<Record<string, unknown>>): Promise<void> => {
    const answer = await send(actor, 'POST', `/api/dossiers/${id}/${path}`, { commandId: randomUUID(), ...body });
    assert.equal(answer.status, 200, answer.body);
  };

  /** A dossier that was carried through so many of the five steps; its version counts them. */
  const carry = async (commune: TestCommune, steps: number): Promise<string> => {
    const id = await receive(commune, []);
    const path = [['reception', 'transfer'], ['specialist', 'appraise'], ['president', 'approve'], ['clerk', 'seal']] as const;
    for (const [index, [role, action]] of path.slice(0, steps).entries()) {
      const sealing = action === 'seal';
      await act(commune.staff[role].actor, id, sealing ? 'seal' : 'actions', sealing ? { ...SEAL, expectedVersion: index + 1 } : stepBody(action, index + 1));
    }
    return id;
  };

  /** An appraised dossier that waits for the citizen; its version is 3. */
  const askFor = async (commune: TestCommune, path: string, body: Readonly<Record<string, unknown>>): Promise<string> => {
    const id = await carry(commune, 1);
    await act(commune.staff.specialist.actor, id, path, { expectedVersion: 2, ...body });
    return id;
  };

  const askAboutData = async (commune: TestCommune): Promise<string> => {
    await receive(commune, []);
    const requestId = randomUUID();
    const answer = await send(commune.staff.reception.actor, 'POST', '/api/data-requests', { commandId: randomUUID(), requestId, citizenNumber: '003190999901', kind: 'access', words: 'Cho tôi bản sao' });
    assert.equal(answer.status, 200, answer.body);
    return requestId;
  };

  const addAdministrator = async (commune: TestCommune): Promise<string> => {
    const userName = `qt.${randomUUID().slice(0, 8)}`;
    return (await createStaff(database.db, commune.commune, { userName, positions: [{ unitId: commune.units.office.id, role: 'administrator', title: 'Quản trị', fields: [] }] })).id;
  };

  const MAKERS: Readonly<Record<ThingKind | ExchangeThing | MoneyThing | ReceiptThing, (commune: TestCommune) => Promise<Readonly<Record<string, string>>>>> = {
    ...receiptMakers({ database, clock }),
    ...moneyMakers({ ...program, send, askForMoney: (commune) => askFor(commune, 'payment', PAYMENT) }),
    ...exchangeMakers({ ...program, send, receive: (commune) => receive(commune, []) }),
    dossier: async (commune) => ({ id: await receive(commune, []) }),
    'data request': async (commune) => ({ id: await askAboutData(commune) }),
    'granted data request': async (commune) => {
      const id = await askAboutData(commune);
      for (const [version, action] of [[1, 'take'], [2, 'finish']] as const) {
        const answer = await send(commune.staff.president.actor, 'POST', `/api/data-requests/${id}/actions`, { commandId: randomUUID(), expectedVersion: version, action, answer: 'Gửi bản sao', legalBasis: '', correction: null });
        assert.equal(answer.status, 200, answer.body);
      }
      return { id };
    },
    'held dossier': async (commune) => {
      const id = await receive(commune, []);
      const answer = await send(commune.staff.president.actor, 'POST', `/api/dossiers/${id}/hold-data`, { commandId: randomUUID(), reason: 'Khiếu nại số 3' });
      assert.equal(answer.status, 200, answer.body);
      return { id };
    },
    person: async (commune) => {
      const id = await receive(commune, []);
      const { person_id: person } = await database.owner.db.selectFrom('dossier').select('person_id').where('id', '=', id).executeTakeFirstOrThrow();
      return { id: person ?? '' };
    },
    'appraised dossier': async (commune) => ({ id: await carry(commune, 1) }),
    'taken dossier': async (commune) => {
      const id = await carry(commune, 1);
      await act(commune.staff.specialist.actor, id, 'claim', { expectedVersion: 2 });
      return { id };
    },
    'dossier sent to an agency': async (commune) => ({ id: await askFor(commune, 'agency', AGENCY_QUESTION) }),
    'handed dossier': async (commune) => {
      const id = await carry(commune, 1);
      await act(commune.staff.president.actor, id, 'unit', { expectedVersion: 2, unitId: commune.units.office.id, reason: 'Thuộc đơn vị này' });
      return { id };
    },
    'urged dossier': async (commune) => {
      const id = await carry(commune, 1);
      await act(commune.staff.president.actor, id, 'urge', { expectedVersion: 2, words: 'Xong chưa?' });
      return { id };
    },
    'dossier with an extension asked': async (commune) => {
      const id = await carry(commune, 1);
      await act(commune.staff.specialist.actor, id, 'extension/propose', { expectedVersion: 2, ...EXTENSION });
      return { id };
    },
    'withdrawn dossier': async (commune) => {
      const id = await carry(commune, 1);
      await act(commune.staff.reception.actor, id, 'withdrawal', { expectedVersion: 2, reason: 'Tôi xin rút' });
      return { id };
    },
    'saved filter': async (commune) => {
      const request = { commandId: randomUUID(), name: `Gấp ${randomUUID()}`, list: 'mine', filter: { time: 'late' }, unitId: null };
      await database.owner.db.deleteFrom('saved_filter').execute();
      const answer = await send(commune.staff.specialist.actor, 'POST', '/api/saved-filters', request);
      assert.equal(answer.status, 200, answer.body);
      return { id: (JSON.parse(answer.body) as { id: string }).id };
    },
    'given list': async (commune) => {
      // Written straight down: giving the list itself would move whatever other rows of the matrix left in the specialist's hands.
      const [id, dossierId] = [randomUUID(), await carry(commune, 1)];
      const { specialist, president } = commune.staff;
      await database.owner.db.insertInto('absence').values({
        commune_code: commune.commune.code, id, staff_id: specialist.id, staff_name: specialist.actor.fullName, to_id: null, to_name: null, reason: 'Nghỉ ốm', from_day: '2026-11-23',
        until_day: '2026-11-27', given_at: clock.now(), given_by: president.id, given_by_name: president.actor.fullName,
      }).execute();
      await database.owner.db.insertInto('absence_dossier').values({ commune_code: commune.commune.code, absence_id: id, dossier_id: dossierId, position: 0, step: 'appraise', outcome: 'moved' }).execute();
      return { id };
    },
    'issued paper': async (commune) => {
      const id = await carry(commune, 1);
      await act(commune.staff.specialist.actor, id, 'stop', { expectedVersion: 2, kind: 'other', reason: 'Trùng hồ sơ' });
      const { rows } = await database.owner.pool.query<{ id: string }>("select id from official_paper where dossier_id = $1 and kind = 'stop'", [id]);
      return { id: rows[0]?.id ?? '' };
    },
    'dossier that waits for papers': async (commune) => ({ id: await askFor(commune, 'supplement', ASKED) }),
    'dossier that waits for money': async (commune) => ({ id: await askFor(commune, 'payment', PAYMENT) }),
    'dossier that waits for a leader': async (commune) => {
      const id = await askFor(commune, 'supplement', ASKED);
      await act(commune.staff.specialist.actor, id, 'supplement/cancel', { expectedVersion: 3, reason: 'Gửi nhầm' });
      await act(commune.staff.specialist.actor, id, 'supplement', { ...asked(), expectedVersion: 4, proposalWords: 'Giấy bị tẩy xóa' });
      return { id };
    },
    'answered dossier': async (commune) => {
      const id = await askFor(commune, 'supplement', ASKED);
      await act(commune.staff.reception.actor, id, 'supplement/answer', { expectedVersion: 3, ...ANSWERED });
      return { id };
    },
    'approved dossier': async (commune) => ({ id: await carry(commune, 3) }),
    'sent result': async (commune) => {
      const id = await carry(commune, 4);
      await act(commune.staff.reception.actor, id, 'dispatch', { expectedVersion: 5, method: 'home', address: 'Thôn 2', carrier: null, trackingNumber: null, carriedBy: 'Trịnh Văn Tổ' });
      return { id };
    },
    'result file': async (commune) => {
      const id = await carry(commune, 3);
      const sha256 = await upload(commune);
      await act(commune.staff.clerk.actor, id, 'seal', { ...SEAL, expectedVersion: 4, files: [{ id: randomUUID(), sha256, fileName: 'ket-qua.jpg' }] });
      return { id, sha256 };
    },
    'decided dossier': async (commune) => ({ id: await carry(commune, 4) }),
    'returned dossier': async (commune) => {
      const id = await carry(commune, 4);
      await act(commune.staff.reception.actor, id, 'hand-over', { expectedVersion: 5, receiver: RECEIVER, proof: null, note: null });
      return { id };
    },
    certification: async (commune) => ({ id: await certify(commune) }),
    'signed certification': async (commune) => {
      const id = await certify(commune);
      await act(commune.staff.specialist.actor, id, 'actions', stepBody('appraise', 2));
      await act(commune.staff.president.actor, id, 'actions', stepBody('approve', 3));
      return { id };
    },
    declaration: async (commune) => {
      const id = await receive(commune, []);
      await declareAgain(program, id);
      return { id };
    },
    'paper file': async (commune) => {
      const fileId = randomUUID();
      const id = await receive(commune, [{ id: fileId, sha256: await upload(commune), fileName: 'a.png' }]);
      return { id, fileId, page: '1' };
    },
    'calendar change': async (commune) => {
      // Another day for every thing: a day can be closed only once.
      closings += 1;
      const date = addDays('2027-01-04', (closings % 5) + Math.floor(closings / 5) * 7);
      const { revision } = JSON.parse((await send(commune.staff.administrator.actor, 'GET', '/api/calendar')).body) as { readonly revision: number };
      const edits = [{ act: 'set', date, kind: 'local-closing', scope: 'commune', name: 'Mất điện cả xã' }];
      const answer = await send(commune.staff.administrator.actor, 'POST', '/api/calendar/changes', { commandId: randomUUID(), expectedRevision: revision, edits, basis: 'TB 3/TB-UBND' });
      assert.equal(answer.status, 200, answer.body);
      return { id: (JSON.parse(answer.body) as { readonly id: string }).id };
    },
    'commune merge': async (commune) => {
      // With a commune of its own, so that neither of the two that are compared has anything to do with the other.
      merged += 1;
      const code = String(90_000 + merged);
      await database.owner.db.insertInto('commune').values({
        code, province_code: '38', name: `Thử ${code}`, kind: 'xã', province_name: 'Tỉnh Thanh Hóa', agency_code: `H56.${code}`, centre_name: 'Trung tâm', address: 'Thôn 1', hotline: '0237', created_at: clock.now(),
      }).execute();
      const id = randomUUID();
      const { administrator } = commune.staff;
      await database.owner.db.insertInto('commune_merge').values({
        id, from_code: code, into_code: commune.commune.code, resolution: '1/NQ', resolution_on: '2026-11-20', state: 'proposed', version: 1, proposed_at: clock.now(), proposed_by: administrator.id,
        proposed_by_name: administrator.actor.fullName,
      }).execute();
      return { id };
    },
    'linked case': async (commune) => {
      const caseId = randomUUID();
      const linked = { caseId, groupCode: 'death', wished: [], verification: false, facts: { subjectName: 'Trần Văn Cố', deathDate: '2026-11-20', deathPlace: 'Tại nhà', address: 'Thôn 2' } };
      const answer = await send(commune.staff.reception.actor, 'POST', '/api/linked-cases', { dossier: { ...receptionBody([]), dossierId: randomUUID(), channel: 'counter' }, linked });
      assert.equal(answer.status, 200, answer.body);
      return { id: caseId };
    },
    'upload': async (commune) => ({ sha256: await upload(commune), page: '1' }),
    'picture sent with a draft': async (commune) => sentWithDraft(program, commune, await upload(commune)),
    'planned unit change': async (commune) => {
      const changeId = randomUUID();
      const unit = { id: randomUUID(), name: `Tổ công tác ${changeId}`, shortName: 'Tổ công tác', kind: 'department', fields: [] };
      const wish = { commandId: randomUUID(), changeId, subject: 'unit', effectiveOn: '2027-12-01', reason: 'QĐ 7/QĐ-UBND', change: { kind: 'add', unit } };
      const answer = await send(commune.staff.administrator.actor, 'POST', '/api/units/changes', wish);
      assert.equal(answer.status, 200, answer.body);
      return { id: changeId };
    },
    'device': async (commune) => {
      const id = randomUUID();
      await database.owner.db.insertInto('device').values({
        commune_code: commune.commune.code, id, kind: 'kiosk', name: `Ki-ốt ${id}`.slice(0, 60), place: '', unit_id: null, paired_at: clock.now(), paired_by: commune.staff.administrator.id, last_address: '', user_agent: '', browser: 'firefox/linux',
      }).execute();
      return { id };
    },
    'sign-on link': async (commune) => {
      const id = randomUUID();
      const { administrator } = commune.staff;
      // Everybody of the office may have one at every provider.
      const { id: staffId } = await MAKERS['member of staff'](commune) as { readonly id: string };
      await database.owner.db.insertInto('staff_sign_on_link').values({ commune_code: commune.commune.code, id, staff_id: staffId, provider: 'tinh', kind: 'email', value: `${id}@xa.example.vn`, linked_at: clock.now(), linked_by: administrator.id }).execute();
      return { id };
    },
    'leave': async (commune) => {
      const { id } = await MAKERS['member of staff'](commune) as { readonly id: string };
      const leaveId = randomUUID();
      const answer = await send(commune.staff.administrator.actor, 'POST', `/api/staff/${id}/leave`, { commandId: randomUUID(), leaveId, fromDay: '2026-11-23', untilDay: '2026-12-31', reason: 'Nghỉ phép', actingStaffId: null });
      assert.equal(answer.status, 200, answer.body);
      return { id: leaveId };
    },
    'member of staff among administrators': async (commune) => {
      await addAdministrator(commune);
      return MAKERS['member of staff'](commune);
    },
    'started recovery': async (commune) => {
      const person = await MAKERS['member of staff'](commune) as { readonly id: string };
      const id = randomUUID();
      await database.owner.db.insertInto('account_recovery').values({
        commune_code: commune.commune.code, id, staff_id: person.id, state: 'started', reason: 'Mất điện thoại', started_by: await addAdministrator(commune), started_at: clock.now(),
        expires_at: new Date(clock.now().getTime() + 3_600_000),
      }).execute();
      return { id };
    },
    'member of staff with two factors': async (commune) => {
      const { id } = await MAKERS['member of staff'](commune) as { readonly id: string };
      await database.owner.db.insertInto('totp_factor').values({ commune_code: commune.commune.code, id: randomUUID(), staff_id: id, sealed_secret: 'x', created_at: clock.now(), confirmed_at: clock.now() }).execute();
      await database.owner.db.insertInto('passkey').values({
        commune_code: commune.commune.code, id: randomUUID(), staff_id: id, name: 'Khóa', credential_id: randomUUID(), public_key: 'x', counter: 0, backed_up: false, created_at: clock.now(),
      }).execute();
      return { id };
    },
    'member of staff': async (commune) => {
      const userName = `may.${randomUUID().slice(0, 8)}`;
      const person = await createStaff(database.db, commune.commune, { userName, positions: [{ unitId: commune.units.office.id, role: 'clerk', title: 'Văn thư', fields: [] }] });
      return { id: person.id };
    },
  };

  const sample = await receive(home, []);
  const { field } = JSON.parse((await send(home.staff.reception.actor, 'GET', `/api/dossiers/${sample}`)).body) as { readonly field: string };
  const sayWhy: TwoCommunes['sayWhy'] = async (actor, { params }) => {
    const paper = await database.owner.db.selectFrom('official_paper').select('dossier_id').where('id', '=', params['id'] ?? '').executeTakeFirst();
    const answer = await send(actor, 'POST', '/api/journal/purposes', { commandId: randomUUID(), dossierId: paper?.dossier_id ?? params['id'], purpose: 'inspection', words: 'Kiểm tra đột xuất hồ sơ' });
    assert.equal(answer.status, 200, answer.body);
  };
  return { ...program, home, other, field, send, sayWhy, make: async (kind, commune) => ({ commune, params: await MAKERS[kind](commune) }) };
}

/** As it lay there before reception took it: only a declaration can be received or refused. */
async function declareAgain({ database }: WholeProgram, id: string): Promise<void> {
  await database.owner.pool.query(
    `update dossier set state = 'submitted', code = null, person_id = null, received_at = null, received_by = null, time_limit = null, due_at = null,
       current_step = null, current_role_name = null, holder_id = null, held_since = null, step_due_at = null where id = $1`,
    [id],
  );
  for (const table of ['dossier_step', 'paper_file', 'dossier_paper', 'dossier_history', 'fee_line', 'fee_assessment', 'fee_change']) await database.owner.pool.query(`delete from ${table} where dossier_id = $1`, [id]);
  await database.owner.pool.query(
    "insert into dossier_history (commune_code, dossier_id, seq, at, event, facts) select commune_code, id, 1, submitted_at, 'declared', '{}' from dossier where id = $1",
    [id],
  );
}

function receptionBody(files: readonly object[]): Readonly<Record<string, unknown>> {
  return {
    commandId: randomUUID(),
    procedureCode: PROCEDURE,
    person: {
      citizenNumber: '003190999901', fullName: 'Nguyễn Thị Mẫu', birthDate: '1990-03-05', sex: 'female',
      address: 'Thôn Hoa Phú', villageId: null, phone: '0900000012', email: null,
    },
    authorisedBy: null,
    assistedBy: null,
    content: '',
    copies: 1,
    papers: [{ id: randomUUID(), requirementId: null, name: 'Tờ khai', kind: 'original', source: 'submitted', copies: 1, reusedFrom: null, files }],
    delivery: { method: 'counter', address: null },
  };
}

const SEAL = { resultNumber: '25/2026', note: null, files: [], validTo: null };
const [REQUEST_ID, FAULT_ID] = [randomUUID(), randomUUID()];
/** A request for supplements under ids of its own. */
function asked(requestId: string = randomUUID(), faultId: string = randomUUID()): Readonly<Record<string, unknown>> {
  const fault = { id: faultId, paperId: null, requirementId: null, paperName: 'Giấy ủy quyền', reasons: ['missing'], words: null, legalBasis: 'Điều 15', howToFix: 'Gửi ảnh', marks: [] };
  return { requestId, faults: [fault], words: null, answerDays: 7, proposalWords: null };
}
/** The ids are the same in every dossier: they are unique within one only. */
const ASKED = asked(REQUEST_ID, FAULT_ID);
const ANSWERED = { requestId: REQUEST_ID, channel: 'counter', words: null, items: [{ itemId: FAULT_ID, words: 'Không có', files: [] }] };
const PAYMENT = { amount: 50_000, reason: 'Phí chứng thực', legalBasis: 'TT 226/2016/TT-BTC', payDays: 5 };
const RECEIVER = { name: 'Nguyễn Thị Mẫu', relation: 'self', paper: null };

function stepBody(action: string, expectedVersion: number): Readonly<Record<string, unknown>> {
  return { action, expectedVersion, note: null, outcome: null, legalBasis: null };
}

/** A right request for each route about a thing; the routes without one send nothing. */
export const RIGHT_BODY: Readonly<Record<string, (commune: TestCommune) => Readonly<Record<string, unknown>>>> = {
  'POST /api/staff-sign-on-links/:id/remove': () => ({ commandId: randomUUID() }),
  'POST /api/devices/:id/revoke': () => ({ commandId: randomUUID() }),
  'POST /api/dossiers/:id/reveal': () => ({ commandId: randomUUID(), what: 'citizen-number', purpose: 'check-papers' }),
  'POST /api/dossiers/:id/answers/copy': () => ({ commandId: randomUUID(), system: 'moj' }),
  'POST /api/persons/:id/reveal': () => ({ commandId: randomUUID() }),
  'POST /api/data-requests/:id/actions': () => ({ commandId: randomUUID(), expectedVersion: 1, action: 'take', answer: '', legalBasis: '', correction: null }),
  'POST /api/dossiers/:id/consents': () => ({ commandId: randomUUID(), purpose: 'messages', act: 'given' }),
  'POST /api/dossiers/:id/hold-data': () => ({ commandId: randomUUID(), reason: 'Khiếu nại số 3' }),
  'POST /api/dossiers/:id/release-data': () => ({ commandId: randomUUID(), reason: 'Đã giải quyết khiếu nại' }),
  'POST /api/dossiers/:id/urge': () => ({ commandId: randomUUID(), expectedVersion: 2, words: 'Hôm nay phải xong' }),
  'POST /api/dossiers/:id/urge/answer': () => ({ commandId: randomUUID(), expectedVersion: 3, words: 'Chiều nay xong' }),
  'POST /api/dossiers/:id/extension': () => ({ commandId: randomUUID(), expectedVersion: 2, ...EXTENSION }),
  'POST /api/dossiers/:id/extension/propose': () => ({ commandId: randomUUID(), expectedVersion: 2, ...EXTENSION }),
  'POST /api/dossiers/:id/extension/decline': () => ({ commandId: randomUUID(), expectedVersion: 3, reason: 'Còn kịp' }),
  ...EXCHANGE_BODIES,
  ...MONEY_BODIES,
  ...RECEIPT_BODIES,
  'POST /api/dossiers/:id/actions': () => ({ commandId: randomUUID(), ...stepBody('transfer', 1) }),
  'POST /api/certifications/:id/printed': () => ({ commandId: randomUUID(), laneMs: 95_000 }),
  'POST /api/dossiers/:id/fees': () => ({ commandId: randomUUID(), expectedVersion: 1, reason: 'Tính lại', paidKnown: false, fees: { items: [], claims: [], eventDay: '2026-11-20' } }),
  'POST /api/dossiers/:id/seal': () => ({ commandId: randomUUID(), ...SEAL, expectedVersion: 4 }),
  'POST /api/dossiers/:id/hand-over': () => ({ commandId: randomUUID(), expectedVersion: 5, receiver: RECEIVER, proof: null, note: null }),
  'POST /api/dossiers/:id/dispatch': () => ({ commandId: randomUUID(), expectedVersion: 5, method: 'post', address: 'Thôn 2', carrier: 'Bưu điện', trackingNumber: 'EB123456789VN', carriedBy: null }),
  'POST /api/dossiers/:id/delivery': () => ({ commandId: randomUUID(), expectedVersion: 6, event: 'not-met', toName: null, words: 'Nhà đi vắng', receiver: null, proof: null }),
  'POST /api/dossiers/:id/claim': () => ({ commandId: randomUUID(), expectedVersion: 2 }),
  'POST /api/dossiers/:id/release': () => ({ commandId: randomUUID(), expectedVersion: 3 }),
  'POST /api/dossiers/:id/assign': (commune) => ({ commandId: randomUUID(), expectedVersion: 2, staffId: commune.staff.specialist.id, note: null }),
  'POST /api/dossiers/:id/unit': (commune) => ({ commandId: randomUUID(), expectedVersion: 2, unitId: commune.units.office.id, reason: 'Thuộc đơn vị khác' }),
  'POST /api/dossiers/:id/agency': () => ({ commandId: randomUUID(), expectedVersion: 2, ...AGENCY_QUESTION }),
  'POST /api/dossiers/:id/agency/receipt': () => ({ commandId: randomUUID(), expectedVersion: 3, receivedOn: '2026-11-23', number: null }),
  'POST /api/dossiers/:id/agency/answer': () => ({ commandId: randomUUID(), expectedVersion: 3, answeredOn: '2026-11-23', documentNumber: '88/STP', words: 'Đúng sổ gốc' }),
  'POST /api/dossiers/:id/agency/call-off': () => ({ commandId: randomUUID(), expectedVersion: 3, reason: 'Gửi nhầm' }),
  'POST /api/dossiers/:id/unit/take-over': () => ({ commandId: randomUUID(), expectedVersion: 3 }),
  'POST /api/dossiers/:id/unit/turn-back': () => ({ commandId: randomUUID(), expectedVersion: 3, reason: 'Không thuộc đơn vị này' }),
  'POST /api/dossiers/:id/unit/call-back': () => ({ commandId: randomUUID(), expectedVersion: 3 }),
  'POST /api/dossiers/:id/stop': () => ({ commandId: randomUUID(), expectedVersion: 2, kind: 'other', reason: 'Trùng hồ sơ' }),
  'POST /api/dossiers/:id/withdrawal': () => ({ commandId: randomUUID(), expectedVersion: 2, reason: 'Tôi xin rút' }),
  'POST /api/dossiers/:id/withdrawal/accept': () => ({ commandId: randomUUID(), expectedVersion: 3, note: null }),
  'POST /api/dossiers/:id/withdrawal/decline': () => ({ commandId: randomUUID(), expectedVersion: 3, reason: 'Đã ký quyết định' }),
  'POST /api/dossiers/:id/reopen': () => ({ commandId: randomUUID(), expectedVersion: 5, reason: 'Sai tên' }),
  'POST /api/dossiers/:id/receive': () => ({ ...receptionBody([]), expectedVersion: 1 }),
  'POST /api/dossiers/:id/reject': () => ({ commandId: randomUUID(), expectedVersion: 1, reason: 'Thiếu giấy chứng sinh' }),
  'POST /api/dossiers/:id/supplement': () => ({ commandId: randomUUID(), expectedVersion: 2, ...asked() }),
  'POST /api/dossiers/:id/supplement/approve': () => ({ commandId: randomUUID(), expectedVersion: 5, note: null }),
  'POST /api/dossiers/:id/supplement/decline': () => ({ commandId: randomUUID(), expectedVersion: 5, reason: 'Đã đủ' }),
  'POST /api/dossiers/:id/supplement/cancel': () => ({ commandId: randomUUID(), expectedVersion: 3, reason: 'Gửi nhầm' }),
  'POST /api/dossiers/:id/supplement/answer': () => ({ commandId: randomUUID(), expectedVersion: 3, ...ANSWERED }),
  'POST /api/dossiers/:id/supplement/accept': () => ({ commandId: randomUUID(), expectedVersion: 4, keepOld: [], note: null }),
  'POST /api/dossiers/:id/payment': () => ({ commandId: randomUUID(), expectedVersion: 2, ...PAYMENT }),
  'POST /api/dossiers/:id/payment/confirm': () => ({ commandId: randomUUID(), expectedVersion: 3, method: 'cash', receiptNumber: 'BL-1', paidOn: '2026-11-23', note: null }),
  'POST /api/dossiers/:id/payment/cancel': () => ({ commandId: randomUUID(), expectedVersion: 3, reason: 'Được miễn' }),
  'POST /api/linked-cases/:id/reveal': () => ({ commandId: randomUUID(), child: 'residence-removal' }),
  'POST /api/linked-cases/:id/actions': () => ({
    commandId: randomUUID(), expectedVersion: 1, child: 'residence-removal', action: 'withdraw', number: '', receivedBy: '', words: 'Gia đình tự làm', outcome: null, pauseReason: null,
  }),
  'POST /api/linked-cases/:id/facts': () => ({ commandId: randomUUID(), expectedVersion: 1, facts: { subjectName: 'Trần Văn Cố', deathDate: '2026-11-20', deathPlace: 'Tại nhà', address: 'Thôn 3' } }),
  'POST /api/commune-merges/:id/actions': () => ({ commandId: randomUUID(), expectedVersion: 1, action: 'cancel' }),
  'POST /api/saved-filters/:id/rename': () => ({ commandId: randomUUID(), name: 'Rất gấp' }),
  'POST /api/saved-filters/:id/remove': () => ({ commandId: randomUUID() }),
  'POST /api/absences/:id/continue': () => ({ commandId: randomUUID() }),
  'POST /api/absences/:id/end': () => ({ commandId: randomUUID() }),
  'POST /api/dossiers/:id/papers': () => ({ commandId: randomUUID(), kind: 'control-sheet', reason: null }),
  'POST /api/papers/:id/void': () => ({ commandId: randomUUID(), reason: 'Sai tên' }),
  'POST /api/staff/:id/leave': () => ({ commandId: randomUUID(), leaveId: randomUUID(), fromDay: '2026-11-23', untilDay: '2026-12-31', reason: 'Nghỉ phép', actingStaffId: null }),
  'POST /api/leaves/:id/end': () => ({ commandId: randomUUID() }),
  'POST /api/units/changes/:id/withdraw': () => ({ commandId: randomUUID() }),
  'PUT /api/staff/:id': (commune) => ({
    commandId: randomUUID(), fullName: 'Mai Văn Thêm', active: true,
    positions: [{ positionId: randomUUID(), unitId: commune.units.office.id, role: 'clerk', title: 'Văn thư', fields: [] }],
  }),
  'POST /api/staff/:id/sessions/end': () => ({ commandId: randomUUID(), sessionId: null }),
  'POST /api/staff/:id/factors/remove': () => ({ commandId: randomUUID(), factor: 'totp' }),
  'POST /api/staff/:id/recovery': () => ({ commandId: randomUUID(), recoveryId: randomUUID(), reason: 'Mất điện thoại' }),
  'POST /api/recoveries/:id/approve': () => ({ commandId: randomUUID() }),
  'POST /api/recoveries/:id/cancel': () => ({ commandId: randomUUID() }),
  'POST /api/staff/:id/password': () => ({ commandId: randomUUID(), password: PASSWORD }),
};

/** The same person with the same position, limited in another way: to these fields, to its own unit. */
export function limitedTo(actor: StaffActor, limit: Partial<Pick<Position, 'fields' | 'unitScope' | 'unitFields' | 'unitId'>>): StaffActor {
  return { ...actor, positions: actor.positions.map((position) => ({ ...position, ...limit })) };
}
