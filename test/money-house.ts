import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { type Actor } from '../src/kernel/actor.ts';
import { followMoney, listPayableDossiers, lockDossier } from '../src/modules/dossiers/index.ts';
import { rehearseExchange } from '../src/modules/linked-cases/index.ts';
import { openPayable, type PayableDeps, type PayableRow } from '../src/modules/payments/index.ts';
import { inCommune } from '../src/platform/db/commune-scope.ts';
import { createTwoCommunes, type TwoCommunes } from './matrix-things.ts';

/** The account into which the test commune is paid. */
const ACCOUNT = { bin: '970436', number: '1012345678', holder: 'UBND XA HOA LOC' } as const;

/** The whole program with a commune that has an account and rehearses online payments. */
export interface MoneyHouse extends TwoCommunes {
  /** A received dossier with fees to pay. */
  fees(amount: number): Promise<PayableRow>;
  /** A received dossier that waits for 50,000 đồng (national state 6). */
  duringWork(): Promise<string>;
  call(actor: Actor, method: 'GET' | 'POST', url: string, body?: unknown): Promise<{ readonly status: number; readonly code: string | undefined; readonly body: Readonly<Record<string, unknown>> }>;
  /** A page of the citizen, without a script. */
  page(url: string, post?: Readonly<Record<string, string>>, cookie?: string): Promise<{ readonly status: number; readonly body: string; readonly to: string; readonly cookie: string }>;
  /** The secret address of a dossier. */
  path(dossierId: string | null): string;
}

/** Builds the house; the caller closes it. */
export async function createMoneyHouse(): Promise<MoneyHouse> {
  const program = await createTwoCommunes();
  const { home, database, clock } = program;
  const { code } = home.commune;
  const account = await program.send(home.staff.administrator.actor, 'PUT', '/api/bank-account', { commandId: randomUUID(), ...ACCOUNT });
  assert.equal(account.status, 200, account.body);
  await database.owner.db.transaction().execute((tx) => rehearseExchange(tx, code, clock.now()));
  const following = { newId: randomUUID, calendarOf: () => { throw new Error('nothing waits for these fees'); }, onCaseDossier: () => Promise.resolve(), onStateChange: () => Promise.resolve() };
  const payables: PayableDeps = { newId: randomUUID, randomBytes, lockDossier, dossiersOf: listPayableDossiers, onMoney: (tx, change) => followMoney(following, tx, change), onPayment: () => Promise.resolve({ ok: true, value: undefined }), onMoneyBack: () => Promise.resolve({ ok: true, value: undefined }) };
  const calls: MoneyHouse['call'] = async (actor, method, url, body) => {
    const answer = await program.send(actor, method, url, body);
    return { status: answer.status, code: answer.code, body: answer.body.startsWith('{') ? (JSON.parse(answer.body) as Record<string, unknown>) : {} };
  };
  let visitors = 0;
  return {
    ...program,
    fees: async (amount) => {
      const { params } = await program.make('dossier', home);
      const opened = await inCommune(code, () => database.db.transaction().execute((tx) => openPayable(payables, tx, { communeCode: code, dossierId: params['id'] ?? '', purpose: 'fees', amount, at: clock.now(), actor: null })));
      assert.ok(opened.ok, JSON.stringify(opened));
      return opened.value;
    },
    duringWork: async () => (await program.make('dossier that waits for money', home)).params['id'] ?? '',
    call: calls,
    page: async (url, post, cookie) => {
      visitors += 1;
      const answer = await program.server.inject({
        method: post === undefined ? 'GET' : 'POST', url, remoteAddress: `10.9.${String(visitors >> 8)}.${String(visitors & 255)}`,
        headers: { ...(cookie === undefined ? {} : { cookie }), ...(post === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }) },
        ...(post === undefined ? {} : { payload: new URLSearchParams(post).toString() }),
      });
      return { status: answer.statusCode, body: answer.body, to: answer.headers['location'] ?? '', cookie: String(answer.headers['set-cookie'] ?? '').split(';')[0] ?? '' };
    },
    path: (dossierId) => `/h/${program.links.token('dossier', dossierId ?? '')}`,
  };
}
