import { type ReactElement } from 'react';
import { type FieldFault } from '../../../../platform/http/validation-words.ts';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Button } from '../../../../web/public/button/button.tsx';
import { ErrorSummary } from '../../../../web/public/error-summary/error-summary.tsx';
import { FactStrip } from '../../../../web/public/fact-strip/fact-strip.tsx';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { PublicForm } from '../../../../web/public/public-form/public-form.tsx';
import { TextField } from '../../../../web/public/text-field/text-field.tsx';
import { VERIFY_WORDS } from './verify-messages.ts';
import { type VerifyView } from './verify-view.ts';

export interface VerifyPageProps {
  readonly locale: Locale;
  readonly paper: VerifyView;
  readonly faults: readonly FieldFault[];
}

/** What anybody learns who holds a paper, or only its code: whether it is genuine and holds, and what stands on it. */
export function VerifyPage({ locale, paper, faults }: VerifyPageProps): ReactElement {
  const t = translator(VERIFY_WORDS, locale);
  const official = locale === 'vi' ? undefined : 'vi';
  return (
    <>
      <h1 lang={official}>{paper.title}</h1>
      <ErrorSummary locale={locale} faults={faults} />
      <Standing locale={locale} paper={paper} />
      {paper.isEnvelope ? <p className="gold-edge">{t('found', { hotline: paper.hotline })}</p> : null}
      <FactStrip
        facts={[
          { label: t('number'), value: paper.number },
          { label: t('day'), value: paper.dayWords },
          { label: t('issuer'), value: <span lang={official}>{paper.centreName}</span> },
          ...(paper.dossierCode === null ? [] : [{ label: t('dossier-code'), value: paper.dossierCode }]),
        ]}
      />
      <section>
        <h2>{t('printed')}</h2>
        {paper.cover === 'open' ? null : <p className="hint">{t('covered-why')}</p>}
        <dl className="pairs">
          {paper.lines.map(({ key, words }) => (
            <div key={key}>
              <dt>{t(key)}</dt>
              <dd lang={official}>{words}</dd>
            </div>
          ))}
        </dl>
      </section>
      {paper.cover === 'typed' ? <Uncover locale={locale} code={paper.code} faults={faults} /> : null}
      {paper.cover === 'closed' ? <p className="hint">{t('nothing-to-type')}</p> : null}
      <p className="hint">{t('scam')}</p>
    </>
  );
}

function Standing({ locale, paper }: { readonly locale: Locale; readonly paper: VerifyView }): ReactElement {
  const t = translator(VERIFY_WORDS, locale);
  const { standing, centreName: centre } = paper;
  switch (standing.kind) {
    case 'valid':
      return <Notice kind="good" title={t('valid')}>{t('valid-more', { centre })}</Notice>;
    case 'voided':
      return <Notice kind="bad" title={t('voided')}>{t('voided-more', { centre, day: standing.day })}</Notice>;
    case 'replaced':
      return <Notice kind="warning" title={t('replaced')}>{t('replaced-more', { centre, day: standing.day, number: standing.number })}</Notice>;
  }
}

function Uncover({ locale, code, faults }: { readonly locale: Locale; readonly code: string; readonly faults: readonly FieldFault[] }): ReactElement {
  const t = translator(VERIFY_WORDS, locale);
  return (
    <section>
      <h2>{t('uncover')}</h2>
      <PublicForm action={`/x/${code}`} locale={locale} posted={faults.length > 0}>
        <TextField
          name="bonSo"
          locale={locale}
          label={t('digits')}
          hint={t('digits-hint')}
          error={faults.find(({ field }) => field === 'bonSo')?.message}
          missing={t('digits-missing')}
          wrong={t('digits-missing')}
          pattern="[0-9]{4}"
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          width="short"
        />
        <Button sending={t('checking')}>{t('show')}</Button>
      </PublicForm>
    </section>
  );
}
