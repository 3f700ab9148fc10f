import { createHash } from 'node:crypto';
import { dateAt } from '../../../kernel/local-time.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { findReferences, isReference, type ListedPayable, listTransferRefunds } from '../../payments/index.ts';
import { checkStatement, type StatementFinding } from '../domain/check-statement.ts';
import { identifyLines, type IdentifiedLine } from '../domain/line-identity.ts';
import { type LineMatch } from '../domain/match-statement.ts';
import { readStatement, type ReadStatement } from '../domain/read-statement.ts';
import { plainAccount } from '../domain/stated-accounts.ts';
import { type StatementReading } from '../domain/statement-line.ts';
import { findKnownIdentities } from '../store/lines.ts';
import { type BankStatementDeps, type StatementAccount } from './deps.ts';
import { matchPayables } from './match-payables.ts';
import { type ReadSheet } from './read-sheet.ts';

/** A line under the name by which the database knows it. */
export interface PreparedLine extends IdentifiedLine {
  /** SHA-256 of its identity. */
  readonly key: string;
}

/** A statement read, checked, compared with earlier ones and matched. */
export interface PreparedStatement {
  readonly read: ReadStatement;
  readonly findings: readonly StatementFinding[];
  readonly known: readonly PreparedLine[];
  /** New lines with where they belong, oldest first. */
  readonly fresh: readonly (LineMatch & { readonly line: PreparedLine })[];
  readonly payables: ReadonlyMap<string, ListedPayable>;
  /** What all of it rests on. */
  readonly basis: string;
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Reads a file in the chosen way and says what is strange, what is new and what every new line is for. Nothing is written. */
export async function prepareStatement(deps: BankStatementDeps, db: Database | Tx, file: { readonly sheet: ReadSheet; readonly reading: StatementReading; readonly digest: string; readonly account: StatementAccount }, communeCode: string, now: Date): Promise<PreparedStatement> {
  const { sheet, reading, digest, account } = file;
  const today = dateAt(now.getTime());
  const read = readStatement(sheet.rows, reading, today);
  const { lines, doubled } = identifyLines(read.lines, plainAccount(account.number));
  const wholeReferences = (memo: string): readonly string[] => findReferences(memo).filter((one) => isReference(one));
  const namesReference = (memo: string): boolean => wholeReferences(memo).length > 0;
  const refunds = await listTransferRefunds(db, communeCode, [...new Set(lines.flatMap(({ memo, amountOut }) => (amountOut > 0 ? wholeReferences(memo) : [])))]);
  const isRefund = ({ memo, amountOut }: { readonly memo: string; readonly amountOut: number }): boolean => wholeReferences(memo).some((one) => refunds.some(({ reference, amount }) => reference === one && amount === amountOut));
  const findings = checkStatement({ rows: sheet.rows, reading, today, account: account.number, doubled, namesReference, isRefund }, read);
  const prepared = lines.map((line): PreparedLine => ({ ...line, key: digestOf(line.identity) }));
  const before = await findKnownIdentities(db, communeCode, prepared.map(({ key }) => key));
  const { matches, payables } = await matchPayables(deps, db, communeCode, prepared.filter(({ key }) => !before.has(key)));
  const basis = digestOf(JSON.stringify([digest, reading, today, account.number, findings.map(({ code }) => code), matches.map(({ line, list, candidates }) => [line.key, list, candidates.map(({ payableId }) => payableId)])]));
  return { read, findings, known: prepared.filter(({ key }) => before.has(key)), fresh: matches, payables, basis };
}
