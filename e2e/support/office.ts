import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page } from '@playwright/test';
import sharp from 'sharp';
import { URL_VARIABLE } from './global-set-up.ts';
import { signIn } from './sign-in.ts';

// What people of an office and those who come to it do in every journey. `baseURL` stands for another program than the shared one.

const sharedUrl = (): string => process.env[URL_VARIABLE] ?? '';

/** Somebody who files a dossier. */
export interface Applicant {
  readonly name: string;
  readonly citizenNumber: string;
  readonly phone: string;
}

/** A desk of the office with somebody signed in. */
export async function openDesk(browser: Browser, userName: string, baseURL = sharedUrl()): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL });
  const page = await context.newPage();
  await signIn(page, userName);
  await expect(page.getByRole('heading', { name: 'Việc của tôi' })).toBeVisible();
  return page;
}

/** The cheap phone of a citizen, as a rule without JavaScript. */
export async function openPhone(browser: Browser, { javaScriptEnabled = false, baseURL = sharedUrl() } = {}): Promise<Page> {
  return (await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, javaScriptEnabled, baseURL })).newPage();
}

/** A picture of a paper as a phone takes it. */
export function photo(background = '#e8e0d0'): Promise<Buffer> {
  return sharp({ create: { width: 1200, height: 900, channels: 3, background } }).jpeg().toBuffer();
}

/** Declares at home from the page of a procedure, with a photo for each of the first `pictures` papers. Answers the secret link of the dossier. */
export async function declareAtHome(phone: Page, procedure: string, applicant: Applicant, pictures = 1): Promise<string> {
  await phone.goto(`/t/${procedure}?q=1`);
  await phone.getByRole('link', { name: /Khai ngay tại nhà/ }).first().click();
  // A procedure with a form can also be begun with its papers alone.
  const general = phone.getByRole('link', { name: 'Chỉ gửi giấy tờ, chưa trả lời tờ khai' });
  if (await general.isVisible()) await general.click();
  await phone.getByLabel('Họ và tên').first().fill(applicant.name);
  await phone.getByLabel(/Số định danh/).first().fill(applicant.citizenNumber);
  await phone.locator('[name=birthDate-day]').fill('5');
  await phone.locator('[name=birthDate-month]').fill('3');
  await phone.locator('[name=birthDate-year]').fill('1990');
  await phone.locator('select[name=village]').selectOption({ index: 3 });
  await phone.getByLabel(/Số điện thoại/).first().fill(applicant.phone);
  for (let paper = 0; paper < pictures; paper += 1) {
    await phone.locator('input[type=file]').nth(paper).setInputFiles({ name: `giay-${String(paper + 1)}.jpg`, mimeType: 'image/jpeg', buffer: await photo() });
  }
  await phone.getByRole('button', { name: 'Gửi cho xã' }).click();
  await expect(phone.locator('main')).toContainText(/KB-[0-9A-Z]{4}-[0-9A-Z]{4}/);
  return phone.url().split('?')[0] ?? '';
}

/** Saves a reception; papers that are still missing are told first and accepted by saving again. Answers the dossier's code. */
export async function saveReception(desk: Page): Promise<string> {
  const done = desk.getByText('Đã tiếp nhận hồ sơ');
  await desk.keyboard.press('Control+Enter');
  await done.waitFor({ timeout: 4000 }).catch(() => desk.keyboard.press('Control+Enter'));
  await expect(done).toBeVisible();
  const code = /H56\.14-\d{6}-\d{4,}/.exec(await desk.locator('main').innerText())?.[0] ?? '';
  expect(code).not.toBe('');
  return code;
}

