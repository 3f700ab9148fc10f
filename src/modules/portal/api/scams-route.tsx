import { Type } from 'typebox';
import { anyoneOrKiosk } from '../../../kernel/actor.ts';
import { defineRoute, redirect, type Route } from '../../../platform/http/route.ts';
import { fillMessage } from '../../../platform/i18n/catalogue.ts';
import { answerCached } from '../../../web/public/page-cache/page-cache.ts';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { PUBLIC_PATHS } from '../../../web/public/public-paths.ts';
import { PORTAL_WORDS } from '../ui/messages.ts';
import { ScamsPage } from '../ui/public/scams-page.tsx';
import { FRESH_FOR_MS, type PortalDependencies } from './portal-dependencies.ts';

/** The page against scams, which the footer of every page and every slip lead to. */
export function scamsRoute(deps: PortalDependencies): Route {
  return defineRoute({
    method: 'GET',
    url: PUBLIC_PATHS.scams,
    policy: anyoneOrKiosk,
    summary: 'Phòng tránh lừa đảo: điều cán bộ không bao giờ làm, số điện thoại đúng',
    tag: 'portal',
    kind: 'page',
    schema: { query: Type.Object({}) },
    handle: async (input) => {
      const office = await deps.getOffice();
      if (office === undefined) return redirect(PUBLIC_PATHS.setUp, { 'cache-control': 'no-store' });
      const { context } = input;
      const path = PUBLIC_PATHS.scams;
      return answerCached(deps.cache, input, { path, version: deps.version, freshForMs: FRESH_FOR_MS }, () => {
        const words = PORTAL_WORDS[context.locale];
        return renderPublicPage(
          { context, office, title: words['scams-title'], description: fillMessage(words['scams-description'], { office: office.name }), path },
          <ScamsPage locale={context.locale} hotline={office.hotline} />,
        );
      });
    },
  });
}
