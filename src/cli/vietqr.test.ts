import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CommandIo } from './command.ts';
import { vietqrCommand } from './vietqr.ts';

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
  const code = await vietqrCommand.run(args, io);
  return { code, out: out.join(''), said: said.join('\n') };
}

const TO_ACB = ['--bank', '970416', '--account', '257678859'] as const;

test('the payload is the only thing on standard output', async () => {
  assert.deepEqual(await run(...TO_ACB), {
    code: 0,
    out: '00020101021138530010A0000007270123000697041601092576788590208QRIBFTTA53037045802VN6304AE9F\n',
    said: '',
  });
  const paid = '00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA53037045405100005802VN62150811Chuyen tien630453E6\n';
  for (const amount of [['--amount', '10000'], ['--amount=10.000'], ['--amount', '10.000 đ']]) {
    assert.equal((await run(...TO_ACB, ...amount, '--purpose', 'Chuyển tiền')).out, paid);
  }
});

test('a request that cannot be met ends with 1, the reason in both languages and no output', async () => {
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [['--bank', '123456', '--account', '257678859'], /ngân hàng.*bank/u],
    [['--bank', '970416', '--account', 'x y'], /Số tài khoản.*account/u],
    [[...TO_ACB, '--amount', '0'], /lớn hơn 0.*above zero/u],
    [[...TO_ACB, '--amount', '-5'], /lớn hơn 0/u],
    [[...TO_ACB, '--amount', '10.5'], /phần lẻ.*fraction/u],
    [[...TO_ACB, '--amount', '10000000000000'], /13/u],
    [[...TO_ACB, '--amount', '99999999999999999999'], /13/u],
    [[...TO_ACB, '--amount', 'abc'], /Không đọc được.*could not be read/u],
    [[...TO_ACB, '--amount', ''], /Không đọc được/u],
    [[...TO_ACB, '--purpose', 'Nộp lệ phí đăng ký khai sinh quá hạn'], /36.*25/u],
    [[...TO_ACB, '--purpose', '***'], /dấu.*purpose/u],
  ];
  for (const [args, words] of cases) {
    const { code, out, said } = await run(...args);
    assert.deepEqual([code, out], [1, ''], args.join(' '));
    assert.match(said, words);
  }
});

test('wrong use ends with 2 and shows the usage', async () => {
  for (const args of [[], ['--bank', '970416'], ['--account', '1'], [...TO_ACB, '--colour', 'red'], [...TO_ACB, 'extra'], [...TO_ACB, '--amount'], [...TO_ACB, '--amount', '--purpose', 'x'], [...TO_ACB, '--bank', '970415']]) {
    const { code, out, said } = await run(...args);
    assert.deepEqual([code, out], [2, ''], args.join(' '));
    assert.match(said, /xaso vietqr --bank/u);
  }
});
