import { type ReactElement, type ReactNode } from 'react';

interface TraceListProps {
  /** The line that is always seen, such as “Vì sao là ngày này?”. */
  readonly summary: string;
  readonly lines: readonly { readonly when?: string | undefined; readonly text: ReactNode }[];
  readonly open?: boolean | undefined;
}

/** Why something is as it is, folded away until it is asked for. */
export function TraceList({ summary, lines, open = false }: TraceListProps): ReactElement {
  return (
    <details className="trace" open={open}>
      <summary>{summary}</summary>
      <ol>
        {lines.map((line, index) => (
          // The trace is drawn once and never changes: its place is its key.
          <li key={index}>
            {line.when === undefined ? null : <span className="trace-when number">{line.when}</span>}
            <span>{line.text}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
