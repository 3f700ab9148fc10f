import { type StaffActor } from '../../../kernel/actor.ts';
import { dayOf, instantOn, type LocalDate } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { recordPayment } from '../../payments/index.ts';
import { type ImportedAnswer } from '../contract/statement-schemas.ts';
import { headingsOf } from '../domain/statement-layout.ts';
import { insertLineEvent, insertLinePayment, insertLines } from '../store/lines.ts';
import { insertStatement, lockStatements, saveLayout } from '../store/statements.ts';
import { type BankStatementDeps } from './deps.ts';
import { noteRefunds } from './note-refunds.ts';
import { prepareStatement, type PreparedStatement } from './prepare-statement.ts';
import { figuresOf, isReady, layoutOf, readSent } from './preview-statement.ts';
import { type ReadSheet } from './read-sheet.ts';
import { type SentStatement, type StatementOrder } from './read-upload.ts';

/** A bank tells the day alone: noon of it, but never later than now. */
export function paidAt(date: LocalDate, now: Date): Date {
  return new Date(Math.min(instantOn(dayOf(date), 12 * 60), now.getTime()));
}

type Fresh = PreparedStatement['fresh'][number] & { readonly id: string };

/** Pays what the exact lines are for. Refuses when a payable is no longer as the preview saw it: then nothing of the statement is written. */
async function payExact(deps: BankStatementDeps, tx: Tx, lines: readonly Fresh[], actor: StaffActor, now: Date): Promise<Result<void>> {
  const { communeCode, staffId, fullName } = actor;
  const exact = lines.flatMap(({ id, line, list, candidates: [candidate] }) => (list === 'exact' && candidate !== undefined ? [{ id, line, payableId: candidate.payableId }] : []));
  // In one order for everybody, so that two who pay the same payables do not wait for each other in a circle.
  for (const { id, line, payableId } of exact.toSorted((a, b) => (a.payableId < b.payableId ? -1 : 1))) {
    const paid = await recordPayment(deps.payables, tx, { communeCode, payableId, method: 'transfer', amount: line.amountIn, paidAt: paidAt(line.date, now), source: `statement-line:${id}:1`, at: now, actor: { staffId, name: fullName } });
    if (!paid.ok) return paid;
    if (paid.value.outcome !== 'recorded' || paid.value.fit !== 'exact') return refuse('bank-statements.changed-since');
    await insertLinePayment(tx, { commune_code: communeCode, id: deps.newId(), line_id: id, payable_id: payableId, payment_id: paid.value.paymentId, amount: line.amountIn, automatic: true, at: now, by_id: staffId, by_name: fullName });
    await insertLineEvent(tx, { commune_code: communeCode, line_id: id, kind: 'paid', at: now, by_id: staffId, by_name: fullName, automatic: true, facts: JSON.stringify({ payableId, amount: line.amountIn }) });
  }
  return ok(undefined);
}

async function writeStatement(deps: BankStatementDeps, tx: Tx, order: Pick<StatementOrder, 'fileName' | 'layoutName'>, read: { readonly sheet: ReadSheet; readonly digest: string; readonly account: { readonly number: string } }, prepared: PreparedStatement, actor: StaffActor, now: Date): Promise<Result<{ readonly id: string; readonly lines: readonly Fresh[]; readonly refunds: number }>> {
  const { communeCode, staffId, fullName } = actor;
  const { sheet, digest, account } = read;
  const id = deps.newId();
  const lines = prepared.fresh.map((match): Fresh => ({ ...match, id: deps.newId() }));
  const dates = [...lines.map(({ line }) => line.date), ...prepared.known.map(({ date }) => date)].toSorted();
  await insertStatement(tx, {
    commune_code: communeCode, id, account: account.number, file_name: order.fileName, file_digest: digest, layout_name: order.layoutName === '' ? (layoutOf(sheet, 'vi')?.name ?? '') : order.layoutName,
    first_on: dates[0] ?? '', last_on: dates.at(-1) ?? '', file_lines: lines.length + prepared.known.length, known_lines: prepared.known.length,
    money_in: lines.reduce((sum, { line }) => sum + line.amountIn, 0), money_out: lines.reduce((sum, { line }) => sum + line.amountOut, 0),
    findings: JSON.stringify(prepared.findings.map(({ code, weight, lines: at, count }) => ({ code, weight, lines: at, count }))), imported_at: now, imported_by: staffId, imported_by_name: fullName,
  });
  await insertLines(tx, lines.map(({ id: lineId, line, list, reasons, candidates }) => ({
    commune_code: communeCode, id: lineId, statement_id: id, line: line.line, identity: line.key, booked_on: line.date, direction: line.amountIn > 0 ? 'in' : 'out', amount: line.amountIn + line.amountOut, balance: line.balance,
    memo: line.memo, bank_number: line.bankNumber, counterpart: line.counterpart, reversal: line.reversal, list, reasons, candidates,
    state: list === 'exact' ? 'paid' : list === 'outgoing' ? 'outgoing' : 'waiting', decided_at: list === 'exact' ? now : null,
  })));
  const paid = await payExact(deps, tx, lines, actor, now);
  if (!paid.ok) return paid;
  const refunds = await noteRefunds(deps, tx, lines, actor, now);
  return refunds.ok ? ok({ id, lines, refunds: refunds.value }) : refunds;
}

