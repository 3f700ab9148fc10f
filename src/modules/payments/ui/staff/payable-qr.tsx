import { type ReactElement, useMemo } from 'react';
import { encodeQR } from 'qr';
import { formatDong } from '../../../../kernel/money.ts';
import { QrPicture } from '../../../../web/public/qr-picture/qr-picture.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { type Transfer } from '../../contract/payable-schemas.ts';
import { COUNTER_WORDS } from './counter-messages.ts';

/** The payment code as large as its place, with where the money goes for whoever types it. */
export function PayableQr({ transfer, missing }: { readonly transfer: Transfer; readonly missing: number }): ReactElement {
  const t = useWords(COUNTER_WORDS);
  const modules = useMemo(() => encodeQR(transfer.qr, 'raw', { ecc: 'medium', border: 4 }), [transfer.qr]);
  return (
    <div className="payable-qr">
      <QrPicture modules={modules} alt={t('qr', { amount: formatDong(missing), reference: transfer.memo })} />
      <dl className="payable-transfer">
        {([['bank', transfer.bankName], ['account', transfer.number], ['holder', transfer.holder], ['memo', transfer.memo]] as const).map(([label, value]) => (
          <div key={label}><dt>{t(label)}</dt><dd className={label === 'memo' || label === 'account' ? 'counter-reference' : undefined}>{value}</dd></div>
        ))}
      </dl>
    </div>
  );
}
