import { type ReactElement } from 'react';
import { Link } from 'wouter';
import { formatDong } from '../../../../../kernel/money.ts';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../../web/staff/staff-paths.ts';
import { type RegisterResponse } from '../../../contract/certification-schemas.ts';
import { REGISTER_WORDS } from './register-messages.ts';

/** The lines of a book as they are printed; a number opens its dossier. On a narrow screen every line is a small card. */
export function RegisterTable({ rows }: { readonly rows: RegisterResponse['rows'] }): ReactElement {
  const t = useWords(REGISTER_WORDS);
  return (
    <table className="register-table">
      <thead>
        <tr>
          {(['number', 'date', 'requester', 'document', 'signer', 'copies', 'fee', 'note'] as const).map((head) => <th key={head} scope="col">{t(head)}</th>)}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const [number = '', book = ''] = row.number.split(', ');
          return (
            <tr key={row.number}>
              <th scope="row"><Link href={STAFF_PATHS.inList('all', row.dossierId)} aria-label={t('open', { number: row.number })}>{number}</Link> <small className="quiet">{book}</small></th>
              <td data-head={t('date')}>{row.date}</td>
              <td data-head={t('requester')}>{row.requester}{row.identityPaper === null ? null : <small className="quiet">{row.identityPaper}</small>}</td>
              <td data-head={t('document')}>{row.document}</td>
              <td data-head={t('signer')}>{row.signer}</td>
              <td data-head={t('copies')} className="register-count">{row.copies}</td>
              <td data-head={t('fee')} className="register-count">{formatDong(row.fee)}</td>
              <td data-head={t('note')}>{row.feeReceipt === null ? null : t('receipt', { number: row.feeReceipt })}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
