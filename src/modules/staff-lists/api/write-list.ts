import { createHash } from 'node:crypto';
import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type CommandEnvelope, findDone, runCommand } from '../../../platform/commands.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { givenPasswordsUntil, hashPassword, type ListedChange, type ListedNewcomer, lockStaffOf, writeStaffList } from '../../identity/index.ts';
import { type WrittenAnswer } from '../contract/staff-list-schemas.ts';
import { type PlannedPerson, type StaffNow } from '../domain/plan-staff-list.ts';
import { type StaffListDeps } from './deps.ts';
import { oneTimePassword, seedDigest } from './one-time-password.ts';
import { compareList, type ComparedList } from './plan-list.ts';
import { readList } from './read-list.ts';
import { type SentOrder } from './read-upload.ts';
import { newcomerSlips } from './sign-in-slips.ts';
import { WRITE_LIST, type WrittenList } from './written-list.ts';

/** So many passwords are hashed at once: each takes a core and 19 MiB. */
const AT_ONCE = 4;

/** Accounts to close and positions to end must be among those that the preview offered. */
function checkChoices({ plan }: ComparedList, order: SentOrder, actor: StaffActor): Result<void> {
  const absent = new Set(plan.absent.map(({ id }) => id));
  const left = new Set(plan.people.flatMap((person) => person.left.map(({ positionId }) => positionId)));
  if (order.close.includes(actor.staffId)) return refuse('staff-lists.close-yourself');
  return order.close.every((id) => absent.has(id)) && order.end.every((id) => left.has(id)) ? ok(undefined) : refuse('staff-lists.choice-unknown');
}

function changeOf(person: PlannedPerson, before: StaffNow, end: ReadonlySet<string>): ListedChange {
  const { staffId, fullName, citizenNumber, phone, wished } = person;
  return { staffId, fullName, citizenNumber, phone, active: true, positions: wished.filter(({ positionId }) => !end.has(positionId) || !before.positions.some((held) => held.positionId === positionId)) };
}

/** What is to be written of a compared list. */
function changesOf({ plan }: ComparedList, order: SentOrder): readonly ListedChange[] {
  const end = new Set(order.end);
  const changing = plan.people.flatMap((person) => (person.before !== undefined && (person.changed || person.left.some(({ positionId }) => end.has(positionId))) ? [changeOf(person, person.before, end)] : []));
  const closing = plan.absent.filter(({ id }) => order.close.includes(id)).map((member): ListedChange => ({ staffId: member.id, fullName: member.fullName, citizenNumber: member.citizenNumber, phone: member.phone, active: false, positions: member.positions }));
  return [...changing, ...closing];
}

/** Makes and hashes the passwords of everybody new. */
async function newcomersOf({ plan }: ComparedList, seed: string): Promise<readonly ListedNewcomer[]> {
  const people = plan.people.filter(({ before }) => before === undefined);
  const done: ListedNewcomer[] = [];
  for (let start = 0; start < people.length; start += AT_ONCE) {
    done.push(...(await Promise.all(people.slice(start, start + AT_ONCE).map(async ({ staffId, userName, fullName, citizenNumber, phone, wished }) => ({
      staffId, userName, fullName, citizenNumber, phone, positions: wished, passwordHash: await hashPassword(oneTimePassword(seed, staffId, [userName, fullName])),
    })))));
  }
  return done;
}

/**
 * Writes a list as its preview showed it, in one transaction, lines with faults left out. Refuses when anything that the preview rested on has
 * changed since, choices that were not offered, and what the rules of people refuse. A repeated command answers the same, passwords included:
 * they are made again from the browser's own random bytes.
 */
export async function writeList(deps: StaffListDeps, order: SentOrder, actor: StaffActor, context: Pick<RequestContext, 'address' | 'locale' | 'now'>): Promise<Result<WrittenAnswer>> {
  const { communeCode } = actor;
  const { now, locale } = context;
  const sha256 = createHash('sha256').update(order.bytes).digest('hex');
  const digest = seedDigest(order.seed);
  const request = { sha256, basis: order.basis, close: order.close, end: order.end, seed: digest };
  const envelope: CommandEnvelope = { communeCode, commandId: order.commandId, kind: WRITE_LIST, actor, request, now, address: context.address };
  const before = await findDone<WrittenList>(deps.db, envelope);
  if (before !== undefined) return before.ok ? ok(await answerOf(deps, communeCode, before.value, order.seed, now)) : before;

  const read = await readList(order, locale);
  if (!read.ok) return read;
  const list = { read: read.value, sha256, listId: order.commandId };
  const asked = { communeCode, now, locale };
  const compared = await compareList(deps, deps.db, list, asked);
  if (compared.basis !== order.basis) return refuse('staff-lists.changed-since');
  const choices = checkChoices(compared, order, actor);
  if (!choices.ok) return choices;
  const changes = changesOf(compared, order);
  if (changes.length === 0 && compared.plan.people.every((person) => person.before !== undefined)) return refuse('staff-lists.nothing-to-write');
  // Outside of the transaction: hashing hundreds of passwords takes seconds, and nobody should wait for it.
  const newcomers = await newcomersOf(compared, order.seed);
  const written = await runCommand<WrittenList>(deps.db, envelope, async (tx) => {
    await lockStaffOf(tx, communeCode);
    if ((await compareList(deps, tx, list, asked)).basis !== order.basis) return refuse('staff-lists.changed-since');
    const done = await writeStaffList(deps, tx, communeCode, { newcomers, changes }, now);
    if (!done.ok) return done;
    const result: WrittenList = {
      added: done.value.added, changed: changes.length - order.close.length, closed: order.close.length, endedPositions: order.end.length,
      leftOut: compared.plan.lines.filter(({ state }) => state === 'error').length, seedDigest: digest, at: now.getTime(),
    };
    return ok({ result, journal: { action: 'staff-list.written', object: `staff-list:${order.commandId}`, facts: { sha256, added: done.value.added, changed: done.value.changed, closed: order.close, endedPositions: order.end, endedSessions: done.value.endedSessions, endedNamings: done.value.endedNamings, leftOut: result.leftOut } } });
  });
  for (const { staffId } of changes) deps.forgetStaff(staffId);
  return written.ok ? ok(await answerOf(deps, communeCode, written.value, order.seed, now)) : written;
}

async function answerOf(deps: StaffListDeps, communeCode: string, { added, changed, closed, endedPositions, leftOut, at }: WrittenList, seed: string, now: Date): Promise<WrittenAnswer> {
  const passwordsUntil = await givenPasswordsUntil(deps.db, communeCode, new Date(at), now);
  return { added: added.length, changed, closed, endedPositions, leftOut, passwordsUntil, slips: [...(await newcomerSlips(deps, communeCode, added, seed, now))] };
}
