import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { startProgram } from '../../test/start-program.ts';
import { declareBirth } from '../support/declare-birth.ts';
import { expectFits } from '../support/expect-accessible.ts';
import { journey } from '../support/journey.ts';
import { actAs, openAction, openDesk, openDossier, openPhone, photo, receiveDeclared } from '../support/office.ts';

const ACCOUNT = '112233445566';

/** Ticks a paper of the dossier or of its procedure with the first reason. */
async function tick(desk: Page, place: number, words: string): Promise<void> {
  const paper = desk.locator('.ask-paper').nth(place);
  await paper.getByRole('checkbox').first().check();
  await paper.locator('.ask-reasons input').first().check();
  await paper.getByLabel('Nói rõ thêm').fill(words);
}

// The account of the commune is set here, so it has a program of its own.
journey('a birth from the phone to the money: declared without scripts with two photographs, returned once with two faults, mended, a copy of 8.000 đ paid by transfer and found in the file of the bank', async ({ browser }) => {
  journey.setTimeout(420_000);
  const office = await startProgram();
  try {
    const { url } = office;
    const administrator = await openDesk(browser, 'quantri', url);
    const set = await administrator.request.put('/api/bank-account', { data: { commandId: randomUUID(), bin: '970415', number: ACCOUNT, holder: 'UBND XA HOA LOC' } });
    expect(set.status(), await set.text()).toBe(200);

    const phone = await openPhone(browser, { baseURL: url });
    const link = await declareBirth(phone, 'Phạm Thị Nộp', { javaScriptEnabled: false, copies: '1' });

    const counter = await openDesk(browser, 'motcua1', url);
    const code = await receiveDeclared(counter, 'Phạm Thị Nộp', async (desk) => {
      // The copy that was asked for at home is the quantity of the fee: nobody types it again.
      await expect(desk.locator('#fee-extra-extract-copy')).toHaveValue('1');
      await desk.locator('#fee-event').fill(new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('/'));
      await desk.locator('#fee-event').blur();
      await expect(desk.locator('main')).toContainText('8.000 đ');
    });
    await actAs(browser, 'motcua1', code, 'Chuyển thẩm định', {}, url);

    // Returned once, with both faults.
    const specialist = await openDesk(browser, 'tuphap', url);
    await openDossier(specialist, code);
    await openAction(specialist, 'Yêu cầu bổ sung');
    const faults = ['Ảnh bị lóa ở góc phải', 'Trang 2 bị cắt mất'];
    for (const [place, words] of faults.entries()) await tick(specialist, place, words);
    await specialist.getByRole('button', { name: /^Gửi yêu cầu/ }).click();
    await expect(specialist.locator('main')).toContainText('Chờ người nộp');
    await phone.goto(link);
    await expect(phone.locator('main')).toContainText('Xã cần bạn bổ sung 2 chỗ');
    await phone.getByRole('link', { name: 'Bổ sung ngay' }).click();
    await phone.locator('input[type=text], input[inputmode=numeric]').first().fill('0078');
    await phone.getByRole('button', { name: 'Mở' }).click();
    for (const place of [0, 1]) await phone.locator('input[type=file]').nth(place).setInputFiles({ name: `chup-lai-${String(place + 1)}.jpg`, mimeType: 'image/jpeg', buffer: await photo('#f4f4ec') });
    await phone.getByRole('button', { name: 'Tải ảnh lên và xem lại' }).click();
    await phone.getByRole('button', { name: 'Gửi cho xã' }).click();
    await expect(phone.locator('main')).toContainText('Xã đã nhận phần bổ sung của bạn');

    // The copy is paid by transfer: what the phone shows is what the bank is told.
    await phone.goto(link);
    const page = phone.locator('main');
    await expect(page).toContainText('8.000 đ');
    await expect(page).toContainText('Nộp 8.000 đ: quét mã ở trên, hoặc nộp tại quầy.');
    await expect(page).not.toContainText('Chưa phải làm gì');
    await expectFits(phone);
    const reference = /XS[A-Z2-9]{9}/u.exec(await page.innerText())?.[0] ?? '';
    expect(reference).not.toBe('');
    await phone.getByRole('link', { name: 'Các cách nộp khác' }).click();
    await expect(page).toContainText(ACCOUNT);
    await expect(page).toContainText(reference);
    await expectFits(phone);

    const cashier = await openDesk(browser, 'thuquy', url);
    await cashier.goto('/can-bo/sao-ke/nhap');
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10).split('-').reverse().join('/');
    const statement = [`Số tài khoản: ${ACCOUNT}`, 'Ngày giao dịch;Số CT;Ghi nợ;Ghi có;Số dư;Nội dung', `${today};FT1;;8000;108000;"pham thi nop ${reference.toLowerCase()} le phi"`].join('\n');
    await cashier.locator('#statements-file').setInputFiles({ name: 'sao-ke.csv', mimeType: 'text/csv', buffer: Buffer.from(statement) });
    await cashier.getByRole('button', { name: /^Nhập 1 dòng, tự ghi nhận 1 khoản/u }).click();
    await expect(cashier.getByText('Đã nhập sao kê')).toBeVisible();

    await phone.goto(link);
    await expect(page).toContainText('Xã đã nhận đủ 8.000 đ');
    await expect(page).not.toContainText(reference);
  } finally {
    await office.stop();
  }
});
