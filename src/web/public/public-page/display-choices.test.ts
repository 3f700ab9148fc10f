import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choiceLink, lookOf, nextScale } from './display-choices.ts';

const display = { scale: '100', contrast: 'normal' } as const;

test('the background follows the device until one is chosen', () => {
  assert.equal(lookOf({ locale: 'vi', display, cookies: {} }).theme, 'auto');
  assert.equal(lookOf({ locale: 'vi', display, cookies: { 'mau-nen': 'toi' } }).theme, 'dark');
  assert.equal(lookOf({ locale: 'vi', display, cookies: { 'mau-nen': 'sang' } }).theme, 'light');
  assert.equal(lookOf({ locale: 'vi', display, cookies: { 'mau-nen': 'constructor' } }).theme, 'auto');
});

test('the type size goes 100, 125, 150 per cent and round again', () => {
  assert.deepEqual(['100', '125', '150'].map((scale) => nextScale(scale as '100')), ['125', '150', '100']);
});

test('a choice link carries the way back, whatever signs it holds', () => {
  const link = choiceLink('co-chu', '125', '/thu-tuc?tim=a&b=c#d');
  const query = new URL(link, 'https://xa.example').searchParams;
  assert.equal(query.get('co-chu'), '125');
  assert.equal(query.get('ve'), '/thu-tuc?tim=a&b=c#d');
});
