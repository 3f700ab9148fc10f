import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { Button } from '../../../../web/public/button/button.tsx';
import { LIFE_EVENT_DOORS } from '../../../../web/public/life-event-grid/life-event-doors.ts';
import { LifeEventGrid } from '../../../../web/public/life-event-grid/life-event-grid.tsx';
import { PUBLIC_PATHS } from '../../../../web/public/public-paths.ts';
import { SearchBox } from '../../../../web/public/search-box/search-box.tsx';
import { SelectField } from '../../../../web/public/select-field/select-field.tsx';
import { type VillageHelp, villageLabel } from '../../domain/village-help.ts';
import { PORTAL_WORDS } from '../messages.ts';
import { TeamHelp } from './team-help.tsx';

interface HomePageProps {
  readonly locale: Locale;
  readonly hotline: string;
  /** In the order in which they are offered; none leaves the block out. */
  readonly villages: readonly VillageHelp[];
  /** By whose word citizens may sign in, such as “VNeID”; undefined leaves the offer out. */
  readonly signOn: string | undefined;
  /** The village that the visitor chose. */
  readonly chosen: VillageHelp | undefined;
}

/** The first page: what do you need, where is your dossier, who can help you near home. */
export function HomePage({ locale, hotline, villages, chosen, signOn }: HomePageProps): ReactElement {
  const t = translator(PORTAL_WORDS, locale);
  return (
    <>
      <section>
        <h1>{t('what-to-do')}</h1>
        <SearchBox action={PUBLIC_PATHS.search} name="q" label={t('search')} labelHidden button={t('search-button')} placeholder={t('search-example')} size="large" />
        <LifeEventGrid events={LIFE_EVENT_DOORS.map((door) => ({ label: door.label[locale], href: PUBLIC_PATHS.lifeEvent(door.slug), icon: door.icon }))} />
        <p>
          <a className="step-link" href={PUBLIC_PATHS.search}>
            {t('all-procedures')}
          </a>
        </p>
      </section>
      <section>
        <h2>{t('my-dossier')}</h2>
        <SearchBox
          action={PUBLIC_PATHS.track}
          name="ma"
          label={t('dossier-code')}
          labelHidden
          button={t('dossier-button')}
          placeholder={t('dossier-example')}
          hint={t('dossier-hint')}
        />
        {signOn === undefined ? null : (
          <p>
            <a className="step-link" href={PUBLIC_PATHS.mine} rel="nofollow">
              {t('my-dossiers-all', { provider: signOn })}
            </a>
          </p>
        )}
      </section>
      {villages.length === 0 ? null : (
        <section className="gold-edge" id="nguoi-giup">
          <h2>{t('help-title')}</h2>
          {chosen === undefined ? <p>{t('help-lead')}</p> : <TeamHelp locale={locale} village={chosen} hotline={hotline} />}
          <form className="form" action={`${PUBLIC_PATHS.home}#nguoi-giup`} method="get">
            <SelectField
              locale={locale}
              name="thon"
              label={t('village')}
              empty={t('village-choose')}
              value={chosen?.id}
              options={villages.map((village) => ({ value: village.id, label: villageLabel(village) }))}
            />
            <Button kind="quiet">{t('village-button')}</Button>
          </form>
        </section>
      )}
    </>
  );
}
