import { type FeeFormula, type FeeUnit } from '../../../kernel/fee-formula.ts';
import { type LocalDate } from '../../../kernel/local-time.ts';

/** Days from which and to which a rule applies; both may be the last or first day themselves. */
export interface Validity {
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** The fee of one document, from the tariffs of the fees module. */
export interface FeeOfProcedure extends Validity {
  readonly procedureCode: string;
  readonly basis: string;
  /** Code of the tariff. */
  readonly tariff: string;
  /** What is counted: copies, or every document once. */
  readonly unit: FeeUnit;
  readonly formula: FeeFormula;
}

/** A yearly book of certifications. */
export interface Book extends Validity {
  /** Such as `SCT/BS`. */
  readonly symbol: string;
  readonly title: string;
  /** Whether its lines name the identity paper of who asked. */
  readonly listsIdentityPaper: boolean;
  readonly procedureCodes: readonly string[];
}

/** When a certification must be refused. */
export interface RefusalReason {
  readonly id: string;
  readonly vi: string;
  readonly en: string;
}

export interface RefusalsOfProcedure extends Validity {
  readonly procedureCode: string;
  readonly basis: string;
  readonly reasons: readonly RefusalReason[];
}

/** The words that the signer certifies with (lời chứng). `{…}` stands for what is filled in. */
export interface Attestation extends Validity {
  readonly procedureCode: string;
  readonly title: string;
  readonly lines: readonly string[];
  /** A line in small type under them. */
  readonly note: string | null;
}

/** `data/certification/rules.json`, with the fees of `data/fees/tariffs.json`. */
export interface CertificationRules {
  readonly fees: readonly FeeOfProcedure[];
  readonly books: readonly Book[];
  readonly refusals: readonly RefusalsOfProcedure[];
  readonly attestations: readonly Attestation[];
  /** What people bring most often, to choose from while an office has no experience of its own. */
  readonly documentNames: readonly string[];
}

/** The rules of one procedure on one day. */
export interface RulesInForce {
  readonly fee: FeeOfProcedure;
  /** Null: it has no certification number. */
  readonly book: Book | null;
  readonly refusals: RefusalsOfProcedure | null;
  readonly attestation: Attestation | null;
}

function applies({ validFrom, validTo }: Validity, day: LocalDate): boolean {
  return validFrom <= day && (validTo === null || day <= validTo);
}

/** What applies to a procedure on a day; undefined for a procedure that the express lane does not do. */
export function rulesInForce(rules: CertificationRules, procedureCode: string, day: LocalDate): RulesInForce | undefined {
  const one = <T extends Validity & { readonly procedureCode: string }>(list: readonly T[]): T | undefined => list.find((rule) => rule.procedureCode === procedureCode && applies(rule, day));
  const fee = one(rules.fees);
  if (fee === undefined) return undefined;
  return {
    fee,
    book: rules.books.find((book) => book.procedureCodes.includes(procedureCode) && applies(book, day)) ?? null,
    refusals: one(rules.refusals) ?? null,
    attestation: one(rules.attestations) ?? null,
  };
}

/** Whether whoever signs the result of a procedure has the original or the register in hand and compares in person (NĐ 23/2015/NĐ-CP): all that the express lane does. */
export function isComparedBySigner(rules: CertificationRules, procedureCode: string, day: LocalDate): boolean {
  return rulesInForce(rules, procedureCode, day) !== undefined;
}
