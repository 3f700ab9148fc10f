import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { createExchangeHouse, csvOf, type ExchangeHouse, SOURCE } from './exchange-house-for-tests.ts';

let x: ExchangeHouse;
before(async () => { x = await createExchangeHouse(); });
after(() => x.house.close());
afterEach(() => x.house.database.owner.pool.query('truncate dossier, person, exchange_import, exchange_source, dossier_history cascade'));

const dossierOf = async (code: string): Promise<Readonly<Record<string, unknown>>> => {
  const { rows } = await x.house.database.owner.pool.query<Record<string, unknown>>('select * from dossier where external_code = $1', [code]);
  assert.equal(rows.length, 1);
  return rows[0] ?? {};
};

describe('importing a file', () => {
  test('a received dossier keeps its code and its channel, and its clock counts from the stated receipt', async () => {
    const ran = await x.bring(csvOf({ channel: 'Trực tuyến' }));
    assert.deepEqual(ran.outcomes, { created: 1, updated: 0, unchanged: 0, skipped: 0, refused: 0 });
    const dossier = await dossierOf('H56.14-261120-0001');
    assert.equal(dossier['code'], 'H56.14-261120-0001');
    assert.equal(dossier['state'], 'received');
    assert.equal(dossier['channel'], 'online');
    assert.equal(dossier['source_system'], SOURCE.code);
    assert.equal(dossier['sync_state'], 'synchronised');
    assert.deepEqual(dossier['received_at'], new Date('2026-11-20T09:00:00+07:00'));
    // Three working days from Friday morning, and 24 November is a day off.
    assert.deepEqual(dossier['due_at'], new Date('2026-11-26T17:00:00+07:00'));
    const { rows } = await x.house.database.owner.pool.query('select event, facts from dossier_history');
    assert.deepEqual(rows, [{ event: 'imported', facts: { source: SOURCE.name, externalCode: 'H56.14-261120-0001', file: 'ho-so.csv', line: '2', status: '2' } }]);
  });

  test('a due date that differs from our clock is listed with both sides', async () => {
    await x.bring(csvOf({ due: '25/11/2026' }));
    const { rows } = await x.house.database.owner.pool.query('select kind, ours, theirs, state from exchange_mismatch');
    assert.deepEqual(rows, [{ kind: 'due', ours: '2026-11-26T10:00:00.000Z', theirs: '2026-11-24T17:00:00.000Z', state: 'open' }]);
    assert.equal((await dossierOf('H56.14-261120-0001'))['sync_state'], 'failed');
  });

  test('what waits there waits here; what is under way there is with the specialist here', async () => {
    await x.bring(csvOf({ status: 'Mới đăng ký', received: '', due: '' }, { status: 'Đang xử lý' }, { status: '5' }));
    const { rows } = await x.house.database.owner.pool.query('select state, code, current_step, person_id is not null as person from dossier order by external_code');
    assert.deepEqual(rows, [
      { state: 'submitted', code: null, current_step: null, person: false },
      { state: 'in-progress', code: 'H56.14-261120-0002', current_step: 'appraise', person: true },
      { state: 'in-progress', code: 'H56.14-261120-0003', current_step: 'appraise', person: true },
    ]);
    assert.deepEqual((await x.house.database.owner.pool.query("select ours, theirs from exchange_mismatch where kind = 'status'")).rows, [{ ours: '4', theirs: '5' }]);
  });

  test('what has ended there and was never here is left out', async () => {
    const ran = await x.bring(csvOf({ status: '3' }, { status: '8' }, { status: '9' }, { status: '10' }));
    assert.deepEqual(ran.outcomes, { created: 0, updated: 0, unchanged: 0, skipped: 4, refused: 0 });
    assert.equal(await x.count('dossier'), 0);
  });

  test('the same file twice brings nothing twice', async () => {
    const file = csvOf({}, { status: '1' }, { status: '4', due: '' });
    await x.bring(file);
    const before = await x.count('dossier_history');
    const again = await x.check(file);
    assert.deepEqual(again.counts, { new: 0, same: 3, changed: 0, skipped: 0, wrong: 0 });
    assert.equal(again.seenBefore, true);
    assert.deepEqual((await x.run(again.id)).outcomes, { created: 0, updated: 0, unchanged: 3, skipped: 0, refused: 0 });
    assert.equal(await x.count('dossier'), 3);
    assert.equal(await x.count('dossier_history'), before);
  });

  test('a changed line shows the difference and changes the other side only', async () => {
    await x.bring(csvOf({}));
    const before = await dossierOf('H56.14-261120-0001');
    const checked = await x.check(csvOf({ status: '9', name: 'Nguyễn Thị Mậu', address: 'Thôn Hoa Trung', due: '25/11/2026 09:00' }));
    assert.deepEqual(checked.counts, { new: 0, same: 0, changed: 1, skipped: 0, wrong: 0 });
    const [row] = await x.rows(checked.id);
    assert.deepEqual(row?.findings.map(({ words }) => words), [
      'Khác lần trước: trạng thái, ngày hẹn trả, người nộp, địa chỉ',
      'Trạng thái hệ thống kia ghi “Đã xử lý xong”, ở đây là “Được tiếp nhận”',
      'Ngày hẹn trả hệ thống kia ghi “9 giờ thứ Tư 25/11/2026”, ở đây là “17 giờ thứ Năm 26/11/2026”',
    ]);
    assert.deepEqual((await x.run(checked.id)).outcomes, { created: 0, updated: 1, unchanged: 0, skipped: 0, refused: 0 });
    assert.deepEqual({ ...(await dossierOf('H56.14-261120-0001')), sync_state: '' }, { ...before, sync_state: '' });
    assert.equal(await x.count('dossier_history'), 1);
    assert.equal(await x.count('exchange_mismatch', "kind = 'status' and state = 'open'"), 1);
  });

  test('a line that is wrong says every fault at once, and keeps only itself out', async () => {
    const checked = await x.check(csvOf({ procedure: '7.777777', status: 'lạ', received: '31/02/2026' }, {}));
    assert.deepEqual(checked.counts, { new: 1, same: 0, changed: 0, skipped: 0, wrong: 1 });
    const [wrong] = await x.rows(checked.id);
    assert.deepEqual(wrong?.findings.filter(({ level }) => level === 'error').map(({ words }) => words), [
      'Trạng thái “lạ” chưa biết là trạng thái nào; chọn mã 1–10 cho chữ này',
      'Thủ tục “7.777777” không có trong danh mục thủ tục của xã; chọn thủ tục cho chữ này',
      'Ngày tiếp nhận “31/02/2026” không phải ngày theo thứ tự đã chọn; sửa ô hoặc đổi thứ tự ngày, tháng',
    ]);
    assert.deepEqual((await x.run(checked.id)).outcomes, { created: 1, updated: 0, unchanged: 0, skipped: 0, refused: 1 });
  });

  test('refusals of the dossiers’ own door are told in its words', async () => {
    const checked = await x.check(csvOf({ address: '' }, { code: 'ABC' }, { procedure: '9.000001' }, { received: '01/01/2027' }, { number: '', phone: '' }, { received: '' }));
    assert.deepEqual((await x.rows(checked.id)).map(({ findings }) => findings[0]?.words.slice(0, 30)), [
      'Ghi địa chỉ nơi ở.', 'Mã hồ sơ “ABC” không đúng dạng', 'Thời hạn giải quyết của thủ tụ', 'Thời điểm nộp hoặc tiếp nhận ở', 'Cần số điện thoại hoặc số định', 'Hồ sơ đã tiếp nhận mà thiếu ng',
    ]);
  });

  test('a code that stands twice in a file is imported once; with other contents it is a fault', async () => {
    const twin = { code: 'H56.14-261120-0009' };
    const checked = await x.check(csvOf(twin, twin, { ...twin, name: 'Trần Văn Khác' }));
    assert.deepEqual((await x.rows(checked.id)).map(({ plan }) => plan), ['new', 'skipped', 'wrong']);
    await x.run(checked.id);
    assert.equal(await x.count('dossier'), 1);
  });

  test('the way of reading is kept with the source for the next file', async () => {
    await x.check(csvOf({ status: 'Hồ sơ mới tinh' }), (mapping) => ({ ...mapping, statuses: { 'Hồ sơ mới tinh': 1 } }));
    const sent = await x.send(csvOf({ status: 'Hồ sơ mới tinh' }));
    const known = await x.house.call(x.clerk, 'GET', `/api/exchange/imports/${String(sent.body['id'])}?source=${SOURCE.code}`);
    assert.deepEqual((known.body['mapping'] as { statuses: unknown }).statuses, { 'Hồ sơ mới tinh': 1 });
  });

  test('two people who import the same file at once make every dossier once', async () => {
    const file = csvOf(...Array.from({ length: 30 }, () => ({})));
    const [first, second] = [await x.check(file), await x.check(file)];
    const [a, b] = await Promise.all([x.run(first.id), x.run(second.id, x.house.commune.staff.reception.actor)]);
    assert.equal(a.outcomes.created + b.outcomes.created, 30);
    assert.equal(a.outcomes.refused + b.outcomes.refused, 0);
    assert.equal(await x.count('dossier'), 30);
    assert.equal(await x.count('dossier_history'), 30);
  });

  test('the same import pressed twice at once writes every line once', async () => {
    const checked = await x.check(csvOf(...Array.from({ length: 20 }, () => ({}))));
    const [a, b] = await Promise.all([x.run(checked.id), x.run(checked.id, x.house.commune.staff.reception.actor)]);
    assert.deepEqual([a.outcomes, b.outcomes].map(({ created }) => created), [20, 20]);
    assert.equal(await x.count('dossier'), 20);
  });

  test('an import that was written is not read in another way afterwards', async () => {
    const checked = await x.check(csvOf({}));
    await x.run(checked.id);
    const answer = await x.house.call(x.clerk, 'POST', `/api/exchange/imports/${checked.id}/check`, { commandId: x.house.deps.newId(), source: SOURCE, headingLines: checked.headingLines, mapping: checked.mapping });
    assert.equal(answer.body['code'], 'exchange.already-run');
  });

  test('a file that was not looked at first is not written', async () => {
    const sent = await x.send(csvOf({}));
    const answer = await x.house.call(x.clerk, 'POST', `/api/exchange/imports/${String(sent.body['id'])}/run`, { commandId: x.house.deps.newId() });
    assert.equal(answer.body['code'], 'exchange.not-checked');
  });

  test('a needed field without a column is refused by its name', async () => {
    const sent = await x.send(csvOf({}));
    const { id, headingLines, mapping } = sent.body as { id: string; headingLines: object; mapping: { fields: Record<string, unknown> } };
    const fields = Object.fromEntries(Object.entries(mapping.fields).filter(([field]) => field !== 'status'));
    const answer = await x.house.call(x.clerk, 'POST', `/api/exchange/imports/${id}/check`, { commandId: x.house.deps.newId(), source: SOURCE, headingLines, mapping: { ...mapping, fields } });
    assert.equal(answer.body['title'], 'Chưa chọn cột cho: Trạng thái. Chọn cột hoặc ghi một giá trị dùng chung.');
  });
});
