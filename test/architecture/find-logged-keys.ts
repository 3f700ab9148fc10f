import ts from 'typescript';
import { placeOf, walk } from './source-tree.ts';

/** One name that is written to the log. */
export interface LoggedKey {
  readonly key: string;
  readonly place: string;
}

const LEVELS = new Set(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'log']);

/** Finds every name among the arguments of calls like `request.log.error(…)`: keys, variables, properties. */
export function findLoggedKeys(source: ts.SourceFile): readonly LoggedKey[] {
  const found: LoggedKey[] = [];
  walk(source, (node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
    if (!LEVELS.has(node.expression.name.text) || !/(?:^|\.)(?:log|logger)$/i.test(node.expression.expression.getText())) return;
    for (const argument of node.arguments) {
      walk(argument, (inner) => {
        if (ts.isIdentifier(inner)) found.push({ key: inner.text, place: placeOf(source, inner) });
      });
    }
  });
  return found;
}
