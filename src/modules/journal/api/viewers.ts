import { fillMessage } from '../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { actionWords, isLook } from '../contract/action-words.ts';
import { ROLE_WORDS } from '../contract/role-words.ts';
import { listJournal } from '../store/journal-lines.ts';
import { type JournalDeps } from './deps.ts';
import { namedLines } from './journal-view.ts';
import { listedPurposes } from './load-purposes.ts';

/** Lines of one dossier that its citizen is shown at most; the newest. */
const SHOWN = 200;

/** One line of “who looked at my dossier”. */
export interface ViewerLine {
  readonly at: Date;
  /** Name and position; null: whoever holds the link and the four digits. */
  readonly who: { readonly name: string; readonly position: string } | null;
  readonly what: string;
  readonly isLook: boolean;
  /** The purpose with the words of whoever looked; null: it was the own work. */
  readonly purpose: string | null;
}

/**
 * Everything that the journal knows about one dossier, for the citizen whose it is (Luật 91/2025/QH15 Điều 4: the right to know; NĐ 326/2026
 * Điều 8.5). Officers act in their office: their name, position and unit are shown, nothing else of them. What the program did by itself is left out.
 */
export async function listViewers(deps: Pick<JournalDeps, 'db' | 'staffName' | 'unitsOf' | 'codesOf'>, communeCode: string, dossierId: string, locale: Locale): Promise<readonly ViewerLine[]> {
  const rows = await listJournal(deps.db, communeCode, { day: null, staffId: null, object: `dossier:${dossierId}`, action: null }, null, SHOWN);
  const lines = await namedLines(deps, communeCode, rows);
  return lines.filter(({ actor, byLink }) => actor !== null || byLink).map((line) => {
    const purpose = listedPurposes().find(({ code }) => code === line.purpose?.code);
    return {
      at: new Date(line.at),
      who: line.actor === null ? null : { name: line.actor.name, position: line.positions.map(({ role, unit }) => positionWords(role, unit, locale)).join('; ') },
      what: actionWords(line.action)[locale],
      isLook: isLook(line.action),
      purpose: line.purpose === null ? null : fillMessage('{purpose}: {words}', { purpose: purpose?.[locale] ?? line.purpose.code, words: line.purpose.words }),
    };
  });
}

function positionWords(role: string, unit: string | null, locale: Locale): string {
  const words = ROLE_WORDS[role]?.[locale] ?? role;
  return unit === null ? words : `${words}, ${unit}`;
}
