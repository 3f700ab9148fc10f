import { sql } from 'kysely';
import { dateAt } from '../kernel/local-time.ts';
import { type Tx } from '../platform/db/database.ts';

/** Adds a line about the demonstration to a commune's journal, in the form of every other line. */
export async function writeDemoJournal(tx: Tx, communeCode: string, action: 'demo.loaded' | 'demo.removed', facts: Readonly<Record<string, number>>, now: Date): Promise<void> {
  const sorted = Object.fromEntries(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1)));
  const entry = JSON.stringify({ action, actor: null, address: 'console', at: now.toISOString(), facts: sorted, object: `commune/${communeCode}` });
  await sql`select append_journal(${communeCode}, ${now}, ${dateAt(now.getTime())}::date, ${entry})`.execute(tx);
}
