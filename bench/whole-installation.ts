// What an installation administrator waits for where 177 communes are served, against one commune in the same run: the dry run of a setting for all of them, the
// setting itself, and checking and publishing a procedure and a form. Usage: bench/whole-installation.ts [rounds]
import { randomUUID } from 'node:crypto';
import { type StaffActor } from '../src/kernel/actor.ts';
import { addDays, dateAt } from '../src/kernel/local-time.ts';
import { nameAtMachine } from '../src/modules/installation-administrators/index.ts';
import { createCommune } from '../test/commune.ts';
import { createWholeProgram, type WholeProgram } from '../test/whole-program.ts';
import { startTestPostgres } from './start-test-postgres.ts';
import { summarise, words } from './statistics.ts';

const ROUNDS = Number(process.argv[2] ?? 9);
const COMMUNES = 177;
/** As many of them have a value of their own. */
const OWN_VALUES = 40;
const SETTING = 'identity.session-idle';
const RETENTION = 'privacy.kept-days-card-picture';
const PROCEDURE = '1.001193';
const FORM = 'birth-registration';

interface House {
  readonly program: WholeProgram;
  readonly actor: StaffActor;
}

async function houseOf(communes: number): Promise<House> {
  const program = await createWholeProgram();
  const { db } = program.database;
  const home = await createCommune(db);
  const { userName, actor } = home.staff.administrator;
  const sure = (one: StaffActor): StaffActor => ({ ...one, assurance: { level: 'second-factor', provenAt: program.clock.now().getTime(), secondFactor: 'enrolled' } });
  for (let number = 1; number < communes; number += 1) {
    const other = await createCommune(db, { commune: { code: String(30_000 + number), name: `Xã số ${String(number)}` } });
    if (number <= OWN_VALUES) await ask({ program, actor: sure(other.staff.administrator.actor) }, 'POST', '/api/settings/changes', settingWish(dateAt(program.clock.now().getTime()), SETTING, 'commune', 25 + (number % 5), 0));
  }
  const today = dateAt(program.clock.now().getTime());
  if (communes > 1) await nameAtMachine(program.database.owner.db, { userName, reason: 'Đo', commandId: randomUUID(), id: randomUUID(), now: program.clock.now(), validFrom: today, validTo: addDays(today, 300) });
  return { program, actor: sure(actor) };
}

function settingWish(day: string, key: string, level: 'commune' | 'installation', value: number, expectedRevision: number): Readonly<Record<string, unknown>> {
  return { commandId: randomUUID(), key, level, value, fixed: false, act: 'set', validFrom: day, reason: 'Đo tốc độ', expectedRevision };
}

/** The same without what only a change says. */
function dryWish(day: string, key: string, value: number): object {
  return Object.fromEntries(Object.entries(settingWish(day, key, 'installation', value, 0)).filter(([name]) => name !== 'commandId' && name !== 'expectedRevision'));
}

async function ask(house: House, method: 'GET' | 'POST', path: string, body?: object): Promise<Record<string, unknown>> {
  const answer = await house.program.server.inject({ method, url: path, headers: { ...house.program.as(house.actor), 'host': 'xa.test', 'accept-language': 'vi' }, ...(body === undefined ? {} : { payload: body }) });
  if (answer.statusCode >= 400) throw new Error(`${path}: ${answer.body}`);
  return JSON.parse(answer.body) as Record<string, unknown>;
}

type Timer = <T>(name: string, run: () => Promise<T>) => Promise<T>;

/** Everything once; what is written is written anew in every round. */
async function everything(house: House, round: number, time: Timer): Promise<void> {
  const today = dateAt(house.program.clock.now().getTime());
  for (const [name, key, value] of [['dry run of a setting', SETTING, 40 + round], ['dry run of a retention', RETENTION, 500 + round]] as const) {
    await time(name, () => ask(house, 'POST', '/api/settings/preview', dryWish(today, key, value)));
  }
  const { revision } = await ask(house, 'POST', '/api/settings/preview', dryWish(today, SETTING, 30 + round));
  await time('changing a setting for all', () => ask(house, 'POST', '/api/settings/changes', settingWish(today, SETTING, 'installation', 30 + round, Number(revision))));
  for (const [kind, from, change] of [
    ['procedure', { code: PROCEDURE, version: 1 }, { results: [{ vi: `Giấy khai sinh ${String(round)}`, en: `Certificate ${String(round)}` }] }],
    ['form', { from: { kind: 'version', code: FORM, version: 1 } }, { source: `Đo ${String(round)}` }],
  ] as const) {
    const id = randomUUID();
    const path = `/api/${kind}-editor/drafts`;
    await time(`beginning a draft of a ${kind}`, () => ask(house, 'POST', path, { commandId: randomUUID(), id, ...from }));
    const { content } = await time(`opening a ${kind}, checks and differences`, () => ask(house, 'GET', `${path}/${id}`));
    await time(`saving a ${kind}, checked`, () => ask(house, 'POST', `${path}/${id}/save`, { commandId: randomUUID(), revision: 1, content: { ...(content as object), ...change } }));
    await time(`publishing a ${kind} for all`, () => ask(house, 'POST', `${path}/${id}/publish`, { commandId: randomUUID(), revision: 2, validFrom: today, reason: 'Đo tốc độ' }));
  }
}

const stop = await startTestPostgres();
const houses = [[1, await houseOf(1)], [COMMUNES, await houseOf(COMMUNES)]] as const;
try {
  const times = new Map<string, Map<number, number[]>>();
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const [communes, house] of houses) {
      await everything(house, round + 1, async (name, run) => {
        const start = performance.now();
        const done = await run();
        const of = times.get(name) ?? new Map<number, number[]>();
        times.set(name, of.set(communes, [...(of.get(communes) ?? []), ...(round < 0 ? [] : [performance.now() - start])]));
        return done;
      });
    }
  }
  for (const [name, of] of times) {
    const [one, all] = [summarise(of.get(1) ?? []), summarise(of.get(COMMUNES) ?? [])];
    console.log(`${name}\n  1 commune: ${words(one, 'ms')}\n  ${String(COMMUNES)} communes: ${words(all, 'ms')}\n  ratio of medians ${(all.median / one.median).toFixed(2)}`);
  }
} finally {
  for (const [, house] of houses) await house.program.close();
  await stop();
}
