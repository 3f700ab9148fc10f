import { type Browser, expect, type Page } from '@playwright/test';
import { expectAccessible, expectFits } from '../support/expect-accessible.ts';
import { journey } from '../support/journey.ts';
import { signIn } from '../support/sign-in.ts';

type Answers = Readonly<Record<string, string | readonly [day: string, month: string, year: string]>>;

/** Answers what a page of the declaration asks and goes on; without a script an answer may bring up more questions on the same page. */
async function answer(page: Page, group: string, answers: Answers): Promise<void> {
  await expect(page).toHaveURL(new RegExp(`/${group}(?:\\?|$)`, 'u'));
  for (let turn = 0; turn < 2 && page.url().includes(`/${group}`); turn += 1) {
    for (const [id, value] of Object.entries(answers)) {
      const question = page.locator(`[data-field="${id}"]`);
      if (!(await question.isVisible())) continue;
      if (typeof value !== 'string') {
        for (const [place, part] of (['day', 'month', 'year'] as const).entries()) await question.locator(`[name="${id}-${part}"]`).fill(value[place] ?? '');
      } else if (await question.locator('select').count() > 0) await question.locator('select').selectOption(value);
      else if (await question.locator('[type=radio]').count() > 0) await question.locator(`[type=radio][value="${value}"]`).check();
      else if (await question.locator('[type=checkbox]').count() > 0) await question.locator('[type=checkbox]').check();
      else await question.locator(`[name="${id}"]`).fill(value);
    }
    await page.locator('button.button[value=tiep]').click();
    await page.waitForLoadState();
  }
}

