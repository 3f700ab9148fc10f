import { expect, type Page } from '@playwright/test';
import { type CaseResponse } from '../../src/modules/linked-cases/contract/linked-case-schemas.ts';
import { expectAccessible, expectFits } from '../support/expect-accessible.ts';
import { journey } from '../support/journey.ts';
import { openDesk, openPhone, saveReception, workToSeal } from '../support/office.ts';

// A birth is received once for four procedures. The other agencies are the rehearsal's: slow, repeating themselves, and, because the
// applicant's phone ends with 5, a social insurance office whose system answers every request with a fault.

const INSURANCE = 'Cấp thẻ bảo hiểm y tế cho trẻ dưới 6 tuổi';
const RESIDENCE = 'Đăng ký thường trú';
const CARD = 'Cấp thẻ căn cước cho trẻ dưới 6 tuổi';

async function receiveGroup(page: Page): Promise<{ readonly code: string; readonly id: string }> {
  await page.goto('/can-bo/ho-so-moi?thu-tuc=1.001193');
  await expect(page.getByText('1.001193').first()).toBeVisible();
  await page.getByLabel('Họ và tên', { exact: true }).fill('Nguyễn Thị Mẫu');
  await page.getByLabel('Số định danh', { exact: true }).fill('003190999901');
  await page.getByLabel('Số điện thoại', { exact: true }).fill('0900000015');
  await page.getByLabel('Nơi ở', { exact: true }).fill('Thôn Đông Hòa, xã Hoa Lộc, tỉnh Thanh Hóa');
  await page.getByRole('radio', { name: 'Tiếp nhận cả nhóm liên thông' }).check();
  await page.getByRole('checkbox', { name: CARD }).check();
  // Saved too early, everything that a later agency needs is asked for at once.
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Điền mục này: cơ quan sau cần để làm tiếp.')).toHaveCount(7);
  await page.getByRole('button', { name: 'Người nộp là mẹ' }).click();
  await expect(page.getByLabel(/^Họ và tên mẹ/)).toHaveValue('Nguyễn Thị Mẫu');
  await expect(page.getByLabel('Số định danh của mẹ')).toHaveValue('003190999901');
  await page.getByLabel(/^Họ và tên bé/).fill('Trần Minh Thử');
  await page.getByLabel(/^Ngày sinh của bé/).fill('10112026');
  await page.getByLabel(/^Giới tính \(/).selectOption('male');
  await page.getByLabel(/^Nơi sinh/).fill('Trạm y tế xã Hoa Lộc');
  await page.getByLabel(/^Chủ hộ/).fill('Trần Văn Chủ');
  await page.locator('.paper-item input[type=checkbox]').first().check();
  const code = await saveReception(page);
  await page.getByRole('link', { name: 'Mở hồ sơ liên thông' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Trần Minh Thử' })).toBeVisible();
  return { code, id: new URL(page.url()).pathname.split('/').at(-1) ?? '' };
}

/** The card of one procedure on the case's screen. */
const child = (page: Page, name: string) => page.locator('.linked-child', { has: page.getByRole('heading', { name }) });

async function read(page: Page, id: string): Promise<CaseResponse> {
  const answer = await page.request.get(`/api/linked-cases/${id}`);
  expect(answer.status()).toBe(200);
  return (await answer.json()) as CaseResponse;
}

/** As the citizen's page begins a line. */
const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

journey('birth group with one failing transfer: received once, the failure is shown, sent again, repaired by hand, and the citizen follows the whole', async ({ browser }) => {
  journey.setTimeout(240_000);
  const officer = await openDesk(browser, 'motcua1');
  const { code, id } = await receiveGroup(officer);
  const received = await read(officer, id);
  expect(received.children.map(({ name, state }) => [name, state])).toEqual([['Đăng ký khai sinh', 'in-progress'], [RESIDENCE, 'waiting'], [INSURANCE, 'waiting'], [CARD, 'waiting']]);
  expect(received.dueAt, 'the whole is due with its last child').toBe(received.children.map(({ dueAt }) => dueAt).toSorted().at(-1));

  const phone = await openPhone(browser);
  await phone.goto('/tra-cuu');
  await phone.locator('[name=ma]').fill(code);
  await phone.locator('[name=bonSo]').fill('0015');
  await phone.getByRole('button', { name: /Xem|Tra cứu/ }).click();
  const page = phone.locator('main');
  await expect(page).toContainText('Cả nhóm liên thông');
  await expect(page).toContainText(sentence(received.dueWords));
  await expect(page).toContainText('Bắt đầu ngay khi có kết quả “Đăng ký khai sinh”');
  const link = phone.url();

  // The commune's own part: with its result the others begin.
  await workToSeal(browser, code, 'tuphap', '26/2026');

  await officer.goto('/can-bo/lien-thong');
  await officer.getByRole('button', { name: 'Gửi và nhận ngay' }).click();
  await officer.getByRole('link', { name: 'Trần Minh Thử' }).click();
  await expect(child(officer, RESIDENCE)).toContainText('Cơ quan đã xác nhận');
  const insurance = child(officer, INSURANCE);
  await expect(insurance).toContainText(/Gửi lần \d chưa được: Hệ thống của cơ quan nhận đang có lỗi\. Sẽ tự gửi lại/);
  await expectAccessible(officer);
  await phone.goto(link);
  await expect(page).toContainText('Gửi tới cơ quan chưa được; cán bộ xã đang xử lý');

  // Sent again by hand it fails again; so the paper is carried over, which needs its number.
  await insurance.getByRole('button', { name: /^Gửi lại/ }).click();
  await expect(officer.getByText('Đã gửi lại.')).toBeAttached();
  await expect(insurance).toContainText('Gửi lần 1 chưa được');
  await insurance.getByRole('button', { name: /^Nhập tay/ }).click();
  await insurance.getByRole('button', { name: /^Nhập tay/ }).click();
  await expect(insurance).toContainText('Ghi số phiếu bàn giao giấy');
  await insurance.getByLabel('Số phiếu bàn giao').fill('BG-15/2026');
  await insurance.getByLabel('Người nhận ở cơ quan').fill('Phạm Văn Hiểm');
  await officer.keyboard.press('Control+Enter');
  await expect(insurance).toContainText('Đã bàn giao bằng giấy.');
  expect((await read(officer, id)).children.find(({ name }) => name === INSURANCE)?.transfer?.attempts, 'nothing is sent any more').toBe(1);

  // The optional card is not wanted any more: the whole is due earlier, here and on the phone.
  await child(officer, CARD).getByRole('button', { name: /^Rút/ }).click();
  await child(officer, CARD).getByLabel('Lý do').fill('Gia đình làm thẻ sau');
  await officer.keyboard.press('Control+Enter');
  await expect(child(officer, CARD)).toContainText('Đã rút');
  const shorter = await read(officer, id);
  expect(shorter.dueAt < received.dueAt).toBe(true);
  await phone.goto(link);
  await expect(page).toContainText(sentence(shorter.dueWords));
  await expect(page).toContainText('Đã rút theo yêu cầu');
  await expect(page).not.toContainText('Phạm Văn Hiểm');
  await expectFits(phone);
  const reader = await openPhone(browser, { javaScriptEnabled: true });
  await reader.goto(link);
  await expectAccessible(reader);

  // Results come one by one and are the citizen's at once.
  for (const [name, number] of [[INSURANCE, 'BH-2026-1'], [RESIDENCE, 'TT-2026-9']] as const) {
    await child(officer, name).getByRole('button', { name: /^Ghi kết quả/ }).click();
    await child(officer, name).getByLabel('Số của kết quả').fill(number);
    await officer.keyboard.press('Control+Enter');
    await expect(child(officer, name)).toContainText(`số ${number}`);
    await phone.goto(link);
    await expect(page).toContainText(name === INSURANCE ? 'Kết quả: Thẻ bảo hiểm y tế.' : 'Xong cả nhóm lúc');
    await expect(page).not.toContainText(number);
  }
  await expect(officer.locator('.linked-due')).toContainText('Xong cả nhóm lúc');
  await expect(officer.locator('.linked-history')).toContainText('BG-15/2026');
  await officer.goto('/can-bo/lien-thong');
  await officer.getByRole('button', { name: 'Đã xong' }).click();
  await expect(officer.locator('tr', { hasText: code })).toContainText('4 trên 4 thủ tục');
});
