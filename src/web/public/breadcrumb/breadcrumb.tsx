import { type ReactElement } from 'react';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { PUBLIC_WORDS } from '../public-words.ts';

export interface BreadcrumbStep {
  readonly label: string;
  readonly href: string;
}

interface BreadcrumbProps {
  readonly locale: Locale;
  /** The pages above this one, from the top; the page itself is its heading. */
  readonly steps: readonly BreadcrumbStep[];
}

/** The way back up; nothing when there is no page above. */
export function Breadcrumb({ locale, steps }: BreadcrumbProps): ReactElement | null {
  if (steps.length === 0) return null;
  return (
    <nav className="crumbs no-print" aria-label={PUBLIC_WORDS[locale].breadcrumb}>
      <ol>
        {steps.map((step) => (
          <li key={step.href}>
            <a href={step.href}>{step.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
