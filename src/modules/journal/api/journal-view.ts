import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { type JournalResponse, type JournalQuery } from '../contract/journal-schemas.ts';
import { monthOf } from '../domain/archive-months.ts';
import { journalScope, readsEverything } from '../domain/journal-scope.ts';
import { type JournalRow, listJournal } from '../store/journal-lines.ts';
import { listArchivedMonths } from '../store/archived-months.ts';
import { type JournalDeps } from './deps.ts';
import { listArchived } from './list-archived.ts';

const PAGE = 50;
const PLACE = /^(\d{4}-\d{2}-\d{2})~(\d{1,15})$/;

/** What a line says, read from its text. Lines of older programs say less. */
interface SaidLine {
  readonly actor?: string | null;
  readonly positions?: readonly { readonly role: string; readonly unit: string }[];
  readonly address?: string;
  readonly action?: string;
  readonly object?: string;
  readonly purpose?: { readonly code: string; readonly words: string };
  readonly facts?: { readonly part?: unknown; readonly count?: unknown; readonly by?: unknown };
}

/** What turns ids into the names of today. */
export type NamingDeps = Pick<JournalDeps, 'staffName' | 'unitsOf' | 'codesOf'>;

/** Lines with the names of today for the people, units and dossiers that they name by id. */
export async function namedLines(deps: NamingDeps, communeCode: string, rows: readonly JournalRow[]): Promise<JournalResponse['items']> {
  const said = rows.map(({ entry }) => JSON.parse(entry) as SaidLine);
  const dossierIds = said.flatMap(({ object }) => (object?.startsWith('dossier:') === true ? [object.slice('dossier:'.length)] : []));
  const [units, codes] = await Promise.all([deps.unitsOf(communeCode), deps.codesOf(communeCode, [...new Set(dossierIds)])]);
  const unitNames = new Map(units.map(({ id, name }) => [id, name]));
  return Promise.all(rows.map(async ({ day, seq, at }, index) => {
    const line = said[index] ?? {};
    const object = line.object ?? '';
    const { part, count, by } = line.facts ?? {};
    return {
      day, seq, at: at.toISOString(),
      actor: line.actor == null ? null : { id: line.actor, name: (await deps.staffName(communeCode, line.actor)) ?? '' },
      positions: (line.positions ?? []).map(({ role, unit }) => ({ role, unit: unitNames.get(unit) ?? null })),
      byLink: by === 'link' || by === 'citizen', address: line.address ?? '', action: line.action ?? '', object,
      code: object.startsWith('dossier:') ? (codes.get(object.slice('dossier:'.length)) ?? null) : null,
      part: typeof part === 'string' ? part : null, count: typeof count === 'number' ? count : null,
      purpose: line.purpose === undefined ? null : { code: line.purpose.code, words: line.purpose.words },
    };
  }));
}

/**
 * One page of the journal as the reader may see it. A day or month that was sealed is read from its file; a place that cannot be read begins
 * again. Refuses `journal.archive-unreadable` when the file is gone, altered or another one.
 */
export async function journalView(deps: NamingDeps & Pick<JournalDeps, 'db' | 'archives'>, query: JournalQuery, actor: StaffActor): Promise<Result<Omit<JournalResponse, 'heldMonth'>>> {
  const { communeCode } = actor;
  const wish = journalScope(actor, { day: query.day ?? null, staffId: query.staff ?? null, object: query.object ?? null, action: query.action ?? null, month: query.month ?? null });
  const [, day, seq] = PLACE.exec(query.after ?? '') ?? [];
  const after = day === undefined ? null : { day, seq: Number(seq) };
  const months = await listArchivedMonths(deps.db, communeCode);
  const asked = query.month ?? (query.day === undefined ? null : monthOf(query.day));
  const sealed = months.find(({ month }) => month === asked);
  const rows = sealed === undefined ? ok(await listJournal(deps.db, communeCode, wish, after, PAGE + 1)) : await listArchived(deps.archives, communeCode, sealed, wish, after, PAGE + 1);
  if (!rows.ok) return rows;
  const page = rows.value.slice(0, PAGE);
  const last = rows.value.length > PAGE ? page.at(-1) : undefined;
  return ok({
    items: await namedLines(deps, communeCode, page), next: last === undefined ? null : `${last.day}~${String(last.seq)}`, everybody: readsEverything(actor),
    archived: months.toReversed().map(({ month, rows: count }) => ({ month, rows: count })), openedMonth: sealed?.month ?? null,
  });
}
