import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { createCommune, type TestCommune } from '../../../../test/commune.ts';
import { createDatabase, type TestDatabase } from '../../../../test/database.ts';
import { verificationCode } from '../domain/verification-code.ts';
import { CONTROL_SHEET, REFUSAL, STOP } from '../papers/paper-examples-for-tests.ts';
import { issuePaper, issueUnlessSame, type PaperOrder } from './issue-paper.ts';

let database: TestDatabase;
let commune: TestCommune;
before(async () => {
  database = await createDatabase();
  commune = await createCommune(database.db);
});
after(() => database.close());

function order(change: Partial<PaperOrder> = {}): PaperOrder {
  return {
    communeCode: commune.commune.code, id: randomUUID(), dossierId: null, view: REFUSAL, verificationCode: verificationCode(randomBytes(12)), issuedAt: new Date('2026-11-24T09:05:00+07:00'),
    issuedBy: { staffId: commune.staff.reception.id, name: 'Lê Thị Nhận' }, commandId: randomUUID(), synthetic: false, ...change,
  };
}

const issue = (change: Partial<PaperOrder> = {}) => database.db.transaction().execute((tx) => issuePaper(tx, order(change)));

test('200 papers issued by 20 connections at once, some of them in vain, are numbered from 1 to 200 without a gap or a double', async () => {
  const issuedAt = new Date('2031-03-01T09:00:00+07:00');
  const numbers: number[] = [];
  await Promise.all(Array.from({ length: 20 }, async (_, connection) => {
    for (let turn = 0; turn < 10; turn += 1) {
      numbers.push((await issue({ issuedAt })).number);
      if ((connection + turn) % 4 !== 0) continue;
      const inVain = database.db.transaction().execute(async (tx) => {
        await issuePaper(tx, order({ issuedAt }));
        throw new Error('the reason for the paper fell away');
      });
      await assert.rejects(inVain, /fell away/);
    }
  }));
  assert.deepEqual(numbers.toSorted((a, b) => a - b), Array.from({ length: 200 }, (_, index) => index + 1));
});

test('each kind, each year and each commune has numbers of its own that begin with 1', async () => {
  const other = await createCommune(database.db, { commune: { code: '00070', name: 'Hoàn Kiếm', agencyCode: 'H26.10' } });
  const first = await issue();
  assert.deepEqual([first.kind, first.number], ['refusal', 1]);
  assert.equal((await issue()).number, 2);
  assert.equal((await issue({ view: STOP })).number, 1);
  assert.equal((await issue({ communeCode: other.commune.code })).number, 1);
  // 00:30 of the new year here is still the old year in UTC.
  assert.equal((await issue({ issuedAt: new Date('2026-12-31T23:59:00+07:00') })).number, 3);
  assert.equal((await issue({ issuedAt: new Date('2027-01-01T00:30:00+07:00') })).number, 1);
});

test('one command issues one paper of a kind about a dossier, whoever forgot to ask', async () => {
  const commandId = randomUUID();
  await issue({ commandId });
  await assert.rejects(issue({ commandId }), { code: '23505' });
});

test('the code in the QR leads to one paper only', async () => {
  const code = verificationCode(randomBytes(12));
  assert.equal((await issue({ verificationCode: code })).verificationCode, code);
  await assert.rejects(issue({ verificationCode: code }), { code: '23505' });
  await assert.rejects(issue({ verificationCode: 'short' }), { code: '23514' });
});

test('what was issued is kept as it was printed, and a paper without its end is not half void', async () => {
  const { id } = await issue();
  const { rows } = await database.pool.query<{ view: unknown }>('select view from official_paper where id = $1', [id]);
  assert.deepEqual(rows[0]?.view, REFUSAL);
  await assert.rejects(database.pool.query('update official_paper set voided_at = now() where id = $1', [id]), { code: '23514' });
});

test('a paper made on demand is not numbered again while it says the same; what says more replaces it with the reason', async () => {
  const make = (view: PaperOrder['view'], reason = 'Hồ sơ có thêm bước xử lý') => database.db.transaction().execute((tx) => issueUnlessSame(tx, order({ view, issuedAt: new Date('2033-05-01T09:00:00+07:00') }), reason));
  // About no dossier, only the same content is the same paper.
  const first = await make(CONTROL_SHEET);
  assert.deepEqual(await make({ ...CONTROL_SHEET, madeBy: 'Người khác' }), first);
  const second = await make({ ...CONTROL_SHEET, lines: CONTROL_SHEET.lines.slice(0, 1) });
  assert.deepEqual([first.number, second.number], [1, 2]);
});
