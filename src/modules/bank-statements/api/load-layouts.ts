import { readFileSync } from 'node:fs';
import { type StatementLayout } from '../domain/statement-layout.ts';

let loaded: readonly StatementLayout[] | undefined;

/** The layouts of banks' exports that the program ships, read once. */
export function loadLayouts(): readonly StatementLayout[] {
  loaded ??= (JSON.parse(readFileSync(new URL('../../../../data/bank-statements/layouts.json', import.meta.url), 'utf8')) as { readonly layouts: readonly StatementLayout[] }).layouts;
  return loaded;
}
