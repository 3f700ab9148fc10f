import { expect } from '@playwright/test';
import { startProgram } from '../../test/start-program.ts';
import { journey } from '../support/journey.ts';
import { actAs, declareAtHome, doAction, openAction, openDesk, openDossier, openPhone, receiveDeclared } from '../support/office.ts';

// Days pass in this journey, so it has a program with a clock of its own.
journey('late with apology: warned in time, extended once with a letter, urged when late, and counted by the first date', async ({ browser }) => {
  journey.setTimeout(400_000);
  // Three working days from Monday 8:00, and Tuesday 24 November is a holiday: due on Friday at 17:00.
  const office = await startProgram({ at: '2026-11-23T08:00:00+07:00' });
  try {
    const { url } = office;
    const phone = await openPhone(browser, { baseURL: url });
    const link = await declareAtHome(phone, '1.004873', { name: 'Vũ Thị Muộn', citizenNumber: '003190999914', phone: '0900000024' });
    const counter = await openDesk(browser, 'motcua1', url);
    const code = await receiveDeclared(counter, 'Vũ Thị Muộn');
    await doAction(counter, 'Chuyển thẩm định').catch(async () => {
      await openDossier(counter, code);
      await doAction(counter, 'Chuyển thẩm định');
    });
    await phone.goto(link);
    const firstPromise = (await phone.locator('main').innerText()).match(/\d{2}\/\d{2}/)?.[0] ?? '';
    expect(firstPromise).not.toBe('');

    // Three quarters of the time are over: the holder is told, by the bell.
    await office.moveTo('2026-11-26T08:00:00+07:00');
    const specialist = await openDesk(browser, 'tuphap', url);
    await expect(async () => {
      await specialist.goto('/can-bo/thong-bao');
      await expect(specialist.locator('main')).toContainText('Vũ Thị Muộn', { timeout: 2000 });
    }).toPass({ timeout: 60_000 });
    await openDossier(specialist, code);
    await doAction(specialist, 'Đề nghị gia hạn', { 'Lý do cần thêm thời gian': 'Chờ Sở Tư pháp trả lời xác minh', 'Ngày hẹn mới': '02/12/2026' });
    await actAs(browser, 'chutich', code, 'Xin lỗi, gia hạn', {}, url);

    await phone.goto(link);
    await expect(phone.locator('main')).toContainText('Chờ Sở Tư pháp trả lời xác minh');
    await expect(phone.locator('main')).toContainText('02/12');
    await openDossier(specialist, code);
    await expect(specialist.locator('main')).toContainText('Xin lỗi');
    const paper = specialist.getByRole('link', { name: /xin lỗi/i }).first();
    const letter = await specialist.request.get((await paper.getAttribute('href')) ?? '');
    expect(letter.status()).toBe(200);
    expect((await letter.body()).subarray(0, 5).toString()).toBe('%PDF-');

    // The new date passes as well: the President urges, the holder answers, and no second extension is offered.
    await office.moveTo('2026-12-03T08:30:00+07:00');
    const president = await openDesk(browser, 'chutich', url);
    await openDossier(president, code);
    await expect(president.getByRole('button', { name: /^Xin lỗi, gia hạn/ })).toHaveCount(0);
    await doAction(president, 'Đôn đốc', { 'Lời đôn đốc': 'Hôm nay phải xong' });
    const holder = await openDesk(browser, 'tuphap', url);
    await openDossier(holder, code);
    await expect(holder.locator('main')).toContainText('Hôm nay phải xong');
    await openAction(holder, 'Trả lời đôn đốc');
    await holder.keyboard.press('Escape');
    await doAction(holder, 'Trả lời đôn đốc', { 'Trả lời': 'Sáng nay trình ký' });
    await doAction(holder, 'Trình ký');
    await actAs(browser, 'chutich', code, 'Ký duyệt', {}, url);
    await actAs(browser, 'vanthu', code, 'Đóng dấu', { 'Số của kết quả': '28/2026' }, url);

    // The report counts it as late by the first date.
    await president.clock.setFixedTime('2026-12-03T10:00:00+07:00');
    await president.goto('/can-bo/bao-cao');
    await president.locator('.report-total a[href*="figure=finished-late"]').click();
    await expect(president.locator('tr', { hasText: code })).toBeVisible();
    await phone.goto(link);
    await expect(phone.locator('main')).toContainText('Đã có kết quả, mời bạn đến nhận');
    await expect(phone.locator('main')).not.toContainText('Kết quả sẽ có');
  } finally {
    await office.stop();
  }
});
