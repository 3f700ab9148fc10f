import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { ROLES } from '../src/kernel/actor.ts';
import { WHOLE_ANSWERS } from './architecture/whole-answers.ts';
import { MATRIX } from './matrix.ts';
import { createTwoCommunes, type TwoCommunes } from './matrix-things.ts';
import { STATEMENT_ACCOUNT } from './statement-house.ts';

const [NUMBER, PHONE] = ['003190999901', '0900000012'];
const TWELVE_DIGITS = /(?<![\w.-])\d{12}(?![\w-])/u;

describe('what is masked', () => {
  let program: TwoCommunes;
  before(async () => { program = await createTwoCommunes(); });
  after(() => program.close());

  // The account of the office has twelve digits here; it is printed for everybody.
  const isBare = (answer: string): boolean => {
    const body = answer.replaceAll(STATEMENT_ACCOUNT, '');
    return TWELVE_DIGITS.test(body) || body.includes(NUMBER) || body.includes(PHONE);
  };

  const reads = MATRIX.filter(({ route }) => route.startsWith('GET /api/') && !/\.(?:pdf|xlsx|svg)$|\/(?:files|kept|pages)\//u.test(route) && route !== 'GET /api/exchange/export');
  for (const { route, letsIn, thing } of reads) {
    const reason = WHOLE_ANSWERS[route];
    test(`${route} ${reason === undefined ? 'shows nobody a whole number' : `is whole: ${reason}`}`, async () => {
      if (thing === undefined) for (const kind of ['dossier', 'declaration', 'sent result', 'certification'] as const) await program.make(kind, program.home);
      const made = thing === undefined ? undefined : await program.make(thing.kind, program.home);
      const url = route.slice(4).replaceAll(/:(\w+)/gu, (_place, name: string) => made?.params[name] ?? randomUUID());
      const answers = [];
      for (const role of ROLES.filter((one) => letsIn.includes(one))) {
        let answer = await program.send(program.home.staff[role].actor, 'GET', url);
        if (answer.code === 'journal.purpose-needed' && made !== undefined) {
          await program.sayWhy(program.home.staff[role].actor, made);
          answer = await program.send(program.home.staff[role].actor, 'GET', url);
        }
        answers.push({ role, status: answer.status, bare: isBare(answer.body) });
      }
      if (reason === undefined) assert.deepEqual(answers.filter(({ bare }) => bare), []);
      // What is named as whole is whole: a reason that nothing needs any more goes.
      else assert.ok(answers.some(({ bare }) => bare), JSON.stringify(answers));
    });
  }

  test('every answer that is whole by name is a route', () => {
    assert.deepEqual(Object.keys(WHOLE_ANSWERS).filter((route) => !MATRIX.some((row) => row.route === route)), []);
  });

  test('what is looked for by a number is found, and shown masked', async () => {
    await program.make('dossier', program.home);
    const found = await program.send(program.home.staff.specialist.actor, 'POST', '/api/dossiers/search', { list: 'all', q: NUMBER, after: null });
    assert.ok((JSON.parse(found.body) as { items: unknown[] }).items.length > 0, found.body);
    assert.equal(isBare(found.body), false);
  });

  test('people found by name or phone are masked; whoever gives the whole number has the card and gets it whole', async () => {
    await program.make('dossier', program.home);
    const { actor } = program.home.staff.reception;
    const search = async (q: string) => (await program.send(actor, 'POST', '/api/persons/search', { q })).body;
    for (const q of ['nguyen thi mau', PHONE]) {
      const body = await search(q);
      assert.match(body, /"citizenNumber":"•••• •••• 9901"/);
      assert.equal(isBare(body), false);
    }
    assert.match(await search(NUMBER), /"masked":false,"citizenNumber":"003190999901"/);
    assert.match(await search(NUMBER), /"phone":"0900000012"/);
  });
});
