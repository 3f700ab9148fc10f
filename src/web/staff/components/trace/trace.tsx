import { type ReactElement } from 'react';
import { useWords } from '../../locale.tsx';
import { STAFF_WORDS } from '../../messages.ts';

/** Why a due date is what it is, line by line, folded until somebody asks. Nothing when there is no trace. */
export function Trace({ lines }: { readonly lines: readonly string[] }): ReactElement | null {
  const t = useWords(STAFF_WORDS);
  if (lines.length === 0) return null;
  return (
    <details>
      <summary>{t('trace-more')}</summary>
      <ol className="trace">
        {lines.map((line, index) => <li key={`${index} ${line}`}>{line}</li>)}
      </ol>
    </details>
  );
}