/** A grandchild begins and fills in a birth for the mother; it waits at the review, which sends nothing yet. */
async function fillForMother(page: Page, mother: string): Promise<void> {
  await page.goto('/to-khai/bat-dau/1.001193');
  await page.getByLabel('Tôi khai giúp người khác').check();
  await page.getByRole('button', { name: 'Bắt đầu khai' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ai đang khai?');
  await expectFits(page);
  await page.getByLabel('Người thân, người quen khai giúp').check();
  await page.getByLabel('Họ và tên người giúp').fill('Lê Thị Cháu');
  await page.getByLabel('Người giúp là gì của người khai').selectOption('grandchild');
  await page.getByRole('button', { name: 'Lưu, khai tiếp' }).click();
  const [year = '', month = '', day = ''] = new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10).split('-');
  await answer(page, 'applicant', { 'applicant.fullName': mother, 'applicant.birthDate': ['5', '3', '1996'], 'applicant.citizenNumber': '038196000123' });
  await answer(page, 'applicant-contact', { 'applicant.phone': '0900 000 078', 'relation': 'mother' });
  await answer(page, 'child', { 'child.fullName': 'Trần Gia Bảo', 'child.birthDate': [day, month, year], 'child.sex': 'male' });
  await answer(page, 'child-origin', { 'child.ethnicity': 'kinh', 'child.nationality': 'VN' });
  await answer(page, 'child-places', { 'child.birthPlace': 'Bệnh viện đa khoa, xã Hoa Lộc, tỉnh Thanh Hóa', 'child.hometown': 'Thôn Đông, xã Hoa Lộc, tỉnh Thanh Hóa' });
  await answer(page, 'parents', { parents: 'mother-only' });
  await answer(page, 'mother-origin', { 'mother.ethnicity': 'kinh', 'mother.nationality': 'VN', 'mother.living': 'alive' });
  await answer(page, 'proof', { proof: 'notice', surrogacy: 'no' });
  await answer(page, 'copies', { 'copies.wanted': 'no' });
  await answer(page, 'lien-he', { 'contact.residence': 'Thôn Đông, xã Hoa Lộc, tỉnh Thanh Hóa' });
  await answer(page, 'promise', { promise: 'co' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Xem lại và gửi');
  await expect(page.getByRole('button', { name: 'Gửi cho xã' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Mời người khai xem và đồng ý' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Mời ${mother} xem lại`);
  await expectFits(page);
}

async function open(browser: Browser, size: { readonly width: number; readonly height: number }, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ viewport: size, javaScriptEnabled, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
  return context.newPage();
}

const PHONE = { width: 390, height: 844 } as const;

journey('a grandchild fills in on a phone, the mother signs on the screen, and the officer sees who helped and the signature', async ({ browser }) => {
  journey.setTimeout(180_000);
  const phone = await open(browser, PHONE);
  await fillForMother(phone, 'Nguyễn Thị Ký');
  await expectAccessible(phone);
  await phone.getByRole('button', { name: 'Tôi đã xem và đồng ý' }).click();
  await expect(phone.getByRole('alert').or(phone.locator('[data-summary]')).first()).toContainText('Chưa có chữ ký');
  const pad = phone.getByRole('img', { name: 'Khung ký tên' });
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (box === null) throw new Error('there is no field to sign in');
  await phone.mouse.move(box.x + 20, box.y + 60);
  await phone.mouse.down();
  for (let step = 0; step < 25; step += 1) await phone.mouse.move(box.x + 20 + step * 10, box.y + 60 + Math.sin(step / 2) * 30);
  await phone.mouse.up();
  await phone.getByRole('button', { name: 'Tôi đã xem và đồng ý' }).click();
  await expect(phone.locator('main')).toContainText('bằng chữ ký trên màn hình');
  await phone.getByRole('button', { name: 'Gửi cho xã' }).click();
  await expect(phone.locator('main')).toContainText('Có người khai giúp; người nộp đồng ý bằng chữ ký trên màn hình.');
  await expect(phone.locator('main')).not.toContainText('Lê Thị Cháu');
  await phone.context().close();

  const desk = await open(browser, { width: 1280, height: 800 });
  await signIn(desk, 'motcua1', '/can-bo/cho-tiep-nhan');
  await desk.locator('tr', { hasText: 'Nguyễn Thị Ký' }).locator('a.work-link').click();
  await expect(desk.getByText('Lê Thị Cháu (cháu) khai giúp.')).toBeVisible();
  await desk.getByRole('button', { name: 'Xem chữ ký' }).click();
  const signature = desk.getByRole('img', { name: 'Chữ ký trên màn hình' });
  await expect(signature).toBeVisible();
  expect(await signature.evaluate((image: { readonly naturalWidth: number }) => image.naturalWidth)).toBeGreaterThan(100);
  await desk.context().close();

  const leader = await open(browser, { width: 1280, height: 800 });
  await signIn(leader, 'chutich', '/can-bo/khai-ho');
  await leader.getByRole('link', { name: /hồ sơ: Lê Thị Cháu/u }).click();
  await expect(leader.getByRole('table', { name: 'Từng hồ sơ' })).toContainText('Chữ ký');
  await leader.context().close();
});

journey('without a script the mother agrees on her own phone and reads six digits to the helper', async ({ browser }) => {
  journey.setTimeout(180_000);
  const phone = await open(browser, PHONE, false);
  await fillForMother(phone, 'Nguyễn Thị Mã');
  const address = /\/dong-y\/[\w-]{22}/u.exec(await phone.locator('figure.qr').innerText())?.[0] ?? '';
  expect(address).not.toBe('');
  // In the helper's own browser it is not the person who agrees.
  await phone.goto(address);
  await phone.getByRole('button', { name: 'Tôi đồng ý' }).click();
  await expect(phone.locator('main')).toContainText('Đây là máy của người đang giúp');
  await phone.goBack();
  await phone.goBack();

  const own = await open(browser, PHONE, false);
  await own.goto(address);
  await expect(own.getByRole('heading', { level: 1 })).toHaveText('Xem lại tờ khai của bạn');
  await expectFits(own);
  await own.getByRole('button', { name: 'Tôi đồng ý' }).click();
  const code = (await own.locator('.six').innerText()).replaceAll(/\D/gu, '');
  expect(code).toMatch(/^\d{6}$/u);

  await phone.getByLabel('Mã đồng ý gồm 6 số').fill(code);
  await phone.getByRole('button', { name: 'Nhập mã' }).click();
  await expect(phone.locator('main')).toContainText('trên điện thoại của mình');
  await phone.getByRole('button', { name: 'Gửi cho xã' }).click();
  await expect(phone.locator('main')).toContainText('Có người khai giúp; người nộp đồng ý trên điện thoại của mình.');
  await own.context().close();
  await phone.context().close();
});
