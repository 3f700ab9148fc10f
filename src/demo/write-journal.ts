import { type Tx } from '../platform/db/database.ts';
import { appendLines } from '../platform/journal/append-lines.ts';

/** Adds a line about the demonstration to a commune's journal, in the form of every other line. */
export async function writeDemoJournal(tx: Tx, communeCode: string, action: 'demo.loaded' | 'demo.removed', facts: Readonly<Record<string, number>>, now: Date): Promise<void> {
  await appendLines(tx, communeCode, [{ at: now, actor: { kind: 'anonymous' }, address: 'console', action, object: `commune:${communeCode}`, facts }]);
}
