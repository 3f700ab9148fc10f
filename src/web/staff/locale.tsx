import { createContext, type ReactElement, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { type Catalogue, type MessageFacts, translator } from '../../platform/i18n/catalogue.ts';
import { type Locale, localeOf } from '../../platform/i18n/locale.ts';
import { rememberChoice } from './remember-choice.ts';

interface LocaleState {
  readonly locale: Locale;
  readonly change: (locale: Locale) => void;
}

const LocaleContext = createContext<LocaleState>({ locale: 'vi', change: () => undefined });

/** Gives the language to everything inside. The server wrote it on the page; a change is remembered and read again everywhere. */
export function LocaleProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [locale, setLocale] = useState<Locale>(() => localeOf(document.documentElement.lang));
  const queries = useQueryClient();
  const change = useCallback((next: Locale) => {
    rememberChoice('ngon-ngu', next);
    document.documentElement.lang = next;
    setLocale(next);
    // Time left, traces and refusals come from the server in the reader's language.
    void queries.invalidateQueries();
  }, [queries]);
  const state = useMemo(() => ({ locale, change }), [locale, change]);
  return (
    <LocaleContext.Provider value={state}>
      <I18nProvider locale={locale === 'vi' ? 'vi-VN' : 'en-GB'}>{children}</I18nProvider>
    </LocaleContext.Provider>
  );
}

/** The language and how to change it. */
export function useLocale(): LocaleState {
  return useContext(LocaleContext);
}

/** Writes a count as the language does, `1.070` or `1,070`. */
export function useCountWords(): (count: number) => string {
  const { locale } = useContext(LocaleContext);
  return useMemo(() => {
    const format = new Intl.NumberFormat(locale === 'vi' ? 'vi-VN' : 'en-GB');
    return (count) => format.format(count);
  }, [locale]);
}

/** A translator of one catalogue in the language of the moment. */
export function useWords<K extends string>(catalogue: Catalogue<K>): (key: K, facts?: MessageFacts) => string {
  const { locale } = useContext(LocaleContext);
  return useMemo(() => translator(catalogue, locale), [catalogue, locale]);
}
