import { Type } from 'typebox';
import { anyone } from '../../../kernel/actor.ts';
import { momentWords } from '../../../kernel/date-words.ts';
import { defineRoute, type Route, showing } from '../../../platform/http/route.ts';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { VIEWERS_WORDS } from '../ui/public/viewers-messages.ts';
import { ViewersPage } from '../ui/public/viewers-page.tsx';
import { answerDigits } from './answer-digits.tsx';
import { answerNothingHere } from './answer-nothing-here.tsx';
import { answerSecret } from './answer-personal.ts';
import { type DossiersDeps } from './deps.ts';
import { findByLink } from './find-by-link.ts';
import { isOpened } from './opened-dossier.ts';

/** “Ai đã xem hồ sơ của tôi”: who looked at a dossier and why, by the link of the slip and four digits, without signing in and without a script. */
export function viewersPageRoutes(deps: DossiersDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/h/:token/ai-da-xem', policy: anyone, summary: 'Ai đã xem hồ sơ của tôi / Who looked at my dossier', tag: 'dossiers', kind: 'page', perMinute: 30,
      schema: { params: Type.Object({ token: Type.String() }) },
      shows: { action: 'citizen.views-read' },
      handle: async (input) => {
        const { token } = input.params;
        const { context } = input;
        const dossier = await findByLink(deps, token);
        if (dossier === undefined) return answerNothingHere(deps, input, 'link');
        if (!isOpened(deps, dossier, context)) return answerDigits(deps, input, token, 'ai-da-xem', []);
        const [office, lines] = await Promise.all([deps.office(), deps.viewersOf(dossier.commune_code, dossier.id, context.locale)]);
        const page = renderPublicPage(
          { context, office, title: VIEWERS_WORDS[context.locale].title, path: `/h/${token}/ai-da-xem`, indexed: false },
          <ViewersPage
            locale={context.locale}
            code={dossier.code ?? dossier.reference}
            hotline={office?.hotline ?? ''}
            back={`/h/${token}`}
            lines={lines.map(({ at, ...line }) => ({ ...line, moment: momentWords(at.getTime(), context.locale) }))}
          />,
        );
        return showing(await answerSecret(input, page), { object: `dossier:${dossier.id}`, part: 'views', communeCode: dossier.commune_code });
      },
    }),
  ];
}
