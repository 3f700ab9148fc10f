import { readFileSync } from 'node:fs';
import { type CertificationRules } from '../domain/certification-rules.ts';

const FILE = new URL('../../../../data/certification/rules.json', import.meta.url);

let loaded: CertificationRules | undefined;

/** Fees, books, reasons for refusal and attestations with their days, read once. The file is part of the program and checked by its tests. */
export function loadCertificationRules(): CertificationRules {
  loaded ??= JSON.parse(readFileSync(FILE, 'utf8')) as CertificationRules;
  return loaded;
}
