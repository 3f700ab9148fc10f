import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createTwoCommunes, type TwoCommunes } from '../../../../test/matrix-things.ts';
import { inCommune } from '../../../platform/db/commune-scope.ts';
import { type Answers } from '../domain/answers.ts';
import { insertAnswers } from '../store/form-answers.ts';

let program: TwoCommunes;
before(async () => { program = await createTwoCommunes(); });
after(() => program.close());

/** How many copies reception reads in a declaration with these answers; none given: declared without a form. */
async function copiesOf(answers?: Answers): Promise<unknown> {
  const { commune, staff } = program.home;
  const { params } = await program.make('declaration', program.home);
  const dossierId = params['id'] ?? '';
  if (answers !== undefined) {
    const form = await program.database.owner.db.selectFrom('form_version').select(['code', 'version']).limit(1).executeTakeFirstOrThrow();
    await inCommune(commune.code, () => program.database.db.transaction().execute((tx) =>
      insertAnswers(tx, { communeCode: commune.code, dossierId }, { formCode: form.code, formVersion: form.version, answers, filledBy: 'citizen', agreedAt: program.clock.now() })));
  }
  const answer = await program.send(staff.reception.actor, 'GET', `/api/dossiers/${dossierId}/declaration`);
  assert.equal(answer.status, 200, answer.body);
  return (JSON.parse(answer.body) as { readonly copiesWanted: unknown }).copiesWanted;
}

test('the copies that a citizen asked for in the form come to reception with the declaration, where they preset the quantity of the fee', async () => {
  assert.equal(await copiesOf({ 'copies.wanted': 'yes', 'copies.count': 2 }), 2);
});

test('nobody’s wish is invented: no copies, no number and no form are none', async () => {
  assert.equal(await copiesOf({ 'copies.wanted': 'no' }), null);
  assert.equal(await copiesOf({ 'copies.wanted': 'yes', 'copies.count': 'hai' }), null);
  assert.equal(await copiesOf(), null);
});
