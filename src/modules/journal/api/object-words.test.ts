import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listFiles, readText } from '../../../../test/architecture/source-tree.ts';
import { objectWords } from '../contract/object-words.ts';

test('every kind of thing that the journal names has its words', () => {
  const named = new Set<string>();
  for (const path of listFiles().filter((file) => /^src\/.*\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.includes('/ui/'))) {
    for (const [, kind] of readText(path).matchAll(/object: (?:[^,;\n]*? )?[`']([a-z-]+):/gu)) named.add(kind ?? '');
    for (const [, kind] of readText(path).matchAll(/showsOne\('[^']+', '([a-z-]+)'/gu)) named.add(kind ?? '');
  }
  assert.ok(named.size > 15, [...named].join());
  assert.deepEqual([...named].filter((kind) => objectWords(`${kind}:1`) === undefined), []);
});

test('an object is told by its kind, however its id is parted from it', () => {
  assert.equal(objectWords('staff/01a2')?.vi, 'Cán bộ');
  assert.equal(objectWords('staff:01a2')?.vi, 'Cán bộ');
  assert.equal(objectWords('commune:16072')?.en, 'The whole commune');
  assert.equal(objectWords('16072'), undefined);
});
