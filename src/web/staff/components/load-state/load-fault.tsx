import { type ReactElement } from 'react';
import { PurposeForm } from '../../../../modules/journal/ui/staff/purpose/purpose-form.tsx';
import { refusalOf, UNREACHABLE } from '../../api/refusal.ts';
import { useWords } from '../../locale.tsx';
import { STAFF_WORDS } from '../../messages.ts';
import { Button } from '../button/button.tsx';
import { Notice } from '../notice/notice.tsx';

export interface LoadFaultProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** What stays refused however often it is asked: another's file, and what is not there. */
const FINAL: ReadonlySet<number> = new Set([403, 404, 410]);

/** Says why something could not be read and offers to try again where that can help; for a file outside the own work it asks for the purpose first. */
export function LoadFault({ error, onRetry }: LoadFaultProps): ReactElement {
  const t = useWords(STAFF_WORDS);
  const refusal = refusalOf(error);
  if (refusal.code === 'journal.purpose-needed' && refusal.dossierId !== undefined) return <PurposeForm dossierId={refusal.dossierId} onGiven={onRetry} />;
  return (
    <Notice kind="bad" live>
      <p>{refusal.code === UNREACHABLE ? t('no-answer') : refusal.message}</p>
      {FINAL.has(refusal.status) ? null : <div><Button kind="quiet" onPress={onRetry}>{t('retry')}</Button></div>}
    </Notice>
  );
}
