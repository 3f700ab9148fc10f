import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawStrokes, readStrokes, strokesOfPicture } from './read-strokes.ts';

const GOOD = [[20, 120, 120, 60, 200, 180, 320, 100], [340, 90]];
const codeOf = (sent: unknown): string => {
  const read = readStrokes(typeof sent === 'string' ? sent : JSON.stringify(sent));
  return read.ok ? 'ok' : read.problem.code;
};

test('a signature is lines of whole numbers inside the field; it becomes a picture of nothing else', () => {
  assert.equal(codeOf(GOOD), 'ok');
  const drawn = drawStrokes(GOOD);
  assert.match(drawn, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^<>]*><rect[^<>]*\/><g[^<>]*>(<path d="M[\dL l]+"\/>)+<\/g><\/svg>$/u);
});

test('the lines of a kept picture come back for the paper, and nothing else is taken for lines', () => {
  assert.equal(strokesOfPicture(drawStrokes(GOOD)), 'M20 120L120 60L200 180L320 100M340 90l1 0');
  for (const picture of ['', '<svg/>', '<path d="M1 1"/><path d="M1 1 url(x)"/>', '<path d=""/>', '<path d="M1 1C2 2 3 3 4 4"/>']) assert.equal(strokesOfPicture(picture), undefined, picture);
});

test('an empty field, a dot and a short slip are refused', () => {
  assert.equal(codeOf(''), 'assisted.signature-empty');
  assert.equal(codeOf([]), 'assisted.signature-empty');
  assert.equal(codeOf([[100, 100]]), 'assisted.signature-dot');
  assert.equal(codeOf([[100, 100, 101, 101, 100, 100]]), 'assisted.signature-dot');
  assert.equal(codeOf([[100, 0, 100, 240]]), 'assisted.signature-dot', 'a straight line up is no name');
});

test('a program, mark-up, numbers outside the field and too much of everything are refused', () => {
  for (const sent of ['MZ\u0090\u0000', '<svg onload="alert(1)"/>', 'null', '{"0":[1,2]}', '[["<script>",1]]', '[[1,2,3]]', '[[-1,5,10,10]]', '[[1.5,2,300,9]]', '[[1,2,641,3]]', '[[1,241]]', '[[null,1]]', '[1,2]']) {
    assert.equal(codeOf(sent), 'assisted.signature-not-readable', sent);
  }
  assert.equal(codeOf(Array.from({ length: 201 }, () => [1, 1])), 'assisted.signature-not-readable');
  assert.equal(codeOf([Array.from({ length: 10_002 }, () => 100)]), 'assisted.signature-too-large');
  assert.equal(codeOf('['.repeat(60_001)), 'assisted.signature-too-large');
});
