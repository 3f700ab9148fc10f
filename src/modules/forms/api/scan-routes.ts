import { onlyRoles, staffOf } from '../../../kernel/actor.ts';
import { defineRoute, json, problemAnswer, type Route, showing } from '../../../platform/http/route.ts';
import { journalObject } from '../../../kernel/journal-object.ts';
import { ScannedFormInput, ScannedFormResponse } from '../contract/scan-schemas.ts';
import { type FormPagesDeps } from './deps.ts';
import { readScan, viewScan } from './read-scan.ts';

/** The codes of a printed form that are scanned at the counter. */
export function scanRoutes(deps: FormPagesDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'POST', url: '/api/forms/scan', policy: onlyRoles('reception'), summary: 'What the codes of a printed form say, judged as the form of today judges it', tag: 'forms', kind: 'api',
      schema: { body: ScannedFormInput, response: ScannedFormResponse },
      shows: { action: 'form.scanned' },
      handle: async ({ body, context }) => {
        const actor = staffOf(context.actor);
        const scan = readScan(deps, body, context.now);
        if (!scan.ok) return problemAnswer(scan.problem);
        const view = await viewScan(deps, actor.communeCode, scan.value, context.locale, context.now);
        return showing(json(view), view.sheet === null ? null : { object: journalObject('commune', actor.communeCode), part: 'printed-form', count: 1 });
      },
    }),
  ];
}
