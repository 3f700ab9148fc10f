import { type ReactElement } from 'react';
import { formatDong } from '../../../../kernel/money.ts';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { ButtonLink } from '../../../../web/public/button/button-link.tsx';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { PAY_WORDS } from './pay-messages.ts';

/** A try to pay online as its page shows it. */
export interface OnlineView {
  readonly state: 'started' | 'paid' | 'failed' | 'expired';
  readonly amount: number;
  /** What was really received; null: nothing yet. */
  readonly received: number | null;
  /** Of its payable. */
  readonly missing: number;
  readonly surplus: number;
  readonly gateway: string;
  /** Until when it may be finished, in words. */
  readonly until: string;
  /** Where the gateway is; null once that makes no sense any more. */
  readonly address: string | null;
  /** Why it failed, in the reader's words; null where nobody said. */
  readonly failure: string | null;
}

export interface OnlinePageProps {
  readonly locale: Locale;
  readonly view: OnlineView;
  /** The payment page; null for whoever came back in another browser. */
  readonly back: string | null;
  /** This page. */
  readonly here: string | null;
  readonly commune: { readonly centreName: string; readonly hotline: string };
}

/** What became of one try, and the way on: to the gateway, or back. */
export function OnlinePage({ locale, view, back, here, commune }: OnlinePageProps): ReactElement {
  const t = translator(PAY_WORDS, locale);
  const place = { centre: commune.centreName, hotline: commune.hotline };
  const { gateway } = view;
  return (
    <>
      <h1>{t('try-title', { amount: formatDong(view.amount) })}</h1>
      {view.state === 'started' && view.address !== null ? (
        <section>
          <p>{t('go-on-lead', { gateway })}</p>
          <p><ButtonLink href={view.address}>{t('go-on', { gateway })}</ButtonLink></p>
          <p className="hint">{t('go-on-until', { until: view.until })}</p>
        </section>
      ) : null}
      {view.state === 'started' && view.address === null ? (
        <Notice kind="info" title={t('waiting-title', { gateway })}>{t('waiting')}</Notice>
      ) : null}
      {view.state === 'started' && here !== null ? <p><a href={here}>{t('again')}</a></p> : null}
      {view.state === 'paid' ? (
        <Notice kind={view.missing > 0 ? 'warning' : 'good'} title={t('try-paid', { amount: formatDong(view.received ?? view.amount) })} live>
          {view.missing > 0 ? t('try-paid-short', { missing: formatDong(view.missing) }) : view.surplus > 0 ? t('try-paid-over', { surplus: formatDong(view.surplus), ...place }) : t('paid', place)}
        </Notice>
      ) : null}
      {view.state === 'failed' ? <Notice kind="bad" title={t('failed-title')} live>{view.failure === null ? t('failed', place) : `${view.failure} ${t('failed', place)}`}</Notice> : null}
      {view.state === 'expired' ? <Notice kind="warning" title={t('expired-title')}>{t('expired', place)}</Notice> : null}
      {back === null ? <p>{t('return-lead')}</p> : <p><a href={back}>{t('back-pay')}</a></p>}
    </>
  );
}
