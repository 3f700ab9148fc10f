import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { ButtonLink } from '../../../../web/public/button/button-link.tsx';
import { type VillageHelp, villageLabel } from '../../domain/village-help.ts';
import { PORTAL_WORDS } from '../messages.ts';

interface TeamHelpProps {
  readonly locale: Locale;
  readonly village: VillageHelp;
  readonly hotline: string;
}

/** Who helps in one village and how to call; the office's own number where the village has published nobody. */
export function TeamHelp({ locale, village, hotline }: TeamHelpProps): ReactElement {
  const t = translator(PORTAL_WORDS, locale);
  const label = villageLabel(village);
  if (village.teamLeaderName === null) return <p>{t('help-nobody', { village: label, hotline })}</p>;
  return (
    <>
      <p>
        <b>{t('help-who', { village: label, name: village.teamLeaderName })}</b>
      </p>
      {village.teamLeaderPhone === null ? (
        <p>{t('help-no-phone', { hotline })}</p>
      ) : (
        <p>
          <ButtonLink href={`tel:${village.teamLeaderPhone.replace(/[^+\d]/g, '')}`} icon="phone">
            {t('help-call', { phone: village.teamLeaderPhone })}
          </ButtonLink>
        </p>
      )}
    </>
  );
}
