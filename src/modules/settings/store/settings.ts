import { sql } from 'kysely';
import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { INSTALLATION, type SettingEntry, type SettingLevel } from '../domain/resolve-setting.ts';

/** A stored value with its key and who wrote it. */
export interface StoredSetting extends SettingEntry {
  readonly key: string;
  readonly changedAt: Date;
  readonly changedByName: string | null;
  readonly reason: string | null;
}

/** The code under which a level keeps its values. */
export function codeOfLevel(level: SettingLevel, communeCode: string): string {
  return level === 'installation' ? INSTALLATION : communeCode;
}

/** The values of settings as a commune sees them, its own and those of the installation, in the order of their days. */
export async function listStoredSettings(db: Database | Tx, communeCode: string, keys: readonly string[]): Promise<readonly StoredSetting[]> {
  const rows = await db
    .selectFrom('setting')
    .select(['commune_code as code', 'key', 'valid_from as validFrom', 'value', 'fixed', 'withdrawn', 'changed_at as changedAt', 'changed_by_name as changedByName', 'reason'])
    .where('commune_code', 'in', [INSTALLATION, communeCode])
    .where('key', 'in', keys)
    .orderBy('valid_from')
    .execute();
  return rows.map(({ code, ...row }) => ({ ...row, level: code === INSTALLATION ? 'installation' : 'commune' }));
}

/** What every commune has set for itself of one setting, by its code; asked for the whole installation. */
export async function listSettingOfAll(db: Database, key: string): Promise<ReadonlyMap<string, readonly SettingEntry[]>> {
  const rows = await db.selectFrom('setting').select(['commune_code as code', 'valid_from as validFrom', 'value', 'fixed', 'withdrawn']).where('key', '=', key).where('commune_code', '<>', INSTALLATION).orderBy('valid_from').execute();
  const found = new Map<string, SettingEntry[]>();
  for (const { code, ...row } of rows) found.set(code, [...(found.get(code) ?? []), { ...row, level: 'commune' }]);
  return found;
}

/** A value as it is to be written. */
export interface NewSettingEntry extends SettingEntry {
  readonly key: string;
  readonly reason: string | null;
}

/** Writes the value of a level from a day on; the trigger of the table keeps the history. */
export async function writeSetting(tx: Tx, communeCode: string, entry: NewSettingEntry, by: { readonly staffId: string | null; readonly name: string; readonly at: Date }): Promise<void> {
  const written = {
    value: JSON.stringify(entry.value), fixed: entry.fixed, withdrawn: entry.withdrawn, reason: entry.reason,
    changed_at: by.at, changed_by: by.staffId, changed_by_name: by.name,
  };
  await tx
    .insertInto('setting')
    .values({ commune_code: codeOfLevel(entry.level, communeCode), key: entry.key, valid_from: entry.validFrom, ...written })
    .onConflict((conflict) => conflict.columns(['commune_code', 'key', 'valid_from']).doUpdateSet(written))
    .execute();
}

/** From now until the end of the transaction nobody else changes this setting on this level. */
export async function lockSetting(tx: Tx, code: string, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('setting'), hashtext(${`${code} ${key}`}))`.execute(tx);
}

/** One line of the history of a setting. */
export interface SettingChange {
  readonly id: number;
  readonly level: SettingLevel;
  readonly key: string;
  readonly validFrom: LocalDate;
  readonly value: unknown;
  readonly fixed: boolean;
  readonly withdrawn: boolean;
  readonly at: Date;
  readonly actorName: string | null;
  readonly reason: string | null;
}

const CHANGE = ['commune_code as code', 'id', 'key', 'valid_from as validFrom', 'value', 'fixed', 'withdrawn', 'at', 'actor_name as actorName', 'reason'] as const;

const readChange = <T extends { readonly code: string }>({ code, ...row }: T): Omit<T, 'code'> & { readonly level: SettingLevel } => ({ ...row, level: code === INSTALLATION ? 'installation' : 'commune' });

/** The changes of settings as a commune sees them, newest first; `key` for one setting alone, `before` for those older than a line of the history. */
export async function listSettingChanges(db: Database, communeCode: string, keys: readonly string[], page: { readonly before: number | null; readonly limit: number }): Promise<readonly SettingChange[]> {
  let query = db.selectFrom('setting_change').select(CHANGE).where('commune_code', 'in', [INSTALLATION, communeCode]).where('key', 'in', keys).orderBy('id', 'desc').limit(page.limit);
  if (page.before !== null) query = query.where('id', '<', page.before);
  return (await query.execute()).map(readChange);
}

/** One line of the history; undefined when the commune does not see one of this number. */
export async function findSettingChange(db: Database, communeCode: string, id: number): Promise<SettingChange | undefined> {
  const row = await db.selectFrom('setting_change').select(CHANGE).where('commune_code', 'in', [INSTALLATION, communeCode]).where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : readChange(row);
}

/** The newest line of the history of each key on each level: the version that somebody looked at. */
export async function listRevisions(db: Database, communeCode: string, keys: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('setting_change')
    .select(({ fn }) => ['commune_code as code', 'key', fn.max('id').as('last')])
    .where('commune_code', 'in', [INSTALLATION, communeCode])
    .where('key', 'in', keys)
    .groupBy(['commune_code', 'key'])
    .execute();
  return new Map(rows.map(({ code, key, last }) => [`${code} ${key}`, last]));
}
