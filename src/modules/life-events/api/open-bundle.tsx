import { dateWords } from '../../../kernel/date-words.ts';
import { dateAt, MS_PER_DAY } from '../../../kernel/local-time.ts';
import { narrowToCommune } from '../../../platform/db/commune-scope.ts';
import { type Answer, showing } from '../../../platform/http/route.ts';
import { translator } from '../../../platform/i18n/catalogue.ts';
import { KeptEndPage } from '../../../web/public/kept-for-later/kept-for-later.tsx';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { PUBLIC_PATHS } from '../../../web/public/public-paths.ts';
import { answerSecret } from '../../dossiers/index.ts';
import { FORM_PATHS } from '../../forms/index.ts';
import { type LifeEvent } from '../domain/life-event.ts';
import { BUNDLE_WAITS_DAYS, bundlePhase } from '../domain/member-standing.ts';
import { findBundleByTokenHash, touchBundle, type WholeBundle } from '../store/bundles.ts';
import { BUNDLE_WORDS } from '../ui/public/messages.ts';
import { BUNDLE_PATHS } from './bundle-paths.ts';
import { eventOf } from './companions.ts';
import { type LifeEventDeps, type PageInput } from './deps.ts';

/** Exactly what the link signer makes. */
const TOKEN = /^[A-Za-z0-9_-]{22}$/;
/** Being looked at is kept once in so long. */
const TOUCHED_EVERY_MS = MS_PER_DAY;

/** A bundle that can be gone on with. */
export interface OpenBundle extends WholeBundle {
  readonly token: string;
  readonly event: LifeEvent;
}

/** When a bundle that is opened now ends. */
export function bundleEnd(now: Date): Date {
  return new Date(now.getTime() + BUNDLE_WAITS_DAYS * MS_PER_DAY);
}

/** The bundle behind a secret link, or the page that says what became of it: unknown or deleted, of another commune, expired. */
export async function withBundle(deps: LifeEventDeps, input: PageInput, token: string, go: (open: OpenBundle) => Promise<Answer>): Promise<Answer> {
  const { now, locale } = input.context;
  const t = translator(BUNDLE_WORDS, locale);
  const found = TOKEN.test(token) ? await findBundleByTokenHash(deps.db, deps.links.hash(token)) : undefined;
  const home = { label: t('home'), href: PUBLIC_PATHS.home };
  if (found === undefined) return answerEnd(deps, input, 404, t('gone-title'), t('gone-words'), [{ label: t('resume'), href: FORM_PATHS.resume }, home]);
  const { bundle } = found;
  narrowToCommune(bundle.commune_code);
  const commune = await deps.homeCommune();
  if (commune?.code !== bundle.commune_code) return answerEnd(deps, input, 404, t('other-title'), t('other-words'), [home]);
  const event = eventOf(deps, found);
  if (event === undefined || bundlePhase({ expiresAt: bundle.expires_at, closedAt: bundle.closed_at }, now) !== 'open') {
    const again = event === undefined ? [] : [{ label: t('again'), href: BUNDLE_PATHS.start(event.slug) }];
    return answerEnd(deps, input, 410, t('expired-title'), t('expired-words', { date: dateWords(dateAt(bundle.expires_at.getTime()), locale) }), [...again, home]);
  }
  if (now.getTime() - bundle.opened_at.getTime() > TOUCHED_EVERY_MS) await touchBundle(deps.db, bundle, now, bundleEnd(now));
  return go({ ...found, token, event });
}

/** A page that ends the way, with the ways on. */
export async function answerEnd(deps: LifeEventDeps, input: PageInput, status: number, title: string, words: string, ways: readonly { readonly label: string; readonly href: string }[]): Promise<Answer> {
  const page = renderPublicPage({ context: input.context, office: await deps.office(), title, path: FORM_PATHS.resume, indexed: false }, <KeptEndPage title={title} words={words} ways={ways} />);
  return showing(await answerSecret(input, page, status), null);
}
