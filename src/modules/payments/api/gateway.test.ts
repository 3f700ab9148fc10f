import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { createSignedGateway, isSigned, signFields, withSignature } from './gateway.ts';
import { loadGatewayDescription, loadRehearsalDescription } from './gateway-files.ts';

const DESCRIPTION = loadRehearsalDescription();
const ACCOUNT = { merchant: 'HOALOC', secret: 'mot-khoa-bi-mat-dai' };
const TOLD = { order: 'XS7KQ4M2PTBA1', amount: '800000', transaction: 'TD1', code: '00', paid: '20261126090507' };

describe('a gateway that is described by data', () => {
  test('signs as HMAC-SHA512 over the sorted fields does', () => {
    const plain = { signature: { field: 'sig', algorithm: 'sha512', encoding: 'plain' } } as const;
    // HMAC-SHA512 of "what do ya want=for nothing?" under "Jefe", computed by another program.
    assert.equal(
      signFields(plain, 'Jefe', { 'what do ya want': 'for nothing?' }),
      '69e481bd5c55823320d33cbd74566f37a3292152679d632840223a18a53c4cb495bd0a21a88a4071b6e8bc32db6d14bf93e0438f6558a16fb6c7b356e6803728',
    );
  });

  test('sends an order whose signature the other side can check, and takes none that was changed', () => {
    const gateway = createSignedGateway(DESCRIPTION, ACCOUNT, 'http://xa.test');
    const address = new URL(gateway.payAddress({ number: 'XS1', amount: 8_000, words: 'XS1', returnUrl: 'http://xa.test/thanh-toan/tap-duot/ve', createdAt: 0, expiresAt: 900_000, address: '10.0.0.1', locale: 'vi' }));
    const fields = Object.fromEntries(address.searchParams);
    assert.ok(isSigned(DESCRIPTION, ACCOUNT.secret, fields));
    for (const name of Object.keys(fields)) assert.ok(!isSigned(DESCRIPTION, ACCOUNT.secret, { ...fields, [name]: `${fields[name] ?? ''}1` }), name);
    assert.ok(!isSigned(DESCRIPTION, 'another', fields));
    assert.ok(!isSigned(DESCRIPTION, ACCOUNT.secret, {}));
  });

  test('reads what is signed, and tells the forged from the unreadable', () => {
    const gateway = createSignedGateway(DESCRIPTION, ACCOUNT, 'http://xa.test');
    const signed = withSignature(DESCRIPTION, ACCOUNT.secret, TOLD);
    assert.equal(gateway.read(signed).kind, 'told');
    assert.equal(gateway.read({ ...signed, sig: (signed['sig'] ?? '').toUpperCase() }).kind, 'told', 'digits of either case');
    assert.equal(gateway.read({ ...signed, amount: '800001' }).kind, 'forged');
    assert.equal(gateway.read({ ...TOLD, sig: '' }).kind, 'forged');
    assert.equal(gateway.read(withSignature(DESCRIPTION, ACCOUNT.secret, { ...TOLD, amount: 'tám nghìn' })).kind, 'unreadable');
  });

  test('is asked by a signed question, and an answer that is none counts as none', async () => {
    const asked: string[] = [];
    const answers = [JSON.stringify(withSignature(DESCRIPTION, ACCOUNT.secret, TOLD)), '<html>', '[]'];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => { body += chunk.toString(); });
      request.on('end', () => { asked.push(body); response.end(answers[asked.length - 1]); });
    });
    await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done); });
    const gateway = createSignedGateway({ ...DESCRIPTION, queryUrl: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/` }, ACCOUNT, 'http://xa.test');
    const first = await gateway.ask('16072', 'XS7KQ4M2PTBA1', new Date(0));
    assert.equal(gateway.read(first ?? {}).kind, 'told');
    assert.ok(isSigned(DESCRIPTION, ACCOUNT.secret, JSON.parse(asked[0] ?? '{}') as Record<string, string>));
    assert.equal(await gateway.ask('16072', 'X', new Date(0)), undefined);
    assert.equal(await gateway.ask('16072', 'X', new Date(0)), undefined);
    await new Promise((done) => { server.close(done); });
    assert.equal(await gateway.ask('16072', 'X', new Date(0)), undefined, 'nobody answers');
  });

  test('is not taken from a file that lacks something, and the fault names it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'xaso-gateway-'));
    const { refund } = DESCRIPTION;
    assert.ok(refund !== null);
    const REFUND = { ...refund, url: 'https://cong.example.vn/refund' };
    const load = async (change: object) => {
      const path = join(folder, 'cong.json');
      await writeFile(path, JSON.stringify({ ...DESCRIPTION, payUrl: 'https://cong.example.vn/pay', refund: REFUND, ...change }));
      return loadGatewayDescription(path);
    };
    assert.equal((await load({})).key, 'tap-duot');
    assert.equal((await load({ refund: undefined })).refund, null, 'a gateway may take no refunds');
    await assert.rejects(load({ refund: { ...REFUND, url: 'http://cong.example.vn/refund' } }), /wrong refund/u);
    await assert.rejects(load({ refund: { ...REFUND, told: { ...REFUND.told, code: '' } } }), /missing refund\.told\.code/u);
    await assert.rejects(load({ key: undefined }), /missing key/u);
    await assert.rejects(load({ payUrl: 'http://cong.example.vn/pay' }), /wrong payUrl/u);
    await assert.rejects(load({ amountFactor: 0 }), /wrong amountFactor/u);
    await assert.rejects(load({ signature: { field: 'sig', algorithm: 'md5', encoding: 'form' } }), /wrong signature\.algorithm/u);
    await assert.rejects(load({ answers: {} }), /answers\.recorded/u);
    await rm(folder, { recursive: true, force: true });
  });
});
