import { expect, type Page } from '@playwright/test';
import { startProgram } from '../../test/start-program.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { journey } from '../support/journey.ts';
import { openDesk, openPhone } from '../support/office.ts';

/** Both languages of something that is shown in both. */
async function fillWords(desk: Page, part: string, [vi, en]: readonly [string, string]): Promise<void> {
  const words = desk.locator(`#goi-${part}`);
  await words.getByLabel('Tiếng Việt').fill(vi);
  await words.getByLabel('Tiếng Anh').fill(en);
}

// The catalogue is changed here, so it has a program of its own.
journey('an administrator makes a procedure of the commune, the checks say what is missing, and a phone finds it at once; taken back it is gone', async ({ browser }) => {
  journey.setTimeout(300_000);
  const office = await startProgram();
  try {
    const { url } = office;
    const desk = await openDesk(browser, 'quantri', url);
    await desk.goto('/can-bo/thu-tuc');
    await desk.getByRole('button', { name: 'Thủ tục mới' }).click();
    await desk.getByLabel('Mã thủ tục').fill('vay von');
    await desk.getByRole('button', { name: 'Tạo bản nháp' }).click();
    await expect(desk.getByText('Mã thủ tục có dạng 1.001193')).toBeVisible();
    await desk.getByLabel('Mã thủ tục').fill('9.000001');
    await desk.getByRole('button', { name: 'Tạo bản nháp' }).click();
    const checks = desk.getByRole('complementary', { name: 'Kiểm tra' });
    await expect(checks).toContainText('Phải sửa');
    await expectAccessible(desk);

    await desk.getByLabel('Tên theo công bố').fill('Thủ tục xác nhận vay vốn cho hộ nghèo');
    await desk.getByLabel('Lĩnh vực', { exact: true }).fill('Bảo trợ xã hội');
    await desk.getByRole('button', { name: 'Thêm: lời đời thường' }).click();
    await fillWords(desk, 'everyday-name', ['Giấy vay vốn hộ nghèo', 'Loan paper for poor households']);
    await fillWords(desk, 'everyday-summary', ['Xã xác nhận để hộ nghèo vay vốn.', 'The commune confirms, so that a poor household can borrow.']);
    await desk.getByLabel('Người dân hay gọi là (mỗi dòng một cách)').fill('vay tiền hộ nghèo\nvay vốn chính sách');
    await desk.getByRole('button', { name: 'Thêm giấy tờ' }).click();
    await fillWords(desk, 'papers-0-name', ['Đơn đề nghị', 'Request']);
    await desk.getByLabel('Ký hiệu (chữ thường, gạch nối)').fill('request');
    await desk.getByLabel('Tính theo', { exact: true }).first().selectOption('working-day');
    await desk.getByLabel('Bao nhiêu').fill('2');
    for (const [position, [step, role]] of [['receive', 'reception'], ['approve', 'leader'], ['hand-over', 'reception']].entries()) {
      await desk.getByRole('button', { name: 'Thêm bước' }).click();
      await desk.locator(`#goi-steps-${String(position)}-key`).selectOption(step ?? '');
      await desk.locator(`#goi-steps-${String(position)}-role`).selectOption(role ?? '');
      await fillWords(desk, `steps-${String(position)}-label`, [`Bước ${String(position + 1)}`, `Step ${String(position + 1)}`]);
    }
    await desk.getByLabel('Đã rõ là thu gì, hoặc không thu').check();
    await desk.getByLabel('Căn cứ pháp lý').fill('78/2002/NĐ-CP');
    await fillWords(desk, 'papers-0-help', ['Viết tại quầy.', 'Written at the counter.']);
    await expect(checks).not.toContainText('Phải sửa', { timeout: 20_000 });

    const phone = await openPhone(browser, { baseURL: url });
    expect((await phone.goto('/t/9.000001'))?.status()).toBe(404);

    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    await desk.getByLabel('Áp dụng từ ngày').fill(today.split('-').reverse().join('/'));
    await desk.getByLabel('Lý do, căn cứ').fill('Quyết định 5/QĐ-UBND');
    await desk.getByRole('button', { name: 'Công bố' }).click();
    await expect(desk.getByText('Đang dùng')).toBeVisible();
    await expect(desk.getByText(/Công bố phiên bản 1000: Quyết định 5/)).toBeVisible();

    await phone.goto('/tim?q=vay+tien+ho+ngheo');
    await phone.getByRole('link', { name: /Giấy vay vốn hộ nghèo/ }).first().click();
    await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Giấy vay vốn hộ nghèo');
    await expect(phone.locator('main')).toContainText('Đơn đề nghị');

    await desk.getByRole('button', { name: 'Rút phiên bản 1000' }).click();
    await desk.getByLabel('Lý do, căn cứ').fill('Thử xong');
    await desk.getByRole('button', { name: 'Đồng ý' }).click();
    await expect(desk.getByText('Đã rút')).toBeVisible();
    expect((await phone.goto('/t/9.000001'))?.status()).toBe(404);
  } finally {
    await office.stop();
  }
});
