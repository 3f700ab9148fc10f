import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { READING_LIMITS } from '../reading/reading-limits.ts';
import { readFile } from '../reading/read-file.ts';
import { createExchangeHouse, csvOf, type ExchangeHouse } from './exchange-house-for-tests.ts';
import { type CopySheetResponse } from '../contract/exchange-schemas.ts';

let x: ExchangeHouse;
before(async () => {
  x = await createExchangeHouse();
  await x.bring(csvOf({ name: 'Nguyễn Thị Mẫu', address: '=HYPERLINK("http://xau.test")' }, { status: '1' }));
});
after(() => x.house.close());

const fetchFile = async (query: string) => {
  await x.house.call(x.clerk, 'GET', '/api/exchange/imports');
  return x.house.server.inject({ method: 'GET', url: `/api/exchange/export?${query}`, headers: { 'x-actor': x.clerk.staffId } });
};

describe('taking dossiers out', () => {
  test('CSV opens in a spreadsheet with its accents, and runs nothing', async () => {
    const answer = await fetchFile('format=csv&from=2026-11-01&to=2026-11-30');
    assert.equal(answer.statusCode, 200, answer.body);
    assert.ok(answer.rawPayload.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])));
    assert.match(answer.body, /^\ufeffMã hồ sơ,Mã thủ tục,Tên thủ tục,Trạng thái,/u);
    assert.match(answer.body, /"'=HYPERLINK\(""http:\/\/xau\.test""\)"/u);
  });

  test('Excel keeps the noughts and is read by our own import again', async () => {
    const answer = await fetchFile('format=xlsx&from=2026-11-01&to=2026-11-30');
    const reading = await readFile(answer.rawPayload, null, READING_LIMITS);
    assert.ok(reading.ok);
    assert.deepEqual(reading.rows[1]?.cells.slice(0, 8), ['H56.14-261120-0001', '1.004873', 'Xác nhận tình trạng hôn nhân', '2', '2', 'Nguyễn Thị Mẫu', '003190999901', '']);
  });

  test('JSON names its values; a period without dossiers is empty', async () => {
    const list = (await fetchFile('format=json&from=2026-11-20&to=2026-11-20')).json<readonly { readonly code: string; readonly status: string }[]>();
    assert.deepEqual(list.map(({ code, status }) => [code, status]), [['H56.14-261120-0001', '2'], ['H56.14-261120-0002', '1']]);
    assert.deepEqual((await fetchFile('format=json&from=2026-11-21&to=2026-11-30')).json(), []);
  });

  for (const query of ['format=csv&from=2026-02-30&to=2026-03-01', 'format=csv&from=2026-03-02&to=2026-03-01', 'format=csv&from=2025-01-01&to=2026-03-01']) {
    test(`${query} is no period`, async () => { assert.equal((await fetchFile(query)).json<{ code: string }>().code, 'exchange.period-wrong'); });
  }

  test('who took out how many dossiers stands in the journal', async () => {
    await fetchFile('format=csv&from=2026-11-20&to=2026-11-20');
    const { rows } = await x.house.database.owner.pool.query<{ entry: string }>("select entry from journal where entry like '%exchange.exported%' order by seq desc limit 1");
    assert.deepEqual((JSON.parse(rows[0]?.entry ?? '{}') as { facts: unknown }).facts, { count: 2, format: 'csv', from: '2026-11-20', to: '2026-11-20' });
  });

  test('a dossier is shown in the order of another system’s screen', async () => {
    const { rows } = await x.house.database.owner.pool.query<{ id: string }>("select id from dossier where external_code = 'H56.14-261120-0001'");
    const sheet = (await x.house.call(x.clerk, 'GET', `/api/exchange/dossiers/${rows[0]?.id ?? ''}/copy-sheets`)).body as unknown as CopySheetResponse;
    assert.deepEqual(sheet.targets.map(({ code }) => code), ['cong-dich-vu-cong', 'he-thong-tinh']);
    assert.deepEqual(sheet.targets[0]?.fields.slice(0, 4), [
      { label: 'Mã hồ sơ', value: 'H56.14-261120-0001' }, { label: 'Mã thủ tục', value: '1.004873' }, { label: 'Họ và tên người nộp', value: 'Nguyễn Thị Mẫu' }, { label: 'Số định danh', value: '003190999901' },
    ]);
  });
});
