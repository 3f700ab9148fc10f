import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { ButtonLink } from '../../../../web/public/button/button-link.tsx';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { DOSSIER_PAGE_WORDS } from './messages.ts';
import { SUPPLEMENT_WORDS } from './supplement-messages.ts';
import { type AskedSupplement, type FaultView } from './supplement-view.ts';

interface Commune {
  readonly centreName: string;
  readonly hotline: string;
}

/** What is wrong with one paper and how it is mended. The officer writes Vietnamese. */
export function FaultWords({ locale, fault }: { readonly locale: Locale; readonly fault: FaultView }): ReactElement {
  const t = translator(SUPPLEMENT_WORDS, locale);
  const lang = locale === 'vi' ? undefined : 'vi';
  return (
    <>
      <p>
        <b>{fault.reasons.join('. ')}</b>
        {fault.words === null ? null : <span lang={lang}>{`. ${fault.words}`}</span>}
      </p>
      <p>
        {t('how-to')}: <span lang={lang}>{fault.howToFix}</span>
      </p>
      <p className="hint">
        {t('basis')}: <span lang={lang}>{fault.legalBasis}</span>
      </p>
    </>
  );
}

/** What the office waits for, on the tracking page: each fault beside its paper, until when, and the way to answer. */
export function AskedSupplementPart({ locale, asked, commune }: { readonly locale: Locale; readonly asked: AskedSupplement; readonly commune: Commune }): ReactElement {
  const t = translator(SUPPLEMENT_WORDS, locale);
  return (
    <section>
      <h2>{DOSSIER_PAGE_WORDS[locale].next}</h2>
      <p className="lead">
        <b>{t('asked', { count: asked.faults.length })}</b>
      </p>
      {asked.late ? (
        <Notice kind="warning" title={t('late-title')}>
          {t('late', { until: asked.untilWords, centre: commune.centreName, hotline: commune.hotline })}
        </Notice>
      ) : (
        <p>{t('until', { until: asked.untilWords })}</p>
      )}
      {asked.again ? <p>{t('again')}</p> : null}
      {asked.words === null ? null : (
        <p className="gold-edge" lang={locale === 'vi' ? undefined : 'vi'}>
          {asked.words}
        </p>
      )}
      <ol>
        {asked.faults.map((fault) => (
          <li key={fault.id}>
            <h3 lang={locale === 'vi' ? undefined : 'vi'}>{fault.isAnswer ? `${t('question-of')}: ${fault.paperName}` : fault.paperName}</h3>
            <FaultWords locale={locale} fault={fault} />
          </li>
        ))}
      </ol>
      {asked.late ? null : (
        <>
          <p>
            <ButtonLink href={asked.address}>{t('answer-now')}</ButtonLink>
          </p>
          <p className="hint">{t('counter-too', { centre: commune.centreName, hotline: commune.hotline })}</p>
        </>
      )}
    </section>
  );
}
