import { type LocalDate } from '../../../kernel/local-time.ts';
import { type FeeAssessment } from '../domain/assess-fees.ts';
import { type FeesAsked } from '../domain/fee-facts.ts';
import { type FeeChannel } from '../domain/tariff.ts';

/** What the fees of a dossier are reckoned from. */
export interface FeesQuery {
  readonly communeCode: string;
  readonly procedureCode: string;
  readonly channel: FeeChannel;
  /** The day whose rules hold: that of the reception. */
  readonly day: LocalDate;
  readonly filedOn: LocalDate;
  readonly asked: FeesAsked;
}

/** The fees of a dossier, reckoned and ready to be written. */
export interface AssessedFees {
  readonly query: FeesQuery;
  readonly assessment: FeeAssessment;
}

/** Reckoned fees with the dossier that they belong to. */
export interface FeesOfDossier {
  readonly dossierId: string;
  readonly fees: AssessedFees;
  readonly by: { readonly staffId: string; readonly name: string };
  readonly at: Date;
  readonly synthetic: boolean;
}

/** A line of the fees in words, for papers and citizens. */
export interface FeeLineWords {
  readonly label: string;
  /** “5.000 đ”, “không thu”. */
  readonly amount: string;
  /** How it is reckoned, “2 bản × 8.000 đ”; null where there is nothing to say. */
  readonly reckoning: string | null;
  /** What it would be without the exemption; null without one. */
  readonly before: string | null;
  readonly basis: string;
  /** The exemption or reduction with its basis, or why it is nought; null: neither. */
  readonly reason: string | null;
}

/** The fees of a dossier in words. */
export interface FeesWords {
  readonly lines: readonly FeeLineWords[];
  readonly total: string;
  readonly amount: number;
  /** Names of charges that are not known yet. */
  readonly pending: readonly string[];
}

/** Nothing is asked for beside the base charges, and nothing is claimed. */
export const NOTHING_ASKED: FeesAsked = { items: [], claims: [], eventDay: null };
