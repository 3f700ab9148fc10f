/** The languages that are complete today; Vietnamese is the first and the default. */
export const LOCALES = ['vi', 'en'] as const;

export type Locale = (typeof LOCALES)[number];

/** Reads a language choice; anything unknown is Vietnamese. */
export function localeOf(value: string | undefined): Locale {
  return LOCALES.find((locale) => locale === value) ?? 'vi';
}
