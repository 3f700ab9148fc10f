import { onlyRoles, staffOf } from '../../../kernel/actor.ts';
import { bytes, defineRoute, json, problemAnswer, type Route, showing } from '../../../platform/http/route.ts';
import { journalObject } from '../../../kernel/journal-object.ts';
import { ScannedFormInput, ScannedFormResponse, SentPictureParams, SentPictureQuery } from '../contract/scan-schemas.ts';
import { draftPhase } from '../domain/draft-phase.ts';
import { findDraft } from '../store/form-drafts.ts';
import { type FormPagesDeps } from './deps.ts';
import { readScan, viewScan } from './read-scan.ts';

/** The codes of a printed form that are scanned at the counter, and what was sent with its draft. */
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
    defineRoute({
      method: 'GET', url: '/api/forms/drafts/:draftId/papers/:fileId/picture', policy: onlyRoles('reception'), summary: 'A paper that was sent with the draft of a scanned form, as a picture', tag: 'forms', kind: 'api',
      schema: { params: SentPictureParams, query: SentPictureQuery },
      shows: { action: 'form.sent-paper-viewed' },
      handle: async ({ params, query, context }) => {
        const { communeCode } = staffOf(context.actor);
        const draft = await findDraft(deps.db, { commune_code: communeCode, id: params.draftId });
        // What was sent is looked at in its dossier; what is over, by nobody.
        if (draft === undefined || draftPhase(draft, context.now) !== 'open') return problemAnswer({ code: 'uploads.page-unknown' });
        const picture = await deps.counterPapers.picture({ communeCode, dossierId: draft.dossier_id }, params.fileId, query.size ?? 'large');
        if (!picture.ok) return problemAnswer(picture.problem);
        return showing(bytes(picture.value, 'image/jpeg', { 'cache-control': 'private, no-store' }), { object: journalObject('upload-bundle', draft.dossier_id), part: `page:${params.fileId}` });
      },
    }),
  ];
}
