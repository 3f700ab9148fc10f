import { type ReactNode } from 'react';
import { type Locale } from '../../platform/i18n/locale.ts';

/** How one component looks in the cases that matter, for the gallery and for the tests that hold for every component. */
export interface ComponentExamples {
  readonly component: string;
  readonly examples: readonly { readonly name: string; readonly show: (locale: Locale) => ReactNode }[];
}
