import { type ReactElement, type ReactNode } from 'react';

export interface FactStripProps {
  readonly facts: readonly {
    readonly label: string;
    readonly value: ReactNode;
    /** Has the whole width: what must not break, such as the number of an account. */
    readonly whole?: boolean;
  }[];
}

/** The few facts that decide whether a person starts today, at the top of a page. */
export function FactStrip({ facts }: FactStripProps): ReactElement {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.label} className={fact.whole === true ? 'facts-whole' : undefined}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
