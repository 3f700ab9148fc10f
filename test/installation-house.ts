import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type StaffActor } from '../src/kernel/actor.ts';
import { type Assurance } from '../src/kernel/assurance.ts';
import { nameAtMachine } from '../src/modules/installation-administrators/index.ts';
import { type InstallationView } from '../src/modules/installation-administrators/contract/installation-schemas.ts';
import { addDays, dateAt } from '../src/kernel/local-time.ts';
import { createCommune, type TestCommune } from './commune.ts';
import { createWholeProgram, type WholeProgram } from './whole-program.ts';

/** One installation that serves three communes, each with its own people. */
export interface InstallationHouse {
  readonly program: WholeProgram;
  readonly communes: readonly [TestCommune, TestCommune, TestCommune];
  readonly today: () => string;
  /** The administrator of a commune, by default as sure as a second factor makes. */
  readonly administrator: (place: 0 | 1 | 2, change?: Partial<Assurance>) => StaffActor;
  readonly ask: <T>(actor: StaffActor, method: 'GET' | 'POST' | 'PUT', path: string, body?: object) => Promise<Asked<T>>;
  /** A naming at the machine, for a year from today on. */
  readonly nameAtMachine: (place: 0 | 1 | 2) => Promise<void>;
  readonly view: (actor: StaffActor) => Promise<InstallationView>;
}

/** An answer with its status, and the code of a refusal. */
export interface Asked<T> {
  readonly status: number;
  readonly code: string | undefined;
  readonly body: T;
  readonly text: string;
}

/** Composes the program with three communes; whoever asked for it closes `program`. */
export async function createInstallation(): Promise<InstallationHouse> {
  const program = await createWholeProgram();
  const { db } = program.database;
  const communes = [
    await createCommune(db),
    await createCommune(db, { commune: { code: '16075', name: 'Hậu Lộc' } }),
    await createCommune(db, { commune: { code: '16078', name: 'Triệu Lộc' } }),
  ] as const;
  const today = () => dateAt(program.clock.now().getTime());
  const house: InstallationHouse = {
    program, communes, today,
    administrator: (place, change = {}) => ({ ...communes[place].staff.administrator.actor, assurance: { level: 'second-factor', provenAt: program.clock.now().getTime(), secondFactor: 'enrolled', ...change } }),
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names what the answer is
    ask: async <T>(actor: StaffActor, method: 'GET' | 'POST' | 'PUT', path: string, body?: object) => {
      const answer = await program.server.inject({ method, url: path, headers: { ...program.as(actor), host: 'xa.test', 'accept-language': 'vi' }, ...(body === undefined ? {} : { payload: body }) });
      const read = JSON.parse(answer.body) as T & { readonly code?: string };
      return { status: answer.statusCode, code: read.code, body: read, text: answer.body };
    },
    nameAtMachine: async (place) => {
      const { userName } = communes[place].staff.administrator;
      const named = await nameAtMachine(program.database.owner.db, { userName, reason: 'Quyết định 1/QĐ-UBND', commandId: randomUUID(), id: randomUUID(), now: program.clock.now(), validFrom: today(), validTo: addDays(today(), 364) });
      assert.ok(named.ok, JSON.stringify(named));
    },
    view: async (actor) => (await house.ask<InstallationView>(actor, 'GET', '/api/installation-administrators')).body,
  };
  return house;
}
