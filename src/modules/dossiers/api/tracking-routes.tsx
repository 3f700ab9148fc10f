import { encodeQR } from 'qr';
import { Type } from 'typebox';
import { anyoneOrKiosk } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { type Answer, defineRoute, problemAnswer, redirect, type Route, type RouteInput, type RouteSchema } from '../../../platform/http/route.ts';
import { type FieldFault } from '../../../platform/http/validation-words.ts';
import { fillMessage } from '../../../platform/i18n/catalogue.ts';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { PUBLIC_PATHS } from '../../../web/public/public-paths.ts';
import { buildDossierCode } from '../domain/dossier-code.ts';
import { LookUpPage } from '../ui/public/look-up-page.tsx';
import { DOSSIER_PAGE_WORDS } from '../ui/public/messages.ts';
import { TrackingPage } from '../ui/public/tracking-page.tsx';
import { answerNothingHere } from './answer-nothing-here.tsx';
import { answerPersonal, answerSecret } from './answer-personal.ts';
import { declarationPath, draftKey } from './declaration-form.tsx';
import { type DossiersDeps } from './deps.ts';
import { SECRET_HEADERS } from './find-by-link.ts';
import { missingPapers, wordsFor } from './paper-plan.ts';
import { openedCookie } from './opened-dossier.ts';
import { type SentReceipt, sentReceipt } from './sent-papers.ts';
import { sayProblem } from './say-problem.ts';
import { supplementDraftKey } from './supplement-form.tsx';
import { openByCode, trackByLink, type TrackedDossier } from './track-dossier.ts';
import { typedCode } from './typed-code.ts';

type PageInput = Pick<RouteInput<RouteSchema>, 'request' | 'context'>;

/** Exactly what the link signer makes: nothing else is worth a question to the database. */
/** Longer than any code; what goes beyond is not shown again. */
const LONGEST_SHOWN = 60;

/** Where a dossier stands: by the secret link of its paper, or by its code and four digits. */
export function trackingRoutes(deps: DossiersDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      url: '/h/:token',
      policy: anyoneOrKiosk,
      summary: 'Theo dõi hồ sơ bằng đường dẫn riêng / Follow a dossier by its secret link',
      tag: 'dossiers',
      kind: 'page',
      schema: { params: Type.Object({ token: Type.String() }), query: Type.Object({ moi: Type.Optional(Type.String()), bs: Type.Optional(Type.String()) }) },
      handle: async (input) => {
        const { token } = input.params;
        const dossier = await trackByLink(deps, token, input.context);
        if (dossier === undefined) return answerNothingHere(deps, input, 'link');
        return answerTracked(deps, input, dossier, `/h/${token}`, { declared: input.query.moi === '1', answered: input.query.bs === '1', papers: input.query.moi === '1' ? await sentReceipt(deps, token, input.context) : undefined });
      },
    }),
    defineRoute({
      method: 'GET',
      url: PUBLIC_PATHS.track,
      policy: anyoneOrKiosk,
      summary: 'Tra cứu hồ sơ / Look up a dossier',
      tag: 'dossiers',
      kind: 'page',
      // Messengers add their own marks to shared links: other names are let through.
      schema: { query: Type.Object({ ma: Type.Optional(Type.String()) }) },
      handle: (input) => answerLookUp(deps, input, input.query.ma ?? '', []),
    }),
    defineRoute({
      method: 'POST',
      url: PUBLIC_PATHS.track,
      policy: anyoneOrKiosk,
      summary: 'Mở hồ sơ bằng mã và 4 số cuối / Open a dossier by its code and four digits',
      tag: 'dossiers',
      kind: 'page',
      perMinute: 30,
      schema: { body: Type.Object({ ma: Type.Optional(Type.String()), bonSo: Type.Optional(Type.String()) }) },
      handle: async (input) => {
        const { body, context } = input;
        const words = DOSSIER_PAGE_WORDS[context.locale];
        const [code, digits] = [(body.ma ?? '').trim(), (body.bonSo ?? '').normalize('NFKC').replace(/\s/g, '')];
        const faults: FieldFault[] = [];
        if (code === '') faults.push({ field: 'ma', code: 'tracking.code-missing', message: words['code-missing'] });
        if (!/^\d{4}$/.test(digits)) faults.push({ field: 'bonSo', code: 'tracking.digits-missing', message: words['digits-missing'] });
        if (faults.length > 0) return answerLookUp(deps, input, code, faults, 422);
        const opened = await openByCode(deps, typedCode(code), digits, context);
        if (opened.ok) {
          const { token, dossierId } = opened.value;
          // The digits were given: what lies behind them in this dossier opens in this browser without asking again.
          return redirect(`/h/${token}`, { ...SECRET_HEADERS, 'set-cookie': openedCookie(deps, token, dossierId, context) });
        }
        const { status, sentence } = sayProblem(opened.problem, context.locale);
        return answerLookUp(deps, input, code, [{ field: 'ma', code: opened.problem.code, message: sentence }], status);
      },
    }),
  ];
}

