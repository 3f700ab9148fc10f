import { encodeQR } from 'qr';
import { Type } from 'typebox';
import { anyoneOrKiosk } from '../../../kernel/actor.ts';
import { dateWords } from '../../../kernel/date-words.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { type Answer, defineRoute, redirect, type Route } from '../../../platform/http/route.ts';
import { type FieldFault } from '../../../platform/http/validation-words.ts';
import { translator } from '../../../platform/i18n/catalogue.ts';
import { DeletePage, LaterPage } from '../../../web/public/kept-for-later/kept-for-later.tsx';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { PUBLIC_PATHS } from '../../../web/public/public-paths.ts';
import { answerSecret, SECRET_HEADERS } from '../../dossiers/index.ts';
import { deleteOpenDraft, FORM_PATHS } from '../../forms/index.ts';
import { closeBundle, keepBundleDigits } from '../store/bundles.ts';
import { BUNDLE_WORDS } from '../ui/public/messages.ts';
import { BUNDLE_PATHS } from './bundle-paths.ts';
import { bundleCode } from './bundle-secrets.ts';
import { knownDigits } from './companions.ts';
import { type LifeEventDeps, type PageInput } from './deps.ts';
import { answerEnd, type OpenBundle, withBundle } from './open-bundle.tsx';

const TokenParams = Type.Object({ token: Type.String() });
const PER_MINUTE = 30;

/** Leaving a bundle, opening it elsewhere, deleting it. */
export function bundleLaterRoutes(deps: LifeEventDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/khai-mot-lan/:token/de-sau', policy: anyoneOrKiosk, summary: 'Mở lại danh sách sau / Open the list again later', tag: 'life-events', kind: 'page',
      schema: { params: TokenParams, query: Type.Object({ giu: Type.Optional(Type.String()) }) },
      handle: (input) => withBundle(deps, input, input.params.token, (open) => answerLater(deps, input, open, [], input.query.giu === '1')),
    }),
    defineRoute({
      method: 'POST', url: '/khai-mot-lan/:token/de-sau', policy: anyoneOrKiosk, summary: 'Chọn bốn số để mở lại / Choose four digits', tag: 'life-events', kind: 'page', perMinute: PER_MINUTE,
      schema: { params: TokenParams, body: Type.Object({ bonSo: Type.Optional(Type.String()) }) },
      handle: (input) => withBundle(deps, input, input.params.token, async (open) => {
        const digits = (input.body.bonSo ?? '').normalize('NFKC').replace(/\s/gu, '');
        if (!/^\d{4}$/u.test(digits)) return answerLater(deps, input, open, [{ field: 'bonSo', code: 'form.digits-missing', message: BUNDLE_WORDS[input.context.locale]['resume-digits-missing'] }], false, 422);
        await keepBundleDigits(deps.db, open.bundle, digits);
        return redirect(`${BUNDLE_PATHS.later(open.token)}?giu=1`, SECRET_HEADERS);
      }),
    }),
    defineRoute({
      method: 'GET', url: '/khai-mot-lan/:token/xoa', policy: anyoneOrKiosk, summary: 'Xóa danh sách? / Delete the list?', tag: 'life-events', kind: 'page', schema: { params: TokenParams },
      handle: (input) => withBundle(deps, input, input.params.token, async (open) => {
        const { context } = input;
        const say = translator(BUNDLE_WORDS, context.locale);
        const page = renderPublicPage(
          { context, office: await deps.office(), title: say('delete-title'), path: BUNDLE_PATHS.deletion(open.token), indexed: false },
          <DeletePage say={say} locale={context.locale} action={BUNDLE_PATHS.deletion(open.token)} goOn={BUNDLE_PATHS.list(open.token)} note={open.members.some(({ dossier_id: id }) => id !== null) ? say('delete-sent') : undefined} />,
        );
        return answerSecret(input, page);
      }),
    }),
    defineRoute({
      method: 'POST', url: '/khai-mot-lan/:token/xoa', policy: anyoneOrKiosk, summary: 'Xóa danh sách và các bản khai dở / Delete the list and its drafts', tag: 'life-events', kind: 'page', perMinute: PER_MINUTE, schema: { params: TokenParams },
      handle: (input) => withBundle(deps, input, input.params.token, async (open) => {
        const t = translator(BUNDLE_WORDS, input.context.locale);
        const { now } = input.context;
        for (const { draft_id: draftId, dossier_id: sent } of open.members) if (draftId !== null && sent === null) await deleteOpenDraft(deps.pages, { communeCode: open.bundle.commune_code, draftId }, now);
        await deps.db.transaction().execute((tx) => closeBundle(tx, open.bundle, now));
        return answerEnd(deps, input, 200, t('deleted-title'), t('deleted-words'), [{ label: t('home'), href: PUBLIC_PATHS.home }, { label: t('again'), href: BUNDLE_PATHS.start(open.event.slug) }]);
      }),
    }),
  ];
}

async function answerLater(deps: LifeEventDeps, input: PageInput, open: OpenBundle, faults: readonly FieldFault[], digitsKept: boolean, status = 200): Promise<Answer> {
  const { context } = input;
  const { locale, now } = context;
  const lacksDigits = open.bundle.opening_digits === null && (await knownDigits(deps, open, now)).length === 0;
  const page = renderPublicPage(
    { context, office: await deps.office(), title: BUNDLE_WORDS[locale]['later-title'], path: BUNDLE_PATHS.later(open.token), indexed: false },
    <LaterPage
      locale={locale}
      say={translator(BUNDLE_WORDS, locale)}
      code={bundleCode(deps, open.bundle.id)}
      address={`${deps.publicUrl}${FORM_PATHS.resume}`.replace(/^https?:\/\//u, '')}
      until={dateWords(dateAt(open.bundle.expires_at.getTime()), locale)}
      qr={encodeQR(`${deps.publicUrl}${BUNDLE_PATHS.list(open.token)}`, 'raw')}
      chooseDigits={lacksDigits ? BUNDLE_PATHS.later(open.token) : undefined}
      digitsKept={digitsKept}
      faults={faults}
      goOn={BUNDLE_PATHS.list(open.token)}
      deletion={BUNDLE_PATHS.deletion(open.token)}
    />,
  );
  return answerSecret(input, page, status);
}
