import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type LinkKind, type StaffIdentity } from './read-staff-identity.ts';

/** A link between an account and something by which a provider knows its person. */
export interface StaffLink {
  readonly id: string;
  readonly communeCode: string;
  readonly staffId: string;
  readonly kind: LinkKind;
  readonly value: string;
  readonly linkedBy: string;
}

/** The account that somebody signs in to; `tie` where the identity itself is to be linked from now on, by the word of whoever made the mark. */
export interface FoundAccount {
  readonly communeCode: string;
  readonly staffId: string;
  readonly tie: { readonly by: string } | undefined;
}

/**
 * Which account an identity is, from the links of its marks and of the accounts that they lead to. The identity itself comes first; an e-mail
 * address or a staff code counts for the first sign-in only. Refuses an identity without a link, marks of two accounts, and an account that
 * another identity of the provider is tied to.
 */
export function decideStaffLink(identity: StaffIdentity, links: readonly StaffLink[]): Result<FoundAccount> {
  const own = links.find(({ kind, value }) => kind === 'subject' && value === identity.subject);
  if (own !== undefined) return ok({ communeCode: own.communeCode, staffId: own.staffId, tie: undefined });
  const marked = links.filter((link) => link.kind !== 'subject' && identity.marks.some(({ kind, value }) => kind === link.kind && value === link.value));
  const [first] = marked;
  if (first === undefined) return refuse('sign-on.no-account');
  if (marked.some(({ staffId }) => staffId !== first.staffId)) return refuse('sign-on.marks-differ');
  if (links.some(({ kind, staffId }) => kind === 'subject' && staffId === first.staffId)) return refuse('sign-on.other-identity');
  return ok({ communeCode: first.communeCode, staffId: first.staffId, tie: { by: first.linkedBy } });
}
