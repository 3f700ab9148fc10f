import { type ReactElement, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { formatDong } from '../../../../kernel/money.ts';
import { GateMark } from '../../../../web/public/gate-mark/gate-mark.tsx';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type StandingResponse } from '../../contract/payable-schemas.ts';
import { COUNTER_WORDS } from './counter-messages.ts';
import { PayableQr } from './payable-qr.tsx';
import './counter.css';

const ASK_MS = 2_000;

/** The code alone over the whole window, turned towards the payer: no name, no matter. It says at once when the money is there. */
export function DisplayScreen({ id }: { readonly id: string }): ReactElement {
  const t = useWords(COUNTER_WORDS);
  const [, navigate] = useLocation();
  const frame = useRef<HTMLDivElement>(null);
  const reading = useApi<StandingResponse>(`/api/payables/${id}/standing`, { every: ASK_MS, keepLast: true });
  useEffect(() => { frame.current?.focus(); }, []);
  const { data } = reading;
  return (
    <div className="payable-display" ref={frame} tabIndex={-1} onKeyDown={(event) => { if (event.key === 'Escape') navigate(STAFF_PATHS.payable(id)); }}>
      {data === undefined ? (reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : <Skeleton lines={4} />) : (
        <div className="payable-display-body" role="status">
          <GateMark />
          {data.state === 'open' ? (
            <>
              <h1>{t(data.transfer === null ? 'display-cash' : 'display-title')}</h1>
              <p className="payable-display-sum">{formatDong(data.missing)}</p>
              {data.transfer === null ? null : <PayableQr transfer={data.transfer} missing={data.missing} />}
            </>
          ) : (
            <>
              <p className="payable-display-sum">{formatDong(data.amount)}</p>
              <h1>{t(data.state === 'paid' ? 'display-thanks' : 'display-over')}</h1>
            </>
          )}
        </div>
      )}
      <button type="button" className="button button-plain payable-display-close" onClick={() => { navigate(STAFF_PATHS.payable(id)); }}>{t('display-close')}</button>
    </div>
  );
}
