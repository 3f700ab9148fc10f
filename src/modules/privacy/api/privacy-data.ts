import { readFileSync } from 'node:fs';
import { type ConsentPurpose } from '../domain/consent.ts';
import { type RetentionFile } from '../domain/retention.ts';

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../../data/${name}`, import.meta.url), 'utf8'));

let retention: RetentionFile | undefined;
let consents: readonly ConsentPurpose[] | undefined;

/** `data/retention.json`, read once: how long each kind of data is kept, and what stays by which law. */
export function retentionFile(): RetentionFile {
  retention ??= read('retention.json') as RetentionFile;
  return retention;
}

/** `data/consent-purposes.json`, read once: what consent is asked for, in every version of its words. */
export function consentPurposes(): readonly ConsentPurpose[] {
  consents ??= (read('consent-purposes.json') as { readonly purposes: readonly ConsentPurpose[] }).purposes;
  return consents;
}
