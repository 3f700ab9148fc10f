import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minifyCss } from './minify-css.ts';

for (const [what, css, small] of [
  ['comments and line breaks go', '/* why */\na {\n  color: red;\n  top: 0;\n}\n', 'a{color:red;top:0}'],
  ['text in quotes stays', 'a::after { content: " ; { b: c } "; }', 'a::after{content:" ; { b: c } "}'],
  ['a space before a colon stays, because it means a descendant', '.top :focus { top: 0 }', '.top :focus{top:0}'],
  ['spaces in media queries and calculations stay', '@media (a: b) and (c: d) { e { top: calc(1px + 2px); } }', '@media (a:b) and (c:d){e{top:calc(1px + 2px)}}'],
  ['lists of selectors close up', 'a,\nb > c {top: 0}', 'a,b > c{top:0}'],
] as const) {
  test(what, () => {
    assert.equal(minifyCss(css), small);
  });
}
