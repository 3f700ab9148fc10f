import { Type } from 'typebox';
import { anyoneOrKiosk } from '../../../kernel/actor.ts';
import { defineRoute, redirect, type Route } from '../../../platform/http/route.ts';
import { fillMessage } from '../../../platform/i18n/catalogue.ts';
import { answerCached } from '../../../web/public/page-cache/page-cache.ts';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { PUBLIC_PATHS } from '../../../web/public/public-paths.ts';
import { sortVillages } from '../domain/village-help.ts';
import { PORTAL_WORDS } from '../ui/messages.ts';
import { HomePage } from '../ui/public/home-page.tsx';
import { FRESH_FOR_MS, type PortalDependencies } from './portal-dependencies.ts';

/** The home page; before the office was set up it leads there. */
export function homeRoute(deps: PortalDependencies): Route {
  return defineRoute({
    method: 'GET',
    url: PUBLIC_PATHS.home,
    policy: anyoneOrKiosk,
    summary: 'Trang đầu: tìm thủ tục, tra hồ sơ, người giúp tại thôn',
    tag: 'portal',
    kind: 'page',
    schema: { query: Type.Object({ thon: Type.Optional(Type.String({ maxLength: 60 })) }) },
    handle: async (input) => {
      const office = await deps.getOffice();
      if (office === undefined) return redirect(PUBLIC_PATHS.setUp, { 'cache-control': 'no-store' });
      const { context } = input;
      const asked = input.query.thon ?? '';
      const path = asked === '' ? PUBLIC_PATHS.home : `${PUBLIC_PATHS.home}?${new URLSearchParams({ thon: asked }).toString()}#nguoi-giup`;
      return answerCached(deps.cache, input, { path, version: deps.version, freshForMs: FRESH_FOR_MS }, async () => {
        const villages = sortVillages(await deps.listVillages());
        const words = PORTAL_WORDS[context.locale];
        return renderPublicPage(
          { context, office, title: words['home-title'], description: fillMessage(words['home-description'], { office: office.name }), path },
          <HomePage locale={context.locale} hotline={office.hotline} signOn={context.display.kiosk === true ? undefined : deps.signOnLabel?.[context.locale]} villages={villages} chosen={villages.find((village) => village.id === asked)} />,
        );
      });
    },
  });
}
