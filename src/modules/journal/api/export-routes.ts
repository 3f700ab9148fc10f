import { Type } from 'typebox';
import { onlyRoles, staffOf, withRight } from '../../../kernel/actor.ts';
import { ok } from '../../../kernel/result.ts';
import { findCommandResult, runCommand } from '../../../platform/commands.ts';
import { defineRoute, json, problemAnswer, type Route, streamed } from '../../../platform/http/route.ts';
import { communeOf } from '../../../platform/http/shows.ts';
import { appendLines } from '../../../platform/journal/append-lines.ts';
import { ExportChoicesResponse, ExportRequest, ExportResponse } from '../contract/journal-schemas.ts';
import { decidePurpose } from '../domain/decide-purpose.ts';
import { type JournalDeps } from './deps.ts';
import { exportLines, type ExportPlan } from './export-lines.ts';
import { listedPurposes } from './load-purposes.ts';
import { planExport } from './plan-export.ts';

const tag = 'journal';
const KIND = 'export-journal';
const auditors = withRight(onlyRoles('president', 'administrator'), 'export-journal');
const MEDIA = { jsonl: 'application/x-ndjson; charset=utf-8', csv: 'text/csv; charset=utf-8' } as const;

/** An order as the command keeps it: whoever began it fetches the file, and gets the same one again. */
interface OrderedExport {
  readonly id: string;
  readonly staffId: string;
  readonly plan: ExportPlan;
}

/** The journal as a file for auditors: first the purpose, in the journal before anything leaves, then the file. */
export function exportRoutes(deps: JournalDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/api/journal/export-choices', policy: onlyRoles('president', 'administrator'), summary: 'Units and people that an export of the journal may be narrowed down to', tag, kind: 'api',
      schema: { response: ExportChoicesResponse },
      handle: async ({ context }) => {
        const { communeCode } = staffOf(context.actor);
        const [units, people] = await Promise.all([deps.unitsOf(communeCode), deps.peopleOf(communeCode)]);
        return json({ units: units.map(({ id, name }) => ({ id, name })), people: people.map(({ id, fullName }) => ({ id, name: fullName })) });
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/journal/exports', policy: auditors, summary: 'Begins an export of the journal, with its purpose', tag, kind: 'api',
      schema: { body: ExportRequest, response: ExportResponse },
      handle: async ({ body, context }) => {
        const actor = staffOf(context.actor);
        const { communeCode } = actor;
        const commune = await deps.communeOf(communeCode);
        const { commandId, format, from, to, unitId, staffId, kind } = body;
        const envelope = { communeCode, commandId, kind: KIND, actor, request: body, now: context.now, address: context.address };
        const done = await runCommand<OrderedExport>(deps.db, envelope, async (tx) => {
          const purpose = decidePurpose({ code: body.purpose, words: body.words }, listedPurposes().map(({ code }) => code));
          if (!purpose.ok) return purpose;
          const maker = { communeCode, communeName: `${commune.kind} ${commune.name}`, madeBy: actor.fullName, purpose: purpose.value.words, now: context.now };
          const plan = await planExport(tx, { from, to, unitId, staffId, kind }, format, maker);
          if (!plan.ok) return plan;
          return ok({ result: { id: commandId, staffId: actor.staffId, plan: plan.value }, journal: { action: 'journal.export-begun', object: `journal:${commandId}`, facts: { format, from, to, unitId, staffId, kind }, purpose: purpose.value } });
        });
        return done.ok ? json({ id: done.value.id, whole: done.value.plan.head.whole }) : problemAnswer(done.problem);
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/journal/exports/:exportId/file', policy: auditors, summary: 'The file of an export, made while it is downloaded', tag, kind: 'api',
      schema: { params: Type.Object({ exportId: Type.String({ format: 'uuid' }) }) },
      shows: { action: 'journal.exported', of: ({ params, context }) => ({ object: communeOf(context), part: `export:${params['exportId'] ?? ''}` }) },
      handle: async ({ params, context }) => {
        const actor = staffOf(context.actor);
        const { communeCode } = actor;
        const order = await findCommandResult<OrderedExport>(deps.db, { communeCode, kind: KIND, commandId: params.exportId });
        if (order?.staffId !== actor.staffId) return problemAnswer({ code: 'journal.export-unknown' });
        const { plan } = order;
        const lines = exportLines(deps, deps, plan, async (done) => {
          await appendLines(deps.db, communeCode, [{ at: context.now, actor, address: context.address, action: 'journal.export-finished', object: `journal:${params.exportId}`, facts: { ...done } }]);
        });
        const name = `nhat-ky-${communeCode}-${plan.head.from}-${plan.head.to}.${plan.format}`;
        return streamed(communeCode, lines, MEDIA[plan.format], { 'content-disposition': `attachment; filename="${name}"` });
      },
    }),
  ];
}
