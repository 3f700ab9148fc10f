import { type Browser, expect, type Page } from '@playwright/test';
import { expectAccessible } from '../support/expect-accessible.ts';
import { URL_VARIABLE } from '../support/global-set-up.ts';
import { journey } from '../support/journey.ts';
import { signIn } from '../support/sign-in.ts';

// “Ngày không chờ”: people wait at the counter for their copies. From the scanned card to the printed label nobody touches a mouse.

const CARD = '005201999902||Trần Văn Thử|17112001|Nam|Thôn Đông Hòa, Xã Hoa Lộc, Thanh Hóa|20042021';
/** The target of the lane, in milliseconds. */
const TARGET_MS = 180_000;

/** The desk of an officer, on the list of work. */
async function desk(browser: Browser, userName: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, baseURL: process.env[URL_VARIABLE] ?? '' });
  const page = await context.newPage();
  await signIn(page, userName);
  await expect(page.getByRole('heading', { name: 'Việc của tôi' })).toBeVisible();
  return page;
}

/** Types what a hand would type, one box after another; Enter leads on. */
async function fill(page: Page, ...boxes: readonly string[]): Promise<void> {
  for (const words of boxes) {
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
  }
}

/** What the focused control is called. */
function focused(page: Page) {
  return page.locator(':focus');
}

/** Opens the lane by its key. */
async function openLane(page: Page): Promise<void> {
  await page.keyboard.press('c');
  await expect(page.getByRole('heading', { name: 'Chứng thực nhanh' })).toBeVisible();
  await expect(focused(page)).toHaveAccessibleName(/Quét thẻ căn cước/);
}

/** A scanner types the card fast, wherever the focus is, and ends with Enter. */
async function scan(page: Page): Promise<void> {
  await page.keyboard.type(CARD);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Họ và tên', { exact: true })).toHaveValue('Trần Văn Thử');
  await expect(focused(page)).toHaveAccessibleName('Tên giấy tờ');
}

journey('chứng thực bản sao on no-wait day: an officer to whom signing was delegated comes from the scanned card to the printed label by keyboard alone, within three minutes', async ({ browser }) => {
  journey.setTimeout(TARGET_MS + 60_000);
  const page = await desk(browser, 'chungthuc');
  await openLane(page);
  await expect(page.getByRole('timer')).toHaveText('0:00');
  await expectAccessible(page);

  await scan(page);
  await fill(page, 'Bằng tốt nghiệp THPT', '3', '2');
  await expect(page.getByText('10.000 đ').first()).toBeVisible();
  await fill(page, 'Giấy khai sinh', '400', '1');
  await expect(page.getByText('đã áp mức trần mỗi bản')).toBeVisible();
  // Enter on the empty line leads to the look at the original; without it nothing is saved and the reason stands beside it.
  await page.keyboard.press('Enter');
  await expect(focused(page)).toHaveAccessibleName(/Đã xem bản chính/);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Xem bản chính rồi xác nhận/)).toBeVisible();
  await expect(focused(page)).toHaveAccessibleName(/Đã xem bản chính/);
  await expectAccessible(page);
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(focused(page)).toHaveAccessibleName('Tiền mặt');
  // The program gives the receipt: nothing is typed for it.
  await page.keyboard.press('Enter');
  await expect(focused(page)).toHaveAccessibleName(/Lưu, lấy số/);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'Bản sao đã sẵn sàng' })).toBeVisible();
  await expect(page.getByText(/^\d{4,}, quyển số 01\/\d{4}-SCT\/BS$/)).toHaveCount(2);
  await expect(page.getByText('210.000 đ, đã thu tiền mặt')).toBeVisible();
  await expect(page.getByText(/-\d\dE \d+$/)).toBeVisible();
  await expect(focused(page)).toHaveAccessibleName(/In nhãn/);
  const numbers = await page.locator('.lane-number').allInnerTexts();
  const [label] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('p')]);
  const pdf = await page.request.get(label.url());
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await label.close();
  const took = page.getByText(/Từ phím đầu tiên đến nhãn: \d+:\d\d/);
  await expect(took).toBeVisible();
  await expect(page.getByText('trong mục tiêu 3:00')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('r');
  await expect(page.getByText('Đã ghi: kết quả trao tận tay Trần Văn Thử.')).toBeVisible();

  await page.keyboard.press('n');
  await expect(page.getByRole('timer')).toHaveText('0:00');
  await expect(page.getByText(/Hôm nay \d+ lượt, trung vị \d+:\d\d/)).toBeVisible();
  await expect(page.getByLabel('Họ và tên', { exact: true })).toHaveValue('');
  await expect(focused(page)).toHaveAccessibleName(/Quét thẻ căn cước/);

  await page.goto('/can-bo/so-chung-thuc');
  await page.keyboard.press('/');
  await page.keyboard.type('tran van thu');
  for (const number of numbers) await expect(page.locator('tr', { hasText: number.split(',')[0] ?? '' }).first()).toContainText(/Biên lai .*-\d\dE \d+/);
  await expectAccessible(page);
});

journey('chứng thực bản sao by an officer who may not sign: the label tells hour and day, the President signs, and then there is a number', async ({ browser }) => {
  journey.setTimeout(180_000);
  const page = await desk(browser, 'motcua1');
  await openLane(page);
  await scan(page);
  await fill(page, 'Giấy chứng nhận kết hôn', '1', '1', '');
  await page.keyboard.press('Space');
  await page.keyboard.press('F4');
  await expect(page.getByLabel('Chuyển khoản')).toBeChecked();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Đã tiếp nhận, chờ bước sau' })).toBeVisible();
  await expect(page.getByText(/Đang chờ công chức chứng thực thẩm định/)).toBeVisible();
  await expect(page.getByRole('link', { name: /In lời chứng/ })).toHaveCount(0);
  const code = /H56\.14-\d{6}-\d{4,}/.exec(await page.locator('main').innerText())?.[0] ?? '';
  for (const [userName, button] of [['chungthuc', /Trình ký/], ['phochutich', /Ký duyệt/]] as const) {
    const holder = await desk(browser, userName);
    await holder.goto('/can-bo/tat-ca-ho-so');
    await holder.locator('tr', { hasText: code }).locator('a.work-link').click();
    await holder.getByRole('button', { name: button }).first().click();
    const form = holder.locator('.action-form');
    await form.getByRole('button', { name: button }).click();
    await expect(form).toBeHidden();
    await holder.context().close();
  }
  await page.goto('/can-bo/so-chung-thuc');
  await expect(page.locator('tr', { hasText: 'Giấy chứng nhận kết hôn' }).first()).toContainText('Nguyễn Thị Thử, Phó Chủ tịch');
});

journey('a reason to refuse stops the lane with its words, and what was typed survives a closed page', async ({ browser }) => {
  const page = await desk(browser, 'chungthuc');
  await openLane(page);
  await scan(page);
  await fill(page, 'Bằng đại học', '2', '1', '');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Không chứng thực được: Bản chính bị tẩy xóa, sửa chữa, thêm bớt nội dung \(23\/2015\/NĐ-CP, Điều 22\)/)).toBeVisible();
  await page.reload();
  await expect(page.getByText('Đã lấy lại phần đang nhập dở.')).toBeVisible();
  await expect(page.getByLabel('Tên giấy tờ', { exact: true }).first()).toHaveValue('Bằng đại học');
  await expect(page.getByLabel('Họ và tên', { exact: true })).toHaveValue('Trần Văn Thử');
});
