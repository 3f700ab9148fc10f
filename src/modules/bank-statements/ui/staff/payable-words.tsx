import { type ReactElement } from 'react';
import { Link } from 'wouter';
import { formatDong } from '../../../../kernel/money.ts';
import { useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type PayableView } from '../../contract/statement-schemas.ts';
import { STATEMENT_WORDS } from './statement-messages.ts';

/** Whose payable it is, with its reference and what is due. */
export function PayableWords({ payable }: { readonly payable: PayableView }): ReactElement {
  const t = useWords(STATEMENT_WORDS);
  const words = t(payable.state === 'open' ? 'payable' : payable.state === 'paid' ? 'payable-paid' : 'payable-cancelled', { reference: payable.reference, missing: formatDong(payable.missing) });
  return (
    <span className="statements-payable">
      <b>{payable.payerName ?? t('no-payer')}</b>
      {payable.dossierId === null ? null : <> · <Link href={STAFF_PATHS.inList('all', payable.dossierId)}>{payable.dossierCode ?? ''}</Link></>}
      <small className="quiet">{[words, payable.procedureName].filter((part) => part !== null && part !== '').join(' · ')}</small>
    </span>
  );
}
