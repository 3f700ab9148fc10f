import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type CertificationHouse, createCertificationHouse, visit } from '../../../../test/certification-house.ts';
import { signCertification } from './sign-certification.ts';

let house: CertificationHouse;
before(async () => {
  house = await createCertificationHouse();
});
after(() => house.close());

const SIGNERS = 20;
const EACH = 10;

test('twenty signers who sign ten dossiers each at once take every number from 1 on, without a gap, though every fourth signature fails on the way', async () => {
  const { reception, president } = house.commune.staff;
  const waiting: string[] = [];
  for (let index = 0; index < SIGNERS * EACH; index += 1) {
    const request = visit({ person: { ...(visit()['person'] as object), citizenNumber: `0031909${String(10_000 + index)}` } });
    const { status, body } = await house.call(reception.actor, 'POST', '/api/certifications', request);
    assert.equal(status, 200, JSON.stringify(body));
    waiting.push(String(body['dossierId']));
  }
  const { code: communeCode } = house.commune.commune;
  const sign = (dossierId: string, fails: boolean) =>
    house.database.db.transaction().execute(async (tx) => {
      await signCertification(tx, { communeCode, dossierId, field: 'Chứng thực' }, president.actor, house.clock.now());
      if (fails) throw new Error('the line broke');
    });
  await Promise.all(
    Array.from({ length: SIGNERS }, async (_, signer) => {
      for (const [index, id] of waiting.slice(signer * EACH, (signer + 1) * EACH).entries()) {
        if (index % 4 === 0) await assert.rejects(sign(id, true));
        await sign(id, false);
      }
    }),
  );
  const rows = await house.database.db.selectFrom('certified_document').select('number').orderBy('number').execute();
  assert.deepEqual(rows.map(({ number }) => number), Array.from({ length: SIGNERS * EACH }, (_, index) => index + 1));
});
