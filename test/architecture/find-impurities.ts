import ts from 'typescript';
import { placeOf, walk } from './source-tree.ts';

const CLOCKS_AND_DICE: Readonly<Record<string, readonly string[]>> = {
  Date: ['now'],
  Math: ['random'],
  performance: ['now'],
  crypto: ['randomUUID', 'getRandomValues'],
};

/** Finds where a file reads the time or rolls dice by itself instead of being given both. */
export function findImpurities(source: ts.SourceFile): readonly string[] {
  const found: string[] = [];
  walk(source, (node) => {
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && CLOCKS_AND_DICE[node.expression.text]?.includes(node.name.text) === true) {
      found.push(`${placeOf(source, node)} ${node.getText()}`);
    }
    const isDate = (ts.isNewExpression(node) || ts.isCallExpression(node)) && ts.isIdentifier(node.expression) && node.expression.text === 'Date';
    if (isDate && (node.arguments?.length ?? 0) === 0) found.push(`${placeOf(source, node)} ${node.getText()}`);
  });
  return found;
}
