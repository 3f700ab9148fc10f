import ts from 'typescript';
import { placeOf } from './source-tree.ts';

/** Finds exported functions without a docstring. */
export function findUndocumented(source: ts.SourceFile): readonly string[] {
  return source.statements.flatMap((statement) => {
    if (!isExported(statement) || ts.getJSDocCommentsAndTags(statement).length > 0) return [];
    if (ts.isFunctionDeclaration(statement)) return [`${placeOf(source, statement)} ${statement.name?.text ?? ''}`];
    if (!ts.isVariableStatement(statement)) return [];
    const functions = statement.declarationList.declarations.filter(({ initializer }) => initializer !== undefined && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)));
    return functions.map((one) => `${placeOf(source, one)} ${one.name.getText()}`);
  });
}

function isExported(statement: ts.Statement): boolean {
  return ts.canHaveModifiers(statement) && (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}
