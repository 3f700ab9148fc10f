import { type CheckRequest, type ImportResponse, type SourceListResponse } from '../../contract/exchange-schemas.ts';
import { type ExchangeField } from '../../domain/stated-dossier.ts';

/** A way of reading as it is being chosen. */
export type WayDraft = Omit<CheckRequest, 'commandId'>;

/** What the wizard begins with: what the server guessed or knows. A file of the first source that was ever mapped is the likeliest. */
export function draftOf(read: ImportResponse, sources: SourceListResponse['items']): WayDraft {
  return { source: read.source ?? sources[0] ?? { code: 'cong-dich-vu-cong', name: 'Cổng Dịch vụ công quốc gia' }, headingLines: read.headingLines, mapping: read.mapping };
}

/** A code for the name of a system: plain letters, digits and hyphens. */
export function codeOfName(name: string): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/gu, 'd').toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-').replaceAll(/^-+|-+$/gu, '').slice(0, 40).replace(/-+$/u, '');
  return plain.length >= 2 ? plain : 'he-thong-khac';
}

/** The draft with another origin of one field; undefined takes it out. */
export function withOrigin(draft: WayDraft, field: ExchangeField, origin: { readonly heading: string } | { readonly fixed: string } | undefined): WayDraft {
  const others = Object.fromEntries(Object.entries(draft.mapping.fields).filter(([name]) => name !== field));
  return { ...draft, mapping: { ...draft.mapping, fields: origin === undefined ? others : { ...others, [field]: origin } } };
}
