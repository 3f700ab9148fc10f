import { lunarToSolar, parseLunarDate, solarToLunar } from '../kernel/lunar.ts';
import { type Result } from '../kernel/result.ts';
import { type Command } from './command.ts';
import { problemWords, type TimeCommandProblem } from './deadline-problem-words.ts';

const usage = `xaso lunar 2030-02-02               → {"year":2030,"month":1,"day":1,"leap":false}
xaso lunar --to-solar 2025-06-01L   → "2025-07-25"

Đổi ngày dương lịch và âm lịch Việt Nam, từ năm 1900 đến năm 2100; chữ L là tháng nhuận.
Converts between solar and Vietnamese lunar dates, 1900 to 2100; L marks a leap month.`;

function convert(args: readonly string[]): Result<unknown, TimeCommandProblem> | undefined {
  const [first, second] = args;
  if (args.length === 1 && first !== undefined && !first.startsWith('-')) return solarToLunar(first);
  if (args.length !== 2 || first !== '--to-solar' || second === undefined) return undefined;
  const lunar = parseLunarDate(second);
  return lunar.ok ? lunarToSolar(lunar.value) : lunar;
}

/** `xaso lunar`: a solar date to the lunar calendar, or back with `--to-solar`. */
export const lunarCommand: Command = {
  name: 'lunar',
  summary: 'Đổi ngày dương lịch, âm lịch / solar and lunar dates',
  usage,
  run: (args, io) => {
    const converted = convert(args);
    if (converted === undefined) {
      io.say(usage);
      return 2;
    }
    if (!converted.ok) {
      const { vi, en } = problemWords(converted.problem);
      io.say(vi);
      io.say(en);
      return 1;
    }
    io.out(`${JSON.stringify(converted.value)}\n`);
    return 0;
  },
};
