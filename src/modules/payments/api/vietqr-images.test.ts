import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import * as mupdf from 'mupdf';
import { encodeQR } from 'qr';
import { renderToStaticMarkup } from 'react-dom/server';
import { createElement } from 'react';
import { createMoneyHouse, type MoneyHouse } from '../../../../test/money-house.ts';
import { parseVietQr } from '../../../kernel/vietqr.ts';
import { qrPicturesOf, readWithZxing } from '../../../platform/qr/second-reader-for-tests.ts';
import { QrPicture } from '../../../web/public/qr-picture/qr-picture.tsx';
import { type PayableResponse } from '../contract/payable-schemas.ts';
import { type PayableAccount, paymentCode } from '../domain/payment-code.ts';
import { makeReference, REFERENCE_BYTES } from '../domain/payable-reference.ts';

describe('every VietQR image, read by another program than the one that drew it', () => {
  let house: MoneyHouse;
  before(async () => { house = await createMoneyHouse(); });
  after(() => house.close());

  const codeOf = async (id: string): Promise<string> => ((await house.call(house.home.staff.cashier.actor, 'GET', `/api/payables/${id}`)).body as unknown as PayableResponse).transfer?.qr ?? '';

  test('on the tracking page and on the payment page of the citizen', async () => {
    const payable = await house.fees(8_000);
    const expected = await codeOf(payable.id);
    const read = parseVietQr(expected);
    assert.ok(read.ok);
    assert.deepEqual([read.value.amount, read.value.purpose, read.value.dynamic, read.value.account], [8_000, payable.reference, true, '1012345678']);
    for (const path of [house.path(payable.dossier_id), `${house.path(payable.dossier_id)}/nop-tien`]) {
      const { status, body } = await house.page(path);
      assert.equal(status, 200);
      const texts = (await Promise.all((await qrPicturesOf(body)).map((picture) => readWithZxing(picture)))).flat();
      assert.ok(texts.includes(expected), `${path}: ${texts.join(' | ')}`);
    }
  });

  test('on the page of a dossier that waits for a payment', async () => {
    const dossierId = await house.duringWork();
    const { id } = await house.database.owner.db.selectFrom('payable').select('id').where('dossier_id', '=', dossierId).executeTakeFirstOrThrow();
    const texts = (await Promise.all((await qrPicturesOf((await house.page(house.path(dossierId))).body)).map((picture) => readWithZxing(picture)))).flat();
    assert.ok(texts.includes(await codeOf(id)), texts.join(' | '));
  });

  for (const paper of ['A5', 'A4'] as const) {
    test(`on the printed slip (form 01, ${paper}), beside the code that opens the dossier`, async () => {
      const payable = await house.fees(8_000);
      const answer = await house.server.inject({ url: `/api/dossiers/${payable.dossier_id ?? ''}/receipt.pdf?paper=${paper}`, headers: house.as(house.home.staff.reception.actor) });
      assert.equal(answer.statusCode, 200, answer.body.slice(0, 200));
      const pdf = mupdf.Document.openDocument(answer.rawPayload, 'application/pdf');
      const texts: string[] = [];
      for (let page = 0; page < pdf.countPages(); page += 1) {
        // 200 dots an inch: what a phone sees of a page from a forearm's length.
        const picture = pdf.loadPage(page).toPixmap(mupdf.Matrix.scale(200 / 72, 200 / 72), mupdf.ColorSpace.DeviceRGB, false);
        texts.push(...(await readWithZxing(Buffer.from(picture.asPNG()))));
      }
      assert.deepEqual(texts.toSorted(), [await codeOf(payable.id), `http://xa.test${house.path(payable.dossier_id)}`].toSorted());
      assert.ok(pdf.countPages() <= 2);
    });
  }

  test('on the screen of the counter, for banks, accounts and amounts of every shape', async () => {
    const accounts: readonly PayableAccount[] = [
      { bin: '970436', bankName: 'Vietcombank', number: '1012345678', holder: 'X' },
      { bin: '970405', bankName: 'Agribank', number: '1500201234567', holder: 'X' },
      { bin: '970415', bankName: 'VietinBank', number: '9'.repeat(19), holder: 'X' },
      { bin: '970418', bankName: 'BIDV', number: 'V3CAS1234567890', holder: 'X' },
    ];
    for (const [index, account] of accounts.entries()) {
      for (const missing of [1, 999, 8_000, 123_456_789, 10_000_000_000]) {
        const reference = makeReference(Uint8Array.from({ length: REFERENCE_BYTES }, (_, place) => (index * 53 + missing + place * 17) % 256));
        const code = paymentCode(account, { missing, reference });
        assert.ok(code.ok);
        const markup = renderToStaticMarkup(createElement(QrPicture, { modules: encodeQR(code.value, 'raw', { ecc: 'medium', border: 4 }), alt: '' }));
        const [picture] = await qrPicturesOf(markup);
        assert.deepEqual(picture === undefined ? [] : await readWithZxing(picture), [code.value]);
      }
    }
  });
});
