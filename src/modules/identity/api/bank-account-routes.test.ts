import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { codeOf, cookieOf, serveIdentity } from '../../../../test/identity-house.ts';
import { type BankAccountView } from '../contract/bank-account.ts';

let office: Awaited<ReturnType<typeof serveIdentity>>;
before(async () => {
  office = await serveIdentity();
});
after(() => office.close());

test('the administrator sets the account once and changes it later; a wrong one changes nothing', async () => {
  const { userName, password } = office.commune.staff.administrator;
  const signedIn = await office.call('POST', '/api/session', { body: { userName, password }, address: '10.41.1.1' });
  const cookies = { 'xaso-phien': cookieOf(signedIn, 'xaso-phien') ?? '' };
  const read = async (): Promise<BankAccountView> => (await office.call('GET', '/api/bank-account', { cookies })).json<BankAccountView>();
  const set = (change: object) => office.call('PUT', '/api/bank-account', { cookies, body: { commandId: randomUUID(), bin: '970436', number: '1012345678', holder: 'UBND XA HOA LOC', ...change } });
  const empty = await read();
  assert.equal(empty.account, null);
  assert.ok(empty.banks.length > 30);
  assert.equal((await set({})).statusCode, 200);
  assert.deepEqual((await read()).account, { bin: '970436', bankName: 'Vietcombank', number: '1012345678', holder: 'UBND XA HOA LOC' });
  assert.equal(codeOf(await set({ number: 'x' })), 'identity.account-number-wrong');
  assert.equal(codeOf(await set({ bin: '000000' })), 'identity.bank-unknown');
  assert.equal((await read()).account?.number, '1012345678');
  assert.equal((await set({ number: '2222 3333' })).statusCode, 200);
  assert.equal((await read()).account?.number, '22223333');
});
