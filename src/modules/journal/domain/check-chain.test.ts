import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { CHAIN_START, type ChainEnd, type ChainFault, type ChainRow, checkHead, checkRow, type HashOf } from './check-chain.ts';

const hashOf: HashOf = (previous, text) => createHash('sha256').update(Buffer.from(previous, 'hex')).update(text).digest('hex');

/** A right chain of three days with four, three and two entries. */
function chain(): ChainRow[] {
  const rows: ChainRow[] = [];
  let previous = CHAIN_START.hash;
  for (const [day, count] of [['2026-11-23', 4], ['2026-11-24', 3], ['2026-11-26', 2]] as const) {
    for (let seq = 1; seq <= count; seq += 1) {
      const at = `${day}T01:0${String(seq)}:00.000Z`;
      const [object, actor, action] = [`dossier:${String(seq)}`, 'somebody', 'dossier.viewed'];
      const entry = JSON.stringify({ action, actor, at, object });
      const hash = hashOf(previous, `${day}|${String(seq)}|${entry}`);
      rows.push({ day, seq, at: Date.parse(at), entry, previousHash: previous, hash, object, actorId: actor, action });
      previous = hash;
    }
  }
  return rows;
}

const HEAD: ChainEnd = { day: '2026-11-26', seq: 2, hash: chain().at(-1)?.hash ?? '' };

/** Reads rows in the order of the database, as verification does. */
function verify(rows: readonly ChainRow[], head: ChainEnd | null = HEAD): ChainFault | undefined {
  let end = CHAIN_START;
  for (const row of rows.toSorted((a, b) => (a.day === b.day ? a.seq - b.seq : a.day < b.day ? -1 : 1))) {
    const checked = checkRow(end, row, hashOf);
    if (!checked.ok) return checked.fault;
    end = checked.end;
  }
  return checkHead(end, head ?? undefined);
}

const change = (index: number, changed: Partial<ChainRow>): readonly ChainRow[] => chain().map((row, at) => (at === index ? { ...row, ...changed } : row));
const without = (gone: (row: ChainRow) => boolean): readonly ChainRow[] => chain().filter((row) => !gone(row));

test('a chain that nobody touched is right, and so is an empty one', () => {
  assert.equal(verify(chain()), undefined);
  assert.equal(verify([], null), undefined);
});

test('an altered entry is found where it stands', () => {
  const entry = (chain()[1]?.entry ?? '').replace('somebody', 'nobody');
  assert.deepEqual(verify(change(1, { entry, actorId: 'nobody' })), { kind: 'altered', day: '2026-11-23', seq: 2 });
});

test('an altered moment, object, person or action beside the entry is found, although the hash fits', () => {
  for (const [column, changed] of [['at', { at: 0 }], ['object', { object: 'dossier:9' }], ['actor_id', { actorId: null }], ['action', { action: 'dossier.urged' }]] as const) {
    assert.deepEqual(verify(change(2, changed)), { kind: 'column-altered', day: '2026-11-23', seq: 3, column });
  }
});

test('an entry that was moved to another day is found', () => {
  assert.deepEqual(verify(change(3, { day: '2026-11-25', seq: 1 })), { kind: 'days-torn', day: '2026-11-24', after: '2026-11-23' });
});

test('an entry removed from the middle of a day is found', () => {
  assert.deepEqual(verify(without(({ day, seq }) => day === '2026-11-23' && seq === 2)), { kind: 'gap', day: '2026-11-23', expected: 2, found: 3 });
});

test('the first entry of a day is missed too', () => {
  assert.deepEqual(verify(without(({ day, seq }) => day === '2026-11-24' && seq === 1)), { kind: 'gap', day: '2026-11-24', expected: 1, found: 2 });
});

test('the last entry of a day is missed by the first one of the next', () => {
  assert.deepEqual(verify(without(({ day, seq }) => day === '2026-11-23' && seq === 4)), { kind: 'days-torn', day: '2026-11-24', after: '2026-11-23' });
});

test('the last entry of all is missed by the head', () => {
  assert.deepEqual(verify(without(({ day, seq }) => day === '2026-11-26' && seq === 2)), { kind: 'end-differs', day: '2026-11-26', seq: 1, headDay: '2026-11-26', headSeq: 2 });
});

test('a whole day in between, at the beginning or at the end is missed', () => {
  assert.deepEqual(verify(without(({ day }) => day === '2026-11-24')), { kind: 'days-torn', day: '2026-11-26', after: '2026-11-23' });
  assert.deepEqual(verify(without(({ day }) => day === '2026-11-23')), { kind: 'days-torn', day: '2026-11-24', after: '' });
  assert.deepEqual(verify(without(({ day }) => day === '2026-11-26')), { kind: 'end-differs', day: '2026-11-24', seq: 3, headDay: '2026-11-26', headSeq: 2 });
  assert.deepEqual(verify([]), { kind: 'head-alone' });
});

test('two entries that changed places are found', () => {
  const [, second, third] = chain();
  assert.ok(second !== undefined && third !== undefined);
  const swapped = chain().map((row, at) => (at === 1 ? { ...third, seq: 2 } : at === 2 ? { ...second, seq: 3 } : row));
  assert.equal(verify(swapped)?.kind, 'link-broken');
});

test('a forged entry is found: between others, at the end, and with a right hash of its own', () => {
  const [first, second] = chain();
  assert.ok(first !== undefined && second !== undefined);
  const forged: ChainRow = { ...second, hash: hashOf(first.hash, `${second.day}|2|${second.entry}`), previousHash: first.hash };
  const shifted = chain().map((row) => (row.day === '2026-11-23' && row.seq >= 2 ? { ...row, seq: row.seq + 1 } : row));
  assert.deepEqual(verify([...shifted, forged]), { kind: 'link-broken', day: '2026-11-23', seq: 3 });
  const added: ChainRow = { ...second, day: '2026-11-26', seq: 3, previousHash: HEAD.hash, hash: hashOf(HEAD.hash, `2026-11-26|3|${second.entry}`) };
  assert.equal(verify([...chain(), added])?.kind, 'end-differs');
});

test('a head that was moved or taken away is found', () => {
  assert.equal(verify(chain(), { ...HEAD, hash: '1'.repeat(64) })?.kind, 'end-differs');
  let end = CHAIN_START;
  for (const row of chain()) end = { day: row.day, seq: row.seq, hash: row.hash };
  assert.deepEqual(checkHead(end, undefined), { kind: 'head-missing' });
});

test('any one change of any one row is found', () => {
  fc.assert(
    fc.property(fc.nat(8), fc.constantFrom('entry', 'hash', 'previousHash', 'at', 'object', 'actorId', 'action', 'seq') as fc.Arbitrary<keyof ChainRow>, fc.nat(60), (index, key, at) => {
      const row = chain()[index];
      assert.ok(row !== undefined);
      const value = row[key];
      const changed = typeof value === 'number' ? value + 1 + at : key === 'entry' ? row.entry.replace('"at"', `"at${String(at)}"`) : `${String(value).slice(0, -1)}${String(value).endsWith('0') ? '1' : '0'}`;
      assert.notEqual(verify(change(index, { [key]: changed })), undefined);
    }),
    { numRuns: 300 },
  );
});
