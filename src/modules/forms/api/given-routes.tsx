import { Type } from 'typebox';
import { anyoneOrKiosk } from '../../../kernel/actor.ts';
import { type Answer, defineRoute, redirect, type Route } from '../../../platform/http/route.ts';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { answerSecret, SECRET_HEADERS } from '../../dossiers/index.ts';
import { loadDraftForUpdate, markGivenSeen } from '../store/form-drafts.ts';
import { GivenPage } from '../ui/public/given-page.tsx';
import { FORM_PAGE_WORDS } from '../ui/public/messages.ts';
import { type FormPagesDeps, type PageInput } from './deps.ts';
import { withDraft } from './draft-routes.tsx';
import { FORM_PATHS } from './form-paths.ts';
import { leftLines, withGiven } from './given-view.ts';
import { judgeDraft, type OpenDraft } from './open-draft.tsx';
import { reviewGroups } from './review-routes.tsx';

const TokenParams = Type.Object({ token: Type.String() });
const PER_MINUTE = 30;

/** Looking once at everything that was told before. */
export function givenRoutes(deps: FormPagesDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/to-khai/:token/da-co', policy: anyoneOrKiosk, summary: 'Những điều đã khai trước / What was told before', tag: 'forms', kind: 'page', schema: { params: TokenParams },
      handle: (input) => withDraft(deps, input, input.params.token, (open) => answerGiven(deps, input, open)),
    }),
    defineRoute({
      method: 'POST', url: '/to-khai/:token/da-co', policy: anyoneOrKiosk, summary: 'Đã xem những điều khai trước / What was told before is right', tag: 'forms', kind: 'page', perMinute: PER_MINUTE,
      schema: { params: TokenParams, body: Type.Object({ ban: Type.Optional(Type.String()) }) },
      handle: (input) => withDraft(deps, input, input.params.token, async (open) => {
        const seen = await deps.db.transaction().execute(async (tx) => {
          const draft = await loadDraftForUpdate(tx, open.draft);
          // What is called right is what was read: another browser may have changed it since.
          if (draft?.given == null || String(draft.version) !== (input.body.ban ?? '')) return false;
          await markGivenSeen(tx, draft, draft.given);
          return true;
        });
        return redirect(seen || open.draft.given === null ? FORM_PATHS.draft(open.token) : FORM_PATHS.given(open.token), SECRET_HEADERS);
      }),
    }),
  ];
}

async function answerGiven(deps: FormPagesDeps, input: PageInput, open: OpenDraft): Promise<Answer> {
  const { context } = input;
  const { locale } = context;
  const { given } = open.draft;
  if (given === null) return redirect(FORM_PATHS.draft(open.token), SECRET_HEADERS);
  const judgement = judgeDraft(open, open.draft.answers, context.now);
  const { definition } = open.form;
  const groups = withGiven(open, reviewGroups(definition, judgement, open.draft.answers, locale, (field) => {
    const group = definition.groups.find(({ fields }) => fields.some(({ id }) => id === field));
    return group && `${FORM_PATHS.group(open.token, group.id)}#o-${field.replace(/[^\w-]+/gu, '-')}`;
  }), locale).flatMap((group) => {
    const lines = group.lines.filter(({ field }) => given.fields[field] !== undefined);
    return lines.length === 0 ? [] : [{ ...group, lines: lines.map((line) => ({ ...line, fault: undefined })) }];
  });
  const whole = await deps.companions?.of({ communeCode: open.draft.commune_code, draftId: open.draft.id }, locale);
  const page = renderPublicPage(
    { context, office: await deps.office(), title: FORM_PAGE_WORDS[locale]['given-title'], path: FORM_PATHS.given(open.token), indexed: false, ...(whole === undefined ? {} : { breadcrumb: [whole] }) },
    <GivenPage locale={locale} title={definition.title[locale]} groups={groups} left={leftLines(open, locale)} action={FORM_PATHS.given(open.token)} hidden={{ ban: String(open.draft.version) }} />,
  );
  return answerSecret(input, page);
}
