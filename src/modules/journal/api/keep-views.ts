import { type Actor, type StaffActor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { type Problem } from '../../../kernel/result.ts';
import { type RequestContext, type ShownView } from '../../../platform/http/route.ts';
import { decideView, type FileStanding, type ViewPurpose } from '../domain/decide-purpose.ts';
import { createViewFold } from '../domain/fold-views.ts';
import { findPurpose } from '../store/purposes.ts';
import { createLineWriter } from '../store/write-together.ts';
import { type ViewDeps } from './deps.ts';

/** Writes a look into the journal before it happens; a refusal keeps it from happening. */
export type ViewKeeper = (view: ShownView, context: RequestContext) => Promise<Problem | undefined>;

/** Objects that are somebody's file: who does not work on it says why. */
const FILE = /^dossier:(.+)$/;

/**
 * Every view of personal data passes here (Luật 91/2025/QH15; NĐ 326/2026 Điều 8.5: access is kept and shown on request): who, in which
 * positions, when, from where, what, and the purpose where the file lies outside the own work. Refuses `journal.purpose-needed` and
 * `journal.beyond-position`. When the
 * journal cannot be written this throws, and nothing is shown.
 */
export function createViewKeeper(deps: ViewDeps): ViewKeeper {
  const fold = createViewFold();
  const write = createLineWriter(deps.db);
  return async (view, context) => {
    const { actor, now, address } = context;
    const communeCode = actor.kind === 'staff' ? actor.communeCode : (view.communeCode ?? (actor.kind === 'citizen' ? actor.communeCode : undefined));
    if (communeCode === undefined) throw new Error(`${view.action}: a stranger's view without its commune`);
    const who = `${communeCode} ${actor.kind === 'staff' ? personOf(actor) : actor.kind === 'citizen' ? actor.sessionId : 'link'} ${address} ${view.action} ${view.object} ${view.part ?? ''}`;
    const keys = view.dossiers === undefined ? [who] : [who, ...view.dossiers.map((id) => `${who} ${id}`)];
    const fresh = fold.fresh(keys, now.getTime());
    // The list itself is noted too, so that one that shows nobody is an entry as well.
    if (fresh.length === 0) return undefined;
    const allowed = decideView(await standingOf(deps, view, actor, communeCode, now));
    if (!allowed.ok) return allowed.problem;
    await write(communeCode, {
      at: now, actor, address, action: view.action, object: view.object,
      ...(allowed.value === undefined ? {} : { purpose: allowed.value }),
      facts: factsOf(view, fresh.map((key) => key.slice(who.length + 1)), actor),
    });
    fold.keep(fresh, now.getTime());
    return undefined;
  };
}

/** Whose file it is decides only for members of staff: the citizen behind the link looks at the own one. */
async function standingOf(deps: ViewDeps, { object }: ShownView, actor: Actor, communeCode: string, now: Date): Promise<{ readonly dossierId: string; readonly standing: FileStanding; readonly purposeOfToday: ViewPurpose | undefined }> {
  const id = FILE.exec(object)?.[1];
  const standing = id === undefined || actor.kind !== 'staff' ? 'own' : ((await deps.standingOf(actor, id)) ?? 'own');
  if (id === undefined || actor.kind !== 'staff' || standing !== 'reach') return { dossierId: id ?? '', standing, purposeOfToday: undefined };
  return { dossierId: id, standing, purposeOfToday: await findPurpose(deps.db, { communeCode, staffId: actor.staffId, object, day: dateAt(now.getTime()) }) };
}

/** A person in the positions of now: whoever has others a moment later is looked at anew. */
function personOf({ staffId, positions }: StaffActor): string {
  return [staffId, ...positions.map(({ unitId, role, unitScope = 'all', fields }) => `${unitId} ${role} ${unitScope} ${fields.join()}`)].join('|');
}

/** Beside the object: the part, how many, which of a list's dossiers were not noted a moment ago, and that a link was the key. */
function factsOf(view: ShownView, fresh: readonly string[], actor: Actor): Readonly<Record<string, unknown>> {
  return {
    ...(view.part === undefined ? {} : { part: view.part }),
    ...(view.dossiers === undefined ? {} : { count: view.dossiers.length, dossiers: fresh.filter((id) => id !== '') }),
    ...(view.count === undefined ? {} : { count: view.count }),
    ...(actor.kind === 'staff' ? {} : { by: actor.kind === 'citizen' ? 'citizen' : 'link' }),
  };
}
