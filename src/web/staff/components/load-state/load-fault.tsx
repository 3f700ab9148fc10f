import { type ReactElement } from 'react';
import { refusalOf, UNREACHABLE } from '../../api/refusal.ts';
import { useWords } from '../../locale.tsx';
import { STAFF_WORDS } from '../../messages.ts';
import { Button } from '../button/button.tsx';
import { Notice } from '../notice/notice.tsx';

export interface LoadFaultProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** Says why something could not be read and offers to try again. */
export function LoadFault({ error, onRetry }: LoadFaultProps): ReactElement {
  const t = useWords(STAFF_WORDS);
  const refusal = refusalOf(error);
  return (
    <Notice kind="bad" live>
      <p>{refusal.code === UNREACHABLE ? t('no-answer') : refusal.message}</p>
      <div><Button kind="quiet" onPress={onRetry}>{t('retry')}</Button></div>
    </Notice>
  );
}
