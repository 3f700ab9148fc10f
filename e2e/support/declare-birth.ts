import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectFits } from './expect-accessible.ts';
import { photo } from './office.ts';

// A birth as it is declared from a phone, page by page, with two photographs.

type Answers = Readonly<Record<string, string | readonly [day: string, month: string, year: string]>>;

/** Answers what a page of a declaration asks and goes on; without a script an answer may bring up more questions on the same page. */
export async function answer(phone: Page, axeRuns: boolean, group: string, answers: Answers): Promise<void> {
  await expect(phone).toHaveURL(new RegExp(`/${group}(?:\\?|$)`, 'u'));
  // Axe is a script itself: it looks at the same pages where scripts run.
  if (axeRuns) await expectAccessible(phone);
  await expectFits(phone);
  const asked = { ...answers };
  for (let turn = 0; turn < 2 && phone.url().includes(`/${group}`); turn += 1) {
    for (const [id, value] of Object.entries(asked)) {
      const question = phone.locator(`[data-field="${id}"]`);
      if (!(await question.isVisible())) continue;
      if (typeof value !== 'string') {
        for (const [place, part] of (['day', 'month', 'year'] as const).entries()) await question.locator(`[name="${id}-${part}"]`).fill(value[place] ?? '');
      } else if (await question.locator('select').count() > 0) await question.locator('select').selectOption(value);
      else if (await question.locator('[type=radio]').count() > 0) await question.locator(`[type=radio][value="${value}"]`).check();
      else if (await question.locator('[type=checkbox]').count() > 0) await question.locator('[type=checkbox]').check();
      else await question.locator(`[name="${id}"]`).fill(value);
    }
    await phone.locator('button.button[value=tiep]').click();
    await phone.waitForLoadState();
  }
}

export interface BirthOptions {
  readonly javaScriptEnabled: boolean;
  readonly copies?: string;
}

/** Fills in the declaration of a birth by its mother, from the page of the procedure to the review. */
export async function fillBirth(phone: Page, mother: string, { javaScriptEnabled, copies = '0' }: BirthOptions): Promise<void> {
  await phone.setViewportSize({ width: 390, height: 844 });
  await phone.goto('/t/1.001193?q=1');
  await phone.getByRole('link', { name: /Khai ngay tại nhà/ }).first().click();
  if (javaScriptEnabled) await expectAccessible(phone);
  await phone.getByRole('button', { name: 'Bắt đầu khai' }).click();
  await answerBirth(phone, mother, { javaScriptEnabled, copies });
}

/** Answers the questions of a birth by its mother, from their first page to the review. */
export async function answerBirth(phone: Page, mother: string, { javaScriptEnabled, copies = '0' }: BirthOptions): Promise<void> {
  // Some days ago, whatever day it is: a child that is registered in time.
  const [year = '', month = '', day = ''] = new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10).split('-');
  await answer(phone, javaScriptEnabled, 'applicant', { 'applicant.fullName': mother, 'applicant.birthDate': ['5', '3', '1996'], 'applicant.citizenNumber': '038196000123' });
  await answer(phone, javaScriptEnabled, 'applicant-contact', { 'applicant.phone': '0900 000 078', 'relation': 'mother' });
  await answer(phone, javaScriptEnabled, 'child', { 'child.fullName': 'Trần Gia Bảo', 'child.birthDate': [day, month, year], 'child.sex': 'male' });
  await answer(phone, javaScriptEnabled, 'child-origin', { 'child.ethnicity': 'kinh', 'child.nationality': 'VN' });
  await answer(phone, javaScriptEnabled, 'child-places', { 'child.birthPlace': 'Bệnh viện đa khoa, xã Hoa Lộc, tỉnh Thanh Hóa', 'child.hometown': 'Thôn Đông, xã Hoa Lộc, tỉnh Thanh Hóa' });
  await answer(phone, javaScriptEnabled, 'parents', { parents: 'mother-only' });
  await answer(phone, javaScriptEnabled, 'mother-origin', { 'mother.ethnicity': 'kinh', 'mother.nationality': 'VN', 'mother.living': 'alive' });
  await answer(phone, javaScriptEnabled, 'proof', { proof: 'notice', surrogacy: 'no' });
  await answer(phone, javaScriptEnabled, 'copies', copies === '0' ? { 'copies.wanted': 'no' } : { 'copies.wanted': 'yes', 'copies.count': copies });
  await answer(phone, javaScriptEnabled, 'lien-he', { 'contact.residence': 'Thôn Đông, xã Hoa Lộc, tỉnh Thanh Hóa' });
  await answer(phone, javaScriptEnabled, 'promise', { promise: 'co' });
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Xem lại và gửi');
  if (javaScriptEnabled) await expectAccessible(phone);
  await expectFits(phone);
}

/** Declares a birth by its mother, with two photographs of the birth notice, from the page of the procedure to the receipt. Answers the secret link of the dossier. */
export async function declareBirth(phone: Page, mother: string, options: BirthOptions): Promise<string> {
  const { javaScriptEnabled } = options;
  await fillBirth(phone, mother, options);
  await phone.getByRole('link', { name: 'Chụp, gửi giấy tờ' }).click();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Gửi giấy tờ');
  for (const background of ['#e8e0d0', '#d8e0e8']) {
    await phone.getByRole('link', { name: /Chụp hoặc chọn tệp|Xem lại, thêm hoặc bỏ tệp/ }).first().click();
    await phone.locator('input[type=file]').first().setInputFiles({ name: 'giay.jpg', mimeType: 'image/jpeg', buffer: await photo(background) });
    if (!javaScriptEnabled) await phone.locator('main form button.button').first().click();
    await expect(phone.locator('main')).toContainText(/giay\.jpg|trang|ảnh/iu);
    await phone.goto(phone.url().replace(/(\/giay-to\/[\w-]+)\/.*$/u, '$1'));
  }
  await phone.getByRole('link', { name: /tờ khai/ }).last().click();
  await phone.getByRole('button', { name: 'Gửi cho xã' }).click();
  await expect(phone.locator('main')).toContainText(/KB-[0-9A-Z]{4}-[0-9A-Z]{4}/u);
  return phone.url().split('?')[0] ?? '';
}
