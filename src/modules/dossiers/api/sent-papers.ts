import { type RequestContext } from '../../../platform/http/route.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { type BundleState, bundleState } from '../../uploads/index.ts';
import { type SentPapersView } from '../ui/public/sent-papers.tsx';
import { type DossiersDeps } from './deps.ts';
import { findByLink } from './find-by-link.ts';
import { isOpened } from './opened-dossier.ts';
import { wordsFor } from './paper-plan.ts';

/** The papers that were sent one by one, as the form shows them. */
export function sentPapers(state: BundleState, locale: Locale): SentPapersView {
  return {
    papers: state.slots.filter(({ files }) => files.length > 0).map(({ id, name, files }) => ({ id, name: wordsFor(name, locale), files })),
    missing: state.missing.map(({ name }) => wordsFor(name, locale)),
    arriving: state.slots.filter(({ arriving }) => arriving.length > 0).map(({ name }) => wordsFor(name, locale)),
  };
}

/** Where the receipt of the papers of a declaration is, and how many files it has. */
export interface SentReceipt {
  readonly href: string;
  readonly count: number;
}

/** The receipt of a declaration that was just sent. The link of the slip alone does not lead to pictures: only the browser that sent them is told. */
export async function sentReceipt(deps: DossiersDeps, token: string, context: RequestContext): Promise<SentReceipt | undefined> {
  const dossier = await findByLink(deps, token);
  if (dossier === undefined || !isOpened(deps, dossier, context)) return undefined;
  const state = await bundleState(deps, dossier.commune_code, dossier.id, context.now);
  const count = state?.slots.reduce((sum, { files }) => sum + files.length, 0) ?? 0;
  return state?.phase === 'taken' && count > 0 ? { href: state.path, count } : undefined;
}
