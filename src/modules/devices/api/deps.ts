import { type Soon } from '../../../kernel/soon.ts';
import { type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { type Database } from '../../../platform/db/database.ts';
import { type Sealer } from '../../../platform/secrets/sealer.ts';
import { type PublicOffice } from '../../../web/public/public-page/public-office.ts';

/** The results of a day that wait to be fetched, without anybody's name. */
export interface ReadyResults {
  /** Codes of dossiers whose result was ready today and lies at the counter, newest first. */
  readonly codes: readonly string[];
  /** How many lie there in all. */
  readonly waiting: number;
  /** Dossiers received today. */
  readonly received: number;
}

/** What the module is given by the composition root. */
export interface DevicesDeps {
  readonly db: Database;
  readonly sealer: Sealer;
  readonly publicUrl: string;
  /** A fresh UUID in time order. */
  readonly newId: () => string;
  /** A fresh secret for a cookie. */
  readonly newSecret: () => string;
  /** The office as the public pages show it; undefined before it was set up. */
  readonly office: () => Soon<PublicOffice | undefined>;
  /** A commune with its kind in front: “Xã Hoa Lộc”. */
  readonly communeName: (communeCode: string) => Promise<string>;
  readonly unitsOf: (communeCode: string) => Promise<readonly { readonly id: string; readonly name: string; readonly shortName: string }[]>;
  readonly staffName: (communeCode: string, id: string) => Promise<string | undefined>;
  readonly calendarOf: (communeCode: string) => Promise<WorkingCalendar>;
  readonly readyToday: (communeCode: string, now: Date) => Promise<ReadyResults>;
}
