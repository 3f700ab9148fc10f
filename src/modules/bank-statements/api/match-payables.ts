import { setImmediate } from 'node:timers/promises';
import { dateAt } from '../../../kernel/local-time.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { findPayablesByReference, findReferences, isReference, listOpenPayables, type ListedPayable, REFERENCE_LENGTH } from '../../payments/index.ts';
import { type MatchPayable, type ReferenceRule } from '../domain/match-index.ts';
import { createLineMatcher, type LineMatch, type MatchableLine } from '../domain/match-statement.ts';
import { findWaitingPayables } from '../store/lines.ts';
import { type BankStatementDeps } from './deps.ts';

/** How references look, as payments makes them. */
const REFERENCE_RULE: ReferenceRule = { mark: 'XS', length: REFERENCE_LENGTH, find: findReferences, isVerified: isReference };

/** So many lines are matched before other requests have their turn. */
const AT_ONCE = 200;

function matchable({ id, reference, state, missing, payerName, dossierCode, openedAt }: ListedPayable): MatchPayable {
  return { id, reference, state, missing, payerName, dossierCode, openedOn: dateAt(openedAt.getTime()) };
}

/** What lines were matched against, and where each belongs. */
export interface MatchedLines<T> {
  readonly matches: readonly (LineMatch & { readonly line: T })[];
  readonly payables: ReadonlyMap<string, ListedPayable>;
}

/**
 * Matches lines, oldest first, with every open payable of a commune and with those that their references name, in whatever state. Other requests go on meanwhile.
 * A line that is looked at again does not stand in its own way.
 */
export async function matchPayables<T extends MatchableLine>(deps: BankStatementDeps, db: Database | Tx, communeCode: string, lines: readonly T[], looking: 'for-the-first-time' | 'again' = 'for-the-first-time'): Promise<MatchedLines<T>> {
  const references = [...new Set(lines.flatMap(({ memo, amountIn }) => (amountIn > 0 ? findReferences(memo) : [])))];
  const open = await listOpenPayables(deps.payables, db, communeCode);
  const named = references.length === 0 ? [] : await findPayablesByReference(deps.payables, db, communeCode, references);
  const closed = named.filter(({ state }) => state !== 'open');
  const waiting = looking === 'again' ? new Set<string>() : await findWaitingPayables(db, communeCode);
  const match = createLineMatcher(open.map(matchable), { rule: REFERENCE_RULE, closed: closed.map(matchable), waiting });
  const matches: (LineMatch & { readonly line: T })[] = [];
  for (const [index, line] of lines.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await setImmediate();
    matches.push({ line, ...match(line) });
  }
  return { matches, payables: new Map([...open, ...closed].map((payable) => [payable.id, payable])) };
}
