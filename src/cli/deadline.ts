import { parseArgs } from 'node:util';
import { type Command, type CommandIo, type ExitCode } from './command.ts';
import { loadDefaultCalendar } from './deadline-calendar.ts';
import { problemWords, type TimeCommandProblem } from './deadline-problem-words.ts';
import { answerDeadline, parsePauseArgument, parseRequestLine } from './deadline-request.ts';

const usage = `xaso deadline --received 2026-11-20T15:30 --limit 3wd [--pause 2026-11-23T09:00/2026-11-25T14:00]...
xaso deadline --jsonl < câu-hỏi.jsonl

Tính ngày trả kết quả và các bước tính. / Works out when a dossier is due, with the steps that lead there.
  --received  thời điểm tiếp nhận, giờ địa phương nếu không ghi múi giờ / receipt, local time unless it has an offset
  --limit     same-day | 3wd | 8wh | 10d | 24h
  --pause     từ/đến; để trống “đến” nếu còn đang tạm dừng; ghi được nhiều lần / from/to; empty “to” while open; may be repeated
  --jsonl     mỗi dòng một câu hỏi / one question a line: {"received":"…","limit":"3wd","pauses":[["…","…"]]}`;

interface DeadlineOptions {
  readonly received?: string | undefined;
  readonly limit?: string | undefined;
  readonly pause?: readonly string[] | undefined;
  readonly jsonl?: boolean | undefined;
}

function readOptions(args: readonly string[]): DeadlineOptions | undefined {
  try {
    return parseArgs({
      args: [...args],
      options: {
        received: { type: 'string' },
        limit: { type: 'string' },
        pause: { type: 'string', multiple: true },
        jsonl: { type: 'boolean' },
      },
    }).values;
  } catch {
    return undefined;
  }
}

function refused(problem: TimeCommandProblem, io: CommandIo): ExitCode {
  const { vi, en } = problemWords(problem);
  io.say(vi);
  io.say(en);
  return 1;
}

function runOne(received: string, limit: string, pauseArguments: readonly string[], io: CommandIo): ExitCode {
  const pauses: (readonly [string, string | null])[] = [];
  for (const argument of pauseArguments) {
    const pause = parsePauseArgument(argument);
    if (!pause.ok) return refused(pause.problem, io);
    pauses.push(pause.value);
  }
  const answer = answerDeadline({ received, limit, pauses }, loadDefaultCalendar());
  if (!answer.ok) return refused(answer.problem, io);
  io.out(`${JSON.stringify(answer.value)}\n`);
  return 0;
}

async function runLines(io: CommandIo): Promise<ExitCode> {
  const calendar = loadDefaultCalendar();
  for await (const line of io.lines()) {
    const request = parseRequestLine(line);
    const answer = request.ok ? answerDeadline(request.value, calendar) : request;
    io.out(`${JSON.stringify(answer.ok ? answer.value : { error: problemWords(answer.problem).vi })}\n`);
  }
  return 0;
}

/** `xaso deadline`: one question from its options, or with `--jsonl` one per line of standard input. */
export const deadlineCommand: Command = {
  name: 'deadline',
  summary: 'Tính ngày trả kết quả / when a dossier is due',
  usage,
  run: (args, io) => {
    const options = readOptions(args);
    const { received, limit, pause = [], jsonl = false } = options ?? {};
    if (jsonl && received === undefined && limit === undefined && pause.length === 0) return runLines(io);
    if (!jsonl && received !== undefined && limit !== undefined) return runOne(received, limit, pause, io);
    io.say(usage);
    return 2;
  },
};
