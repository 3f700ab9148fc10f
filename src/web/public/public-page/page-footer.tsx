import { type ReactElement } from 'react';
import { plainDateWords } from '../../../kernel/date-words.ts';
import { Icon } from '../icon/icon.tsx';
import { PUBLIC_PATHS } from '../public-paths.ts';
import { PUBLIC_WORDS } from '../public-words.ts';
import { describeHours } from './describe-hours.ts';
import { choiceLink, type PageLook } from './display-choices.ts';
import { type PublicOffice } from './public-office.ts';

interface PageFooterProps {
  readonly look: PageLook;
  readonly path: string;
  readonly office: PublicOffice | undefined;
}

/** How to reach the office, when it is open, and what it will never ask for. */
export function PageFooter({ look, path, office }: PageFooterProps): ReactElement {
  const words = PUBLIC_WORDS[look.locale];
  const hours = office === undefined ? '' : describeHours(office.hours, look.locale);
  const coming = office?.hoursTomorrow;
  const contrast = look.contrast === 'high' ? 'normal' : 'high';
  const other = look.locale === 'vi' ? 'en' : 'vi';
  return (
    <footer className="foot">
      <div className="inner">
        {office === undefined ? null : (
          <address>
            <b>{office.centreName}</b>
            <span>{office.address}</span>
            <span>
              {words.hotline}:{' '}
              <a className="number" href={`tel:${office.hotline.replace(/[^+\d]/g, '')}`}>
                {office.hotline}
              </a>
            </span>
            {hours === '' ? null : (
              <span>
                {words.hours}: {hours}.
              </span>
            )}
            {coming == null || coming.hours.length === 0 ? null : (
              <span>
                {words['hours-tomorrow'].replace('{day}', plainDateWords(coming.from, look.locale))}: {describeHours(coming.hours, look.locale)}.
              </span>
            )}
          </address>
        )}
        <p className="never-asked">
          <Icon name="shield" />
          <b>{words['never-asked']}</b>
        </p>
        <ul className="foot-links no-print">
          <li>
            <a href={PUBLIC_PATHS.scams}>{words.scams}</a>
          </li>
          <li>
            <a href={choiceLink('tuong-phan', contrast === 'high' ? 'cao' : 'thuong', path)} rel="nofollow">
              {words[`contrast-${contrast}`]}
            </a>
          </li>
          <li>
            <a href={`${PUBLIC_PATHS.choices}?${new URLSearchParams({ ve: path }).toString()}`} rel="nofollow">
              {words.choices}
            </a>
          </li>
          <li>
            <a href={choiceLink('ngon-ngu', other, path)} rel="nofollow" lang={other} hrefLang={other}>
              {words['other-language']}
            </a>
          </li>
        </ul>
      </div>
    </footer>
  );
}
