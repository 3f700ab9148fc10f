import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CommandIo } from './command.ts';
import { placeCommand } from './place.ts';

async function run(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly said: string }> {
  const out: string[] = [];
  const said: string[] = [];
  const io: CommandIo = {
    out: (text) => out.push(text),
    say: (text) => said.push(text),
    lines: () => {
      throw new Error('standard input is not read');
    },
    env: {},
  };
  const code = await placeCommand.run(args, io);
  return { code, out: out.join(''), said: said.join('\n') };
}

test('an address is answered as JSON, and so is one that nobody knows', async () => {
  const known = await run('xã Hoa Lộc, huyện Hậu Lộc, tỉnh Thanh Hóa');
  const { address, places } = JSON.parse(known.out) as { address: { communes: { fullName: string }[] }; places: { path: string }[] };
  assert.deepEqual([known.code, address.communes.map(({ fullName }) => fullName)], [0, ['Xã Hoa Lộc']]);
  assert.equal(places[0]?.path, 'Xã Hoa Lộc, Huyện Hậu Lộc, Tỉnh Thanh Hóa');
  const unknown = await run('qwerty');
  assert.deepEqual([unknown.code, (JSON.parse(unknown.out) as { places: unknown[] }).places], [0, []]);
});

test('without an address the usage is shown', async () => {
  for (const args of [[], [' ']]) {
    const { code, out, said } = await run(...args);
    assert.deepEqual([code, out], [2, '']);
    assert.match(said, /xaso place/u);
  }
});
