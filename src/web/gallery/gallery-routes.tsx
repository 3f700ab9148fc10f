import { onlyRoles } from '../../kernel/actor.ts';
import { type Soon } from '../../kernel/soon.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { answerPage } from '../public/page-cache/answer-page.ts';
import { type PublicOffice } from '../public/public-page/public-office.ts';
import { renderPublicPage } from '../public/public-page/render-public-page.tsx';
import { GalleryPage } from './gallery-page.tsx';

/** What the gallery needs from the rest of the program. */
export interface GalleryDependencies {
  readonly getOffice: () => Soon<PublicOffice | undefined>;
}

/** The gallery of components, for administrators. */
export function galleryRoutes(deps: GalleryDependencies): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      url: '/can-bo/mau-giao-dien',
      policy: onlyRoles('administrator'),
      summary: 'Mẫu giao diện: mọi thành phần của trang công khai',
      tag: 'gallery',
      kind: 'page',
      schema: {},
      handle: async (input) => {
        const { context } = input;
        const office = await deps.getOffice();
        const title = context.locale === 'vi' ? 'Mẫu giao diện' : 'Components';
        return answerPage(input, renderPublicPage({ context, office, title, path: '/can-bo/mau-giao-dien', indexed: false }, <GalleryPage locale={context.locale} />));
      },
    }),
  ];
}
