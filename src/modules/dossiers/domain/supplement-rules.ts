import { type LocalDate } from '../../../kernel/local-time.ts';

/** Vietnamese and English words. */
interface BothWords {
  readonly vi: string;
  readonly en: string;
}

interface Dated {
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** How often and by when an office may ask for supplements, from a day on. */
export interface SupplementRule extends Dated {
  /** Requests in one stage without a leader's approval. */
  readonly requestsPerStage: number;
  /** Working days that the citizen has. */
  readonly answerDays: { readonly usual: number; readonly least: number; readonly most: number };
  /** The article that a request rests on. */
  readonly basis: string;
  /** What a fault of one of the procedure's papers rests on; `{code}` stands for the procedure. */
  readonly paperBasis: string;
  /** What a fault of an answer of the declared form rests on; `{code}` stands for the procedure. */
  readonly answerBasis: string;
}

/** Something that may be wrong with a paper or with an answer of the form. */
export interface SupplementReason extends Dated {
  readonly code: string;
  /** `missing`: the paper is not there; `given`: it is there and something is wrong with it; `any`: either; `answer`: an answer of the form; `all`: whatever it is. */
  readonly of: 'missing' | 'given' | 'any' | 'answer' | 'all';
  /** Whether a good answer takes the place of what was there, or comes beside it (a missing page). */
  readonly answer: 'replaces' | 'adds';
  readonly label: BothWords;
  /** Empty where the officer has to write it. */
  readonly howToFix: BothWords;
}

/** The file `data/supplement-rules.json`. */
export interface SupplementRuleFile {
  readonly rules: readonly SupplementRule[];
  readonly reasons: readonly SupplementReason[];
}

const holds = ({ validFrom, validTo }: Dated, day: LocalDate): boolean => validFrom <= day && (validTo === null || day <= validTo);

/** The rule that applies on a day, with the reasons that may be given on it. Throws when no rule covers the day: the file is part of the program. */
export function supplementRulesOn(file: SupplementRuleFile, day: LocalDate): { readonly rule: SupplementRule; readonly reasons: readonly SupplementReason[] } {
  const rule = file.rules.find((one) => holds(one, day));
  if (rule === undefined) throw new Error(`no rule about supplements covers ${day}`);
  return { rule, reasons: file.reasons.filter((one) => holds(one, day)) };
}
