import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { LOCALES } from '../../platform/i18n/locale.ts';
import { PUBLIC_STYLES } from '../public/styles/public-styles.ts';
import { ALL_EXAMPLES, GalleryPage } from './gallery-page.tsx';

const pages = new Map(LOCALES.map((locale) => [locale, renderToStaticMarkup(<GalleryPage locale={locale} />)]));

test('every component folder with examples is in the gallery', () => {
  const files = readdirSync(new URL('../public', import.meta.url), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.example.tsx'));
  assert.equal(files.length, ALL_EXAMPLES.length);
  assert.equal(new Set(ALL_EXAMPLES).size, ALL_EXAMPLES.length);
});

for (const [locale, page] of pages) {
  test(`${locale}: no component carries a style attribute, an inline handler or a script address`, () => {
    assert.doesNotMatch(page, /\sstyle=/);
    assert.doesNotMatch(page, /\son[a-z]+=/i);
    assert.doesNotMatch(page, /javascript:/i);
  });

  test(`${locale}: ids are unique, and every label, description and error link leads to one`, () => {
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1] ?? '');
    assert.deepEqual(ids, [...new Set(ids)]);
    const known = new Set(ids);
    for (const [, target = ''] of page.matchAll(/\sfor="([^"]+)"|href="#([^"]+)"/g)) if (target) assert.ok(known.has(target), target);
    for (const [, targets = ''] of page.matchAll(/aria-(?:describedby|labelledby)="([^"]+)"/g)) for (const target of targets.split(' ')) assert.ok(known.has(target), target);
  });

  test(`${locale}: every control has a label and every picture an alternative`, () => {
    const labelled = new Set([...page.matchAll(/<label for="([^"]+)"/g)].map((match) => match[1]));
    for (const [control] of page.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)) {
      if (control.includes('type="hidden"')) continue;
      assert.ok(labelled.has(/\sid="([^"]+)"/.exec(control)?.[1]), control);
    }
    for (const [picture] of page.matchAll(/<img\b[^>]*>/g)) assert.match(picture, /\salt="/);
    for (const [svg] of page.matchAll(/<svg\b[^>]*>/g)) assert.match(svg, /aria-hidden="true"|role="img" aria-label="[^"]+"/);
  });
}

test('every class of a component has a rule in the style sheet', () => {
  const styled = new Set([...PUBLIC_STYLES.matchAll(/\.([a-z][\w-]*)/g)].map((match) => match[1]));
  // Names that only say which of three boxes or four steps an element is.
  const plain = new Set(['day', 'month', 'step-next', 'info']);
  for (const [, classes = ''] of (pages.get('vi') ?? '').matchAll(/\sclass="([^"]+)"/g)) {
    for (const name of classes.split(' ')) assert.ok(styled.has(name) || plain.has(name), name);
  }
});
