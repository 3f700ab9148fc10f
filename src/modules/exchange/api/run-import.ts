import { type StaffActor } from '../../../kernel/actor.ts';
import { journalObject } from '../../../kernel/journal-object.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type CommandRecord, runCommand } from '../../../platform/commands.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { importDossier } from '../../dossiers/index.ts';
import { type RunResponse } from '../contract/exchange-schemas.ts';
import { isEndedStatus } from '../domain/national-codes.ts';
import { createLineReader, type LineReader } from '../domain/read-line.ts';
import { countLines, findImport, finishLine, type ImportRow, type LineOutcome, listLines, lockImport, lockOpenLine, settleQuietLines, updateImport } from '../store/imports.ts';
import { lockCode } from '../store/links.ts';
import { listSources } from '../store/sources.ts';
import { absorbStated } from './absorb-stated.ts';
import { type ExchangeDeps } from './deps.ts';
import { dossierImport, type LineOrigin } from './dossier-import.ts';
import { judgeKnown, refusalFinding, sideOfNew } from './judge-line.ts';
import { countsOf } from './import-counts.ts';
import { findKnown } from './known-dossiers.ts';
import { madeId } from './made-id.ts';
import { rowOf, topOf, wayOf } from './stored-import.ts';

/** Lines of one call: a second or so, then the browser asks again. Whoever closes the browser goes on later. */
const AT_ONCE = 100;

interface Run {
  readonly deps: ExchangeDeps;
  readonly row: ImportRow;
  readonly reader: LineReader;
  readonly sourceName: string;
  readonly actor: StaffActor;
  readonly context: RequestContext;
}

/**
 * Writes the next lines of a checked import, each in a transaction of its own, and answers how many are left. May be sent again at any
 * time, by several people at once too: a line is written once, and a dossier is made once however many files name it.
 */
export async function runImport(deps: ExchangeDeps, id: string, actor: StaffActor, context: RequestContext): Promise<Result<RunResponse>> {
  const { communeCode } = actor;
  const row = await findImport(deps.db, communeCode, id);
  if (row === undefined) return refuse('exchange.import-not-found');
  const way = wayOf(row);
  if (way === undefined) return refuse('exchange.not-checked');
  if (row.state !== 'done') {
    const { headings } = await topOf(deps.db, row);
    const sourceName = (await listSources(deps.db, communeCode)).find(({ code }) => code === row.source_code)?.name ?? '';
    const run: Run = { deps, row, reader: createLineReader(way.mapping, headings, deps.proceduresOf(communeCode, context.now)), sourceName, actor, context };
    await settleQuietLines(deps.db, communeCode, id, context.now);
    const lines = await listLines(deps.db, communeCode, id, { after: 0, limit: AT_ONCE, onlyLeft: true });
    for (const { line } of lines) await runLine(run, line);
  }
  const counts = countsOf(await countLines(deps.db, communeCode, id));
  if (counts.left === 0 && row.state !== 'done') await finishImport(deps, row, actor, context);
  return ok({ left: counts.left, outcomes: counts.outcomes });
}

async function runLine(run: Run, line: number): Promise<void> {
  const { deps, row, actor, context } = run;
  const { commune_code: communeCode, id } = row;
  const envelope = { communeCode, commandId: madeId('line', id, String(line)), kind: 'import-line', actor, request: { id, line }, now: context.now, address: context.address };
  const outcome = await runCommand(deps.db, envelope, (tx) => writeLine(run, tx, line));
  if (outcome.ok) return;
  // The dossier was refused although the preview let it in: somebody changed something in between. The line says so.
  await finishLine(deps.db, communeCode, id, line, { outcome: 'refused', dossier_id: null, done_at: context.now, findings: JSON.stringify([refusalFinding(outcome.problem)]) });
}

interface LineResult {
  readonly line: number;
  readonly outcome: LineOutcome;
}

async function writeLine({ deps, row, reader, sourceName, actor, context }: Run, tx: Tx, line: number): Promise<Result<CommandRecord<LineResult>>> {
  const { commune_code: communeCode, id, source_code } = row;
  const { now } = context;
  const locked = await lockOpenLine(tx, communeCode, id, line);
  const done = (outcome: LineOutcome, dossierId: string | null, action: string) => ({
    result: { line, outcome },
    journal: { action, object: dossierId === null ? journalObject('exchange-import', id) : journalObject('dossier', dossierId), facts: { import: id, line } },
    outbox: outcome === 'created' && dossierId !== null ? [{ id: deps.newId(), topic: 'DossierChanged', payload: { dossierId, event: 'imported' } }] : [],
  });
  // Somebody else has just written it.
  if (locked === undefined) return ok(done('unchanged', null, 'exchange.line-seen'));
  const { stated } = reader.read(rowOf(locked));
  if (stated === null || source_code === null) throw new Error(`line ${String(line)} of import ${id} was planned although it cannot be read`);
  await lockCode(tx, communeCode, stated.externalCode);
  const known = (await findKnown(tx, communeCode, [stated.externalCode])).get(stated.externalCode);
  const finish = async (outcome: LineOutcome, dossierId: string | null, action: string) => {
    await finishLine(tx, communeCode, id, line, { outcome, dossier_id: dossierId, done_at: now });
    return ok(done(outcome, dossierId, action));
  };
  if (known !== undefined) {
    const { dossier, own, mismatches, waiting, failed } = known;
    if (judgeKnown(stated, known).plan === 'same') return finish('unchanged', dossier.id, 'exchange.line-seen');
    await absorbStated(tx, { communeCode, dossierId: dossier.id, sourceCode: source_code, stated, own, mismatches, waiting, failed }, deps.newId, now);
    return finish('updated', dossier.id, 'exchange.dossier-restated');
  }
  if (isEndedStatus(stated.status)) return finish('skipped', null, 'exchange.line-seen');
  const origin: LineOrigin = { communeCode, sourceCode: source_code, sourceName, fileName: row.file_name, line };
  const input = dossierImport(stated, origin);
  const imported = await importDossier(deps.dossiers, tx, input, actor, now);
  if (!imported.ok) return imported;
  await absorbStated(tx, { communeCode, dossierId: input.id, sourceCode: source_code, stated, own: sideOfNew(stated, imported.value), mismatches: [], waiting: 0, failed: 0 }, deps.newId, now);
  return finish('created', input.id, 'dossier.imported');
}

/** Closes an import of which nothing is left. */
async function finishImport(deps: ExchangeDeps, row: ImportRow, actor: StaffActor, context: RequestContext): Promise<void> {
  const { commune_code: communeCode, id } = row;
  const envelope = { communeCode, commandId: madeId('finish', id), kind: 'finish-import', actor, request: { id }, now: context.now, address: context.address };
  await runCommand(deps.db, envelope, async (tx) => {
    const locked = await lockImport(tx, communeCode, id);
    if (locked?.state !== 'checked') return refuse('exchange.already-run');
    await updateImport(tx, communeCode, id, { state: 'done', finished_at: context.now });
    const { outcomes } = countsOf(await countLines(tx, communeCode, id));
    return ok({ result: { id }, journal: { action: 'exchange.import-finished', object: `exchange-import:${id}`, facts: outcomes } });
  });
}
