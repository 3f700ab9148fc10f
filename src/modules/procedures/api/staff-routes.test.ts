import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createProcedureHouse, type ProcedureHouse } from '../../../../test/procedure-house.ts';
import { ROLES } from '../../../kernel/actor.ts';

let house: ProcedureHouse;

before(async () => {
  house = await createProcedureHouse();
});

after(async () => {
  await house.close();
});

interface Item {
  readonly code: string;
  readonly name: string;
  readonly timeWords: string;
  readonly receivable: boolean;
}

function items(body: Readonly<Record<string, unknown>>): readonly Item[] {
  return body['items'] as readonly Item[];
}

function wish(change: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return { commandId: house.newId(), unit: 'working-day', value: 3, basis: 'Quyết định 12/QĐ-UBND', ...change };
}

const STAFF_ROUTES = ['/api/procedures/suggest?q=ks', '/api/procedures/1.001193'];
const ADMINISTRATOR_ROUTES = ['/api/procedures?state=undetermined', '/api/procedures/report'];

for (const url of [...STAFF_ROUTES, ...ADMINISTRATOR_ROUTES]) {
  test(`a stranger is asked to sign in at ${url}`, async () => {
    deepEqual((await house.call('nobody', 'GET', url)).body['code'], 'access.sign-in-first');
  });
}

for (const role of ROLES) {
  test(`${role} reaches exactly what the position allows`, async () => {
    for (const url of STAFF_ROUTES) equal((await house.call(role, 'GET', url)).status, 200, url);
    for (const url of ADMINISTRATOR_ROUTES) equal((await house.call(role, 'GET', url)).status, role === 'administrator' ? 200 : 403, url);
    const put = await house.call(role, 'PUT', '/api/procedures/9.999999/time-limit', wish());
    equal(put.status, role === 'administrator' ? 404 : 403);
  });
}

test('the first letters of a matter suggest it, with its time in the reader’s language', async () => {
  const [first] = items((await house.call('reception', 'GET', '/api/procedures/suggest?q=ks')).body);
  deepEqual(first, {
    code: '1.001193', name: 'Đăng ký khai sinh', officialName: 'Thủ tục đăng ký khai sinh', field: 'Hộ tịch', timeWords: 'trong ngày', receivable: true, onlineLevel: null,
  });
  const english = await house.server.inject({ url: '/api/procedures/suggest?q=ks', headers: { 'x-actor': 'reception', 'cookie': 'ngon-ngu=en' } });
  deepEqual(items(english.json())[0], { ...first, name: 'Birth registration', timeWords: 'the same day' });
});

test('a suggestion that cannot be received says so', async () => {
  const found = items((await house.call('reception', 'GET', '/api/procedures/suggest?q=1.000080')).body);
  deepEqual(found.map((one) => [one.code, one.timeWords, one.receivable]), [['1.000080', 'chưa xác định', false]]);
});

const SUGGEST_INPUTS: readonly (readonly [string, number])[] = [
  ['', 422],
  ['?q=', 200],
  [`?q=${'a'.repeat(200)}`, 200],
  [`?q=${'a'.repeat(201)}`, 422],
  ['?q=a&q=b', 422],
  ['?q=ks&other=1', 422],
  [`?q=${encodeURIComponent("'; drop table procedure_version; --")}`, 200],
  [`?q=${encodeURIComponent('%_\\')}`, 200],
  ['?q=%00', 400],
];

for (const [query, status] of SUGGEST_INPUTS) {
  test(`suggest${query.length > 60 ? `?q= of ${String(query.length - 3)} letters` : query} answers ${String(status)}`, async () => {
    equal((await house.call('reception', 'GET', `/api/procedures/suggest${query}`)).status, status);
  });
}

