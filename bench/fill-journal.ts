// A journal as the program writes it, row by row, for measurements.
import { createHash } from 'node:crypto';
import { addDays } from '../src/kernel/local-time.ts';
import { CHAIN_START } from '../src/modules/journal/domain/check-chain.ts';
import { type openDatabase } from '../src/platform/db/database.ts';
import { journalText } from '../src/platform/journal/journal-text.ts';

/** The commune whose journal is filled. */
export const JOURNAL_COMMUNE = '16072';
const PART = 5000;
const ACTIONS = ['dossier.viewed', 'dossier.file-viewed', 'dossier.received', 'dossier.transferred', 'dossiers.listed', 'dossier.appraised', 'paper.issued'];

const idOf = (kind: number, number: number): string => `0190${String(kind).padStart(4, '0')}-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** Rows as the program writes them: looks and changes by forty people on fifty thousand dossiers, `aDay` a day. */
export async function fillJournal(pool: ReturnType<typeof openDatabase>['pool'], total: number, aDay = 2500): Promise<void> {
  let previous = CHAIN_START.hash;
  let [day, seq] = ['2026-01-01', 0];
  for (let from = 0; from < total; from += PART) {
    const rows = Array.from({ length: Math.min(PART, total - from) }, (_, place) => {
      const index = from + place;
      if (seq === aDay) [day, seq] = [addDays(day, 1), 0];
      seq += 1;
      const at = new Date(Date.parse(`${day}T00:00:00Z`) + seq * 20_000);
      const positions = [{ unitId: idOf(3, index % 7), role: 'specialist', title: '', fields: [] }] as const;
      const actor = { kind: 'staff', staffId: idOf(1, index % 40), communeCode: JOURNAL_COMMUNE, fullName: '', userName: '', positions } as const;
      const entry = journalText({ at, actor, address: `10.0.0.${String(index % 40)}`, action: ACTIONS[index % ACTIONS.length] ?? '', object: `dossier:${idOf(2, index % 50_000)}`, command: idOf(4, index), facts: { code: `H56.14-${String(index)}` } });
      const hash = createHash('sha256').update(previous, 'hex').update(`${day}|${String(seq)}|${entry}`).digest('hex');
      const row = { day, seq, at, entry, previous, hash };
      previous = hash;
      return row;
    });
    await pool.query(
      `insert into journal (commune_code, day, seq, at, entry, previous_hash, hash)
       select $1, r.day, r.seq, r.at, r.entry, decode(r.previous, 'hex'), decode(r.hash, 'hex')
       from jsonb_to_recordset($2::jsonb) as r (day date, seq bigint, at timestamptz, entry text, previous text, hash text)`,
      [JOURNAL_COMMUNE, JSON.stringify(rows)],
    );
  }
  await pool.query(`insert into journal_head select commune_code, day, seq, previous_hash, hash, at from journal where commune_code = $1 order by day desc, seq desc limit 1`, [JOURNAL_COMMUNE]);
  await pool.query('analyze journal');
}

