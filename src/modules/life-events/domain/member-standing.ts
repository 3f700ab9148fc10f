/** How one procedure of a bundle stands for its family. */
export type MemberStanding =
  /** The family does not need it. */
  | { readonly kind: 'unwanted' }
  /** Nothing is declared yet. */
  | { readonly kind: 'todo'; readonly waits: readonly Wait[] }
  /** It is being declared and can be gone on with. */
  | { readonly kind: 'open'; readonly waits: readonly Wait[] }
  | { readonly kind: 'sent'; readonly dossierId: string }
  /** It cannot be declared on that day: the procedure or its form is not in force. */
  | { readonly kind: 'closed' };

/** A result that is needed: `coming` from another member of the bundle, or to be there `already` because the family does not declare it here. */
export interface Wait {
  readonly member: string;
  readonly from: 'coming' | 'already';
}

/** What is known of one member. */
export interface MemberFacts {
  readonly key: string;
  readonly wanted: boolean;
  /** Procedure and form are in force. */
  readonly available: boolean;
  readonly told: 'none' | 'open' | 'sent';
  readonly dossierId: string | null;
  /** The result is there and grants what was asked. */
  readonly granted: boolean;
}

/** How a member stands among the others. What was sent counts whatever the family thinks of it later. */
export function memberStanding(member: MemberFacts, waitsFor: readonly string[], all: readonly MemberFacts[]): MemberStanding {
  if (member.told === 'sent' && member.dossierId !== null) return { kind: 'sent', dossierId: member.dossierId };
  if (!member.wanted) return { kind: 'unwanted' };
  if (!member.available) return { kind: 'closed' };
  const waits = waitsFor.flatMap((key): readonly Wait[] => {
    const other = all.find((one) => one.key === key);
    if (other === undefined || (other.told === 'sent' && other.granted)) return [];
    return [{ member: key, from: other.wanted || other.told === 'sent' ? 'coming' : 'already' }];
  });
  return { kind: member.told === 'open' ? 'open' : 'todo', waits };
}

/** How long a bundle waits for its family after it was opened last, in days: as long as the drafts in it. */
export const BUNDLE_WAITS_DAYS = 30;

/** `open`: can be gone on with. `expired`: its time is over. `closed`: its person deleted the list. */
export function bundlePhase({ expiresAt, closedAt }: { readonly expiresAt: Date; readonly closedAt: Date | null }, now: Date): 'open' | 'expired' | 'closed' {
  if (closedAt !== null) return 'closed';
  return expiresAt <= now ? 'expired' : 'open';
}