test('one procedure comes with papers, steps and what is looked up', async () => {
  const { body } = await house.call('specialist', 'GET', '/api/procedures/1.001193');
  deepEqual([body['name'], body['timeLimitWords'], body['receivable'], body['reason']], ['Đăng ký khai sinh', 'trong ngày', true, null]);
  match(String(body['feeWords']), /Đăng ký khai sinh đúng hạn: 0 đ; Mỗi bản sao Giấy khai sinh, nếu xin thêm: 8\.000 đ một bản\. Đăng ký trong 60 ngày/u);
  const papers = body['papers'] as readonly { readonly id: string; readonly anyOf: string | null; readonly onlyWhen: unknown; readonly handling: string }[];
  equal(papers.length, 8);
  deepEqual(papers.filter((paper) => paper.anyOf === 'proof-of-birth').map((paper) => paper.id), ['birth-notice', 'witness-statement', 'birth-commitment']);
  deepEqual(papers.find((paper) => paper.id === 'abandonment-record')?.onlyWhen, { question: 'Trẻ bị bỏ rơi?', label: 'Chỉ khi trẻ bị bỏ rơi' });
  deepEqual((body['steps'] as readonly { readonly key: string }[]).map((step) => step.key), ['receive', 'appraise', 'approve', 'seal', 'hand-over']);
  equal((body['lookedUp'] as readonly unknown[]).length, 3);
});

test('staff see a hidden procedure, and that it is not received', async () => {
  const { status, body } = await house.call('reception', 'GET', '/api/procedures/1.001669');
  deepEqual([status, body['receivable']], [200, false]);
  match(String(body['reason']), /cấp huyện/u);
});

for (const code of ['9.999999', '..%2F..%2Fetc', "1.001193'--", 'a'.repeat(60), '%25']) {
  test(`there is no procedure ${code}`, async () => {
    const { status, body } = await house.call('reception', 'GET', `/api/procedures/${code}`);
    deepEqual([status, body['code']], [404, 'procedure.not-found']);
  });
}

test('completing a time limit makes a procedure receivable at once, is journalled, and leaves the list', async () => {
  const code = '1.000080';
  const before = items((await house.call('administrator', 'GET', '/api/procedures?state=undetermined')).body);
  ok(before.some((one) => one.code === code));
  equal((await house.catalogue.dossierProcedure('16072', code, house.clock.now().getTime()))?.timeLimit, null);

  const put = await house.call('administrator', 'PUT', `/api/procedures/${code}/time-limit`, wish({ value: 7 }));
  deepEqual([put.status, put.body], [200, { code, timeLimitWords: '7 ngày làm việc' }]);

  const received = await house.catalogue.dossierProcedure('16072', code, house.clock.now().getTime());
  deepEqual(received?.timeLimit, { unit: 'working-day', value: 7 });
  equal(received.steps.length, 5);
  const { body } = await house.call('reception', 'GET', `/api/procedures/${code}`);
  deepEqual([body['timeLimitWords'], body['receivable'], body['reason']], ['7 ngày làm việc', true, null]);
  const after = items((await house.call('administrator', 'GET', '/api/procedures?state=undetermined')).body);
  deepEqual(after.map((one) => one.code), before.map((one) => one.code).filter((one) => one !== code));
  const completed = (await house.call('administrator', 'GET', '/api/procedures?state=completed')).body['items'] as readonly { readonly code: string; readonly completed: unknown }[];
  deepEqual(completed.map((one) => one.code), [code]);
  deepEqual(completed[0]?.completed, { unit: 'working-day', value: 7, words: '7 ngày làm việc', basis: 'Quyết định 12/QĐ-UBND', completedAt: house.clock.now().toISOString() });

  const lines = await house.database.db.selectFrom('journal').select('entry').execute();
  ok(lines.some(({ entry }) => entry.includes('procedure.time-limit-completed') && entry.includes(`procedure:${code}`) && entry.includes('7wd')));
});

test('the page of a completed procedure says the limit and its basis', async () => {
  equal((await house.call('administrator', 'PUT', '/api/procedures/1.000094/time-limit', wish({ value: 9, basis: 'Quyết định 77/QĐ-UBND' }))).status, 200);
  const { body } = await house.page('/t/1.000094');
  match(body, /9 ngày làm việc/u);
  match(body, /theo Quyết định 77\/QĐ-UBND/u);
});

