import { type ReactElement } from 'react';
import { formatDong } from '../../../../kernel/money.ts';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { type FeeLineView, type PreviewResponse } from '../../contract/fee-schemas.ts';
import { reckoningWords } from '../../domain/fee-words.ts';
import { FEE_STAFF_WORDS } from './fee-messages.ts';
import './fees.css';

function Line({ line }: { readonly line: FeeLineView }): ReactElement {
  const t = useWords(FEE_STAFF_WORDS);
  const { locale } = useLocale();
  const { exemption } = line;
  const reckoning = reckoningWords(line, locale);
  return (
    <li className="fee-line">
      <div className="fee-words">
        <span>{line.label}</span>
        {reckoning === null ? null : <small>{reckoning}</small>}
        {exemption === null ? <small className="quiet">{line.zeroReason ?? t('basis-is', { basis: line.basis })}</small> : (
          <small className="fee-exemption">
            {t(exemption.percent === 100 ? 'exempt' : 'reduced', { label: exemption.label, percent: exemption.percent, basis: exemption.basis })}
            {exemption.proof === null ? null : <span className="quiet"> {t('proof-is', { proof: exemption.proof })}</span>}
          </small>
        )}
      </div>
      <div className="fee-amount">
        {exemption === null || line.before === 0 || line.before === line.amount ? null : <s className="quiet">{formatDong(line.before)}</s>}
        <b>{line.amount === 0 ? t('no-charge') : formatDong(line.amount)}</b>
      </div>
    </li>
  );
}

/** The lines of the fees with their sum, and what cannot be said yet. */
export function FeeLines({ fees }: { readonly fees: Pick<PreviewResponse, 'lines' | 'total' | 'pending' | 'outdone'> }): ReactElement {
  const t = useWords(FEE_STAFF_WORDS);
  const { lines, total, pending, outdone } = fees;
  return (
    <>
      {lines.length === 0 ? null : (
        <ul className="fee-lines">
          {lines.map((line, index) => <Line key={`${line.code} ${String(index)}`} line={line} />)}
          {lines.length > 1 || total > 0 ? (
            <li className="fee-line fee-total">
              <span>{t('total')}</span>
              <b>{total === 0 ? t('no-charge') : formatDong(total)}</b>
            </li>
          ) : null}
        </ul>
      )}
      {pending.length === 0 ? null : <Notice kind="check">{pending.map((one) => <p key={one.code}>{t(`missing.${one.missing}`, { label: one.label })}</p>)}</Notice>}
      {outdone.length === 0 ? null : <p className="quiet">{t('outdone', { names: outdone.join('; ') })}</p>}
    </>
  );
}
