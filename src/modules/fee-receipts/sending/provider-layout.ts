import { readFileSync } from 'node:fs';

const FILE = new URL('../../../../data/receipts/provider-layouts.json', import.meta.url);

/** How the JSON of a provider is spoken: paths, where values stand in an answer, what its words for states mean. */
export interface ProviderLayout {
  readonly paths: { readonly issue: string; readonly cancel: string; readonly states: string };
  readonly names: { readonly list: string; readonly id: string; readonly state: string; readonly code: string; readonly words: string; readonly signer: string; readonly signedAt: string };
  readonly states: Readonly<Record<'processing' | 'issued' | 'refused' | 'cancelled', readonly string[]>>;
  readonly signatureHeader: string;
  readonly timestampHeader: string;
}

/** The layout of that name; undefined when `data/receipts` has none. */
export function loadProviderLayout(name: string): ProviderLayout | undefined {
  const { layouts } = JSON.parse(readFileSync(FILE, 'utf8')) as { readonly layouts: Readonly<Record<string, ProviderLayout>> };
  return layouts[name];
}
