import { type ReactElement } from 'react';
import { useWords } from '../../locale.tsx';
import { STAFF_WORDS } from '../../messages.ts';
import './skeleton.css';

/** Lines that stand where text will be, so that nothing moves when it comes; screen readers hear that it is loading. */
export function Skeleton({ lines }: { readonly lines: number }): ReactElement {
  const t = useWords(STAFF_WORDS);
  return (
    <div className="skeleton" role="status" aria-label={t('loading')}>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className="skeleton-line">
          <span className="pulse" />
          <span className="pulse skeleton-short" />
        </span>
      ))}
    </div>
  );
}
