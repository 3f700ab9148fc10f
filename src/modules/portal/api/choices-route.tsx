import { Type } from 'typebox';
import { anyoneOrKiosk } from '../../../kernel/actor.ts';
import { defineRoute, redirect, type Route } from '../../../platform/http/route.ts';
import { answerPage } from '../../../web/public/page-cache/answer-page.ts';
import { type ChoiceName, CHOICES, lookOf } from '../../../web/public/public-page/display-choices.ts';
import { ownPath } from '../../../web/public/public-page/own-path.ts';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { PUBLIC_PATHS } from '../../../web/public/public-paths.ts';
import { PORTAL_WORDS } from '../ui/messages.ts';
import { ChoicesPage } from '../ui/public/choices-page.tsx';
import { type PortalDependencies } from './portal-dependencies.ts';

const YEAR_SECONDS = 31_536_000;
const choice = Type.Optional(Type.String({ maxLength: 20 }));

/**
 * Without a choice in the query: the page of choices. With one: it is kept in a cookie for a year and the visitor is led back to `ve`,
 * which can only be a path of this site. A link may do this because it changes nothing but how pages look to this visitor.
 */
export function choicesRoute(deps: PortalDependencies): Route {
  return defineRoute({
    method: 'GET',
    url: PUBLIC_PATHS.choices,
    policy: anyoneOrKiosk,
    summary: 'Cách hiển thị: cỡ chữ, tương phản, màu nền, ngôn ngữ',
    tag: 'portal',
    kind: 'page',
    schema: {
      query: Type.Object({ 'co-chu': choice, 'tuong-phan': choice, 'mau-nen': choice, 'ngon-ngu': choice, 've': Type.Optional(Type.String({ maxLength: 500 })) }),
    },
    handle: async (input) => {
      const { query, context, request } = input;
      const back = ownPath(query.ve);
      const names = Object.keys(CHOICES) as ChoiceName[];
      if (names.every((name) => query[name] === undefined)) {
        const office = await deps.getOffice();
        const path = `${PUBLIC_PATHS.choices}?${new URLSearchParams({ ve: back }).toString()}`;
        return answerPage(
          input,
          renderPublicPage(
            { context, office, title: PORTAL_WORDS[context.locale]['choices-title'], path, indexed: false },
            <ChoicesPage look={lookOf(context)} back={back} />,
          ),
        );
      }
      const cookies = names.flatMap((name) => {
        const value = (CHOICES[name] as readonly string[]).find((known) => known === query[name]);
        return value === undefined ? [] : [`${name}=${value}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax${request.protocol === 'https' ? '; Secure' : ''}`];
      });
      return redirect(back, { 'cache-control': 'no-store', ...(cookies.length === 0 ? {} : { 'set-cookie': cookies }) });
    },
  });
}
