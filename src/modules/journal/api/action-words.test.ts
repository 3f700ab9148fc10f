import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listFiles, readText } from '../../../../test/architecture/source-tree.ts';
import { DOSSIER_EVENTS } from '../../dossiers/domain/dossier-change.ts';
import { ACTION_WORDS } from '../contract/action-words.ts';

/** Actions that are put together, by the text that puts them together. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  'dossier.${change.event}': DOSSIER_EVENTS.map((event) => `dossier.${event}`),
  'dossiers.${kind}': ['dossiers.bulk-transfer', 'dossiers.bulk-urge', 'dossiers.bulk-print'],
  'exchange.${kind}': ['exchange.resend-message', 'exchange.enter-message-by-hand'],
  'installation-administrator.${DONE[act]}': ['agreed', 'declined', 'end-proposed', 'ended', 'kept'].map((done) => `installation-administrator.${done}`),
  'consent.${word.act}': ['consent.given', 'consent.withdrawn'],
  'data-request.${state}': ['received', 'in-progress', 'done', 'refused', 'withdrawn'].map((state) => `data-request.${state}`),
  '${subject}-${change.kind}': ['unit', 'village'].flatMap((subject) => ['add', 'close', 'merge', 'rename', 'split'].map((kind) => `${subject}-${kind}`)),
  'statement-line.${kind}': ['statement-line.undone', 'statement-line.taken-back'],
  'fee-receipt.${done.value.state}': ['voided', 'replaced', 'adjusted'].map((state) => `fee-receipt.${state}`),
  'linked-case.${request.action}': ['retry', 'repair', 'record-result', 'pause', 'resume', 'stop', 'withdraw'].map((action) => `linked-case.${action}`),
};

/** Every action that the source writes into the journal: in a journal line, in a route that shows somebody, in a type of such lines. */
function writtenActions(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const path of listFiles().filter((file) => /^src\/.*\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.includes('/ui/'))) {
    const source = readText(path);
    for (const pattern of [/journal: \{\s*action: ['`]([^'`]+)['`]/gu, /shows(?:One|List)\('([^']+)'/gu, /shows: \{ action: '([^']+)'/gu, /action: '(demo\.[a-z]+)' \| '(demo\.[a-z]+)'/gu]) {
      for (const match of source.matchAll(pattern)) for (const name of match.slice(1)) found.set(name, path);
    }
  }
  return found;
}

test('every action that is written into the journal has its sentence in both languages', () => {
  const written = writtenActions();
  assert.ok(written.size > 60, `only ${String(written.size)} were found`);
  const names = [...written].flatMap(([name, path]) => (name.includes('${') ? (PARTS[name] ?? [`${name} (say in PARTS what it may be)`]) : [name]).map((one) => ({ name: one, path })));
  assert.deepEqual(names.filter(({ name }) => ACTION_WORDS[name] === undefined).map(({ name, path }) => `${name} in ${path}`), []);
});

test('no sentence is empty, and Vietnamese is composed', () => {
  for (const [action, { vi, en }] of Object.entries(ACTION_WORDS)) {
    assert.ok(vi.trim() !== '' && en.trim() !== '', action);
    assert.equal(vi, vi.normalize('NFC'), action);
  }
});
