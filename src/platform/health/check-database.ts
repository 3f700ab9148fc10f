import { sql } from 'kysely';
import { applicationLoginName } from '../db/application-login.ts';
import { type Database } from '../db/database.ts';
import { finding, type HealthFinding } from './finding.ts';

const OLDEST_VERSION = 150_000;
/** What the application may add to and never change. */
const FOR_EVER = ['journal', 'dossier_history', 'client_command'] as const;

/** What the database says about itself. */
export interface DatabaseReading {
  readonly version: number;
  readonly versionName: string;
  /** The role under which the application works is there. */
  readonly hasRole: boolean;
  /** The application has an account of its own and does not sign in as the owner. */
  readonly hasLogin: boolean;
  readonly applied: number;
  /** Tables that the application cannot read. */
  readonly unreadable: readonly string[];
  /** Tables of history that the application could change. */
  readonly changeable: readonly string[];
  /** Tables with rows of communes that nothing keeps apart. */
  readonly open: readonly string[];
}

/** Asks the catalogue of the database; it needs no right but to read. */
export async function readDatabase(db: Database): Promise<DatabaseReading> {
  const { rows: [{ database } = { database: '' }] } = await sql<{ database: string }>`select current_database()::text as database`.execute(db);
  const { rows: [about] } = await sql<{ version: number; name: string; role: boolean; login: boolean; applied: number }>`
    select current_setting('server_version_num')::int as version, current_setting('server_version') as name,
      exists (select from pg_roles where rolname = 'xaso_app') as role, exists (select from pg_roles where rolname = ${applicationLoginName(database)} and rolcanlogin) as login, (select count(*)::int from schema_migration) as applied`.execute(db);
  if (about === undefined) throw new Error('the database said nothing about itself');
  const tables = about.role
    ? (await sql<{ name: string; readable: boolean; changeable: boolean; tenant: boolean; protected: boolean }>`
        select c.relname as name, has_table_privilege('xaso_app', c.oid, 'select') as readable, has_table_privilege('xaso_app', c.oid, 'update') or has_table_privilege('xaso_app', c.oid, 'delete') as changeable,
          exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'commune_code' and not a.attisdropped) as tenant, c.relrowsecurity as protected
        from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname`.execute(db)).rows
    : [];
  const names = (test: (table: (typeof tables)[number]) => boolean): readonly string[] => tables.filter(test).map(({ name }) => name);
  return {
    version: about.version, versionName: about.name, hasRole: about.role, hasLogin: about.login, applied: about.applied,
    unreadable: names(({ readable }) => !readable),
    changeable: names(({ name, changeable }) => changeable && FOR_EVER.some((one) => one === name)),
    open: names((table) => table.tenant && !table.protected),
  };
}

const some = (names: readonly string[]): string => `${names.slice(0, 5).join(', ')}${names.length > 5 ? '…' : ''}`;

/** PostgreSQL is new enough, the schema is this program's, and the walls around history and between communes stand. */
export function judgeDatabase(reading: DatabaseReading, known: number): readonly HealthFinding[] {
  const { version, versionName, hasRole, hasLogin, applied, unreadable, changeable, open } = reading;
  const found: HealthFinding[] = [];
  if (version < OLDEST_VERSION) found.push(finding('database.too-old', 'bad', { version: versionName }));
  if (!hasRole) found.push(finding('database.role-missing', 'bad'));
  else if (!hasLogin) found.push(finding('database.login-missing', 'attention'));
  if (applied < known) found.push(finding('database.schema-behind', 'attention', { missing: known - applied }));
  if (applied > known) found.push(finding('database.schema-ahead', 'bad', { more: applied - known }));
  if (unreadable.length > 0) found.push(finding('database.right-missing', 'bad', { tables: some(unreadable) }));
  if (changeable.length > 0) found.push(finding('database.history-open', 'bad', { tables: some(changeable) }));
  if (open.length > 0) found.push(finding('database.rows-open', 'bad', { tables: some(open) }));
  return found.length > 0 ? found : [finding('database.well', 'well', { version: versionName })];
}
