import { type Locale } from '../../../platform/i18n/locale.ts';
import { LIFE_EVENT_DOORS } from '../../../web/public/life-event-grid/life-event-doors.ts';
import { type LifeEvent } from '../domain/procedure-pack.ts';

/** A page that lists the procedures of one event in a family's life. */
export interface LifeEventPage {
  readonly event: LifeEvent;
  readonly slug: string;
  readonly label: Readonly<Record<Locale, string>>;
}

/** The six doors of the home page, then death and everything else: nobody looks for a death behind a coloured door. */
export const LIFE_EVENT_PAGES: readonly LifeEventPage[] = [
  ...LIFE_EVENT_DOORS,
  { event: 'death', slug: 'qua-doi', label: { vi: 'Người thân qua đời', en: 'A death in the family' } },
  { event: 'other', slug: 'viec-khac', label: { vi: 'Việc khác', en: 'Other matters' } },
];

/** The page of an event; every event has one. */
export function lifeEventPage(event: LifeEvent): LifeEventPage {
  const page = LIFE_EVENT_PAGES.find((one) => one.event === event);
  if (page === undefined) throw new Error(`no page for the life event ${event}`);
  return page;
}
