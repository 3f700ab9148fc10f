import { type ReceptionDraft } from './reception-draft.ts';

/** Grows when the shape of a draft changes: an older one is then left alone instead of misread. */
const SHAPE = 8;

/** Where a draft waits in the tab's storage: one for a new dossier, one for each declaration. */
export function draftKey(declarationId: string | null): string {
  return `xaso.tiep-nhan.${declarationId ?? 'moi'}`;
}

/** A draft as text. */
export function writeDraft(draft: ReceptionDraft): string {
  return JSON.stringify({ shape: SHAPE, draft });
}

/** A draft from text; undefined when there is none, when it has another shape, or when somebody else typed it. */
export function readDraft(text: string | null, staffId: string): ReceptionDraft | undefined {
  if (text === null) return undefined;
  try {
    const saved = JSON.parse(text) as { readonly shape?: unknown; readonly draft?: ReceptionDraft } | null;
    return saved?.shape === SHAPE && saved.draft?.staffId === staffId ? saved.draft : undefined;
  } catch {
    return undefined;
  }
}
