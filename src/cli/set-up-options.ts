const NEEDED = ['commune', 'agency-code', 'hotline', 'admin-user', 'admin-name'] as const;
const OPTIONAL = ['centre-name', 'address', 'email'] as const;

type Needed = (typeof NEEDED)[number];
type Optional = (typeof OPTIONAL)[number];

/** The options of `xaso set-up` by name. */
export type SetUpOptions = Readonly<Record<Needed, string>> & Readonly<Partial<Record<Optional, string>>>;

/** Reads `--name value` or `--name=value`; answers a sentence on what is wrong instead when something is. */
export function readSetUpOptions(args: readonly string[]): SetUpOptions | string {
  const known: readonly string[] = [...NEEDED, ...OPTIONAL];
  const read = new Map<string, string>();
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index] ?? '';
    const [, name = '', joined] = /^--([a-z-]+)(?:=(.*))?$/su.exec(word) ?? [];
    if (!known.includes(name)) return `Không có tuỳ chọn “${word}”. / Unknown option.`;
    if (read.has(name)) return `--${name} được ghi hai lần. / --${name} is given twice.`;
    if (joined === undefined) index += 1;
    const value = joined ?? args[index];
    if (value === undefined || (joined === undefined && value.startsWith('--'))) return `Thiếu giá trị của --${name}. / --${name} needs a value.`;
    read.set(name, value);
  }
  const missing = NEEDED.filter((name) => !read.has(name));
  if (missing.length > 0) return `Thiếu ${missing.map((name) => `--${name}`).join(', ')}. / Missing.`;
  return Object.fromEntries(read) as unknown as SetUpOptions;
}
