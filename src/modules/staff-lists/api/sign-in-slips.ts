import { type StaffActor } from '../../../kernel/actor.ts';
import { dateAt, MS_PER_HOUR } from '../../../kernel/local-time.ts';
import { refuse, type Result, ok } from '../../../kernel/result.ts';
import { findCommandResult } from '../../../platform/commands.ts';
import { renderPdf } from '../../../platform/pdf/render-pdf.ts';
import { givenPasswordsUntil, listStaffMembers, readStaffBasis } from '../../identity/index.ts';
import { type SlipsRequest, type WrittenAnswer } from '../contract/staff-list-schemas.ts';
import { buildSignInSlips } from '../papers/build-sign-in-slips.ts';
import { type StaffListDeps } from './deps.ts';
import { oneTimePassword, seedDigest } from './one-time-password.ts';
import { WRITE_LIST, type WrittenList } from './written-list.ts';

/** Slips are printed right after the list was written: later a password may have been replaced. */
const PRINTED_WITHIN = MS_PER_HOUR;

/** What stands on the slips of these newcomers; whoever has an own password already is left out. */
export async function newcomerSlips(deps: StaffListDeps, communeCode: string, added: readonly string[], seed: string, now: Date): Promise<WrittenAnswer['slips']> {
  const today = dateAt(now.getTime());
  const [members, { contacts }] = await Promise.all([listStaffMembers(deps.db, communeCode, today), readStaffBasis(deps, deps.db, communeCode, today)]);
  const waiting = new Set(contacts.filter(({ mustChangePassword }) => mustChangePassword).map(({ staffId }) => staffId));
  const wanted = new Set(added.filter((id) => waiting.has(id)));
  return members.filter(({ id }) => wanted.has(id)).map(({ id, fullName, userName, positions }) => ({ staffId: id, fullName, userName, unit: positions[0]?.unitName ?? '', password: oneTimePassword(seed, id, [userName, fullName]) }));
}

/** The slips of a list that was just written as a PDF, four to a page. Refuses other bytes than those that the list was written with, and later than an hour. */
export async function printSlips(deps: StaffListDeps, { listId, seed }: SlipsRequest, actor: StaffActor, now: Date): Promise<Result<{ readonly pdf: Buffer; readonly count: number }>> {
  const { communeCode } = actor;
  const list = await findCommandResult<WrittenList>(deps.db, { communeCode, kind: WRITE_LIST, commandId: listId });
  if (list === undefined || list.seedDigest !== seedDigest(seed) || now.getTime() - list.at > PRINTED_WITHIN) return refuse('staff-lists.slips-gone');
  const people = await newcomerSlips(deps, communeCode, list.added, seed, now);
  if (people.length === 0) return refuse('staff-lists.slips-gone');
  const [office, until] = await Promise.all([deps.officeOf(communeCode), givenPasswordsUntil(deps.db, communeCode, new Date(list.at), now)]);
  return ok({ pdf: await renderPdf(buildSignInSlips({ office, people, address: deps.signInAddress, madeAt: now.getTime(), until })), count: people.length });
}
