import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CommandIo } from './command.ts';
import { idCardCommand } from './id-card.ts';

function recorder(input: readonly string[] = []): CommandIo & { readonly written: string[]; readonly said: string[] } {
  const written: string[] = [];
  const said: string[] = [];
  return {
    written,
    said,
    out: (text) => written.push(text),
    say: (text) => said.push(text),
    // eslint-disable-next-line @typescript-eslint/require-await -- the lines of a test are there already
    lines: async function* () {
      yield* input;
    },
    env: {},
  };
}

const CARD = '099190000001||TRẦN THỊ B|02091990|Nữ|Thôn 1, xã Hoa Lộc, tỉnh Thanh Hóa|01072025';

interface Output {
  readonly fields: Readonly<Record<string, string | null>>;
  readonly extra: readonly string[];
  readonly warnings: readonly { readonly code: string; readonly level: string; readonly vi: string; readonly en: string }[];
}

test('a card is printed as JSON with its warnings in words', async () => {
  const io = recorder();
  assert.equal(await idCardCommand.run([CARD], io), 0);
  const output = JSON.parse(io.written.join('')) as Output;
  assert.equal(output.fields['residence'], 'Thôn 1, xã Hoa Lộc, tỉnh Thanh Hóa');
  assert.equal(output.fields['displayName'], 'Trần Thị B');
  assert.deepEqual(output.warnings.map(({ code, level }) => [code, level]), [['citizen-number.place-unassigned', 'check']]);
  assert.match(output.warnings[0]!.vi, /099/u);
  assert.deepEqual(io.said, []);
});

test('a card comes from standard input with -, and garbage or nothing still ends well', async () => {
  const piped = recorder([CARD]);
  assert.equal(await idCardCommand.run(['-'], piped), 0);
  assert.equal((JSON.parse(piped.written.join('')) as Output).fields['idNumber'], '099190000001');
  for (const [args, input] of [[['-'], []], [[''], []], [['\u0000%%%'], []], [['a', 'b'], []]] as const) {
    const io = recorder(input);
    assert.equal(await idCardCommand.run(args, io), 0);
    assert.ok((JSON.parse(io.written.join('')) as Output).warnings.length > 0);
  }
});

test('without an argument the usage is shown', async () => {
  const io = recorder();
  assert.equal(await idCardCommand.run([], io), 2);
  assert.deepEqual(io.written, []);
  assert.match(io.said.join('\n'), /xaso id-card/u);
});
