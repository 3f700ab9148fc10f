import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type Actor } from '../src/kernel/actor.ts';
import { formCodes } from '../src/modules/forms/api/form-codes.ts';
import { wholeForm } from '../src/modules/forms/api/whole-form.ts';
import { createFormCatalogue } from '../src/modules/forms/index.ts';
import { openBundle } from '../src/modules/uploads/index.ts';
import { type TwoCommunes } from './matrix-things.ts';
import { sendStatement, statementCsv } from './statement-house.ts';
import { writeOneNewcomer } from './written-list.ts';

/** Makes ready what a route shows; what it answers asks for it. */
export type Asked = () => Promise<() => Promise<{ readonly status: number }>>;

const PHONE_TAIL = '0012';
/** A page of a dossier whose form carries no files. */
const PLAIN_FORM = 'khai-viec-khac';
const REQUEST = { from: '2026-11-01', to: '2026-11-30' } as const;

/** How each route that shows personal data is asked, where its address alone does not say it. */
export function readPersonalViews(program: TwoCommunes): Readonly<Record<string, Asked>> {
  const { home, database } = program;
  const send: TwoCommunes['send'] = (...call) => program.send(...call);
  const make: TwoCommunes['make'] = (...call) => program.make(...call);
  const { staff } = home;
  const asks = (actor: Actor, method: string, url: string, body?: unknown) => () => send(actor, method, url, body);
  const always = (actor: Actor, method: string, url: string, body?: unknown): Asked => async () => {
    await make('dossier', home);
    return asks(actor, method, url, body);
  };
  /** The citizen's browser after the four digits. */
  const opened = async (dossierId: string): Promise<(rest: string, method: 'GET' | 'POST') => Promise<{ readonly status: number }>> => {
    const token = program.links.token('dossier', dossierId);
    const answer = await program.server.inject({ method: 'POST', url: `/h/${token}/mo`, payload: { bonSo: PHONE_TAIL, toi: 'ket-qua' }, remoteAddress: '10.7.7.7' });
    assert.equal(answer.statusCode, 303, answer.body);
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    return async (rest, method) => {
        if (rest === PLAIN_FORM && method === 'POST') return { status: (await program.server.inject({ method, url: `/h/${token}/${rest}`, headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' }, payload: '', remoteAddress: '10.7.7.7' })).statusCode === 422 ? 200 : 500 };
        const form = new Request('http://xa.test', { method: 'POST', body: new FormData() });
        const one = await program.server.inject({
          method, url: `/h/${token}/${rest}`, headers: { cookie, ...(method === 'POST' ? { 'content-type': form.headers.get('content-type') ?? '' } : {}) }, remoteAddress: '10.7.7.7',
          ...(method === 'POST' ? { payload: Buffer.from(await form.arrayBuffer()) } : {}),
        });
        // A form that is sent empty comes back with what it still needs, beside the same personal lines.
        return { status: one.statusCode === 422 ? 200 : one.statusCode };
    };
  };
  const citizen = (kind: Parameters<TwoCommunes['make']>[0], rest: (id: string, params: Readonly<Record<string, string>>) => Promise<string>, method: 'GET' | 'POST' = 'GET'): Asked => async () => {
    const { params } = await make(kind, home);
    const id = params['id'] ?? '';
    const address = await rest(id, params);
    const get = await opened(id);
    return () => get(address, method);
  };
  /** Something is asked about the paper of a received dossier. */
  const askAbout = async (id: string): Promise<void> => {
    const paper = await database.owner.db.selectFrom('dossier_paper').select('id').where('dossier_id', '=', id).executeTakeFirstOrThrow();
    const step = { action: 'transfer', expectedVersion: 1, note: null, outcome: null, legalBasis: null };
    assert.equal((await send(staff.reception.actor, 'POST', `/api/dossiers/${id}/actions`, { commandId: randomUUID(), ...step })).status, 200);
    const fault = { id: randomUUID(), paperId: paper.id, requirementId: null, paperName: 'Tờ khai', reasons: ['missing'], words: null, legalBasis: 'Điều 15', howToFix: 'Gửi ảnh', marks: [] };
    const asked = await send(staff.specialist.actor, 'POST', `/api/dossiers/${id}/supplement`, { commandId: randomUUID(), expectedVersion: 2, requestId: randomUUID(), faults: [fault], words: null, answerDays: 7, proposalWords: null });
    assert.equal(asked.status, 200, asked.body);
  };
  /** A picture that the citizen sent and has not confirmed yet. */
  const draftOf = async (id: string): Promise<string> => {
    const item = await database.owner.db.selectFrom('supplement_item').selectAll().where('dossier_id', '=', id).executeTakeFirstOrThrow();
    const { params } = await make('upload', home);
    const sha256 = params['sha256'] ?? '';
    await database.owner.db.insertInto('supplement_draft').values({ commune_code: home.commune.code, dossier_id: id, request_id: item.request_id, item_id: item.id, sha256, file_name: 'a.png', added_at: program.clock.now() }).execute();
    return `bo-sung/${item.id}/${sha256}`;
  };
  /** Papers that are being sent, with one picture. */
  const sending = (rest: (page: string) => string, body?: Readonly<Record<string, string>> | 'files'): Asked => async () => {
    const { params } = await make('upload', home);
    const [id, pageId] = [randomUUID(), randomUUID()];
    const plan = { communeCode: home.commune.code, id, title: { vi: 'Khai sinh', en: null }, returnPath: '/khai/x', slots: [{ id: 'giay', name: { vi: 'Giấy', en: null }, help: null, onlyWhen: null, anyOf: null, required: true }] };
    const opened = await database.owner.db.transaction().execute((tx) => openBundle(tx, program.links, plan, program.clock.now()));
    assert.ok(opened.ok);
    await database.owner.db.insertInto('upload_page').values({ commune_code: home.commune.code, bundle_id: id, slot_id: 'giay', id: pageId, position: 0, sha256: params['sha256'] ?? '', file_name: 'a.jpg', turn: 0, sent_bytes: 1, sent_hash: '0'.repeat(64), added_at: program.clock.now() }).execute();
    const form = new Request('http://xa.test', { method: 'POST', body: body === 'files' ? new FormData() : new URLSearchParams(body) });
    const payload = Buffer.from(await form.arrayBuffer());
    return async () => {
      const one = await program.server.inject({ url: `${opened.value.path}${rest(pageId)}`, remoteAddress: '10.7.7.9', ...(body === undefined ? {} : { method: 'POST' as const, payload, headers: { 'content-type': form.headers.get('content-type') ?? '' } }) });
      // A refusal comes back with the page as it is.
      return { status: body === undefined ? one.statusCode : 200 };
    };
  };
  const absence = async (): Promise<string> => (await make('given list', home)).params['id'] ?? '';
  const president = staff.president.actor;
  /** The dossier was declared with a form. */
  const answered = async (id: string): Promise<string> => {
    const form = (await createFormCatalogue(database.owner.db)).formOf('1.001193', '2026-11-23')?.definition;
    assert.ok(form !== undefined);
    await database.owner.db.insertInto('form_answers').values({
      commune_code: home.commune.code, dossier_id: id, form_code: form.code, form_version: form.version, answers: JSON.stringify({ 'applicant.fullName': 'Nguyễn Thị Mẫu' }), answers_hash: '0'.repeat(64), filled_by: 'citizen', agreed_at: new Date(),
    }).execute();
    return PLAIN_FORM;
  };
  /** The copy of a granted request: everybody here is one and the same person. */
  const grantedCopy = async (format: 'pdf' | 'json'): Promise<string> => `du-lieu/${(await make('granted data request', home)).params['id'] ?? ''}/ban-sao.${format}`;
  const herself: Actor = { kind: 'citizen', communeCode: home.commune.code, sessionId: randomUUID(), citizenNumber: '003190999901', fullName: 'Nguyễn Thị Mẫu', assurance: 2 };
  return {
    'GET /api/consents/:purpose/recipients.csv': always(staff.president.actor, 'GET', '/api/consents/messages/recipients.csv'),
    'POST /api/staff-lists/slips': async () => asks(staff.administrator.actor, 'POST', '/api/staff-lists/slips', await writeOneNewcomer(program, staff.administrator.actor, home.units.office.name)),
    'POST /api/forms/scan': async () => {
      const form = (await createFormCatalogue(database.owner.db)).formOf('1.001193', '2026-11-23');
      assert.ok(form !== undefined);
      const codes = formCodes(wholeForm(form).definition, '1.001193', { 'applicant.fullName': 'Nguyễn Thị Mẫu', 'applicant.citizenNumber': '003190999901' }, null);
      return asks(staff.reception.actor, 'POST', '/api/forms/scan', { codes });
    },
    'GET /api/dossiers': always(staff.reception.actor, 'GET', '/api/dossiers?list=all'),
    'POST /api/dossiers/search': always(staff.reception.actor, 'POST', '/api/dossiers/search', { list: 'all', q: 'Nguyễn Thị Mẫu', after: null }),
    'POST /api/persons/search': always(staff.reception.actor, 'POST', '/api/persons/search', { q: '003190999901' }),
    'GET /api/data-requests': async () => {
      await make('data request', home);
      return asks(president, 'GET', '/api/data-requests?list=open');
    },
    'GET /h/:token/du-lieu/:requestId/ban-sao.pdf': citizen('dossier', () => grantedCopy('pdf')),
    'GET /h/:token/du-lieu/:requestId/ban-sao.json': citizen('dossier', () => grantedCopy('json')),
    'GET /api/bank-statements/lines': async () => {
      await make('statement line', home);
      return asks(staff.cashier.actor, 'GET', '/api/bank-statements/lines?view=unknown');
    },
    'POST /api/bank-statements/payables': async () => {
      await make('payable', home);
      return asks(staff.cashier.actor, 'POST', '/api/bank-statements/payables', { q: 'XS' });
    },
    'POST /api/bank-statements/preview': async () => {
      await make('statement line', home);
      return async () => ({ status: (await sendStatement(program, staff.cashier.actor, '/api/bank-statements/preview', statementCsv([{ amount: 50_000, memo: 'chuyen tien' }]))).statusCode });
    },
    'POST /api/payables/search': async () => {
      await make('payable', home);
      return asks(staff.cashier.actor, 'POST', '/api/payables/search', { list: 'open', q: '' });
    },
    'POST /api/refunds/search': async () => {
      await make('refund', home);
      return asks(president, 'POST', '/api/refunds/search', { list: 'under-way', payableId: null });
    },
    'GET /api/fee-receipts': async () => {
      await make('fee receipt', home);
      return asks(president, 'GET', `/api/fee-receipts?from=${REQUEST.from}&to=${REQUEST.to}`);
    },
    ...Object.fromEntries(['/api/fee-receipts/book.csv', '/api/fee-receipts/book.xlsx', '/api/cashier-days/sheet.pdf'].map((url) => [`GET ${url}`, async () => {
      await make('fee receipt', home);
      return asks(president, 'GET', `${url}?from=${REQUEST.from}&to=${REQUEST.to}`);
    }] as const)),
    'GET /api/deliveries': async () => {
      await make('sent result', home);
      return asks(staff.reception.actor, 'GET', '/api/deliveries');
    },
    'GET /api/papers': async () => {
      await make('issued paper', home);
      return asks(staff.clerk.actor, 'GET', '/api/papers');
    },
    'GET /api/papers/register': always(staff.clerk.actor, 'GET', `/api/papers/register?from=${REQUEST.from}&to=${REQUEST.to}`),
    'GET /api/papers/hand-over': always(staff.clerk.actor, 'GET', `/api/papers/hand-over?day=2026-11-23&what=dossiers&unit=${home.units.office.id}`),
    'GET /api/papers/shelf-labels.pdf': async () => {
      const { params } = await make('dossier', home);
      return asks(staff.clerk.actor, 'GET', `/api/papers/shelf-labels.pdf?layout=sheet&ids=${params['id'] ?? ''}`);
    },
    'GET /api/papers/print.pdf': async () => {
      const { params } = await make('issued paper', home);
      return asks(staff.clerk.actor, 'GET', `/api/papers/print.pdf?ids=${params['id'] ?? ''}`);
    },
    'GET /api/dossiers/bulk/:batchId/print.pdf': async () => {
      const { params } = await make('dossier', home);
      const batchId = randomUUID();
      const made = await send(staff.reception.actor, 'POST', '/api/dossiers/bulk/print', { batchId, paper: 'shelf-label', rows: [{ id: params['id'], expectedVersion: 1 }] });
      assert.equal(made.status, 200, made.body);
      return asks(staff.reception.actor, 'GET', `/api/dossiers/bulk/${batchId}/print.pdf`);
    },
    'GET /api/absences/:id': async () => asks(president, 'GET', `/api/absences/${await absence()}`),
    'POST /api/absences': async () => {
      await make('taken dossier', home);
      return asks(president, 'POST', '/api/absences', { commandId: randomUUID(), staffId: staff.specialist.id, toStaffId: null, reason: 'Nghỉ ốm', fromDay: '2026-11-24', untilDay: '2026-11-27' });
    },
    'GET /api/inbox': always(staff.reception.actor, 'GET', '/api/inbox'),
    'GET /api/linked-cases': async () => {
      await make('linked case', home);
      return asks(president, 'GET', '/api/linked-cases?list=open');
    },
    'GET /api/exchange/mismatches': async () => {
      await make('mismatch', home);
      return asks(staff.clerk.actor, 'GET', '/api/exchange/mismatches');
    },
    'GET /api/exchange/messages': async () => {
      await make('message', home);
      return asks(staff.clerk.actor, 'GET', '/api/exchange/messages');
    },
    'GET /api/exchange/export': always(staff.clerk.actor, 'GET', `/api/exchange/export?format=csv&from=${REQUEST.from}&to=${REQUEST.to}`),
    'POST /api/certifications/register': () => Promise.resolve(asks(president, 'POST', '/api/certifications/register', { book: 'SCT/BS', ...REQUEST, q: '', after: null })),
    'GET /api/certifications/register.pdf': () => Promise.resolve(asks(president, 'GET', `/api/certifications/register.pdf?book=SCT%2FBS&from=${REQUEST.from}&to=${REQUEST.to}`)),
    'GET /api/certifications/register.xlsx': () => Promise.resolve(asks(president, 'GET', `/api/certifications/register.xlsx?book=SCT%2FBS&from=${REQUEST.from}&to=${REQUEST.to}`)),
    'POST /x/:code': async () => {
      await make('dossier', home);
      const row = await database.owner.db.selectFrom('official_paper').select('verification_code').where('commune_code', '=', home.commune.code).where('kind', '=', 'receipt').limit(1).executeTakeFirstOrThrow();
      return async () => ({ status: (await program.server.inject({ method: 'POST', url: `/x/${row.verification_code}`, payload: { bonSo: PHONE_TAIL }, remoteAddress: '10.7.7.8' })).statusCode });
    },
    'GET /cua-toi': always(herself, 'GET', '/cua-toi'),
    'GET /cua-toi/giay-to': always(herself, 'GET', '/cua-toi/giay-to'),
    'GET /cua-toi/tin': always(herself, 'GET', '/cua-toi/tin'),
    'GET /giay-to/:token': sending(() => ''),
    'GET /giay-to/:token/:slot': sending(() => '/giay'),
    'POST /giay-to/:token/:slot': sending(() => '/giay', 'files'),
    'POST /giay-to/:token/:slot/trang': sending(() => '/giay/trang', { viec: 'turn', trang: '' }),
    'GET /giay-to/:token/anh/:pageId': sending((page) => `/anh/${page}`),
    'GET /h/:token/bo-sung': citizen('dossier that waits for papers', () => Promise.resolve('bo-sung')),
    'POST /h/:token/bo-sung': citizen('dossier that waits for papers', () => Promise.resolve('bo-sung'), 'POST'),
    'GET /h/:token/giay/:paperId': citizen('dossier', async (id) => {
      const row = await database.owner.db.selectFrom('official_paper').select('id').where('dossier_id', '=', id).where('kind', '=', 'receipt').executeTakeFirstOrThrow();
      return `giay/${row.id}`;
    }),
    'GET /api/journal/exports/:exportId/file': async () => {
      const commandId = randomUUID();
      const body = { commandId, format: 'jsonl', from: '2020-01-01', to: '2099-12-31', unitId: null, staffId: null, kind: 'all', purpose: 'inspection', words: 'Đoàn kiểm tra của tỉnh' };
      const made = await program.send(president, 'POST', '/api/journal/exports', body);
      assert.equal(made.status, 200, made.body);
      return asks(president, 'GET', `/api/journal/exports/${commandId}/file`);
    },
    'GET /api/journal': always(staff.clerk.actor, 'GET', '/api/journal'),
    'GET /h/:token/to-khai/in': citizen('dossier', () => Promise.resolve('to-khai/in')),
    'GET /api/dossiers/:id/answers/print.pdf': async () => {
      const { params } = await make('dossier', home);
      const id = params['id'] ?? '';
      await database.owner.db.insertInto('form_answers').values({ commune_code: home.commune.code, dossier_id: id, form_code: 'birth-registration', form_version: 1, answers: JSON.stringify({ 'applicant.fullName': 'Nguyễn Thị Mẫu' }), answers_hash: '0'.repeat(64), filled_by: 'citizen', agreed_at: program.clock.now() }).execute();
      return asks(staff.reception.actor, 'GET', `/api/dossiers/${id}/answers/print.pdf`);
    },
    'GET /api/assisted-filings': always(president, 'GET', '/api/assisted-filings'),
    'GET /api/assisted-filings/figures': always(president, 'GET', '/api/assisted-filings/figures'),
    'GET /api/dossiers/:id/assistance/:consentId': async () => {
      const { params } = await make('paper file', home);
      const [id = '', consent] = [params['id'], randomUUID()];
      const { db } = database.owner;
      const { sha256 } = await db.selectFrom('paper_file').select('sha256').where('dossier_id', '=', id).executeTakeFirstOrThrow();
      const at = program.clock.now();
      await db.insertInto('assisted_filing').values({ commune_code: home.commune.code, id, procedure_code: '1.001193', helper_kind: 'relative', helper_name: 'Lê Thị Cháu', helper_relation: 'child', helper_phone: null, helper_team: null, staff_id: null, helper_key: 'name:le thi chau', agree_hash: id.replaceAll('-', '').repeat(2), named_at: at, sent_at: at }).execute();
      await db.insertInto('assisted_consent').values({ commune_code: home.commune.code, id: consent, dossier_id: id, way: 'signature', content_hash: '0'.repeat(64), answers_hash: '0'.repeat(64), given_at: at, sha256, media_type: 'image/jpeg', milliseconds: null, said: null, erased_at: null }).execute();
      return asks(staff.reception.actor, 'GET', `/api/dossiers/${id}/assistance/${consent}`);
    },
    'GET /h/:token/to-khai': citizen('dossier', () => Promise.resolve('to-khai')),
    'GET /h/:token/khai-viec-khac': citizen('dossier', answered),
    'POST /h/:token/khai-viec-khac': citizen('dossier', answered, 'POST'),
    'GET /h/:token/ai-da-xem': citizen('dossier', () => Promise.resolve('ai-da-xem')),
    'GET /h/:token/ket-qua': citizen('result file', () => Promise.resolve('ket-qua')),
    'GET /h/:token/ket-qua/:number': citizen('result file', () => Promise.resolve('ket-qua/1')),
    'GET /h/:token/tep/:fileId': citizen('paper file', async (id, params) => {
      await askAbout(id);
      return `tep/${params['fileId'] ?? ''}`;
    }),
    'GET /h/:token/bo-sung/:itemId/:sha256': citizen('dossier that waits for papers', draftOf),
  };
}
