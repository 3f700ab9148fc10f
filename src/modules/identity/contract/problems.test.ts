import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { IDENTITY_PROBLEMS } from './problems.ts';

const places = (sentence: string): readonly string[] => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').toSorted();

test('every refusal that the module names has its words, and every sentence is used', async () => {
  const folder = new URL('../', import.meta.url);
  const files = (await readdir(folder, { recursive: true })).filter((name) => /\.tsx?$/.test(name) && !/\.test\.ts$|contract\/problems\.ts$|^settings\.ts$/.test(name));
  const source = (await Promise.all(files.map((name) => readFile(new URL(name, folder), 'utf8')))).join('\n');
  const named = new Set([...source.matchAll(/'(identity\.[a-z-]+)'/g)].map(([, code]) => code));
  assert.deepEqual([...named].toSorted(), Object.keys(IDENTITY_PROBLEMS).toSorted());
});

for (const [code, { vi, en }] of Object.entries(IDENTITY_PROBLEMS)) {
  test(`${code} says the same facts in both languages, in whole sentences`, () => {
    assert.deepEqual(places(vi), places(en));
    assert.match(vi, /^(?:\p{Lu}|“?\{).*\.$/u);
    assert.match(en, /^(?:\p{Lu}|“?\{).*\.$/u);
  });
}
