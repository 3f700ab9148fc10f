import { expect, type Page } from '@playwright/test';
import * as mupdf from 'mupdf';
import { readWithZxing } from '../../src/platform/qr/second-reader-for-tests.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { fillBirth } from '../support/declare-birth.ts';
import { journey } from '../support/journey.ts';
import { openDesk, openDossier, openPhone, saveReception } from '../support/office.ts';

/** The codes on the last page of a printed form, read from its picture as a scanner sees it. */
async function codesOf(pdf: Buffer): Promise<readonly string[]> {
  const document = mupdf.Document.openDocument(pdf, 'application/pdf');
  const page = document.loadPage(document.countPages() - 1);
  return readWithZxing(Buffer.from(page.toPixmap(mupdf.Matrix.scale(3, 3), mupdf.ColorSpace.DeviceRGB, false).asPNG()));
}

/** Types like a hand-held scanner: key after key without a pause, ended with Enter. */
async function scan(desk: Page, text: string): Promise<void> {
  await desk.locator('#card').focus();
  await desk.keyboard.type(text, { delay: 1 });
  await desk.keyboard.press('Enter');
}

journey('a form that was filled in at home and printed is received at the counter from its codes, without typing', async ({ browser }) => {
  journey.setTimeout(300_000);
  const mother = 'Phạm Thị Giấy';
  const phone = await openPhone(browser);
  await fillBirth(phone, mother, { javaScriptEnabled: false, copies: '2' });
  const printed = await phone.getByRole('link', { name: /In tờ khai/ }).first().getAttribute('href');
  const pdf = await phone.request.get(printed ?? '');
  expect(pdf.status()).toBe(200);
  const codes = await codesOf(await pdf.body());
  expect(codes.length).toBeGreaterThan(0);

  const desk = await openDesk(browser, 'motcua1');
  await desk.goto('/can-bo/ho-so-moi');
  // Cut by a scanner that is too fast: the sentence says what to do, and nothing is lost.
  await scan(desk, (codes[0] ?? '').slice(0, -9));
  await expect(desk.locator('main')).toContainText('Máy quét gửi thiếu 9 chữ số');
  for (const code of [...codes].reverse()) await scan(desk, code);
  await expect(desk.getByRole('heading', { name: 'Tờ khai đã quét' })).toBeVisible();
  await expect(desk.locator('main')).toContainText('Tờ khai đủ và đúng');
  await expect(desk.getByLabel('Họ và tên', { exact: true })).toHaveValue(mother);
  await expect(desk.getByLabel('Số định danh', { exact: true })).toHaveValue('038196000123');
  await expect(desk.locator('#part-procedure')).toContainText('1.001193');
  await expectAccessible(desk);
  const code = await saveReception(desk);

  await openDossier(desk, code);
  await expect(desk.getByRole('heading', { name: 'Tờ khai điện tử' })).toBeVisible();
  await expect(desk.locator('main')).toContainText('Trần Gia Bảo');

  // The draft of the same form leads to the dossier and cannot be sent any more; its paper is not received twice.
  await phone.reload();
  expect(phone.url()).toContain('/h/');
  await desk.goto('/can-bo/ho-so-moi');
  for (const one of codes) await scan(desk, one);
  await expect(desk.locator('main')).toContainText('đã thành hồ sơ rồi');
  await expect(desk.getByRole('link', { name: 'Mở hồ sơ' })).toBeVisible();
});
