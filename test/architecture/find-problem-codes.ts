import ts from 'typescript';
import { placeOf, walk } from './source-tree.ts';

/** A refusal that a piece of code makes. */
export interface UsedProblem {
  readonly code: string;
  readonly place: string;
}

const CODE = /^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/;

/** Finds refusals: `refuse('…')`, and objects with a `code` that carry no words of their own. */
export function findRefusals(source: ts.SourceFile): readonly UsedProblem[] {
  const found: UsedProblem[] = [];
  const add = (node: ts.Node) => {
    for (const literal of literalsOf(node)) if (CODE.test(literal.text)) found.push({ code: literal.text, place: placeOf(source, literal) });
  };
  walk(source, (node) => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'refuse' && node.arguments[0] !== undefined) add(node.arguments[0]);
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'code' && !hasOwnWords(node.parent)) add(node.initializer);
  });
  return found;
}

/** Finds refusals whose code is put together from pieces: nobody can search for such a code. */
export function findComposedCodes(source: ts.SourceFile): readonly string[] {
  const found: string[] = [];
  walk(source, (node) => {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== 'refuse') return;
    const [code] = node.arguments;
    if (code !== undefined && (ts.isTemplateExpression(code) || ts.isBinaryExpression(code))) found.push(placeOf(source, code));
  });
  return found;
}

/** Every literal that looks like a problem code, wherever it stands; keys of tables do not count. */
export function findMentionedCodes(source: ts.SourceFile): ReadonlySet<string> {
  const found = new Set<string>();
  walk(source, (node) => {
    if (!ts.isStringLiteralLike(node) || !CODE.test(node.text)) return;
    if (!ts.isPropertyAssignment(node.parent) || node.parent.name !== node) found.add(node.text);
  });
  return found;
}

/** A fault of one field brings its sentence along, a warning its words: nobody looks them up in the table. */
function hasOwnWords(object: ts.ObjectLiteralExpression): boolean {
  return object.properties.some((property) => ['message', 'words', 'vi'].includes(property.name?.getText() ?? ''));
}

/** A literal, or the literals that a condition chooses from. */
function literalsOf(node: ts.Node): readonly ts.StringLiteralLike[] {
  if (ts.isStringLiteralLike(node)) return [node];
  if (ts.isConditionalExpression(node)) return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)];
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return literalsOf(node.expression);
  return [];
}
