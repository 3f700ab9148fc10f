import { Type } from 'typebox';
import { anyoneOrKiosk } from '../../../kernel/actor.ts';
import { isUuid } from '../../../kernel/uuid.ts';
import { type Answer, defineRoute, redirect, type Route, type RouteInput, type RouteSchema } from '../../../platform/http/route.ts';
import { type FieldFault } from '../../../platform/http/validation-words.ts';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { type DossierRow } from '../store/move-dossier.ts';
import { DOSSIER_PAGE_WORDS } from '../ui/public/messages.ts';
import { WithdrawPage } from '../ui/public/withdraw-page.tsx';
import { answerDigits } from './answer-digits.tsx';
import { answerNothingHere } from './answer-nothing-here.tsx';
import { answerSecret } from './answer-personal.ts';
import { type DossiersDeps } from './deps.ts';
import { requestWithdrawal } from './end-dossier.ts';
import { findByLink, SECRET_HEADERS } from './find-by-link.ts';
import { isOpened } from './opened-dossier.ts';
import { sayProblem } from './say-problem.ts';
import { mayWithdraw } from './track-dossier.ts';

type PageInput = Pick<RouteInput<RouteSchema>, 'request' | 'context'>;

const TokenParams = Type.Object({ token: Type.String() });
const LONGEST_REASON = 2000;

/** Where a citizen asks to withdraw: by the link of the slip and four digits, without signing in, with or without a script. */
export function withdrawPageRoutes(deps: DossiersDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/h/:token/rut', policy: anyoneOrKiosk, summary: 'Xin rút hồ sơ / Withdraw a dossier', tag: 'dossiers', kind: 'page', schema: { params: TokenParams },
      handle: async (input) => {
        const { token } = input.params;
        const dossier = await findByLink(deps, token);
        if (dossier === undefined) return answerNothingHere(deps, input, 'link');
        if (!mayWithdraw(dossier)) return redirect(`/h/${token}`, SECRET_HEADERS);
        if (!isOpened(deps, dossier, input.context)) return answerDigits(deps, input, token, 'rut', []);
        return answerWithdrawForm(deps, input, { token, dossier }, { commandId: deps.newId(), reason: '', faults: [] });
      },
    }),
    defineRoute({
      method: 'POST', url: '/h/:token/rut', policy: anyoneOrKiosk, summary: 'Gửi yêu cầu rút hồ sơ / Send the wish to withdraw', tag: 'dossiers', kind: 'page', perMinute: 10,
      schema: { params: TokenParams, body: Type.Object({ commandId: Type.Optional(Type.String()), lyDo: Type.Optional(Type.String()) }) },
      handle: async (input) => {
        const { token } = input.params;
        const { context } = input;
        const dossier = await findByLink(deps, token);
        if (dossier === undefined) return answerNothingHere(deps, input, 'link');
        if (!isOpened(deps, dossier, context)) return redirect(`/h/${token}/rut`, SECRET_HEADERS);
        const reason = (input.body.lyDo ?? '').trim().slice(0, LONGEST_REASON);
        const given = input.body.commandId ?? '';
        const commandId = isUuid(given) ? given : deps.newId();
        const state = { commandId, reason };
        if (reason === '') return answerWithdrawForm(deps, input, { token, dossier }, { ...state, faults: [{ field: 'lyDo', code: 'dossier.reason-missing', message: DOSSIER_PAGE_WORDS[context.locale]['withdraw-reason-missing'] }] }, 422);
        const request = { commandId, expectedVersion: null, reason };
        const asked = await requestWithdrawal(deps, { communeCode: dossier.commune_code, id: dossier.id, kind: 'request-withdrawal', request, actor: context.actor, context }, request, { kind: 'link-holder' });
        // Sent twice, or decided a moment ago: the tracking page says how things stand.
        if (asked.ok || asked.problem.code === 'dossier.action-not-possible' || asked.problem.code === 'command.reused-id') return redirect(`/h/${token}`, SECRET_HEADERS);
        const { status, sentence } = sayProblem(asked.problem, context.locale);
        return answerWithdrawForm(deps, input, { token, dossier }, { ...state, faults: [{ field: 'lyDo', code: asked.problem.code, message: sentence }] }, status);
      },
    }),
  ];
}

async function answerWithdrawForm(
  deps: DossiersDeps, input: PageInput, { token, dossier }: { readonly token: string; readonly dossier: DossierRow },
  state: { readonly commandId: string; readonly reason: string; readonly faults: readonly FieldFault[] }, status = 200,
): Promise<Answer> {
  const { context } = input;
  const page = renderPublicPage(
    { context, office: await deps.office(), title: DOSSIER_PAGE_WORDS[context.locale]['withdraw-title'], path: `/h/${token}/rut`, indexed: false },
    <WithdrawPage locale={context.locale} action={`/h/${token}/rut`} back={`/h/${token}`} procedure={dossier.procedure_name} code={dossier.code ?? dossier.reference} {...state} />,
  );
  return answerSecret(input, page, status);
}