async function answerTracked(deps: DossiersDeps, input: PageInput, dossier: TrackedDossier, path: string, isNew: { readonly declared: boolean; readonly answered: boolean; readonly papers: SentReceipt | undefined }): Promise<Answer> {
  const { context } = input;
  const { locale, now } = context;
  const [office, procedure] = await Promise.all([deps.office(), deps.procedureInForce(dossier.commune.code, dossier.procedureCode, now.getTime())]);
  const justSent = isNew.declared && dossier.state === 'submitted';
  const kiosk = context.display.kiosk === true;
  const sentIds = dossier.papers.filter((paper) => paper.fileCount > 0).map((paper) => paper.requirementId);
  const page = renderPublicPage(
    {
      context,
      office,
      title: fillMessage(DOSSIER_PAGE_WORDS[locale]['tracking-title'], { code: dossier.code }),
      path: justSent ? `${path}?moi=1` : path,
      indexed: false,
    },
    <TrackingPage
      locale={locale}
      kiosk={kiosk}
      viewersAddress={`${path}/ai-da-xem`}
      dossier={dossier}
      procedure={wordsFor(procedure?.name ?? { vi: dossier.procedureName, en: null }, locale)}
      missingPapers={procedure === undefined ? [] : missingPapers(procedure, sentIds, locale)}
      declareAgain={procedure === undefined ? undefined : declarationPath(procedure.code)}
      justSent={justSent ? draftKey(dossier.procedureCode) : undefined}
      sentPapers={isNew.papers}
      answerSent={isNew.answered && dossier.answered ? supplementDraftKey(dossier.code) : undefined}
      qr={encodeQR(dossier.link, 'raw')}
      address={dossier.link.replace(/^https?:\/\//, '')}
    />,
  );
  return answerSecret(input, page);
}

async function answerLookUp(deps: DossiersDeps, input: PageInput, code: string, faults: readonly FieldFault[], status = 200): Promise<Answer> {
  const [office, commune] = await Promise.all([deps.office(), deps.homeCommune()]);
  if (office === undefined || commune === undefined) return problemAnswer({ code: 'request.not-found' });
  const { context } = input;
  const shown = code.slice(0, LONGEST_SHOWN);
  const page = renderPublicPage(
    {
      context,
      office,
      title: DOSSIER_PAGE_WORDS[context.locale]['look-up-title'],
      path: shown === '' ? PUBLIC_PATHS.track : `${PUBLIC_PATHS.track}?${new URLSearchParams({ ma: shown }).toString()}`,
      indexed: false,
    },
    <LookUpPage locale={context.locale} code={shown} faults={faults} signOn={context.display.kiosk === true ? undefined : deps.signOnLabel?.[context.locale]} example={buildDossierCode(commune.agencyCode, dateAt(context.now.getTime()), 12)} />,
  );
  return answerPersonal(input, page, status);
}
