import { narrowToCommune } from '../../../platform/db/commune-scope.ts';
import { type Answer, type RouteInput, type RouteSchema } from '../../../platform/http/route.ts';
import { type FieldFault } from '../../../platform/http/validation-words.ts';
import { fillMessage } from '../../../platform/i18n/catalogue.ts';
import { type PublicOffice } from '../../../web/public/public-page/public-office.ts';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { PUBLIC_PATHS } from '../../../web/public/public-paths.ts';
import { type BundleState } from '../../uploads/index.ts';
import { type DeclarationEntries } from '../ui/public/declaration-entries.ts';
import { DeclarePage } from '../ui/public/declare-page.tsx';
import { KIOSK_PAGE_WORDS } from '../ui/public/kiosk-messages.ts';
import { DOSSIER_PAGE_WORDS } from '../ui/public/messages.ts';
import { answerPersonal } from './answer-personal.ts';
import { placeWords } from './check-entries.ts';
import { sentPapers } from './sent-papers.ts';
import { type DeclarationIds } from './declaration-ids.ts';
import { DECLARATION_LIMITS } from './declaration-limits.ts';
import { type DossierCommune, type DossierProcedure, type DossiersDeps } from './deps.ts';
import { type DeclaredFile, keptFileReference } from './kept-file-reference.ts';
import { paperPlan, wordsFor } from './paper-plan.ts';

/** A text box that people never see: a name that no browser fills in by itself, but programs do. */
export const HONEYPOT = 'ghi-chu-khac';

/** Where the declaration of a procedure is made. */
export function declarationPath(procedureCode: string): string {
  return `/khai/${encodeURIComponent(procedureCode)}`;
}

/** The key under which a phone keeps the draft of a procedure's declaration. */
export function draftKey(procedureCode: string): string {
  return `khai-${procedureCode}`;
}

/** What a declaration is made within. */
export interface DeclarationSetting {
  readonly commune: DossierCommune;
  readonly office: PublicOffice;
  readonly procedure: DossierProcedure;
  readonly villages: readonly { readonly id: string; readonly name: string; readonly kind: string }[];
}

/** The commune, the procedure and the villages; undefined when the office is not set up or the procedure is not offered. */
export async function findDeclarationSetting(deps: DossiersDeps, code: string, now: Date): Promise<DeclarationSetting | undefined> {
  const [commune, office] = await Promise.all([deps.homeCommune(), deps.office()]);
  if (commune === undefined || office === undefined) return undefined;
  narrowToCommune(commune.code);
  const [procedure, villages] = await Promise.all([deps.procedureInForce(commune.code, code, now.getTime()), deps.villagesOf(commune.code)]);
  return procedure === undefined ? undefined : { commune, office, procedure, villages };
}

/** What stands in the form when it is drawn. */
export interface FormState {
  readonly ids: DeclarationIds;
  readonly entries: DeclarationEntries;
  readonly kept: readonly DeclaredFile[];
  readonly faults: readonly FieldFault[];
  readonly posted: boolean;
  readonly sentBefore?: string;
  /** The papers that were sent one by one. */
  readonly bundle?: BundleState | undefined;
}

/** Draws the form and answers it; with faults the status is theirs. */
export function answerForm(
  deps: DossiersDeps,
  input: Pick<RouteInput<RouteSchema>, 'request' | 'context'>,
  setting: DeclarationSetting,
  state: FormState,
  status = 200,
): Promise<Answer> {
  const { context } = input;
  const { locale } = context;
  const { commune, office, procedure, villages } = setting;
  const name = wordsFor(procedure.name, locale);
  const action = declarationPath(procedure.code);
  const kiosk = context.display.kiosk === true;
  const page = renderPublicPage(
    {
      context,
      office,
      title: fillMessage(kiosk ? KIOSK_PAGE_WORDS[locale]['title-of'] : DOSSIER_PAGE_WORDS[locale]['declare-title-of'], { procedure: name.text }),
      path: action,
      breadcrumb: [{ label: DOSSIER_PAGE_WORDS[locale]['about-procedure'], href: PUBLIC_PATHS.procedure(procedure.code) }],
      indexed: false,
    },
    <DeclarePage
      locale={locale}
      action={action}
      procedure={name}
      place={placeWords(commune)}
      centreName={commune.centreName}
      hotline={commune.hotline}
      villages={villages.map((village) => ({ id: village.id, label: `${village.kind} ${village.name}` }))}
      entries={state.entries}
      hidden={state.ids}
      honeypot={HONEYPOT}
      draft={kiosk ? undefined : draftKey(procedure.code)}
      kiosk={kiosk}
      posted={state.posted}
      sentBefore={state.sentBefore}
      plan={paperPlan(procedure, locale)}
      kept={state.kept.map((file) => ({
        paperId: file.paperId,
        fileName: file.fileName,
        reference: keptFileReference(deps.links, state.ids.dossierId, file),
      }))}
      faults={state.faults}
      limits={DECLARATION_LIMITS}
      sent={state.bundle === undefined ? undefined : sentPapers(state.bundle, locale)}
    />,
  );
  return answerPersonal(input, page, status);
}
