import { anyStaff, staffOf } from '../../../kernel/actor.ts';
import { journalObject } from '../../../kernel/journal-object.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { defineRoute, json, problemAnswer, type Route } from '../../../platform/http/route.ts';
import { PurposeRequest, PurposeResponse, PurposesResponse } from '../contract/journal-schemas.ts';
import { decidePurpose } from '../domain/decide-purpose.ts';
import { insertPurpose } from '../store/purposes.ts';
import { type ViewDeps } from './deps.ts';
import { listedPurposes } from './load-purposes.ts';

const tag = 'journal';

/** Saying why one opens a file outside the own work. */
export function purposeRoutes(deps: ViewDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/api/journal/purposes', policy: anyStaff, summary: 'Purposes for opening a dossier outside the own work', tag, kind: 'api',
      schema: { response: PurposesResponse },
      handle: () => json({ items: listedPurposes() }),
    }),
    defineRoute({
      method: 'POST', url: '/api/journal/purposes', policy: anyStaff, summary: 'Why a dossier outside the own work is opened today', tag, kind: 'api',
      schema: { body: PurposeRequest, response: PurposeResponse },
      handle: async ({ body, context }) => {
        const actor = staffOf(context.actor);
        const object = journalObject('dossier', body.dossierId);
        const day = dateAt(context.now.getTime());
        const envelope = { communeCode: actor.communeCode, commandId: body.commandId, kind: 'give-view-purpose', actor, request: body, now: context.now, address: context.address };
        const done = await runCommand(deps.db, envelope, async (tx) => {
          const purpose = decidePurpose({ code: body.purpose, words: body.words }, listedPurposes().map(({ code }) => code));
          if (!purpose.ok) return purpose;
          const standing = await deps.standingOf(actor, body.dossierId);
          if (standing === undefined) return refuse('dossier.not-found');
          if (standing === 'beyond') return refuse('journal.beyond-position');
          await insertPurpose(tx, { communeCode: actor.communeCode, staffId: actor.staffId, object, day }, purpose.value, context.now);
          return ok({ result: { day }, journal: { action: 'view.purpose-given', object, purpose: purpose.value } });
        });
        return done.ok ? json(done.value) : problemAnswer(done.problem);
      },
    }),
  ];
}
