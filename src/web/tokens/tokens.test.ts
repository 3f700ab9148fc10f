import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { contrastRatio, readColourSets } from './contrast.ts';

const sets = readColourSets(readFileSync(new URL('./tokens.css', import.meta.url), 'utf8'));
const STATES = ['jade', 'near', 'today', 'late', 'pause'] as const;

/** [what it is, foreground, background, the least ratio]. 7 is AAA for text, 4.5 AA for text, 3 AA for parts of the interface. */
const PAIRS: readonly (readonly [string, string, string, number])[] = [
  ['body text', 'ink', 'paper', 7],
  ['body text on a tinted block', 'ink', 'mist', 7],
  ['text in a field', 'ink', 'field', 7],
  ['quiet text', 'ink-2', 'paper', 7],
  ['quiet text on a tinted block', 'ink-2', 'mist', 7],
  ['placeholder', 'ink-2', 'field', 4.5],
  ['link', 'link', 'paper', 7],
  ['link on a tinted block', 'link', 'mist', 4.5],
  ['link on a washed block', 'link', 'lacquer-wash', 4.5],
  ['body text on the lacquer wash', 'ink', 'lacquer-wash', 7],
  ['words on the header and the main button', 'on-lacquer', 'lacquer', 7],
  ['words on a pressed button', 'on-lacquer', 'lacquer-dark', 4.5],
  ['border of a field', 'edge', 'field', 3],
  ['border of a field against the page', 'edge', 'paper', 3],
  ['border of a field against a tinted block', 'edge', 'mist', 3],
  ['focus ring on the page', 'focus', 'paper', 3],
  ['focus ring on a tinted block', 'focus', 'mist', 3],
  ['focus ring on the header', 'gold', 'lacquer', 3],
  ...STATES.flatMap((state) => [
    [`${state} words on the page`, state, 'paper', 4.5] as const,
    [`${state} words in their block`, state, `${state}-wash`, 4.5] as const,
    [`body text in a ${state} block`, 'ink', `${state}-wash`, 7] as const,
    [`quiet text in a ${state} block`, 'ink-2', `${state}-wash`, 4.5] as const,
    [`link in a ${state} block`, 'link', `${state}-wash`, 4.5] as const,
  ]),
];

test('black on white is the greatest contrast and equal colours the least', () => {
  assert.equal(contrastRatio('#000000', '#ffffff'), 21);
  assert.equal(contrastRatio('#8f1d1d', '#8f1d1d'), 1);
  assert.throws(() => contrastRatio('red', '#ffffff'), /six hexadecimal digits/);
});

test('the token file holds a light set, two ways into the dark set and two ways into the high-contrast set', () => {
  assert.deepEqual(
    sets.map((set) => [set.media, set.selector]),
    [
      ['', ':root'],
      ['screen', ':root[data-theme="dark"]:not([data-contrast="high"])'],
      ['screen and (prefers-color-scheme: dark)', ':root:not([data-theme="light"]):not([data-contrast="high"])'],
      ['', ':root[data-contrast="high"]'],
      ['(prefers-contrast: more)', ':root:not([data-theme="dark"]):not([data-theme="light"])'],
    ],
  );
});

test('every set names the same colours, and both ways into a set lead to the same colours', () => {
  const names = Object.keys(sets[0]!.colours);
  for (const set of sets) assert.deepEqual(Object.keys(set.colours), names, set.selector);
  assert.deepEqual(sets[1]!.colours, sets[2]!.colours);
  assert.deepEqual(sets[3]!.colours, sets[4]!.colours);
});

for (const set of [sets[0]!, sets[1]!, sets[3]!]) {
  for (const [what, foreground, background, least] of PAIRS) {
    test(`${set.selector}: ${what} has a contrast of at least ${least}`, () => {
      const ratio = contrastRatio(set.colours[foreground]!, set.colours[background]!);
      assert.ok(ratio >= least, `${foreground} on ${background} is ${ratio.toFixed(2)}`);
    });
  }
}

test('the high-contrast set keeps every text pair at AAA', () => {
  for (const [what, foreground, background, least] of PAIRS) {
    if (least < 4.5) continue;
    const ratio = contrastRatio(sets[3]!.colours[foreground]!, sets[3]!.colours[background]!);
    assert.ok(ratio >= 7, `${what} is ${ratio.toFixed(2)}`);
  }
});
