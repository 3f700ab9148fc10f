import { type Bilingual } from '../domain/procedure-pack.ts';

/** An exemption or reduction of a charge that somebody may have. */
export interface ExemptionWords {
  readonly label: Bilingual;
  readonly basis: string;
  /** 100: nothing is paid; null: as the text on the charge says. */
  readonly percent: number | null;
  readonly onlineOnly: boolean;
}
