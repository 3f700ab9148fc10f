import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Command, type CommandIo, type ExitCode } from './command.ts';
import { deadlineCommand } from './deadline.ts';
import { lunarCommand } from './lunar.ts';

interface Outcome {
  readonly code: ExitCode;
  readonly out: string;
  readonly said: readonly string[];
}

async function run(command: Command, args: readonly string[], input: readonly string[] = []): Promise<Outcome> {
  let out = '';
  const said: string[] = [];
  const io: CommandIo = {
    out: (text) => {
      out += text;
    },
    say: (text) => said.push(text),
    lines: async function* lines() {
      for (const line of input) yield await Promise.resolve(line);
    },
    env: {},
  };
  const code = await command.run(args, io);
  return { code, out, said };
}

interface Answer {
  readonly due: string | null;
  readonly left?: unknown;
  readonly trace: readonly { readonly step: string }[];
  readonly error?: string;
}

function answers(out: string): readonly Answer[] {
  return out.trimEnd().split('\n').map((line) => JSON.parse(line) as Answer);
}

describe('xaso deadline', () => {
  test('prints the due moment and the trace as one JSON object on one line', async () => {
    const { code, out, said } = await run(deadlineCommand, ['--received', '2026-11-20T15:30', '--limit', '3wd']);
    assert.equal(code, 0);
    assert.deepEqual(said, []);
    assert.match(out, /^\{"due":"2026-11-26T17:00:00\+07:00","trace":\[.*\]\}\n$/);
  });

  test('takes any number of pauses', async () => {
    const base = ['--received', '2026-11-20T15:30', '--limit', '3wd', '--pause', '2026-11-23T09:00/2026-11-25T14:00'];
    assert.equal(answers((await run(deadlineCommand, base)).out)[0]?.due, '2026-11-30T17:00:00+07:00');
    const two = await run(deadlineCommand, [...base, '--pause=2026-11-26T09:00/2026-11-26T10:00']);
    assert.equal(answers(two.out)[0]?.due, '2026-12-01T17:00:00+07:00');
  });

  test('an open pause gives no date but what is left', async () => {
    const { code, out } = await run(deadlineCommand, ['--received', '2026-11-20T15:30', '--limit', '3wd', '--pause', '2026-11-23T09:00/']);
    assert.equal(code, 0);
    assert.match(out, /^\{"due":null,"left":\{"measure":"working","days":2,"minutes":1320\},"trace":\[/);
  });

  test('reads moments with an offset', async () => {
    const { out } = await run(deadlineCommand, ['--received', '2026-11-20T08:30:00Z', '--limit', 'same-day']);
    assert.equal(answers(out)[0]?.due, '2026-11-23T17:00:00+07:00');
  });

  const refusedCases: readonly (readonly [args: readonly string[], vi: string])[] = [
    [['--received', '2026-02-30T10:00', '--limit', '3wd'], 'Ngày 2026-02-30 không có trên lịch.'],
    [['--received', 'hôm nay', '--limit', '3wd'], 'Không đọc được thời điểm “hôm nay”. Hãy viết như 2026-11-20T15:30.'],
    [['--received', '2026-11-20T25:00', '--limit', '3wd'], 'Không có giờ, phút, giây hoặc múi giờ như trong “2026-11-20T25:00”.'],
    [['--received', '2026-11-20T10:00', '--limit', '3 ngày'], 'Không đọc được thời hạn “3 ngày”. Hãy viết same-day, 3wd, 8wh, 10d hoặc 24h.'],
    [['--received', '2026-11-20T10:00', '--limit', '0wd'], 'Thời hạn phải là số nguyên lớn hơn 0.'],
    [['--received', '2026-11-20T10:00', '--limit', '3wd', '--pause', '2026-11-25T14:00/2026-11-23T09:00'], 'Lần tạm dừng kết thúc trước khi bắt đầu.'],
    [['--received', '2026-11-20T10:00', '--limit', '3wd', '--pause', '2026-11-25T14:00'], 'Không đọc được lần tạm dừng “2026-11-25T14:00”. Cần thời điểm bắt đầu và thời điểm kết thúc; để trống thời điểm kết thúc nếu còn đang tạm dừng.'],
    [['--received', '2026-11-20T10:00', '--limit', '3wd', '--pause', 'x/'], 'Không đọc được thời điểm “x”. Hãy viết như 2026-11-20T15:30.'],
    [['--received', '2101-01-05T10:00', '--limit', '3wd'], 'Thời điểm nằm ngoài lịch làm việc (từ năm 1900 đến hết năm 2100).'],
  ];
  for (const [args, vi] of refusedCases) {
    test(`${args.join(' ')} is refused in both languages, with nothing on standard output`, async () => {
      const { code, out, said } = await run(deadlineCommand, args);
      assert.equal(code, 1);
      assert.equal(out, '');
      assert.equal(said.length, 2);
      assert.equal(said[0], vi);
    });
  }

  for (const args of [[], ['--received', '2026-11-20T10:00'], ['--limit', '3wd'], ['--jsonl', '--limit', '3wd'], ['--unknown'], ['extra', '--received', '2026-11-20T10:00', '--limit', '3wd']]) {
    test(`“${args.join(' ')}” is wrong use`, async () => {
      const { code, out, said } = await run(deadlineCommand, args);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.deepEqual(said, [deadlineCommand.usage]);
    });
  }
});

describe('xaso deadline --jsonl', () => {
  test('answers every line in its place; a line that cannot be read gets a sentence and the run goes on', async () => {
    const { code, out, said } = await run(deadlineCommand, ['--jsonl'], [
      '\uFEFF{"received":"2026-11-20T15:30","limit":"3wd","pauses":[["2026-11-23T09:00","2026-11-25T14:00"]]}',
      'không phải JSON',
      '',
      '[]',
      'null',
      '{"limit":"3wd"}',
      '{"received":"2026-11-20T15:30"}',
      '{"received":"2026-11-20T15:30","limit":"3wd","pauses":"x"}',
      '{"received":"2026-11-20T15:30","limit":"3wd","pauses":[["2026-11-23T09:00"]]}',
      '{"received":"2026-11-20T15:30","limit":"3wd","pauses":[["2026-11-25T14:00","2026-11-23T09:00"]]}',
      '{"received":"2026-11-20T15:30","limit":"3wd","pauses":[["2026-11-23T09:00",null]]}',
      '{"received":"2026-11-20T15:30","limit":"3wd","pauses":[["2026-11-23T09:00",""]],"id":7}',
      '{"received":"2026-11-20T15:30","limit":"8wh"}',
    ]);
    assert.equal(code, 0);
    assert.deepEqual(said, []);
    assert.deepEqual(answers(out).map(({ due, error }) => error ?? due), [
      '2026-11-30T17:00:00+07:00',
      'Dòng này không phải là JSON.',
      'Dòng này không phải là JSON.',
      'Dòng này phải là một đối tượng JSON có “received” và “limit”.',
      'Dòng này phải là một đối tượng JSON có “received” và “limit”.',
      'Thiếu thời điểm tiếp nhận “received”, viết như "2026-11-20T15:30".',
      'Thiếu thời hạn “limit”, viết như "3wd".',
      'Các lần tạm dừng “pauses” phải là một danh sách [["từ", "đến"], …].',
      'Không đọc được lần tạm dừng “["2026-11-23T09:00"]”. Cần thời điểm bắt đầu và thời điểm kết thúc; để trống thời điểm kết thúc nếu còn đang tạm dừng.',
      'Lần tạm dừng kết thúc trước khi bắt đầu.',
      null,
      null,
      '2026-11-23T15:30:00+07:00',
    ]);
  });

  test('no lines give no answers', async () => {
    assert.deepEqual(await run(deadlineCommand, ['--jsonl']), { code: 0, out: '', said: [] });
  });
});

describe('xaso lunar', () => {
  const done: readonly (readonly [args: readonly string[], out: string])[] = [
    [['2030-02-02'], '{"year":2030,"month":1,"day":1,"leap":false}\n'],
    [['2025-07-25'], '{"year":2025,"month":6,"day":1,"leap":true}\n'],
    [['--to-solar', '2025-06-01L'], '"2025-07-25"\n'],
    [['--to-solar', '2026-01-01'], '"2026-02-17"\n'],
  ];
  for (const [args, out] of done) {
    test(`${args.join(' ')} prints ${out.trim()}`, async () => {
      assert.deepEqual(await run(lunarCommand, args), { code: 0, out, said: [] });
    });
  }

  const refusedCases: readonly (readonly [args: readonly string[], vi: string])[] = [
    [['2026-02-30'], 'Ngày 2026-02-30 không có trên lịch.'],
    [['2/2/2030'], 'Không đọc được ngày “2/2/2030”. Hãy viết như 2026-11-20.'],
    [['1899-12-31'], 'Ngày 1899-12-31 nằm ngoài khoảng đổi được (từ 1900-01-01 đến 2100-12-31 dương lịch).'],
    [['--to-solar', '2025-07-01L'], 'Ngày âm lịch 2025-07-01L không có: năm đó không nhuận tháng 7.'],
    [['--to-solar', '2026-12-30'], 'Ngày âm lịch 2026-12-30 không có: tháng đó chỉ có 29 ngày.'],
    [['--to-solar', '2026-13-01'], 'Ngày âm lịch 2026-13-01 không có: tháng phải từ 1 đến 12.'],
    [['--to-solar', 'mùng 1'], 'Không đọc được ngày âm lịch “mùng 1”. Hãy viết như 2025-06-01, thêm chữ L nếu là tháng nhuận.'],
  ];
  for (const [args, vi] of refusedCases) {
    test(`${args.join(' ')} is refused: ${vi}`, async () => {
      const { code, out, said } = await run(lunarCommand, args);
      assert.deepEqual([code, out, said[0]], [1, '', vi]);
    });
  }

  for (const args of [[], ['--to-solar'], ['2030-02-02', '2030-02-03'], ['--unknown', '2030-02-02'], ['--to-solar', '2025-06-01L', 'x']]) {
    test(`“${args.join(' ')}” is wrong use`, async () => {
      assert.deepEqual(await run(lunarCommand, args), { code: 2, out: '', said: [lunarCommand.usage] });
    });
  }
});