/** Receives what somebody declared at home. Answers the dossier's code. */
export async function receiveDeclared(desk: Page, name: string, beforeSaving: (desk: Page) => Promise<void> = () => Promise.resolve()): Promise<string> {
  await desk.goto('/can-bo/cho-tiep-nhan');
  await desk.locator('tr', { hasText: name }).locator('a.work-link').click();
  await desk.getByRole('button', { name: /^Tiếp nhận/ }).or(desk.getByRole('link', { name: /^Tiếp nhận/ })).last().click();
  await expect(desk.getByLabel('Họ và tên', { exact: true })).toHaveValue(name);
  await beforeSaving(desk);
  return saveReception(desk);
}

/** Receives somebody who stands at the counter of whoever sits at the desk, without typing. Answers the dossier's code. */
export async function receiveByApi(desk: Page, name: string): Promise<string> {
  const answer = await desk.request.post('/api/dossiers', {
    data: {
      commandId: randomUUID(), dossierId: randomUUID(), procedureCode: '1.004873', channel: 'counter', content: '', copies: 1,
      person: { citizenNumber: null, fullName: name, birthDate: '1990-03-05', sex: 'female', address: 'Thôn Hoa Phú', villageId: null, phone: '0900000029', email: null },
      papers: [{ id: randomUUID(), requirementId: null, name: 'Tờ khai', kind: 'original', source: 'submitted', copies: 1, reusedFrom: null, files: [] }],
      authorisedBy: null, assistedBy: null, delivery: { method: 'counter', address: null },
    },
  });
  expect(answer.status(), await answer.text()).toBe(200);
  return ((await answer.json()) as { readonly code: string }).code;
}

/** Opens a dossier from the list of all of them; what was received a minute ago stands at the top. */
export async function openDossier(desk: Page, code: string): Promise<void> {
  await desk.goto('/can-bo/tat-ca-ho-so');
  await desk.locator('tr', { hasText: code }).locator('a.work-link').click();
  await expect(desk.getByRole('complementary').or(desk.locator('main')).first()).toContainText(code);
}

/** Opens the form of an action of the dossier that is open, from its buttons or from “Thêm”. */
export async function openAction(desk: Page, action: string): Promise<void> {
  const button = desk.getByRole('button', { name: new RegExp(`^${action}`) }).first();
  const more = desk.getByRole('button', { name: 'Thêm', exact: true });
  await expect(button.or(more).first()).toBeVisible();
  if (await button.isVisible()) {
    await button.click();
    return;
  }
  await more.click();
  await desk.getByRole('menuitem', { name: new RegExp(`^${action}`) }).click();
}

/** Does an action on the dossier that is open, with what its form asks for by label. */
export async function doAction(desk: Page, action: string, entries: Readonly<Record<string, string>> = {}): Promise<void> {
  await openAction(desk, action);
  const form = desk.locator('.action-form');
  for (const [label, value] of Object.entries(entries)) {
    const control = form.getByLabel(label);
    await expect(control).toBeVisible();
    if ((await control.and(form.locator('select')).count()) > 0) await control.selectOption({ label: value });
    else await control.fill(value);
  }
  await form.getByRole('button', { name: new RegExp(`^${action}`) }).click();
  await expect(form).toBeHidden();
}

/** One action by one person at a desk of their own. */
export async function actAs(browser: Browser, userName: string, code: string, action: string, entries: Readonly<Record<string, string>> = {}, baseURL = sharedUrl()): Promise<void> {
  const desk = await openDesk(browser, userName, baseURL);
  await openDossier(desk, code);
  await doAction(desk, action, entries);
  await desk.context().close();
}

/** A received dossier on its way to the sealed result; `specialist` appraises it. */
export async function workToSeal(browser: Browser, code: string, specialist: string, resultNumber: string, baseURL = sharedUrl()): Promise<void> {
  await actAs(browser, 'motcua1', code, 'Chuyển thẩm định', {}, baseURL);
  await actAs(browser, specialist, code, 'Trình ký', {}, baseURL);
  await actAs(browser, 'chutich', code, 'Ký duyệt', {}, baseURL);
  await actAs(browser, 'vanthu', code, 'Đóng dấu', { 'Số của kết quả': resultNumber }, baseURL);
}
