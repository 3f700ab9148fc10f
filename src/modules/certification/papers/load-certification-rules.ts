import { readFileSync } from 'node:fs';
import { documentTariffs } from '../../fees/index.ts';
import { type CertificationRules } from '../domain/certification-rules.ts';

const FILE = new URL('../../../../data/certification/rules.json', import.meta.url);

let loaded: CertificationRules | undefined;

/** What the lane certifies: fees, books, reasons for refusal and attestations with their days, read once. The files are part of the program and checked by its tests. */
export function loadCertificationRules(): CertificationRules {
  if (loaded === undefined) {
    const { procedureCodes, ...rules } = JSON.parse(readFileSync(FILE, 'utf8')) as Omit<CertificationRules, 'fees'> & { readonly procedureCodes: readonly string[] };
    loaded = { ...rules, fees: documentTariffs(procedureCodes) };
  }
  return loaded;
}
