import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PROBLEMS } from '../src/compose.ts';
import { type Locale } from '../src/platform/i18n/locale.ts';
import { isProgram, listFiles, readText } from './architecture/source-tree.ts';

type Words = Readonly<Record<Locale, Readonly<Record<string, string>>>>;

/** Words that are the same in both languages: names, abbreviations, signs. */
const SAME = new Set(['Zalo', 'VNeID', 'E-mail', 'Email', 'PDF', 'QR', 'Xã Số', 'English', 'Tiếng Việt', 'OK']);

/** Letters that only Vietnamese has: a sentence of several words without a single one was never translated or lost its accents. */
const VIETNAMESE_LETTER = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/iu;

const placesOf = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/gu)].map(([place]) => place).sort();
const wordCount = (text: string): number => text.split(/\s+/u).filter((word) => /\p{L}{2}/u.test(word)).length;

/** What is wrong with one sentence and its translation. */
function faultsOf(vi: string, en: string): readonly string[] {
  const faults: string[] = [];
  if (vi.trim() === '' || en.trim() === '') faults.push('is empty');
  // What is a word itself, such as a weekday, comes in both languages: `{day}` here is `{dayEn}` there.
  const english = placesOf(en).map((place) => place.replace(/En\}$/u, '}'));
  if (placesOf(vi).join() !== english.join()) faults.push(`has the places ${placesOf(vi).join(' ')} and ${placesOf(en).join(' ')}`);
  const bare = vi.replaceAll(/\{\w+\}/gu, '').trim();
  if (vi === en && /\p{L}{2}/u.test(bare) && !SAME.has(vi)) faults.push(`is the same in both languages: ${vi}`);
  if (wordCount(bare) >= 3 && !VIETNAMESE_LETTER.test(bare)) faults.push(`has no Vietnamese letter: ${vi}`);
  if (vi !== vi.normalize('NFC') || en !== en.normalize('NFC')) faults.push('is not in the composed form of Unicode (NFC)');
  return faults;
}

function isCatalogue(value: unknown): value is Words {
  if (typeof value !== 'object' || value === null || !('vi' in value) || !('en' in value)) return false;
  return [value.vi, value.en].every((words) => typeof words === 'object' && words !== null && Object.values(words).every((word) => typeof word === 'string'));
}

/** Every exported catalogue of the program. */
async function loadCatalogues(): Promise<readonly { readonly name: string; readonly words: Words }[]> {
  const paths = listFiles().filter((path) => isProgram(path) && /export const \w+: Catalogue</.test(readText(path)));
  const found = await Promise.all(
    paths.map(async (path) => {
      const module = (await import(`../${path}`)) as Readonly<Record<string, unknown>>;
      return Object.entries(module).flatMap(([name, words]) => (isCatalogue(words) ? [{ name: `${path} ${name}`, words }] : []));
    }),
  );
  return found.flat();
}

describe('words for people', async () => {
  const catalogues = await loadCatalogues();

  test('the catalogues of every module are found', () => {
    assert.ok(catalogues.length >= 10, `only ${String(catalogues.length)}`);
  });

  for (const { name, words } of catalogues) {
    test(`${name} says everything in both languages`, () => {
      assert.deepEqual(Object.keys(words.vi).sort(), Object.keys(words.en).sort());
      const faults = Object.entries(words.vi).flatMap(([key, vi]) => faultsOf(vi, words.en[key] ?? '').map((fault) => `${key} ${fault}`));
      assert.deepEqual(faults, []);
    });
  }

  test('every refusal is said in both languages, in whole sentences', () => {
    const faults = Object.entries(PROBLEMS).flatMap(([code, { vi, en }]) => [
      ...faultsOf(vi, en),
      ...[vi, en].flatMap((text) => (/^\p{Lu}.*[.?!]$/u.test(text) || /^“?\{/u.test(text) ? [] : [`is no sentence: ${text}`])),
    ].map((fault) => `${code} ${fault}`));
    assert.deepEqual(faults, []);
  });

  test('a forgotten translation, a lost accent and a lost place are noticed', () => {
    assert.deepEqual(faultsOf('Save the file', 'Save the file'), ['is the same in both languages: Save the file', 'has no Vietnamese letter: Save the file']);
    assert.deepEqual(faultsOf('Luu tep nay', 'Save this file'), ['has no Vietnamese letter: Luu tep nay']);
    assert.deepEqual(faultsOf('Đợi {seconds} giây.', 'Wait.'), ['has the places {seconds} and ']);
    assert.deepEqual(faultsOf('Gửi', 'Send'), []);
  });
});
