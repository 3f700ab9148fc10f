import { parseLocalDate } from '../kernel/local-time.ts';

/** What `xaso journal` does. */
export type JournalAct = keyof typeof TAKES;

/** What each act may be told, and what it must be. */
const TAKES = {
  verify: { may: ['commune', 'from', 'to', 'file'], must: [] },
  root: { may: ['commune', 'day'], must: ['day'] },
  export: { may: ['commune', 'from', 'to', 'unit', 'person', 'kind', 'purpose', 'out'], must: ['from', 'to', 'purpose', 'out'] },
  archive: { may: ['commune'], must: [] },
} as const satisfies Record<string, { readonly may: readonly string[]; readonly must: readonly string[] }>;

type OptionName = (typeof TAKES)[JournalAct]['may'][number];

/** The options of one call, by name. */
export type JournalOptions = Readonly<Partial<Record<OptionName, string>>>;

const DAYS: readonly string[] = ['from', 'to', 'day'];

/** Reads a call; undefined for one that is wrong: an unknown act, an option that it does not take, a missing one, a day that does not exist. */
export function readJournalOptions(act: string | undefined, args: readonly string[]): { readonly act: JournalAct; readonly options: JournalOptions } | undefined {
  if (act === undefined || !Object.hasOwn(TAKES, act)) return undefined;
  const known = act as JournalAct;
  const { may, must } = TAKES[known];
  const options: Partial<Record<OptionName, string>> = {};
  for (let at = 0; at < args.length; at += 2) {
    const [name, value] = [may.find((one) => `--${one}` === args[at]), args[at + 1]];
    if (name === undefined || value === undefined || value.trim() === '' || options[name] !== undefined) return undefined;
    if (DAYS.includes(name) && !parseLocalDate(value).ok) return undefined;
    options[name] = value;
  }
  if (must.some((name) => options[name] === undefined)) return undefined;
  // A file says itself of what it is.
  return options.file !== undefined && Object.keys(options).length > 1 ? undefined : { act: known, options };
}
