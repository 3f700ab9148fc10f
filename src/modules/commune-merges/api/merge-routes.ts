import { onlyRoles, staffOf } from '../../../kernel/actor.ts';
import { refuse } from '../../../kernel/result.ts';
import { inWholeInstallation } from '../../../platform/db/commune-scope.ts';
import { defineRoute, json, problemAnswer, type Route } from '../../../platform/http/route.ts';
import { MergeActionRequest, MergeDone, MergeParams, MergePreview, MergePreviewRequest, MergesResponse, ProposeMergeRequest, UndoPreview } from '../contract/merge-schemas.ts';
import { findMerge } from '../store/merges.ts';
import { actOnMerge, proposeMerge } from './change-merge.ts';
import { type CommuneMergesDeps } from './deps.ts';
import { mergesView } from './merge-view.ts';
import { rehearseUndo } from './perform-merge.ts';
import { previewMerge } from './preview-merge.ts';

const tag = 'commune-merges';
const administrator = onlyRoles('administrator');

/** Merging communes by a resolution, for the administrators of both. */
export function communeMergeRoutes(deps: CommuneMergesDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/api/commune-merges', policy: administrator, summary: 'Các việc sáp nhập xã / Merges of the own commune', tag, kind: 'api', schema: { response: MergesResponse },
      handle: async ({ context }) => json(await mergesView(deps, staffOf(context.actor), context.now)),
    }),
    defineRoute({
      method: 'POST', url: '/api/commune-merges/preview', policy: administrator, summary: 'Sáp nhập thì chuyển những gì / What a merge would move', tag, kind: 'api', schema: { body: MergePreviewRequest, response: MergePreview },
      handle: async ({ body, context }) => {
        const { communeCode } = staffOf(context.actor);
        const known = body.fromCode !== communeCode && (await deps.communes()).some(({ code }) => code === body.fromCode);
        if (!known) return problemAnswer(refuse('merge.commune-unknown', {}, 'fromCode').problem);
        return json(await inWholeInstallation(() => previewMerge(deps, deps.db, body.fromCode, communeCode, context.now)));
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/commune-merges', policy: administrator, summary: 'Đề nghị sáp nhập một xã vào xã mình / Propose a merge', tag, kind: 'api', schema: { body: ProposeMergeRequest, response: MergeDone },
      handle: async ({ body, context }) => {
        const done = await proposeMerge(deps, body, staffOf(context.actor), context);
        return done.ok ? json(done.value) : problemAnswer(done.problem);
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/commune-merges/:id/actions', policy: administrator, summary: 'Đồng ý, hoàn tác, thôi sáp nhập / Agree to a merge, undo it, take it back', tag, kind: 'api',
      schema: { params: MergeParams, body: MergeActionRequest, response: MergeDone },
      handle: async ({ params, body, context }) => {
        const done = await actOnMerge(deps, params.id, body, staffOf(context.actor), context);
        return done.ok ? json(done.value) : problemAnswer(done.problem);
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/commune-merges/:id/undo', policy: administrator, summary: 'Hoàn tác thì tách những gì / What undoing a merge would sever', tag, kind: 'api', schema: { params: MergeParams, response: UndoPreview },
      handle: async ({ params, context }) => {
        const merge = await findMerge(deps.db, staffOf(context.actor).communeCode, params.id);
        if (merge === undefined) return problemAnswer(refuse('merge.not-found').problem);
        const { severed, forbidden } = await rehearseUndo(deps, merge);
        return json({ severed, forbidden: [...forbidden] });
      },
    }),
  ];
}
