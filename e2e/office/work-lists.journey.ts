import { expect } from '@playwright/test';
import { startProgram } from '../../test/start-program.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { journey } from '../support/journey.ts';
import { actAs, openDesk, receiveByApi } from '../support/office.ts';

// Whole lists are worked through here, so it has a program of its own.
journey('a list by keyboard: chosen lines pass on together, what a leader touched meanwhile stays with the reason, papers in one file, a filter under a name', async ({ browser }) => {
  journey.setTimeout(300_000);
  const office = await startProgram();
  try {
    const { url } = office;
    const desk = await openDesk(browser, 'motcua1', url);
    // Two of one's own, due at the same moment: they stand beside each other, whatever else the day has brought.
    const codes = [await receiveByApi(desk, 'Đặng Thị Một'), await receiveByApi(desk, 'Đặng Thị Hai')];
    await desk.goto('/can-bo/moi-tiep-nhan');
    const lines = desk.locator('a.work-link');
    const mine = desk.locator('tr.work-row', { hasText: new RegExp(codes.join('|'), 'u') });
    await expect(mine).toHaveCount(2);
    const firstLine = await mine.first().innerText();
    const code = codes.find((one) => firstLine.includes(one)) ?? '';
    expect(code).not.toBe('');
    await mine.first().locator('a.work-link').focus();
    await desk.keyboard.press('Space');
    await desk.keyboard.press('Shift+ArrowDown');
    await expect(desk.getByRole('region', { name: 'Hồ sơ đã chọn' })).toContainText('Đã chọn 2 hồ sơ');
    await expectAccessible(desk);
    await desk.getByRole('region', { name: 'Hồ sơ đã chọn' }).getByRole('button', { name: 'Chuyển thẩm định' }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByLabel(/Ghi chú/).fill('Chuyển cuối buổi');
    await actAs(browser, 'chutich', code, 'Đôn đốc', { 'Lời đôn đốc': 'Chuyển ngay' }, url);
    await desk.keyboard.press('Control+Enter');
    await expect(dialog).toContainText('Đã chuyển 1 hồ sơ.');
    await expect(dialog).toContainText(code);
    await expect(dialog).toContainText(/Lê Văn Thử.*Đôn đốc/u);
    await desk.keyboard.press('Escape');
    await expect(desk.getByRole('region', { name: 'Hồ sơ đã chọn' })).toContainText('Đã chọn 1 hồ sơ');

    await desk.goto('/can-bo/cho-tra-ket-qua');
    await expect(lines.first()).toBeVisible();
    await desk.keyboard.press('a');
    await desk.getByRole('button', { name: 'In giấy tờ' }).click();
    await dialog.getByLabel(/mẫu 06/).check();
    await dialog.getByRole('button', { name: 'Soạn tệp in' }).click();
    const file = dialog.getByRole('link', { name: /Mở tệp in/ });
    const papers = await desk.request.get((await file.getAttribute('href')) ?? '');
    expect(papers.status()).toBe(200);
    expect((await papers.body()).subarray(0, 5).toString()).toBe('%PDF-');

    await desk.goto('/can-bo/dang-xu-ly');
    await desk.getByRole('button', { name: /^Còn hạn/ }).click();
    await expect(desk).toHaveURL(/time=later/);
    const count = /(\d+) hồ sơ/u.exec(await desk.locator('.work-facts').innerText())?.[1] ?? '';
    await desk.getByRole('button', { name: 'Lưu bộ lọc' }).click();
    await desk.getByLabel('Tên bộ lọc').fill('Còn hạn của xã');
    await desk.keyboard.press('Enter');
    const saved = desk.getByRole('navigation', { name: 'Danh sách công việc' }).getByRole('link', { name: /Còn hạn của xã/ });
    await expect(saved).toContainText(count);
    await desk.goto('/can-bo/viec-cua-toi');
    await saved.click();
    await expect(desk).toHaveURL(/dang-xu-ly\?time=later/);
    await desk.getByRole('button', { name: 'Xóa', exact: true }).click();
    await expect(saved).toHaveCount(0);
  } finally {
    await office.stop();
  }
});
