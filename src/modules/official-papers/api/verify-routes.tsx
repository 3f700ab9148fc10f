import { Type } from 'typebox';
import { anyoneOrKiosk } from '../../../kernel/actor.ts';
import { momentWords, dateWords, plainDateWords } from '../../../kernel/date-words.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { formatDong } from '../../../kernel/money.ts';
import { type Soon } from '../../../kernel/soon.ts';
import { narrowToCommune } from '../../../platform/db/commune-scope.ts';
import { type Answer, defineRoute, problemAnswer, redirect, type Route, type RouteInput, type RouteSchema, showing } from '../../../platform/http/route.ts';
import { type FieldFault } from '../../../platform/http/validation-words.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { answerPage } from '../../../web/public/page-cache/answer-page.ts';
import { type PublicOffice } from '../../../web/public/public-page/public-office.ts';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { guessSecret } from '../../identity/index.ts';
import { readVerificationCode, verificationCodeWords } from '../domain/verification-code.ts';
import { covered, type VerifiedValue } from '../papers/verified-fields.ts';
import { TypeCodePage, type TypeCodePageProps } from '../ui/public/type-code-page.tsx';
import { VERIFY_WORDS } from '../ui/public/verify-messages.ts';
import { VerifyPage } from '../ui/public/verify-page.tsx';
import { type VerifyView } from '../ui/public/verify-view.ts';
import { type CheckedPaper, type FindChecked, findCheckedPaper } from './checked-paper.ts';
import { type OfficialPapersDeps } from './deps.ts';

export interface VerifyDeps extends OfficialPapersDeps {
  /** The office as the public pages show it; undefined before it was set up. */
  readonly office: () => Soon<PublicOffice | undefined>;
  /** Where papers are looked for that other modules give out with a code. */
  readonly others: readonly FindChecked[];
}

type PageInput = Pick<RouteInput<RouteSchema>, 'request' | 'context'>;

const tag = 'papers';

/** The pages on which anybody checks a paper by the code in its QR. */
export function verifyRoutes(deps: VerifyDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/x', policy: anyoneOrKiosk, summary: 'Kiểm tra giấy tờ: nhập mã / Check a paper: type its code', tag, kind: 'page', schema: {},
      handle: (input) => answerTypeCode(deps, input, 'nothing'),
    }),
    defineRoute({
      method: 'POST', url: '/x', policy: anyoneOrKiosk, summary: 'Mở trang kiểm tra bằng mã / Open the check page by its code', tag, kind: 'page', perMinute: 30,
      schema: { body: Type.Object({ ma: Type.Optional(Type.String()) }) },
      handle: async (input) => {
        const code = readVerificationCode(input.body.ma ?? '');
        if (code !== undefined) return redirect(`/x/${code}`, { 'cache-control': 'no-store' });
        const message = VERIFY_WORDS[input.context.locale]['code-wrong'];
        return answerTypeCode(deps, input, 'nothing', 422, [{ field: 'ma', code: 'paper.code-wrong', message }]);
      },
    }),
    defineRoute({
      method: 'GET', url: '/x/:code', policy: anyoneOrKiosk, summary: 'Giấy này có thật và còn hiệu lực không / Whether a paper is genuine and holds', tag, kind: 'page', perMinute: 60,
      schema: { params: Type.Object({ code: Type.String() }) },
      handle: (input) => answerPaper(deps, input, input.params.code, undefined),
    }),
    defineRoute({
      method: 'POST', url: '/x/:code', policy: anyoneOrKiosk, summary: 'Xem đủ nội dung bằng 4 số in trên giấy / See all lines by four digits of the paper', tag, kind: 'page', perMinute: 30,
      schema: { params: Type.Object({ code: Type.String() }), body: Type.Object({ bonSo: Type.Optional(Type.String()) }) },
      shows: { action: 'paper.opened-with-digits' },
      handle: (input) => answerPaper(deps, input, input.params.code, (input.body.bonSo ?? '').normalize('NFKC').replace(/\s/g, '')),
    }),
  ];
}

async function answerTypeCode(deps: VerifyDeps, input: PageInput, after: TypeCodePageProps['after'], status = 200, faults: readonly FieldFault[] = []): Promise<Answer> {
  const office = await deps.office();
  if (office === undefined) return problemAnswer({ code: 'request.not-found' });
  const { context } = input;
  const words = VERIFY_WORDS[context.locale];
  const page = renderPublicPage(
    { context, office, title: words[after === 'unknown' ? 'unknown' : 'title'], path: '/x', indexed: false },
    <TypeCodePage locale={context.locale} hotline={office.hotline} after={after} faults={faults} />,
  );
  return showing(await answerPage(input, page, status), null);
}

