import { readIdCard } from '../kernel/id-card.ts';
import { idCardWarningLevel, idCardWarningWords } from '../kernel/id-card-warnings.ts';
import { type Command } from './command.ts';

/** `xaso id-card`: reads the QR text of an identity card; never fails on a card, whatever it says. */
export const idCardCommand: Command = {
  name: 'id-card',
  summary: "reads the QR text of an identity card: xaso id-card '<payload>'",
  usage: [
    "Cách dùng / Usage:  xaso id-card '<nội dung mã QR>'     hoặc / or:  … | xaso id-card -",
    'In ra JSON: fields (các trường đọc được), extra (trường thừa), warnings (điều cần kiểm tra).',
    'Prints JSON: fields that could be read, extra fields, warnings to check. The text is written to no file and no log.',
  ].join('\n'),
  run: async (args, io) => {
    if (args.length === 0) {
      io.say(idCardCommand.usage);
      return 2;
    }
    // a payload that lost its quotation marks arrives as several words
    const reading = readIdCard(args.length === 1 && args[0] === '-' ? await readAll(io.lines()) : args.join(' '));
    const warnings = reading.warnings.map((warning) => ({
      ...warning,
      level: idCardWarningLevel(warning),
      ...idCardWarningWords(warning),
    }));
    io.out(`${JSON.stringify({ fields: reading.fields, extra: reading.extra, warnings }, null, 2)}\n`);
    return 0;
  },
};

async function readAll(lines: AsyncIterable<string>): Promise<string> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all.join('\n');
}