test('a repeated command answers the first result; the same id with another content is refused', async () => {
  const body = wish({ value: 4 });
  const first = await house.call('administrator', 'PUT', '/api/procedures/1.000893/time-limit', body);
  const second = await house.call('administrator', 'PUT', '/api/procedures/1.000893/time-limit', body);
  deepEqual(second, first);
  const other = await house.call('administrator', 'PUT', '/api/procedures/1.000893/time-limit', { ...body, value: 5 });
  deepEqual([other.status, other.body['code']], [409, 'command.reused-id']);
});

test('a completion can be corrected', async () => {
  const url = '/api/procedures/1.001266/time-limit';
  equal((await house.call('administrator', 'PUT', url, wish({ value: 2 }))).status, 200);
  equal((await house.call('administrator', 'PUT', url, wish({ unit: 'same-day', value: null }))).body['timeLimitWords'], 'trong ngày');
  equal((await house.catalogue.dossierProcedure('16072', '1.001266', house.clock.now().getTime()))?.timeLimit?.unit, 'same-day');
});

const REFUSED: readonly (readonly [string, string, Readonly<Record<string, unknown>>, number, string])[] = [
  ['a procedure with a published limit', '1.001193', {}, 409, 'procedure.time-limit-determined'],
  ['an unknown procedure', '9.999999', {}, 404, 'procedure.not-found'],
  ['a hidden procedure', '3.000422', {}, 404, 'procedure.not-found'],
  ['half a day', '2.000286', { value: 0.5 }, 422, 'procedure.time-limit-value-missing'],
  ['nought', '2.000286', { value: 0 }, 422, 'procedure.time-limit-value-missing'],
  ['a number for the same day', '2.000286', { unit: 'same-day', value: 3 }, 422, 'procedure.time-limit-value-needless'],
  ['an empty basis', '2.000286', { basis: ' ' }, 422, 'procedure.time-limit-basis-missing'],
  ['a basis too long', '2.000286', { basis: 'a'.repeat(501) }, 422, 'request.invalid'],
  ['a number as text', '2.000286', { value: '3' }, 422, 'request.invalid'],
  ['an unknown unit', '2.000286', { unit: 'week' }, 422, 'request.invalid'],
  ['no command id', '2.000286', { commandId: 'x' }, 422, 'request.invalid'],
  ['a field that nobody asked for', '2.000286', { communeCode: '00070' }, 422, 'request.invalid'],
];

for (const [what, code, change, status, problem] of REFUSED) {
  test(`${what} is refused and nothing is written`, async () => {
    const answer = await house.call('administrator', 'PUT', `/api/procedures/${code}/time-limit`, wish(change));
    deepEqual([answer.status, answer.body['code']], [status, problem]);
    equal(house.catalogue.findForStaff('16072', code, '2026-11-23')?.completion ?? null, null);
  });
}

test('a basis is written as it is, whatever signs it holds', async () => {
  const basis = `Quyết định "12"'; drop table procedure_completion; -- <script>alert(1)</script>`;
  equal((await house.call('administrator', 'PUT', '/api/procedures/2.000497/time-limit', wish({ basis }))).status, 200);
  const row = await house.database.db.selectFrom('procedure_completion').select('basis').where('procedure_code', '=', '2.000497').executeTakeFirstOrThrow();
  equal(row.basis, basis);
  const { body } = await house.page('/t/2.000497');
  ok(!body.includes('<script>alert'));
  ok(body.includes('&lt;script&gt;alert'));
});

test('the report counts the catalogue and names what is hidden', async () => {
  const { body } = await house.call('administrator', 'GET', '/api/procedures/report');
  deepEqual(body['counts'], { files: 377, citizen: 346, hidden: 31, undetermined: 47, notInForce: 0, faults: 0 });
  const hidden = body['hidden'] as readonly { readonly code: string; readonly reason: string }[];
  equal(hidden.find((one) => one.code === '6.001435')?.reason, 'internal');
});

for (const state of ['?state=all', '', '?state=undetermined&state=completed']) {
  test(`the list of procedures takes no ${state === '' ? 'empty query' : state}`, async () => {
    equal((await house.call('administrator', 'GET', `/api/procedures${state}`)).status, 422);
  });
}