/** A paper by its code, whichever module has given it out; undefined when none has. */
async function findChecked({ db, others }: VerifyDeps, code: string): Promise<CheckedPaper | undefined> {
  for (const find of [findCheckedPaper, ...others]) {
    const paper = await find(db, code);
    if (paper !== undefined) return paper;
  }
  return undefined;
}

/** A paper by its code. Wrong codes are counted per address, wrong digits per paper and address; `digits` undefined: none were typed. */
async function answerPaper(deps: VerifyDeps, input: PageInput, typed: string, digits: string | undefined): Promise<Answer> {
  const { context } = input;
  const code = readVerificationCode(typed);
  if (code === undefined) return answerTypeCode(deps, input, 'unknown', 404);
  const found = await guessSecret(deps.db, { purpose: 'paper', secret: null, address: context.address }, context.now, () => findChecked(deps, code));
  if (found.kind === 'wait') return answerTypeCode(deps, input, { waitMinutes: found.minutes }, 429);
  if (found.kind === 'wrong') return answerTypeCode(deps, input, 'unknown', 404);
  const paper = found.value;
  narrowToCommune(paper.communeCode);
  if (digits === undefined) return showPaper(deps, input, paper, false);

  const words = VERIFY_WORDS[context.locale];
  const fault = (message: string): readonly FieldFault[] => [{ field: 'bonSo', code: 'paper.digits-wrong', message }];
  if (!/^\d{4}$/.test(digits)) return showPaper(deps, input, paper, false, 422, fault(words['digits-missing']));
  const outcome = await guessSecret(deps.db, { purpose: 'paper', secret: code, address: context.address }, context.now, () =>
    Promise.resolve(paper.tails.includes(digits) ? true : undefined),
  );
  if (outcome.kind === 'wait') return answerTypeCode(deps, input, { waitMinutes: outcome.minutes }, 429);
  return outcome.kind === 'right' ? showPaper(deps, input, paper, true) : showPaper(deps, input, paper, false, 422, fault(words['digits-wrong']));
}

async function showPaper(deps: VerifyDeps, input: PageInput, paper: CheckedPaper, whole: boolean, status = 200, faults: readonly FieldFault[] = []): Promise<Answer> {
  const office = await deps.office();
  if (office === undefined) return problemAnswer({ code: 'request.not-found' });
  const { context } = input;
  const view = verifyView(paper, whole, context.locale);
  const page = renderPublicPage(
    { context, office, title: `${view.title} ${view.number}`, path: `/x/${view.code}`, indexed: false },
    <VerifyPage locale={context.locale} paper={view} faults={faults} />,
  );
  const answer = await answerPage(input, page, status);
  const seen = whole ? { ...paper.seen, communeCode: paper.communeCode } : null;
  // Nobody keeps it, no search engine lists it, and links on it do not tell which paper the reader holds.
  return answer.kind === 'html' ? { ...answer, seen, headers: { ...answer.headers, 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' } } : answer;
}

function verifyView(paper: CheckedPaper, whole: boolean, locale: Locale): VerifyView {
  const day = (at: Date) => dateWords(dateAt(at.getTime()), locale);
  const { standing, fields } = paper;
  const hides = !whole && fields.some((field) => field.personal);
  return {
    code: verificationCodeWords(paper.code),
    title: paper.title,
    number: paper.number,
    dayWords: day(paper.issuedAt),
    centreName: paper.centreName,
    hotline: paper.hotline,
    dossierCode: paper.dossierCode,
    isEnvelope: paper.isEnvelope,
    standing: standing.kind === 'valid' ? standing : standing.kind === 'voided' ? { kind: 'voided', day: day(standing.at) } : { kind: 'replaced', day: day(standing.at), number: standing.number },
    lines: fields.map((field) => {
      const isCovered = field.personal && !whole;
      return { key: field.key, covered: isCovered, words: isCovered ? covered(field) : valueWords(field.value, locale) };
    }),
    cover: !hides ? 'open' : paper.tails.length === 0 ? 'closed' : 'typed',
  };
}

function valueWords(value: VerifiedValue, locale: Locale): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'moment':
      return momentWords(value.at, locale);
    case 'day':
      return plainDateWords(value.date, locale);
    case 'count':
      return String(value.count);
    case 'money':
      return formatDong(value.amount);
  }
}
