import { Fragment, type ReactElement } from 'react';
import { formatDong } from '../../../../kernel/money.ts';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Button } from '../../../../web/public/button/button.tsx';
import { FactStrip } from '../../../../web/public/fact-strip/fact-strip.tsx';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { PublicForm } from '../../../../web/public/public-form/public-form.tsx';
import { QrPicture } from '../../../../web/public/qr-picture/qr-picture.tsx';
import { type PayablePurpose } from '../../domain/payable.ts';
import { PAY_WORDS } from './pay-messages.ts';

/** A payable as its page shows it: amounts and a reference, nothing personal. */
export interface PayView {
  readonly id: string;
  readonly purpose: PayablePurpose;
  readonly state: 'open' | 'paid' | 'cancelled';
  readonly amount: number;
  readonly missing: number;
  /** What the office owes back. */
  readonly surplus: number;
  /** Null while the commune has no account. */
  readonly transfer: { readonly bankName: string; readonly number: string; readonly holder: string; readonly memo: string; readonly modules: readonly (readonly boolean[])[] } | null;
  /** A new command for the form that starts an online payment. */
  readonly commandId: string;
}

export interface PayPageProps {
  readonly locale: Locale;
  readonly code: string;
  readonly procedure: { readonly text: string; readonly lang: Locale };
  readonly payables: readonly PayView[];
  /** What its name is; null: nothing is offered online. */
  readonly gateway: string | null;
  /** This page, to which the form is sent. */
  readonly action: string;
  readonly back: string;
  readonly commune: { readonly centreName: string; readonly hotline: string };
}

function Due({ props, payable }: { readonly props: PayPageProps; readonly payable: PayView }): ReactElement {
  const { locale, gateway, action, commune } = props;
  const t = translator(PAY_WORDS, locale);
  const { transfer, missing } = payable;
  const amount = formatDong(missing);
  return (
    <section>
      <h2>{t(`purpose.${payable.purpose}`)}</h2>
      <p className="lead"><b>{t('due', { amount })}</b></p>
      {missing === payable.amount ? null : <p>{t('partly', { paid: formatDong(payable.amount - missing), amount: formatDong(payable.amount) })}</p>}
      {transfer === null ? null : (
        <>
          <h3>{t('scan-title')}</h3>
          <p>{t('scan')}</p>
          <QrPicture modules={transfer.modules} alt={t('qr', { amount })} caption={transfer.memo} />
          <FactStrip facts={([['bank', transfer.bankName], ['account', transfer.number], ['holder', transfer.holder], ['memo', transfer.memo]] as const).map(([label, value]) => ({ label: t(label), value, whole: true }))} />
          <p className="hint">{t('recorded')}</p>
        </>
      )}
      {gateway === null ? null : (
        <>
          <h3>{t('online-title')}</h3>
          <p>{t('online', { gateway })}</p>
          <PublicForm action={action} locale={locale} commandId={payable.commandId}>
            <input type="hidden" name="khoan" value={payable.id} />
            <Button sending={t('starting')}>{t('start', { amount })}</Button>
          </PublicForm>
        </>
      )}
      <p>{t(transfer === null ? 'counter-only' : 'counter', { centre: commune.centreName, hotline: commune.hotline })}</p>
    </section>
  );
}

/** Everything that is to be paid for a dossier, with every way to pay it. Nothing personal stands here. */
export function PayPage(props: PayPageProps): ReactElement {
  const { locale, code, procedure, payables, back, commune } = props;
  const t = translator(PAY_WORDS, locale);
  return (
    <>
      <section>
        <h1>{t('heading')}</h1>
        <p className="lead"><b lang={procedure.lang === locale ? undefined : procedure.lang}>{procedure.text}</b></p>
        <p className="hint">{t('code', { code })}</p>
      </section>
      {payables.length === 0 ? <Notice kind="info">{t('nothing')}</Notice> : payables.map((payable) => (
        <Fragment key={payable.id}>
          {payable.state === 'paid' ? <Notice kind="good" title={t('paid-title', { amount: formatDong(payable.amount) })}>{`${t(`purpose.${payable.purpose}`)}. ${t('paid', { centre: commune.centreName })}`}</Notice> : null}
          {payable.state === 'open' ? <Due props={props} payable={payable} /> : null}
          {payable.surplus === 0 ? null : <Notice kind="info" title={t('owed-title', { amount: formatDong(payable.surplus) })}>{t('owed', { centre: commune.centreName, hotline: commune.hotline })}</Notice>}
        </Fragment>
      ))}
      <p><a href={back}>{t('back')}</a></p>
    </>
  );
}
