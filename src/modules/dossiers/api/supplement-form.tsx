import { type Answer, type RouteInput, type RouteSchema, showing } from '../../../platform/http/route.ts';
import { type FieldFault } from '../../../platform/http/validation-words.ts';
import { fillMessage } from '../../../platform/i18n/catalogue.ts';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { sizeInWords } from '../../../web/public/received-files/size-in-words.ts';
import { findDossierPage } from '../store/dossier-page.ts';
import { type DossierRow } from '../store/move-dossier.ts';
import { correctionPlace } from './answer-supplement.ts';
import { listDraftFiles } from '../store/supplement-files.ts';
import { type WholeSupplement } from '../store/supplements.ts';
import { SUPPLEMENT_WORDS } from '../ui/public/supplement-messages.ts';
import { SupplementPage } from '../ui/public/supplement-page.tsx';
import { answerField } from '../ui/public/supplement-view.ts';
import { answerSecret } from './answer-personal.ts';
import { faultView, untilWords } from './asked-of-citizen.ts';
import { DECLARATION_LIMITS } from './declaration-limits.ts';
import { type DossiersDeps } from './deps.ts';
import { supplementBundle } from './supplement-bundle.ts';
import { filesBefore, marksOf } from './supplement-pictures.ts';

interface FormPlace {
  readonly token: string;
  readonly dossier: DossierRow;
  readonly whole: WholeSupplement;
}

interface FormState {
  readonly commandId: string;
  /** What was typed, by field. */
  readonly texts: ReadonlyMap<string, string>;
  /** The same with every text of a name, for the questions of the form. */
  readonly entries: ReadonlyMap<string, readonly string[]>;
  /** Answers that another browser gave otherwise. */
  readonly differing?: readonly FieldFault[];
  readonly faults: readonly FieldFault[];
  readonly news: string | undefined;
  readonly posted: boolean;
}

/** The key under which a phone keeps what was typed for a dossier’s answer. */
export function supplementDraftKey(code: string): string {
  return `bo-sung-${code}`;
}

/** Draws the page on which a request is answered: each fault beside its marked picture, with what the server has for the answer. */
export async function answerSupplementForm(deps: DossiersDeps, input: Pick<RouteInput<RouteSchema>, 'request' | 'context'>, place: FormPlace, state: FormState, status = 200): Promise<Answer> {
  const { context } = input;
  const { token, dossier, whole } = place;
  const correcting = correctionPlace(dossier, whole);
  const [page, drafts, office, bundle, correction] = await Promise.all([
    findDossierPage(deps.db, dossier.commune_code, dossier.id), listDraftFiles(deps.db, whole.request), deps.office(), supplementBundle(deps, place, context.now),
    correcting.fields.length === 0 ? undefined : deps.declared?.view(correcting, { locale: context.locale, now: context.now, posted: state.posted, differing: state.differing, typed: state.entries }),
  ]);
  const action = `/h/${token}/bo-sung`;
  const body = (
    <SupplementPage
      locale={context.locale}
      action={action}
      back={`/h/${token}`}
      procedure={dossier.procedure_name}
      commandId={state.commandId}
      draft={supplementDraftKey(dossier.code ?? dossier.reference)}
      posted={state.posted}
      untilWords={untilWords(whole.request.answer_by, context)}
      faultsOfPapers={whole.items.map((item) => ({
        ...faultView(item, whole, context),
        paperName: correction?.labels.get(item.answer_field ?? '') ?? item.paper_name,
        before: filesBefore(page, whole, item).map((file, index) => ({
          id: file.id,
          fileName: file.file_name,
          address: `/h/${token}/tep/${file.id}`,
          isPicture: file.media_type.startsWith('image/'),
          marks: marksOf(item).filter((mark) => mark.page === index + 1),
        })),
        question: item.answer_field === null ? null : {
          field: item.answer_field, before: correction?.before.get(item.answer_field) ?? [], content: correction?.named.get(item.answer_field), changed: correction?.changed.has(item.answer_field) === true, readable: correction !== undefined,
        },
        confirmed: drafts
          .filter((file) => file.itemId === item.id)
          .map((file) => ({
            sha256: file.sha256,
            fileName: file.fileName,
            address: `${action}/${item.id}/${file.sha256}`,
            isPicture: file.mediaType.startsWith('image/'),
            sizeWords: sizeInWords(file.byteCount),
          })),
        sent: bundle?.phase === 'open' ? (bundle.slots.find(({ id }) => id === item.id)?.files ?? []) : [],
        arriving: bundle?.phase === 'open' ? (bundle.slots.find(({ id }) => id === item.id)?.arriving ?? []).map(({ fileName }) => fileName) : [],
        camera: item.answer_field === null ? `${action}/chup/${item.id}` : undefined,
        answer: (state.texts.get(answerField.words(item.id)) ?? '').trim(),
      }))}
      note={state.texts.get('note') ?? ''}
      faults={[...state.faults, ...(correction?.faults ?? [])]}
      following={correction?.following ?? []}
      warnings={correction?.warnings ?? []}
      hidden={correction?.hidden ?? {}}
      news={state.news}
      limits={DECLARATION_LIMITS}
    />
  );
  const title = fillMessage(SUPPLEMENT_WORDS[context.locale]['title-of'], { code: dossier.code ?? dossier.reference });
  const answer = await answerSecret(input, renderPublicPage({ context, office, title, path: action, indexed: false }, body), status);
  return showing(answer, { object: `dossier:${dossier.id}`, part: 'supplement', communeCode: dossier.commune_code });
}
