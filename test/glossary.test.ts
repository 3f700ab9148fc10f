import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ROLES } from '../src/kernel/actor.ts';
import { actionsAt, TRANSITIONS } from '../src/modules/dossiers/domain/transitions.ts';
import { listFiles, readText } from './architecture/source-tree.ts';

interface Term {
  readonly vietnamese: string;
  readonly identifier: string;
  readonly where: string | undefined;
}

const TERMS: readonly Term[] = [...readText('GLOSSARY.md').matchAll(/^\| (?<vietnamese>[^|]+) \| `(?<identifier>[^`]+)` \|(?: `(?<where>[^`]+)` \|)?$/gmu)].map(({ groups }) => ({
  vietnamese: groups?.['vietnamese'] ?? '',
  identifier: groups?.['identifier'] ?? '',
  where: groups?.['where'],
}));

/** The ways in which one identifier is written: `hand-over`, `handOver`, `HandOver`, `hand_over`. */
function spellings(identifier: string): RegExp {
  const words = identifier.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`).split('-');
  return new RegExp(`(?<![a-z])${words.map((word) => `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}`).join('[-_]?')}(?:s|es|ed|d)?(?![a-z])`, 'u');
}

describe('the glossary', () => {
  test('is read whole', () => {
    const lines = readText('GLOSSARY.md').split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| Vietnamese'));
    assert.equal(TERMS.length, lines.length);
    assert.ok(TERMS.length > 60);
  });

  test('pairs every Vietnamese term with one identifier, and every identifier with one term', () => {
    const twice = (list: readonly string[]) => list.filter((one, index) => list.indexOf(one) !== index);
    assert.deepEqual(twice(TERMS.map(({ vietnamese }) => vietnamese.toLocaleLowerCase('vi'))), []);
    assert.deepEqual(twice(TERMS.map(({ identifier }) => identifier)), []);
  });

  test('says of every identifier where it is used', () => {
    const files = listFiles().filter((path) => /\.(?:tsx?|sql)$/.test(path) && !/\.test\.tsx?$/.test(path));
    const missing = TERMS.filter(({ where, identifier }) => {
      if (where === undefined) return false;
      const places = files.filter((path) => path === where || path.startsWith(`${where}/`));
      return !places.some((path) => spellings(identifier).test(readText(path)));
    });
    assert.deepEqual(missing, []);
  });

  test('has every role, every stage and everything that can be done to a dossier', () => {
    const known = new Set(TERMS.map(({ identifier }) => identifier));
    const stages = Object.keys(TRANSITIONS) as (keyof typeof TRANSITIONS)[];
    const needed = [...ROLES, ...stages, ...stages.flatMap((stage) => actionsAt(stage))];
    assert.deepEqual(needed.filter((identifier) => !known.has(identifier)), []);
  });
});
