import { setImmediate } from 'node:timers/promises';
import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { planImport } from '../../dossiers/index.ts';
import { FIELD_WORDS } from '../contract/finding-words.ts';
import { type CheckRequest } from '../contract/exchange-schemas.ts';
import { missingFields } from '../domain/mapping.ts';
import { createLineReader, type LineReader } from '../domain/read-line.ts';
import { type Finding } from '../domain/stated-dossier.ts';
import { type CheckedLine, clearChecks, countLines, type ImportRow, listLines, lockImport, updateImport, writeCheckedLines } from '../store/imports.ts';
import { writeSource } from '../store/sources.ts';
import { type ExchangeDeps } from './deps.ts';
import { dossierImport } from './dossier-import.ts';
import { judgeKnown, judgeNew, type Judgement } from './judge-line.ts';
import { findKnown } from './known-dossiers.ts';
import { rowOf, topOf, TOP_LINES } from './stored-import.ts';

const BATCH = 500;
/** After so many lines somebody else gets a turn. */
const TURN = 25;

/** Reads every line in the stated way and says what would happen; nothing becomes a dossier. The way is kept with the source for the next file. */
export async function checkImport(deps: ExchangeDeps, id: string, request: CheckRequest, actor: StaffActor, context: RequestContext): Promise<Result<{ readonly id: string }>> {
  const { communeCode } = actor;
  const { source, mapping, headingLines } = request;
  const envelope = { communeCode, commandId: request.commandId, kind: 'check-import', actor, request: { id, ...request }, now: context.now, address: context.address };
  return runCommand(deps.db, envelope, async (tx) => {
    const row = await lockImport(tx, communeCode, id);
    if (row === undefined) return refuse('exchange.import-not-found');
    if (row.state === 'done' || (await countLines(tx, communeCode, id)).some(({ outcome }) => outcome !== null)) return refuse('exchange.already-run');
    const { headings, rows } = await topOf(tx, row, headingLines);
    const last = rows.at(-1)?.line ?? 0;
    if (headingLines.to < headingLines.from || headingLines.to > last || headingLines.to - headingLines.from >= TOP_LINES) return refuse('exchange.headings-outside', {}, 'headingLines');
    const missing = missingFields(mapping, headings);
    if (missing.length > 0) return refuse('exchange.fields-missing', { fields: missing.map((field) => FIELD_WORDS[field][context.locale]) }, 'mapping');
    const procedures = deps.proceduresOf(communeCode, context.now);
    const strange = Object.entries(mapping.procedures).find(([, code]) => procedures.every((known) => known.code !== code));
    if (strange !== undefined) return refuse('exchange.code-unknown', { value: strange[0] }, 'mapping');
    await writeSource(tx, { commune_code: communeCode, ...source, mapping: JSON.stringify(mapping), changed_at: context.now, changed_by: actor.staffId, changed_by_name: actor.fullName });
    await clearChecks(tx, communeCode, id);
    const counts = await checkLines(deps, tx, { ...row, source_code: source.code }, createLineReader(mapping, headings, procedures), headingLines.to, context.now);
    await updateImport(tx, communeCode, id, { source_code: source.code, mapping: JSON.stringify({ mapping, headingLines }), state: 'checked', checked_at: context.now });
    return ok({ result: { id }, journal: { action: 'exchange.import-checked', object: `exchange-import:${id}`, facts: { source: source.code, ...counts } } });
  });
}

async function checkLines(deps: ExchangeDeps, tx: Tx, row: ImportRow, reader: LineReader, lastHeading: number, now: Date): Promise<Readonly<Record<string, number>>> {
  const { commune_code: communeCode, id } = row;
  const seen = new Map<string, { readonly line: number; readonly text: string }>();
  const counts: Record<string, number> = {};
  for (let after = lastHeading; ; ) {
    const lines = await listLines(tx, communeCode, id, { after, limit: BATCH });
    const read = lines.map((line) => ({ line: line.line, ...reader.read(rowOf(line)) }));
    const known = await findKnown(tx, communeCode, read.flatMap(({ stated }) => (stated === null ? [] : [stated.externalCode])));
    const checked: CheckedLine[] = [];
    for (const { line, stated, findings } of read) {
      if (checked.length % TURN === TURN - 1) await setImmediate();
      let judged: Judgement = { plan: 'wrong', findings: [] };
      if (stated !== null) {
        const text = JSON.stringify(stated);
        const before = seen.get(stated.externalCode);
        seen.set(stated.externalCode, before ?? { line, text });
        const here = known.get(stated.externalCode);
        const origin = { communeCode, sourceCode: row.source_code ?? '', sourceName: '', fileName: row.file_name, line };
        if (before !== undefined) judged = repeated(before.line, before.text === text);
        else if (here !== undefined) judged = judgeKnown(stated, here);
        else judged = await judgeNew(stated, () => planImport(deps.dossiers, communeCode, dossierImport(stated, origin), now));
      }
      counts[judged.plan] = (counts[judged.plan] ?? 0) + 1;
      checked.push({ line, plan: judged.plan, findings: [...findings, ...judged.findings], external_code: stated?.externalCode ?? null });
    }
    if (checked.length > 0) await writeCheckedLines(tx, communeCode, id, checked);
    const last = lines.at(-1);
    if (last === undefined || lines.length < BATCH) return counts;
    after = last.line;
  }
}

function repeated(line: number, same: boolean): Judgement {
  const code = same ? 'line.repeated' : 'line.twice-in-file';
  const finding: Finding = { level: same ? 'notice' : 'error', code, field: 'externalCode', facts: { line } };
  return { plan: same ? 'skipped' : 'wrong', findings: [finding] };
}
