import { readFileSync } from 'node:fs';
import { type FeeFormula, type FeeUnit } from '../../../kernel/fee-formula.ts';
import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Exemption } from '../domain/exemption.ts';
import { type Tariff, type Validity } from '../domain/tariff.ts';

/** What is known of a province's exemption for online filings; the office checks it before it enters it. */
export interface KnownOnlineExemption {
  readonly provinceCode: string;
  readonly province: string;
  readonly percent: number;
  readonly basis: string;
  /** Null: the day was not found. */
  readonly validFrom: LocalDate | null;
}

/** `data/fees/*.json`. */
export interface FeeRules {
  readonly tariffs: readonly Tariff[];
  readonly exemptions: readonly Exemption[];
  readonly provinces: readonly KnownOnlineExemption[];
}

const FOLDER = new URL('../../../../data/fees/', import.meta.url);

let loaded: FeeRules | undefined;

function read(name: string): Partial<FeeRules> {
  return JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Partial<FeeRules>;
}

/** Tariffs, exemptions and reductions with their days, read once. The files are part of the program and checked by its tests. */
export function loadFeeRules(): FeeRules {
  loaded ??= { tariffs: [], exemptions: [], provinces: [], ...read('tariffs.json'), ...read('exemptions.json') };
  return loaded;
}

/** The fee of one document of a procedure, as the certification lane reckons it. */
export interface DocumentTariff extends Validity {
  readonly procedureCode: string;
  readonly tariff: string;
  readonly unit: FeeUnit;
  readonly formula: FeeFormula;
  readonly basis: string;
}

/** The tariffs of some procedures whose amounts are set by a text of the centre, of all times. */
export function documentTariffs(procedures: readonly string[]): readonly DocumentTariff[] {
  return procedures.flatMap((procedureCode) =>
    loadFeeRules().tariffs.flatMap(({ code, procedureCodes, role, formula, unit, basis, validFrom, validTo }) =>
      role === 'base' && formula !== null && procedureCodes?.includes(procedureCode) === true ? [{ procedureCode, tariff: code, unit, formula, basis, validFrom, validTo }] : []),
  );
}
