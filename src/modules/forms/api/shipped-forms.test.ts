import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { type Answers } from '../domain/answers.ts';
import { compileForm } from '../domain/compile-form.ts';
import { readFormFiles } from '../store/read-form-files.ts';
import { createFormHouse, createVisitor, faultsOf, type FormHouse } from './form-house-for-tests.ts';
import { pageDataOf } from './page-data-of.ts';
import { wholeForm } from './whole-form.ts';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const { definitions } = readFormFiles(`${ROOT}data/forms`);
const goodOf = (code: string) => (JSON.parse(readFileSync(`${ROOT}test/forms/${code}.json`, 'utf8')) as { readonly good: Answers }).good;
/** What a phone on a weak line has to load for one page, the script of its first time included. */
const MOST_BYTES = 20 * 1024;

let house: FormHouse;
before(async () => { house = await createFormHouse(); });
after(() => house.close());

for (const { definition } of definitions) {
  test(`every page of ${definition.code} can be drawn and weighs at most 20 KB on the wire, and its whole filling is ready to be sent`, async () => {
    house.forms.list = [{ ...definition, validFrom: '2025-07-01', validTo: null, procedures: ['1.001193'] }];
    const visitor = createVisitor(house);
    const token = await visitor.begin();
    const script = brotliCompressSync((await visitor.get('/to-khai/khai.js')).body).length;
    const answers: Answers = { ...goodOf(definition.code), 'contact.fullName': 'Nguyễn Thị Mẫu', 'contact.residence': { text: 'Thôn Hoa Phú, xã Hoa Lộc, tỉnh Thanh Hóa', commune: '16072' }, 'contact.phone': '0900000012' };
    await house.database.db.updateTable('form_draft').set({ answers: JSON.stringify(answers) }).where('token_hash', '=', house.pages.links.hash(token)).execute();
    for (const group of wholeForm(compileForm(definition)).definition.groups) {
      const page = await visitor.get(`/to-khai/${token}/${group.id}`);
      if (page.status === 303) continue;
      assert.equal(page.status, 200, group.id);
      const bytes = brotliCompressSync(page.body).length + script;
      assert.equal(page.body.split('data-read=').length, 2, `${group.id}: a page is read aloud by one button`);
      assert.ok(bytes <= MOST_BYTES, `${group.id}: ${String(bytes)} bytes`);
    }
    const review = await visitor.open(`/to-khai/${token}/xem-lai`);
    assert.deepEqual(faultsOf(review.body), []);
    assert.equal(review.body.split('data-read=').length, 2);
  });

  test(`the pages of ${definition.code} judge as the server does: the same questions are asked, the same answers refused`, () => {
    const form = wholeForm(compileForm(definition));
    const now = new Date('2026-11-30T03:00:00Z');
    const good = { ...goodOf(definition.code) };
    for (const answers of [good, {}, Object.fromEntries(Object.entries(good).slice(0, 6))]) {
      const whole = form.judge(answers, { today: '2026-11-30', placesLookedUp: false });
      for (const group of form.definition.groups) {
        if (!whole.groups.has(group.id)) continue;
        const data = pageDataOf({ form, token: 'x' }, group, whole, 'vi', now);
        const own = Object.fromEntries(group.fields.flatMap(({ id }) => (answers[id] === undefined ? [] : [[id, answers[id]]])));
        const page = compileForm(data.definition).judge({ ...data.answers, ...own }, { today: data.today, placesLookedUp: false });
        const asked = (fields: ReadonlySet<string>) => group.fields.map(({ id }) => id).filter((id) => fields.has(id));
        assert.deepEqual(asked(page.fields), asked(whole.fields), group.id);
        const places = (faults: readonly { readonly field: string; readonly why: string }[]) => faults.filter(({ field, why }) => why !== 'choice.unknown' && group.fields.some(({ id }) => field === id || field.startsWith(`${id}.`))).map(({ field, why }) => `${field} ${why}`);
        assert.deepEqual(places(page.faults), places(whole.faults), group.id);
      }
    }
  });
}
