import { type Soon } from '../../../kernel/soon.ts';
import { type PageCache } from '../../../web/public/page-cache/page-cache.ts';
import { type PublicOffice } from '../../../web/public/public-page/public-office.ts';
import { type VillageHelp } from '../domain/village-help.ts';

/** What the portal needs from the rest of the program. */
export interface PortalDependencies {
  /** The office of this installation; undefined before it was set up. Asked on every request, so it should remember. */
  readonly getOffice: () => Soon<PublicOffice | undefined>;
  /** The villages of today, in any order. Asked at most every half minute. */
  readonly listVillages: () => Soon<readonly VillageHelp[]>;
  /** By whose word citizens may sign in; undefined: nothing of it is shown. */
  readonly signOnLabel?: { readonly vi: string; readonly en: string } | undefined;
  readonly cache: PageCache;
  /** Version of the program: a new one makes every kept page anew. */
  readonly version: string;
}

/** How long a page may show an office or a team leader that has just changed. */
export const FRESH_FOR_MS = 30_000;
