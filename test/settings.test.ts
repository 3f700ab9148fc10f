import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SETTINGS } from '../src/compose.ts';

const ALL = SETTINGS.flatMap(({ module, settings }) => settings.map((setting) => ({ module, setting })));

describe('the settings of all modules', () => {
  test('have a key of their own that begins with their module', () => {
    const keys = ALL.map(({ setting }) => setting.key);
    assert.deepEqual(keys.filter((key, index) => keys.indexOf(key) !== index), []);
    assert.deepEqual(ALL.filter(({ module, setting }) => !setting.key.startsWith(`${module}.`)).map(({ setting }) => setting.key), []);
    assert.ok(keys.every((key) => /^[a-z-]+\.[a-z-]+$/u.test(key)));
  });

  test('say in both languages what they are, what they do and what follows from a change', () => {
    const wordless = ALL.filter(({ setting: { words } }) => [words.vi, words.en].some(({ name, does, changes }) => [name, does, changes].some((text) => text.trim().length < 4)));
    assert.deepEqual(wordless.map(({ setting }) => setting.key), []);
  });
});
