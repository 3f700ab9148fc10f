import { type StaffActor } from '../../../kernel/actor.ts';
import { dayOf, instantOn, parseLocalDate } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { listExchanged } from '../../dossiers/index.ts';
import { VALUE_WORDS } from '../contract/finding-words.ts';
import { type ExportQuery } from '../contract/exchange-schemas.ts';
import { DOSSIER_VALUES, dossierValue } from '../domain/dossier-values.ts';
import { safeCell } from '../domain/safe-cell.ts';
import { writeCsv } from '../writing/write-csv.ts';
import { writeXlsx, XLSX_TYPE } from '../writing/write-xlsx.ts';
import { type ExchangeDeps } from './deps.ts';
import { writtenDossier } from './written-dossier.ts';

const LONGEST_DAYS = 366;
const MOST = 50_000;

/** A file that leaves the office. */
export interface ExportedFile {
  readonly bytes: Buffer;
  readonly mediaType: string;
  readonly fileName: string;
}

/**
 * The dossiers of a period as one file, in the columns that our import reads again. It carries names and numbers: that it was taken out,
 * by whom and how many dossiers, stands in the journal before the first byte leaves.
 */
export async function exportDossiers(deps: ExchangeDeps, query: ExportQuery, actor: StaffActor, context: RequestContext): Promise<Result<ExportedFile>> {
  const { communeCode } = actor;
  const { from, to, format } = query;
  if (!parseLocalDate(from).ok || !parseLocalDate(to).ok || to < from || dayOf(to) - dayOf(from) >= LONGEST_DAYS) return refuse('exchange.period-wrong', {}, 'to');
  const rows = await listExchanged(deps.db, communeCode, { from: new Date(instantOn(dayOf(from), 0)), to: new Date(instantOn(dayOf(to) + 1, 0)), onlyOpen: query.open !== undefined }, MOST);
  const envelope = { communeCode, commandId: deps.newId(), kind: 'export-dossiers', actor, request: query, now: context.now, address: context.address };
  const told = await runCommand(deps.db, envelope, () => Promise.resolve(ok({
    result: null, journal: { action: 'exchange.exported', object: `commune:${communeCode}`, facts: { ...query, count: rows.length } },
  })));
  if (!told.ok) return told;
  const records = rows.map((row) => DOSSIER_VALUES.map((value) => dossierValue(writtenDossier(row), value)));
  const heads = DOSSIER_VALUES.map((value) => VALUE_WORDS[value][context.locale]);
  const name = `ho-so-${from}-${to}`;
  switch (format) {
    case 'csv':
      return ok({ bytes: writeCsv([heads, ...records]), mediaType: 'text/csv; charset=utf-8', fileName: `${name}.csv` });
    case 'json': {
      const objects = records.map((record) => Object.fromEntries(DOSSIER_VALUES.map((value, index) => [value, record[index] ?? ''])));
      return ok({ bytes: Buffer.from(JSON.stringify(objects, null, 1)), mediaType: 'application/json', fileName: `${name}.json` });
    }
    case 'xlsx':
      return ok({ bytes: await writeXlsx('Hồ sơ', [heads, ...records.map((record) => record.map(safeCell))]), mediaType: XLSX_TYPE, fileName: `${name}.xlsx` });
  }
}
