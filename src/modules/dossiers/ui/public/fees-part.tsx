import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { type FeesWords } from '../../../fees/contract/assessed-fees.ts';
import { FEE_PAGE_WORDS } from './fee-messages.ts';

/** What the citizen pays, line by line: the amount, how it is reckoned, and by which rule it is charged, reduced or free; and that it came in, once it has. */
export function FeesPart({ locale, fees, paid }: { readonly locale: Locale; readonly fees: FeesWords | null; readonly paid: boolean }): ReactElement | null {
  const t = translator(FEE_PAGE_WORDS, locale);
  if (fees === null || (fees.lines.length === 0 && fees.pending.length === 0)) return null;
  const vietnamese = locale === 'vi' ? undefined : 'vi';
  return (
    <section>
      <h2>{t('title')}</h2>
      {fees.lines.length === 0 ? null : (
        <dl className="pairs">
          {fees.lines.map((line, index) => (
            <div key={`${line.label} ${String(index)}`}>
              <dt>{line.label}</dt>
              <dd>
                {line.before === null || line.before === line.amount ? null : <><s>{line.before}</s> </>}
                <b>{line.amount}</b>
                {line.reckoning === null ? null : <span className="hint"> ({line.reckoning})</span>}
                <br />
                <span className="hint" lang={vietnamese}>{line.reason ?? t('basis', { basis: line.basis })}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {fees.amount === 0 || fees.lines.length < 2 ? null : <p className="lead">{t('total', { total: fees.total })}</p>}
      {paid && fees.amount > 0 ? <p><b>{t('paid', { total: fees.total })}</b></p> : null}
      {fees.pending.length === 0 ? null : <p>{t('pending', { names: fees.pending.join('; ') })}</p>}
    </section>
  );
}
