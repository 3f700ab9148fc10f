import { momentWords } from '../../../kernel/date-words.ts';
import { type Problem } from '../../../kernel/result.ts';
import { MAX_UPLOAD_BYTES } from '../../../platform/files/check-upload.ts';
import { type Answer, problemAnswer, type RouteInput, type RouteSchema, showing } from '../../../platform/http/route.ts';
import { type FieldFault } from '../../../platform/http/validation-words.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { answerPage } from '../../../web/public/page-cache/answer-page.ts';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { sizeInWords } from '../../../web/public/received-files/size-in-words.ts';
import { publicContentSecurityPolicy } from '../../../web/public/security-policy/security-policy.ts';
import { UPLOADS_SHEET } from '../../../web/public/uploads-script/uploads-sheet.ts';
import { UPLOADS_SCRIPT_PATH } from '../../../web/public/uploads-script/uploads-script.ts';
import { MAX_PAGES_A_SLOT } from '../domain/upload-limits.ts';
import { BundlePage, GonePage, TakenPage } from '../ui/public/bundle-page.tsx';
import { UPLOAD_WORDS } from '../ui/public/messages.ts';
import { SlotPage } from '../ui/public/slot-page.tsx';
import { said, type SlotView } from '../ui/public/upload-view.ts';
import { type BundleState, type SlotState } from './bundle-state.ts';
import { type UploadsDeps } from './deps.ts';
import { sayProblem } from './say-problem.ts';

type PageInput = Pick<RouteInput<RouteSchema>, 'request' | 'context'>;

/** For answers whose address is a secret: nobody keeps them, no search engine lists them, and links on them do not tell where the reader came from. */
export const SECRET_HEADERS = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' } as const;

const POLICY = publicContentSecurityPolicy([UPLOADS_SHEET]);

async function answerSecret(input: PageInput, page: string, status: number): Promise<Answer> {
  const answer = await answerPage(input, page, status);
  return answer.kind === 'html' ? { ...answer, headers: { ...answer.headers, ...SECRET_HEADERS, 'content-security-policy': POLICY } } : answer;
}

function seenOf(state: BundleState, part: string) {
  return { object: `upload-bundle:${state.id}`, part, communeCode: state.communeCode } as const;
}

function viewOf(state: BundleState, slot: SlotState, locale: Locale): SlotView {
  return {
    id: slot.id, required: slot.required, other: slot.other, files: slot.files, address: `${state.path}/${slot.id}`,
    name: said(slot.name, locale), help: slot.help === null ? null : said(slot.help, locale), onlyWhen: slot.onlyWhen === null ? null : said(slot.onlyWhen, locale),
    arriving: slot.arriving.map(({ id, fileName, received, byteCount }) => ({ id, fileName, received: sizeInWords(received), total: sizeInWords(byteCount) })),
  };
}

/** The list of papers, or the receipt once they were taken. */
export async function answerBundle(deps: UploadsDeps, input: PageInput, state: BundleState): Promise<Answer> {
  const { locale } = input.context;
  const views = state.slots.map((slot) => viewOf(state, slot, locale));
  const title = said(state.title, locale);
  const body = state.takenAt === null
    ? <BundlePage
        locale={locale} title={title} papers={grouped(state, views)} missing={state.missing.map(({ name }) => said(name, locale))}
        until={momentWords(state.expiresAt.getTime(), locale)} returnPath={state.returnPath}
      />
    : <TakenPage locale={locale} title={title} papers={views} when={momentWords(state.takenAt.getTime(), locale)} />;
  const page = renderPublicPage(
    { context: input.context, office: await deps.office(), title: UPLOAD_WORDS[locale][state.takenAt === null ? 'title' : 'taken-title'], path: state.path, indexed: false, sheet: UPLOADS_SHEET },
    body,
  );
  return showing(await answerSecret(input, page, 200), seenOf(state, 'papers'));
}

/** Alternatives stand together where the first of them stands. */
function grouped(state: BundleState, views: readonly SlotView[]): readonly (readonly SlotView[])[] {
  const groups = new Map<string, SlotView[]>();
  for (const [index, slot] of state.slots.entries()) {
    const view = views[index];
    if (view === undefined) continue;
    const key = slot.anyOf === null ? `one ${slot.id}` : `any ${slot.anyOf}`;
    groups.set(key, [...(groups.get(key) ?? []), view]);
  }
  return [...groups.values()];
}

/** The page of one paper; with faults the status is theirs. */
export async function answerSlot(deps: UploadsDeps, input: PageInput, state: BundleState, slot: SlotState, faults: readonly FieldFault[] = [], status = 200): Promise<Answer> {
  const { context } = input;
  const { locale } = context;
  const view = viewOf(state, slot, locale);
  const next = state.slots.find((other) => other.id !== slot.id && other.files.length === 0 && state.missing.includes(other));
  const page = renderPublicPage(
    {
      context, office: await deps.office(), title: view.name.text, path: view.address, indexed: false, sheet: UPLOADS_SHEET,
      breadcrumb: [{ label: UPLOAD_WORDS[locale].title, href: state.path }],
    },
    <SlotPage
      locale={locale} slot={view} faults={faults} back={state.path}
      next={next === undefined ? undefined : { name: said(next.name, locale), address: `${state.path}/${next.id}` }}
      limits={{ megabytes: MAX_UPLOAD_BYTES / 1024 / 1024, files: MAX_PAGES_A_SLOT }}
      api={`/api/paper-bundles/${state.path.split('/').at(-1) ?? ''}/transfers`} script={UPLOADS_SCRIPT_PATH}
    />,
  );
  return showing(await answerSecret(input, page, status), seenOf(state, `paper:${slot.id}`));
}

/** The link leads to nothing any more, or to papers to which nothing can be added: why, and the way on. */
export async function answerGone(deps: UploadsDeps, input: PageInput, problem: Problem, returnPath?: string): Promise<Answer> {
  const office = await deps.office();
  if (office === undefined) return problemAnswer(problem);
  const { context } = input;
  const { status, sentence } = sayProblem(problem, context.locale);
  const page = renderPublicPage(
    { context, office, title: UPLOAD_WORDS[context.locale]['gone-title'], path: '/', indexed: false },
    <GonePage locale={context.locale} sentence={sentence} returnPath={returnPath} />,
  );
  return showing(await answerSecret(input, page, status), null);
}
