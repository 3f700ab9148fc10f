import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type StaffLink } from '../domain/decide-staff-link.ts';
import { type LinkKind, type StaffMark } from '../domain/read-staff-identity.ts';

/** A link as it is listed. */
export interface ListedLink extends StaffLink {
  readonly provider: string;
  readonly linkedAt: Date;
}

const COLUMNS = ['id', 'commune_code as communeCode', 'staff_id as staffId', 'provider', 'kind', 'value', 'linked_at as linkedAt', 'linked_by as linkedBy'] as const;

/** The links of a provider under any of these marks, and those of the identities that the same accounts are tied to. */
export async function findLinksOfMarks(db: Database, provider: string, marks: readonly StaffMark[]): Promise<readonly StaffLink[]> {
  const found = await db
    .selectFrom('staff_sign_on_link')
    .select(COLUMNS)
    .where('provider', '=', provider)
    .where((where) => where.or(marks.map(({ kind, value }) => where.and([where('kind', '=', kind), where('value', '=', value)]))))
    .$narrowType<{ kind: LinkKind }>()
    .execute();
  if (found.length === 0) return [];
  const tied = await db
    .selectFrom('staff_sign_on_link')
    .select(COLUMNS)
    .where('provider', '=', provider)
    .where('kind', '=', 'subject')
    .where('staff_id', 'in', found.map(({ staffId }) => staffId))
    .$narrowType<{ kind: LinkKind }>()
    .execute();
  return [...found, ...tied.filter(({ id }) => !found.some((link) => link.id === id))];
}

/** The links of a commune, or of one person in it. */
export async function listLinks(db: Database | Tx, communeCode: string, staffId?: string): Promise<readonly ListedLink[]> {
  return db
    .selectFrom('staff_sign_on_link')
    .select(COLUMNS)
    .where('commune_code', '=', communeCode)
    .$if(staffId !== undefined, (query) => query.where('staff_id', '=', staffId ?? ''))
    .orderBy('linked_at')
    .$narrowType<{ kind: LinkKind }>()
    .execute();
}

/** A new link. */
export interface NewLink extends StaffLink {
  readonly provider: string;
}

/** Links an account; false when the mark, or the account at this provider, is linked already. */
export async function insertLink(tx: Tx, link: NewLink, now: Date): Promise<boolean> {
  const written = await tx
    .insertInto('staff_sign_on_link')
    .values({ commune_code: link.communeCode, id: link.id, staff_id: link.staffId, provider: link.provider, kind: link.kind, value: link.value, linked_at: now, linked_by: link.linkedBy })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return written !== undefined;
}

/** Removes a link of a commune, or only of one person in it; undefined when there is none. */
export async function deleteLink(tx: Tx, communeCode: string, id: string, staffId?: string): Promise<ListedLink | undefined> {
  return tx
    .deleteFrom('staff_sign_on_link')
    .where('commune_code', '=', communeCode)
    .where('id', '=', id)
    .$if(staffId !== undefined, (query) => query.where('staff_id', '=', staffId ?? ''))
    .returning(COLUMNS)
    .$narrowType<{ kind: LinkKind }>()
    .executeTakeFirst();
}