/**
 * Takes a statement over as its preview showed it, in one transaction: its new lines, the payments of the exact ones, the refunds that went out, the journal. Lines that came with earlier files are left out. Refuses
 * what its findings stop, warnings that nobody looked at, a file without anything new, and everything that has changed since the preview.
 */
export async function importStatement(deps: BankStatementDeps, order: StatementOrder, actor: StaffActor, context: Pick<RequestContext, 'address' | 'now'>): Promise<Result<ImportedAnswer>> {
  const { communeCode } = actor;
  const { now } = context;
  const read = await readSent(deps, deps.db, order, communeCode);
  if (!read.ok) return read;
  const { sheet, digest } = read.value;
  if (sheet.found === undefined) return refuse('bank-statements.layout-unknown');
  const { reading, layout } = sheet.found;
  const request = { digest, basis: order.basis, reading: order.reading, sheet: order.sheet, layoutName: order.layoutName };
  return runCommand<ImportedAnswer>(deps.db, { communeCode, commandId: order.commandId, kind: 'import-bank-statement', actor, request, now, address: context.address }, async (tx) => {
    await lockStatements(tx, communeCode);
    const prepared = await prepareStatement(deps, tx, { ...read.value, reading }, communeCode, now);
    if (prepared.findings.some(({ weight }) => weight === 'stop')) return refuse('bank-statements.not-ready');
    if (prepared.fresh.length === 0) return refuse('bank-statements.nothing-new');
    if (prepared.basis !== order.basis || !isReady(prepared)) return refuse('bank-statements.changed-since');
    if (!order.lookedAt && prepared.findings.some(({ weight }) => weight === 'confirm')) return refuse('bank-statements.not-looked-at', {}, 'lookedAt');
    const written = await writeStatement(deps, tx, order, read.value, prepared, actor, now);
    if (!written.ok) return written;
    const headings = sheet.rows.find(({ line }) => line === reading.headingLine);
    if (layout.kind === 'chosen' && order.layoutName !== '' && headings !== undefined) {
      await saveLayout(tx, { commune_code: communeCode, id: deps.newId(), name: order.layoutName, headings: JSON.stringify(headingsOf(headings)), columns: JSON.stringify(reading.columns), day_order: reading.dayOrder, saved_at: now, saved_by: actor.staffId, saved_by_name: actor.fullName });
    }
    const lists = figuresOf(prepared.fresh);
    const result = { id: written.value.id, newLines: prepared.fresh.length, knownLines: prepared.known.length, lists };
    const facts = { digest, lines: result.newLines, known: result.knownLines, paid: lists.exact.count, sum: lists.exact.sum, refunds: written.value.refunds, findings: prepared.findings.map(({ code }) => code) };
    return ok({ result, journal: { action: 'bank-statement.imported', object: `bank-statement:${written.value.id}`, facts } });
  });
}

/** Takes a statement over in the caller's transaction as it is, without a preview: for the demonstration. Refuses what cannot be read and what its findings stop. */
export async function takeStatementOver(deps: BankStatementDeps, tx: Tx, sent: SentStatement, actor: StaffActor, now: Date): Promise<Result<{ readonly id: string }>> {
  const { communeCode } = actor;
  const read = await readSent(deps, tx, sent, communeCode);
  if (!read.ok) return read;
  const { found } = read.value.sheet;
  if (found === undefined) return refuse('bank-statements.layout-unknown');
  const prepared = await prepareStatement(deps, tx, { ...read.value, reading: found.reading }, communeCode, now);
  if (prepared.findings.some(({ weight }) => weight === 'stop')) return refuse('bank-statements.not-ready');
  const written = await writeStatement(deps, tx, { fileName: sent.fileName, layoutName: '' }, read.value, prepared, actor, now);
  return written.ok ? ok({ id: written.value.id }) : written;
}
