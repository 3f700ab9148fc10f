import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Soon } from '../../../kernel/soon.ts';
import { type Database } from '../../../platform/db/database.ts';
import { type PageCache } from '../../../web/public/page-cache/page-cache.ts';
import { type PublicOffice } from '../../../web/public/public-page/public-office.ts';
import { type ProcedurePack } from '../domain/procedure-pack.ts';
import { type ExemptionWords } from '../ui/exemption-words.ts';
import { type LocalFeeWords } from '../ui/shown-fee.ts';
import { type Catalogue } from '../store/catalogue.ts';
import { type ScanCounter } from '../store/scan-counter.ts';

/** The commune whose public pages these are. */
export interface HomeOffice {
  readonly code: string;
  /** Without its kind: “Hoa Lộc”. */
  readonly name: string;
  readonly kind: string;
  readonly centreName: string;
  readonly hotline: string;
}

/** Everything the module is given by the composition root. */
export interface ProceduresDeps {
  readonly db: Database;
  readonly catalogue: Catalogue;
  readonly cache: PageCache;
  /** Version of the program: a new one makes every kept page anew. */
  readonly version: string;
  readonly newId: () => string;
  /** The commune of the public pages; undefined before set-up. */
  readonly homeCommune: () => Soon<HomeOffice | undefined>;
  /** The office that the public pages name; undefined before set-up. */
  readonly office: () => Soon<PublicOffice | undefined>;
  /** Address that goes into QR codes, without a slash at the end. */
  readonly publicUrl: string;
  /** Where posters that were made once are kept. */
  readonly cacheFolder: string;
  readonly clock: () => Date;
  /** Who may pay nothing or less for a procedure on a day; left out: nothing is said of it. */
  readonly exemptionsOf?: (pack: ProcedurePack, day: LocalDate) => readonly ExemptionWords[];
  /** What the province set for the charges of a procedure, as it holds on a day; left out: nothing. */
  readonly localFeesOf?: (communeCode: string, pack: ProcedurePack, day: LocalDate) => Promise<readonly LocalFeeWords[]>;
  /** Where everything that follows from a life event is declared together on a day; undefined when there is nothing of the kind. */
  readonly bundleDoor?: (slug: string, day: LocalDate) => string | undefined;
  /** Counts scanned posters; give one that is closed at the end of the program, so that the last seconds are not lost. */
  readonly scans?: ScanCounter;
}
