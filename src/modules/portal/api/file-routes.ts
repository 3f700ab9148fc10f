import { anyoneOrDevice } from '../../../kernel/actor.ts';
import { type Answer, bytes, defineRoute, type Route } from '../../../platform/http/route.ts';
import { GATE_PICTURE } from '../../../web/public/gate-mark/gate-mark.tsx';
import { PUBLIC_PATHS } from '../../../web/public/public-paths.ts';
import { type PortalDependencies } from './portal-dependencies.ts';

const FOR_A_DAY = { 'cache-control': 'public, max-age=86400' };

/** What search engines are asked to leave alone: the staff, the interface, and everything that belongs to one person. */
const ROBOTS = `User-agent: *
Disallow: /api/
Disallow: /can-bo
Disallow: ${PUBLIC_PATHS.choices}
Disallow: ${PUBLIC_PATHS.track}
Disallow: ${PUBLIC_PATHS.mine}
Disallow: /dang-nhap
Disallow: /thiet-bi
`;

function picture(): Answer {
  return bytes(Buffer.from(GATE_PICTURE), 'image/svg+xml', FOR_A_DAY);
}

/** The picture of the tab, the manifest for the home screen, and the wishes to search engines. */
export function fileRoutes(deps: PortalDependencies): readonly Route[] {
  const file = (url: string, summary: string, handle: () => Answer | Promise<Answer>): Route =>
    defineRoute({ method: 'GET', url, policy: anyoneOrDevice, summary, tag: 'portal', kind: 'page', schema: {}, handle });
  return [
    file('/favicon.svg', 'Biểu tượng cổng làng', picture),
    // Some browsers ask for this name whatever the page says.
    file('/favicon.ico', 'Biểu tượng cổng làng', picture),
    file('/robots.txt', 'Lời nhắn cho máy tìm kiếm', () => bytes(Buffer.from(ROBOTS), 'text/plain; charset=utf-8', FOR_A_DAY)),
    file('/manifest.webmanifest', 'Tên và biểu tượng khi thêm vào màn hình chính', async () => {
      const name = (await deps.getOffice())?.name ?? 'Một cửa';
      const manifest = {
        name: `${name} – Một cửa điện tử`,
        short_name: name,
        lang: 'vi',
        start_url: PUBLIC_PATHS.home,
        scope: '/',
        display: 'browser',
        background_color: '#fffdf8',
        theme_color: '#8f1d1d',
        icons: [{ src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any maskable' }],
      };
      return bytes(Buffer.from(JSON.stringify(manifest)), 'application/manifest+json', FOR_A_DAY);
    }),
  ];
}
