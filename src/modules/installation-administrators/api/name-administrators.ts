import { type StaffActor } from '../../../kernel/actor.ts';
import { refuseRight } from '../../../kernel/assurance.ts';
import { dateAt, type LocalDate, parseLocalDate } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type OutboxMessage, runCommand } from '../../../platform/commands.ts';
import { inWholeInstallation } from '../../../platform/db/commune-scope.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { addMessages } from '../../../platform/jobs/add-messages.ts';
import { lockStaff } from '../../identity/index.ts';
import { type NoticeKind, STAFF_NOTICE, type StaffNotice } from '../../notifications/contract/notice.ts';
import { type ActBody, type NamingDone, type ProposeBody } from '../contract/installation-schemas.ts';
import { decideGrantAct, decideNaming } from '../domain/decide-installation-grant.ts';
import { type GrantAct, type InstallationGrant } from '../domain/installation-grant.ts';
import { insertGrant, lockGrants, updateGrant } from '../store/installation-grants.ts';
import { type InstallationDeps } from './deps.ts';
import { factsOf, type GrantGround, readGround, speaksForInstallation } from './standing.ts';

/** Who asks, when and from where. */
export type ActContext = Pick<RequestContext, 'address' | 'now'>;

/** A local day that exists, or the refusal of a field. */
function readDay(day: string, field: 'validFrom' | 'validTo'): Result<LocalDate> {
  const read = parseLocalDate(day);
  return read.ok ? read : refuse('installation.no-such-day', { day }, field);
}

/** Whoever is told of a step, each in the inbox of the own commune. */
async function tell(deps: InstallationDeps, tx: Tx, ground: GrantGround, kind: NoticeKind, key: string, to: readonly string[], facts: Readonly<Record<string, string>>, now: Date): Promise<void> {
  const communes = new Map<string, string[]>();
  for (const { id, communeCode } of ground.administrators.filter(({ id }) => to.includes(id))) communes.set(communeCode, [...(communes.get(communeCode) ?? []), id]);
  for (const [communeCode, ids] of communes) {
    const notice: StaffNotice = { kind, key: `${kind} ${key}`, to: ids, dossierId: null, facts };
    const message: OutboxMessage = { id: deps.newId(), topic: STAFF_NOTICE, payload: { ...notice } };
    await addMessages(tx, communeCode, [message], now);
  }
}

/** Why somebody may not even begin: it is asked before the transaction, which then decides again. */
async function refuseAsker(deps: InstallationDeps, actor: StaffActor, now: Date): Promise<Result<never> | undefined> {
  if (!(await speaksForInstallation(deps.db, actor, dateAt(now.getTime())))) return refuse('installation.not-yours');
  const lacking = refuseRight(actor.assurance, 'speak-for-installation', now.getTime());
  return lacking === undefined ? undefined : refuse(lacking);
}

/** An installation administrator proposes another one; a second one has fourteen days to agree. Refuses as `decideNaming` does. */
export async function proposeAdministrator(deps: InstallationDeps, actor: StaffActor, body: ProposeBody, context: ActContext): Promise<Result<NamingDone>> {
  const refused = await refuseAsker(deps, actor, context.now);
  if (refused !== undefined) return refused;
  const [from, to] = [readDay(body.validFrom, 'validFrom'), readDay(body.validTo, 'validTo')];
  if (!from.ok) return from;
  if (!to.ok) return to;
  const { id, staffId } = body;
  const envelope = { communeCode: actor.communeCode, commandId: body.commandId, kind: 'ProposeInstallationAdministrator', actor, request: body, now: context.now, address: context.address };
  return inWholeInstallation(() => runCommand<NamingDone>(deps.db, envelope, async (tx) => {
    await lockGrants(tx);
    const ground = await readGround(tx, dateAt(context.now.getTime()));
    const wish = { staffId, by: actor.staffId, validFrom: from.value, validTo: to.value, reason: body.reason };
    const decided = decideNaming(wish, factsOf(ground, context.now), ground.grants.filter((grant) => grant.staffId === staffId));
    if (!decided.ok) return decided;
    const person = ground.administrators.find((one) => one.id === staffId);
    if (person === undefined) return refuse('installation.no-administrator', undefined, 'staffId');
    const { communeCode, communeName, fullName: staffName } = person;
    const { reason } = decided.value;
    await insertGrant(tx, { id, communeCode, staffId, staffName, communeName, validFrom: from.value, validTo: to.value, reason }, { staffId: actor.staffId, name: actor.fullName, at: context.now });
    const others = ground.speaking.map((one) => one.id).filter((one) => one !== actor.staffId && one !== staffId);
    await tell(deps, tx, ground, 'installation-asked', id, others, { by: actor.fullName, name: staffName, words: reason }, context.now);
    return ok({ result: { id }, journal: { action: 'installation-administrator.proposed', object: `installation-administrator:${id}`, facts: { staff: staffId, commune: communeCode, validFrom: from.value, validTo: to.value, reason } } });
  }));
}

