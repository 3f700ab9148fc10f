import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type StaffActor } from '../../src/kernel/actor.ts';
import { type Assurance, FRESH_MS } from '../../src/kernel/assurance.ts';
import { createTwoCommunes, RIGHT_BODY, type TwoCommunes } from '../matrix-things.ts';
import { MATRIX } from '../matrix.ts';
import { addressOf, nameOf } from './by-schema.ts';

let program: TwoCommunes;
before(async () => { program = await createTwoCommunes(); });
after(() => program.close());

const withAssurance = (actor: StaffActor, change: Partial<Assurance>): StaffActor => ({ ...actor, assurance: { level: 'second-factor', provenAt: program.clock.now().getTime(), secondFactor: 'enrolled', ...change } });

/** Whatever gives somebody rights or a way in: by its address, so that a new route cannot forget it. Ending a leave and cancelling a recovery only take away. */
const GIVES_RIGHTS = /^(?:POST|PUT|DELETE|PATCH) \/api\/(?:staff|recoveries|installation-administrators)(?:\/|$)/u;
const TAKES_AWAY: readonly string[] = ['POST /api/recoveries/:id/cancel'];

test('every route that gives rights or a way into an account wants a proof of who does it that is not older than a quarter of an hour', () => {
  const routes = program.routes.filter((route) => GIVES_RIGHTS.test(nameOf(route)) && !TAKES_AWAY.includes(nameOf(route)));
  assert.ok(routes.length >= 8);
  assert.deepEqual(routes.filter(({ policy }) => policy.right !== 'recover-account').map(nameOf), []);
});

test('every route that only administrators may use wants more than a password', () => {
  const alone = program.routes.filter((route) => {
    const row = MATRIX.find((one) => one.route === nameOf(route));
    return row !== undefined && row.letsIn.length === 1 && row.letsIn[0] === 'administrator';
  });
  assert.ok(alone.length > 20);
  assert.deepEqual(alone.filter(({ policy }) => policy.right === undefined).map(nameOf), []);
});

test('a session that is too weak, too old or without a factor is told so, and let in once it has proved it', async () => {
  for (const route of program.routes.filter(({ policy }) => policy.right !== undefined)) {
    const row = MATRIX.find((one) => one.route === nameOf(route));
    const role = row?.letsIn.find((seat) => seat !== 'anonymous' && seat !== 'citizen' && seat !== 'unplaced');
    assert.ok(role !== undefined, nameOf(route));
    const { actor } = program.home.staff[role as 'administrator'];
    const ask = async (change: Partial<Assurance>) => (await program.send(withAssurance(actor, change), route.method, addressOf(route), RIGHT_BODY[nameOf(route)]?.(program.home))).code;
    if (route.kind === 'page') {
      // A page says it in words, or leads to where it is proved.
      assert.ok(![303, 403].includes((await program.send(actor, route.method, addressOf(route))).status), nameOf(route));
      for (const change of [{ level: 'password' }, { level: 'password', secondFactor: 'must-enrol' }] as const) {
        assert.ok([303, 403].includes((await program.send(withAssurance(actor, change), route.method, addressOf(route))).status), nameOf(route));
      }
      continue;
    }
    assert.equal(await ask({ level: 'password' }), 'access.assurance-too-low', nameOf(route));
    assert.equal(await ask({ level: 'password', secondFactor: 'must-enrol' }), 'access.second-factor-first', nameOf(route));
    assert.equal(await ask({ level: 'password', secondFactor: 'may-enrol' }), 'access.second-factor-first', nameOf(route));
    if (route.policy.right === 'recover-account') assert.equal(await ask({ provenAt: program.clock.now().getTime() - FRESH_MS - 1 }), 'access.assurance-too-low', nameOf(route));
    for (const enough of [{}, { level: 'passkey' as const }, { level: 'password' as const, secondFactor: 'waived' as const }]) {
      const code = await ask(enough);
      assert.ok(code !== 'access.assurance-too-low' && code !== 'access.second-factor-first', `${nameOf(route)}: ${String(code)}`);
    }
  }
});

test('a signature wants the second factor, and what was typed may be sent again under the same id once it is proved', async () => {
  const { id = '' } = (await program.make('appraised dossier', program.home)).params;
  const { specialist, president } = program.home.staff;
  const step = { note: null, outcome: null, legalBasis: null };
  assert.equal((await program.send(specialist.actor, 'POST', `/api/dossiers/${id}/actions`, { commandId: randomUUID(), expectedVersion: 2, ...step, action: 'appraise', outcome: 'positive' })).status, 200);
  const body = { commandId: randomUUID(), expectedVersion: 3, ...step, action: 'approve' };
  for (const [change, code] of [[{ level: 'password' }, 'access.assurance-too-low'], [{ level: 'password', secondFactor: 'may-enrol' }, 'access.second-factor-first']] as const) {
    assert.equal((await program.send(withAssurance(president.actor, change), 'POST', `/api/dossiers/${id}/actions`, body)).code, code);
  }
  const signed = await program.send(withAssurance(president.actor, {}), 'POST', `/api/dossiers/${id}/actions`, body);
  assert.equal(signed.status, 200, signed.body);
  assert.equal((await program.send(withAssurance(president.actor, {}), 'POST', `/api/dossiers/${id}/actions`, body)).status, 200, 'sent twice, done once');
});

test('other steps of the same route want no more than they did', async () => {
  const { id = '' } = (await program.make('dossier', program.home)).params;
  const { reception } = program.home.staff;
  const answer = await program.send(withAssurance(reception.actor, { level: 'password', secondFactor: 'may-enrol' }), 'POST', `/api/dossiers/${id}/actions`, { commandId: randomUUID(), expectedVersion: 1, action: 'transfer', note: null, outcome: null, legalBasis: null });
  assert.equal(answer.status, 200, answer.body);
});

test('who may switch the second factor off has proved lately who it is', async () => {
  const { administrator } = program.home.staff;
  const change = { commandId: randomUUID(), expectedRevision: 0, key: 'identity.second-factor', level: 'commune', act: 'set', value: 'offered', fixed: false, validFrom: '2026-11-23', reason: 'Thử' };
  const stale = await program.send(withAssurance(administrator.actor, { provenAt: program.clock.now().getTime() - FRESH_MS - 1 }), 'POST', '/api/settings/changes', change);
  assert.equal(stale.code, 'access.assurance-too-low', stale.body);
});
