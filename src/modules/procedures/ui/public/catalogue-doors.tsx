import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { LIFE_EVENT_DOORS } from '../../../../web/public/life-event-grid/life-event-doors.ts';
import { LifeEventGrid } from '../../../../web/public/life-event-grid/life-event-grid.tsx';
import { PROCEDURE_PATHS } from '../../contract/procedure-paths.ts';
import { LIFE_EVENT_PAGES } from '../life-events.ts';
import { PROCEDURE_WORDS } from './messages.ts';

/** A field of the catalogue with how many procedures it has for citizens. */
export interface FieldDoor {
  readonly field: string;
  readonly slug: string;
  readonly count: number;
}

/** The catalogue by life event: the doors of the home page, and lines for the rest. */
export function EventDoors({ locale }: { readonly locale: Locale }): ReactElement {
  const t = translator(PROCEDURE_WORDS, locale);
  const others = LIFE_EVENT_PAGES.filter((page) => LIFE_EVENT_DOORS.every((door) => door.event !== page.event));
  return (
    <section>
      <h2>{t('by-event')}</h2>
      <LifeEventGrid events={LIFE_EVENT_DOORS.map((door) => ({ label: door.label[locale], href: PROCEDURE_PATHS.lifeEvent(door.slug), icon: door.icon }))} />
      <p className="row">
        {others.map((page) => (
          <a key={page.slug} className="step-link" href={PROCEDURE_PATHS.lifeEvent(page.slug)}>
            {page.label[locale]}
          </a>
        ))}
      </p>
    </section>
  );
}

/** The catalogue by field, as published. */
export function FieldDoors({ locale, fields }: { readonly locale: Locale; readonly fields: readonly FieldDoor[] }): ReactElement {
  const t = translator(PROCEDURE_WORDS, locale);
  return (
    <section id="linh-vuc">
      <h2>{t('by-field')}</h2>
      <ul className="papers">
        {fields.map(({ field, slug, count }) => (
          <li key={slug}>
            <div>
              <a href={PROCEDURE_PATHS.field(slug)} lang={locale === 'en' ? 'vi' : undefined}>
                {field}
              </a>
            </div>
            <span className="hint number">{t(count === 1 ? 'field-count-one' : 'field-count', { count })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