const DONE = { 'agree': 'agreed', 'decline': 'declined', 'propose-end': 'end-proposed', 'agree-end': 'ended', 'keep': 'kept' } as const satisfies Record<GrantAct, string>;

/** Another installation administrator agrees to a naming or declines it; an end is proposed, agreed to, or called off. Refuses as `decideGrantAct` does. */
export async function actOnNaming(deps: InstallationDeps, actor: StaffActor, id: string, body: ActBody, context: ActContext): Promise<Result<NamingDone>> {
  const refused = await refuseAsker(deps, actor, context.now);
  if (refused !== undefined) return refused;
  const { act } = body;
  const envelope = { communeCode: actor.communeCode, commandId: body.commandId, kind: 'ActOnInstallationAdministrator', actor, request: { id, ...body }, now: context.now, address: context.address };
  return inWholeInstallation(() => runCommand<NamingDone>(deps.db, envelope, async (tx) => {
    await lockGrants(tx);
    const today = dateAt(context.now.getTime());
    const grant = (await readGround(tx, today)).grants.find((one) => one.id === id);
    if (grant === undefined) return refuse('installation.unknown');
    // The account of the person stands still while somebody agrees to it.
    await lockStaff(tx, grant.communeCode);
    const ground = await readGround(tx, today);
    const decided = decideGrantAct(grant, act, actor.staffId, body.reason, factsOf(ground, context.now));
    if (!decided.ok) return decided;
    await updateGrant(tx, grant, changeOf(act, body.reason.trim()), { staffId: actor.staffId, name: actor.fullName, at: context.now });
    await tellOfAct(deps, tx, ground, grant, act, actor, body.reason.trim(), context.now);
    const facts = { staff: grant.staffId, commune: grant.communeCode, ...(act === 'propose-end' ? { reason: body.reason.trim() } : {}) };
    return ok({ result: { id }, journal: { action: `installation-administrator.${DONE[act]}`, object: `installation-administrator:${id}`, facts } });
  }));
}

function changeOf(act: GrantAct, reason: string): Parameters<typeof updateGrant>[2] {
  switch (act) {
    case 'agree': return { state: 'granted' };
    case 'decline': return { state: 'declined' };
    case 'propose-end': return { endReason: reason };
    case 'agree-end': return { ended: 'agreed' };
    case 'keep': return { keep: true };
  }
}

async function tellOfAct(deps: InstallationDeps, tx: Tx, ground: GrantGround, grant: InstallationGrant, act: GrantAct, actor: StaffActor, words: string, now: Date): Promise<void> {
  const facts = { by: actor.fullName, name: grant.staffName };
  const told = async (kind: NoticeKind, to: readonly (string | null)[], more: Readonly<Record<string, string>> = {}): Promise<void> => {
    await tell(deps, tx, ground, kind, `${grant.id} ${String(now.getTime())}`, to.flatMap((one) => (one === null || one === actor.staffId ? [] : [one])), { ...facts, ...more }, now);
  };
  if (act === 'agree') await told('installation-granted', [grant.staffId, grant.proposedBy], { until: grant.validTo });
  if (act === 'propose-end') await told('installation-end-asked', ground.speaking.map(({ id }) => id), { words });
  if (act === 'agree-end') await told('installation-ended', [grant.staffId, grant.endProposedBy]);
}
