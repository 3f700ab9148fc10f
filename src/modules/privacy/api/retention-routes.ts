import { onlyRoles, type StaffActor, staffOf } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { defineRoute, json, problemAnswer, type RequestContext, type Route } from '../../../platform/http/route.ts';
import { findDossierCodes } from '../../dossiers/index.ts';
import { HoldParams, HoldRequest, HoldResponse, HoldState, RetentionResponse } from '../contract/retention-schemas.ts';
import { insertHold, listOpenHolds, releaseHold } from '../store/legal-holds.ts';
import { listRetentionRuns } from '../store/retention-runs.ts';
import { type PrivacyDeps } from './deps.ts';
import { retentionKinds } from './retention-kinds.ts';
import { previewDue } from './take-due.ts';
import { retentionFile } from './privacy-data.ts';

const tag = 'privacy';
const RUNS = 50;

async function retentionView(deps: PrivacyDeps, communeCode: string, { now, locale }: Pick<RequestContext, 'now' | 'locale'>): Promise<RetentionResponse> {
  const file = retentionFile();
  const nameOf = (kind: string): string => file.kinds.find((one) => one.kind === kind)?.name[locale] ?? kind;
  const [runs, holds] = await Promise.all([listRetentionRuns(deps.db, communeCode, RUNS), listOpenHolds(deps.db, communeCode)]);
  const codes = await findDossierCodes(deps.db, communeCode, holds.map(({ dossier_id }) => dossier_id));
  const kinds: RetentionResponse['kinds'] = [];
  for (const kind of await retentionKinds(deps.db, communeCode, now)) {
    const due = await previewDue(deps, communeCode, kind, now);
    kinds.push({ kind: kind.kind, name: kind.name[locale], act: kind.act, after: kind.after, days: kind.days, basis: kind.basis, due: due.count, codes: [...due.codes] });
  }
  return {
    kinds,
    stays: file.stays.map(({ what, years, basis }) => ({ what: what[locale], years, basis })),
    runs: runs.map(({ at, kind, erased }) => ({ at: at.toISOString(), name: nameOf(kind), erased })),
    holds: holds.map((hold) => ({ dossierId: hold.dossier_id, code: codes.get(hold.dossier_id) ?? '', reason: hold.reason, since: hold.placed_at.toISOString(), by: hold.placed_by_name })),
  };
}

/** Holds a dossier for a complaint or a court, or releases it. Refuses a dossier that is not there, one that is held already, and one that is not. */
async function changeHold(deps: PrivacyDeps, id: string, act: 'hold' | 'release', request: HoldRequest, actor: StaffActor, context: RequestContext): Promise<Result<HoldResponse>> {
  const { communeCode } = actor;
  const { now } = context;
  const code = (await findDossierCodes(deps.db, communeCode, [id])).get(id);
  if (code === undefined) return refuse('dossier.not-found');
  const envelope = { communeCode, commandId: request.commandId, kind: `${act}-dossier`, actor, request: { id, ...request }, now, address: context.address };
  return runCommand(deps.db, envelope, async (tx) => {
    if (act === 'hold') {
      const open = await listOpenHolds(tx, communeCode);
      if (open.some(({ dossier_id }) => dossier_id === id)) return refuse('privacy.hold-open');
      await insertHold(tx, { commune_code: communeCode, id: deps.newId(), dossier_id: id, reason: request.reason, placed_at: now, placed_by: actor.staffId, placed_by_name: actor.fullName });
    } else if (!(await releaseHold(tx, communeCode, id, { at: now, id: actor.staffId, name: actor.fullName, reason: request.reason }))) return refuse('privacy.hold-not-found');
    return ok({ result: { dossierId: id, held: act === 'hold', reason: act === 'hold' ? request.reason : null }, journal: { action: act === 'hold' ? 'dossier.held' : 'dossier.hold-released', object: `dossier:${id}`, facts: { code } } });
  });
}

/** How long data is kept, with a dry run of what would go now; and holding what a complaint or a court still needs. */
export function retentionRoutes(deps: PrivacyDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/api/retention', policy: onlyRoles('administrator'), summary: 'How long each kind of data is kept, what would go now, what went, what is held', tag, kind: 'api', perMinute: 30, schema: { response: RetentionResponse },
      handle: async ({ context }) => json(await retentionView(deps, staffOf(context.actor).communeCode, context)),
    }),
    defineRoute({
      method: 'GET', url: '/api/dossiers/:id/hold', policy: onlyRoles('president', 'administrator'), summary: 'Whether a dossier is held for a complaint or a court', tag, kind: 'api', schema: { params: HoldParams, response: HoldState },
      handle: async ({ params, context }) => {
        const { communeCode } = staffOf(context.actor);
        if (!(await findDossierCodes(deps.db, communeCode, [params.id])).has(params.id)) return problemAnswer({ code: 'dossier.not-found' });
        const hold = (await listOpenHolds(deps.db, communeCode)).find(({ dossier_id }) => dossier_id === params.id);
        return json({ dossierId: params.id, hold: hold === undefined ? null : { reason: hold.reason, since: hold.placed_at.toISOString(), by: hold.placed_by_name } });
      },
    }),
    ...(['hold', 'release'] as const).map((act) => defineRoute({
      method: 'POST', url: `/api/dossiers/:id/${act}-data`, policy: onlyRoles('president', 'administrator'), summary: act === 'hold' ? 'Keep a dossier whole for a complaint or a court' : 'Release a dossier that was held', tag, kind: 'api',
      schema: { params: HoldParams, body: HoldRequest, response: HoldResponse },
      handle: async ({ params, body, context }) => {
        const done = await changeHold(deps, params.id, act, body, staffOf(context.actor), context);
        return done.ok ? json(done.value) : problemAnswer(done.problem);
      },
    })),
  ];
}
