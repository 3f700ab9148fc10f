import { type ReactElement, type ReactNode } from 'react';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { PUBLIC_WORDS } from '../public-words.ts';

export interface TimelineStep {
  readonly title: ReactNode;
  /** The moment in words, such as “thứ Năm, 26/11/2026, 8 giờ 12”. */
  readonly when?: string | undefined;
  readonly detail?: ReactNode;
  readonly state: 'done' | 'now' | 'next' | 'stopped';
}

interface TimelineProps {
  readonly locale: Locale;
  readonly steps: readonly TimelineStep[];
}

/** The life of a dossier as a line from top to bottom. A sign inside each dot and a hidden word say what the colour says. */
export function Timeline({ locale, steps }: TimelineProps): ReactElement {
  return (
    <ol className="timeline">
      {steps.map((step, index) => (
        // A step is its place in the line: the list is drawn once and never changes.
        <li key={index} className={`step-${step.state}`} aria-current={step.state === 'now' ? 'step' : undefined}>
          <p className="step-title">
            <span className="unseen">{PUBLIC_WORDS[locale][`step-${step.state}`]}: </span>
            {step.title}
          </p>
          {step.when === undefined ? null : <p className="hint">{step.when}</p>}
          {step.detail === undefined ? null : <div>{step.detail}</div>}
        </li>
      ))}
    </ol>
  );
}
