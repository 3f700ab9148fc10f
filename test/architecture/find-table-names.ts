import ts from 'typescript';
import { placeOf, walk } from './source-tree.ts';

/** A table that a piece of code names. */
export interface NamedTable {
  readonly table: string;
  readonly place: string;
}

/** Methods of the query builder whose first argument is a table. */
const BUILDER = new Set(['selectFrom', 'insertInto', 'replaceInto', 'updateTable', 'deleteFrom', 'mergeInto', 'innerJoin', 'leftJoin', 'rightJoin', 'fullJoin', 'crossJoin', 'using', 'table']);

const IN_SQL = /\b(?:from|join|into|update|table|truncate|using|references|only|null::)\s*(?:only\s+)?(?:public\.)?"?([a-z_]+)"?/giu;

/** Finds the tables that a file names, in the query builder and in SQL text. Only names among `tables` count. */
export function findTableNames(source: ts.SourceFile, tables: ReadonlySet<string>): readonly NamedTable[] {
  const found: NamedTable[] = [];
  const add = (table: string | undefined, node: ts.Node) => {
    if (table !== undefined && tables.has(table)) found.push({ table, place: placeOf(source, node) });
  };
  walk(source, (node) => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && BUILDER.has(node.expression.name.text)) {
      const [first] = node.arguments;
      const names = first === undefined ? [] : ts.isArrayLiteralExpression(first) ? first.elements : [first];
      for (const name of names) if (ts.isStringLiteralLike(name)) add(name.text.split(/[\s.]/)[0], name);
    }
    const text = sqlText(node);
    if (text !== undefined) for (const [, table] of text.replaceAll(/null::/giu, 'null:: ').matchAll(IN_SQL)) add(table?.toLowerCase(), node);
  });
  return found;
}

/** The text of a template or literal that is SQL; undefined for anything else. Values that are put in become spaces. */
function sqlText(node: ts.Node): string | undefined {
  if (ts.isTaggedTemplateExpression(node)) return /^sql\b/.test(node.tag.getText()) ? templateText(node.template) : undefined;
  if (!ts.isStringLiteralLike(node) && !ts.isTemplateExpression(node)) return undefined;
  if (ts.isTaggedTemplateExpression(node.parent)) return undefined;
  const text = templateText(node);
  return /^\s*(?:select|insert\s+into|update|delete\s+from|with|truncate|alter\s+table|create\s+table|drop\s+table)\b/iu.test(text) ? text : undefined;
}

function templateText(template: ts.TemplateLiteral | ts.StringLiteralLike): string {
  if (!ts.isTemplateExpression(template)) return template.text;
  return [template.head.text, ...template.templateSpans.map((span) => span.literal.text)].join(' ');
}
