import { type LaneDraft } from './lane-draft.ts';

/** Grows when the shape of a draft changes: an older one is then left alone instead of misread. */
const SHAPE = 1;
const KEY = 'xaso.chung-thuc';

/** Keeps a visit that is being typed in this tab. A full or forbidden storage costs only the safety net. */
export function keepVisit(draft: LaneDraft): void {
  try {
    window.sessionStorage.setItem(KEY, JSON.stringify({ shape: SHAPE, draft }));
  } catch {
    // The form itself goes on.
  }
}

/** Forgets the visit of this tab. */
export function forgetVisit(): void {
  window.sessionStorage.removeItem(KEY);
}

/** The visit that was being typed in this tab; undefined when there is none, when it has another shape, or when somebody else typed it. */
export function keptVisit(staffId: string): LaneDraft | undefined {
  try {
    const saved = JSON.parse(window.sessionStorage.getItem(KEY) ?? 'null') as { readonly shape?: unknown; readonly draft?: LaneDraft } | null;
    return saved?.shape === SHAPE && saved.draft?.staffId === staffId ? saved.draft : undefined;
  } catch {
    return undefined;
  }
}
