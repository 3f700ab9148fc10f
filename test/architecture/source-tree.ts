import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What .gitignore leaves out, and Git's own folder. */
const NOT_OURS = new Set(['.git', 'node_modules', 'dist', 'xaso-data', 'test-results', 'playwright-report', '.cache', 'coverage']);

let known: readonly string[] | undefined;

/** Every file of the repository by its path from the root, in order. */
export function listFiles(): readonly string[] {
  known ??= filesIn(ROOT).sort();
  return known;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name) || entry.name.endsWith('.log')) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path);
    return entry.isFile() ? [relative(ROOT, path).split(sep).join('/')] : [];
  });
}

/** The text of a file by its path from the root. */
export function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** Whether a file of `src` is part of the program, and not a test or something that only tests use. */
export function isProgram(path: string): boolean {
  return /^src\/.*\.tsx?$/.test(path) && !/(?:\.test|-for-tests)\.tsx?$/.test(path);
}

const parsed = new Map<string, ts.SourceFile>();

/** A file of the repository as a syntax tree; read once. */
export function parseFile(path: string): ts.SourceFile {
  let source = parsed.get(path);
  if (source === undefined) {
    source = parseText(readText(path), path);
    parsed.set(path, source);
  }
  return source;
}

/** A text as a syntax tree, as if it stood in a file of that name. */
export function parseText(text: string, path = 'planted.ts'): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

/** Calls `visit` with every node of a tree, parents first. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => {
    walk(child, visit);
  });
}

/** Where a node stands, as `file:line`. */
export function placeOf(source: ts.SourceFile, node: ts.Node): string {
  return `${source.fileName}:${String(source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1)}`;
}
