const BROWSERS: readonly (readonly [RegExp, string])[] = [[/Edg(?:A|iOS)?\//u, 'edge'], [/OPR\//u, 'opera'], [/Firefox\/|FxiOS\//u, 'firefox'], [/Chrom(?:e|ium)\/|CriOS\//u, 'chrome'], [/Safari\//u, 'safari']];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [[/Android/u, 'android'], [/iPhone|iPad/u, 'ios'], [/Windows/u, 'windows'], [/Mac OS X/u, 'mac'], [/CrOS/u, 'chromeos'], [/Linux/u, 'linux']];

/**
 * What stays the same of a browser when it is updated: its make and the system, such as `firefox/linux`. A key that comes from another one was
 * copied. The text is the browser's own word: it holds nobody up who knows it, and costs a copyist one more thing to get right.
 */
export function browserKind(userAgent: string): string {
  const find = (table: typeof BROWSERS): string => table.find(([sign]) => sign.test(userAgent))?.[1] ?? 'other';
  return `${find(BROWSERS)}/${find(SYSTEMS)}`;
}
