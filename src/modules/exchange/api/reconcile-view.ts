import { maskCitizenNumber } from '../../../kernel/citizen-number.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { type ExchangedRow, listByIds } from '../../dossiers/index.ts';
import { type MessageListResponse, type MismatchListResponse } from '../contract/exchange-schemas.ts';
import { STATUS_WORDS } from '../contract/finding-words.ts';
import { listMessages } from '../store/messages.ts';
import { listMismatches } from '../store/mismatches.ts';
import { listSources } from '../store/sources.ts';
import { type ExchangeDeps } from './deps.ts';
import { sideWords } from './finding-view.ts';

const MOST = 500;

interface Who {
  readonly dossierId: string;
  readonly code: string;
  readonly applicantName: string;
  readonly procedureName: string;
  readonly sourceName: string;
}

/** Says of rows about dossiers whose they are. */
async function naming(deps: ExchangeDeps, communeCode: string, ids: readonly string[]): Promise<(dossierId: string, sourceCode: string) => Who> {
  const [dossiers, sources] = await Promise.all([listByIds(deps.db, communeCode, ids), listSources(deps.db, communeCode)]);
  const byId = new Map<string, ExchangedRow>(dossiers.map((dossier) => [dossier.id, dossier]));
  return (dossierId, sourceCode) => {
    const dossier = byId.get(dossierId);
    return {
      dossierId,
      code: dossier?.external_code ?? dossier?.code ?? '',
      applicantName: dossier?.applicant_name ?? '',
      procedureName: dossier?.procedure_name ?? '',
      sourceName: sources.find(({ code }) => code === sourceCode)?.name ?? sourceCode,
    };
  };
}

function shown(deps: ExchangeDeps, communeCode: string, now: Date, kind: string, side: string, locale: Locale): string {
  if (kind === 'number') return maskCitizenNumber(side);
  if (kind === 'procedure') return deps.proceduresOf(communeCode, now).find(({ code }) => code === side)?.name ?? side;
  return sideWords(kind, side, locale);
}

/** The differences of a commune, open or decided. */
export async function mismatchView(deps: ExchangeDeps, communeCode: string, open: boolean, now: Date, locale: Locale): Promise<MismatchListResponse> {
  const rows = await listMismatches(deps.db, communeCode, open, MOST);
  const who = await naming(deps, communeCode, rows.map(({ dossier_id }) => dossier_id));
  return {
    items: rows.map((row) => ({
      id: row.id,
      ...who(row.dossier_id, row.source_code),
      kind: row.kind,
      ours: shown(deps, communeCode, now, row.kind, row.ours, locale),
      theirs: shown(deps, communeCode, now, row.kind, row.theirs, locale),
      foundAt: row.found_at.toISOString(),
      state: row.state,
      closedAt: row.closed_at?.toISOString() ?? null,
      closedBy: row.closed_by_name,
      words: row.words,
    })),
  };
}

/** The messages of a commune: what is still to be told, or what was. */
export async function messageView(deps: ExchangeDeps, communeCode: string, open: boolean, locale: Locale): Promise<MessageListResponse> {
  const rows = await listMessages(deps.db, communeCode, open, MOST);
  const who = await naming(deps, communeCode, rows.map(({ dossier_id }) => dossier_id));
  return {
    hasAddress: deps.outgoing !== undefined,
    items: rows.map((row) => ({
      id: row.id,
      ...who(row.dossier_id, row.source_code),
      status: row.status,
      statusWords: STATUS_WORDS[row.status]?.[locale] ?? String(row.status),
      occurredAt: row.occurred_at.toISOString(),
      state: row.state,
      attempts: row.attempts,
      nextTryAt: row.next_try_at?.toISOString() ?? null,
      problem: row.last_problem,
      detail: row.last_detail,
      closedAt: row.closed_at?.toISOString() ?? null,
      closedBy: row.closed_by_name,
    })),
  };
}
