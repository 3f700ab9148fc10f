import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { ButtonLink } from '../../../../web/public/button/button-link.tsx';
import { CardList } from '../../../../web/public/cards/card-list.tsx';
import { PUBLIC_PATHS } from '../../../../web/public/public-paths.ts';
import { TimeState } from '../../../../web/public/time-state/time-state.tsx';
import { SIGN_ON_WORDS } from './messages.ts';
import { type OwnDossier } from './own-affairs.ts';

interface MyDossiersProps {
  readonly locale: Locale;
  readonly hotline: string;
  readonly dossiers: readonly OwnDossier[];
}

/** The dossiers of a citizen: what waits for the citizen first, then what is under way, then what is over. */
export function MyDossiers({ locale, hotline, dossiers }: MyDossiersProps): ReactElement {
  const t = translator(SIGN_ON_WORDS, locale);
  if (dossiers.length === 0) {
    return (
      <section>
        <h2>{t('no-dossiers')}</h2>
        <p>{t('no-dossiers-why')}</p>
        <p className="row">
          <ButtonLink href={PUBLIC_PATHS.search}>{t('find-procedure')}</ButtonLink>
        </p>
        <p>
          <a href={PUBLIC_PATHS.track}>{t('by-slip')}</a>
        </p>
      </section>
    );
  }
  const running = dossiers.filter(({ over }) => !over).toSorted((a, b) => Number(b.waitsForCitizen) - Number(a.waitsForCitizen));
  const over = dossiers.filter((dossier) => dossier.over);
  const list = (items: readonly OwnDossier[]) => (
    <CardList>
      {items.map((dossier) => (
        <DossierCard key={dossier.code} locale={locale} hotline={hotline} dossier={dossier} />
      ))}
    </CardList>
  );
  return (
    <>
      <section>
        <h2>{t('running', { count: running.length })}</h2>
        {running.length === 0 ? <p>{t('none-running')}</p> : list(running)}
      </section>
      {over.length === 0 ? null : (
        <section>
          <h2>{t('over', { count: over.length })}</h2>
          {list(over)}
        </section>
      )}
    </>
  );
}

function DossierCard({ locale, hotline, dossier }: { readonly locale: Locale; readonly hotline: string; readonly dossier: OwnDossier }): ReactElement {
  const t = translator(SIGN_ON_WORDS, locale);
  const name = <span lang={locale === 'vi' ? undefined : 'vi'}>{dossier.procedureName}</span>;
  const { timeState } = dossier;
  return (
    <li>
      <h3>{dossier.address === null ? name : <a href={dossier.address}>{name}</a>}</h3>
      <p className="row">
        <b>{dossier.stateWords}</b>
        {dossier.over || dossier.waitsForCitizen || timeState === 'waiting' || timeState === 'finished' ? null : <TimeState state={timeState}>{dossier.timeWords}</TimeState>}
        {dossier.waitsForCitizen ? <TimeState state="near">{t('your-turn')}</TimeState> : null}
      </p>
      {dossier.dueWords === null ? null : <p>{t('due', { moment: dossier.dueWords })}</p>}
      <p className="hint code">{t('code', { code: dossier.code })}</p>
      {dossier.address === null ? <p>{t('other-name', { hotline })}</p> : (
        <p className="row">
          <a href={`${dossier.address}/ai-da-xem`}>{t('viewers')}</a>
          <a href={`${dossier.address}/du-lieu`}>{t('my-data')}</a>
          {dossier.reusable ? <a href={`${dossier.address}/khai-viec-khac`}>{t('reuse')}</a> : null}
        </p>
      )}
    </li>
  );
}
