import { type ReactElement } from 'react';
import { type Locale } from '../../platform/i18n/locale.ts';
import { type ComponentExamples } from '../public/component-example.ts';
import { BOTTOM_BAR_EXAMPLES } from '../public/bottom-bar/bottom-bar.example.tsx';
import { BREADCRUMB_EXAMPLES } from '../public/breadcrumb/breadcrumb.example.tsx';
import { BUTTON_EXAMPLES } from '../public/button/button.example.tsx';
import { CARDS_EXAMPLES } from '../public/cards/cards.example.tsx';
import { CHECKBOX_FIELD_EXAMPLES } from '../public/checkbox-field/checkbox-field.example.tsx';
import { DATE_FIELD_EXAMPLES } from '../public/date-field/date-field.example.tsx';
import { ERROR_SUMMARY_EXAMPLES } from '../public/error-summary/error-summary.example.tsx';
import { FACT_STRIP_EXAMPLES } from '../public/fact-strip/fact-strip.example.tsx';
import { FILE_FIELD_EXAMPLES } from '../public/file-field/file-field.example.tsx';
import { ICON_EXAMPLES } from '../public/icon/icon.example.tsx';
import { LIFE_EVENT_GRID_EXAMPLES } from '../public/life-event-grid/life-event-grid.example.tsx';
import { MARKED_PICTURE_EXAMPLES } from '../public/marked-picture/marked-picture.example.tsx';
import { NOTICE_EXAMPLES } from '../public/notice/notice.example.tsx';
import { PAGER_EXAMPLES } from '../public/pager/pager.example.tsx';
import { PAPER_CHECKLIST_EXAMPLES } from '../public/paper-checklist/paper-checklist.example.tsx';
import { PUBLIC_FORM_EXAMPLES } from '../public/public-form/public-form.example.tsx';
import { QR_PICTURE_EXAMPLES } from '../public/qr-picture/qr-picture.example.tsx';
import { RADIO_GROUP_EXAMPLES } from '../public/radio-group/radio-group.example.tsx';
import { RECEIVED_FILES_EXAMPLES } from '../public/received-files/received-files.example.tsx';
import { SEARCH_BOX_EXAMPLES } from '../public/search-box/search-box.example.tsx';
import { SELECT_FIELD_EXAMPLES } from '../public/select-field/select-field.example.tsx';
import { TEXT_AREA_EXAMPLES } from '../public/text-area/text-area.example.tsx';
import { TEXT_FIELD_EXAMPLES } from '../public/text-field/text-field.example.tsx';
import { TIME_STATE_EXAMPLES } from '../public/time-state/time-state.example.tsx';
import { TIMELINE_EXAMPLES } from '../public/timeline/timeline.example.tsx';
import { TRACE_LIST_EXAMPLES } from '../public/trace-list/trace-list.example.tsx';

/** The examples of every component of the public pages, in the order of the gallery. */
export const ALL_EXAMPLES: readonly ComponentExamples[] = [
  ICON_EXAMPLES,
  BUTTON_EXAMPLES,
  NOTICE_EXAMPLES,
  SEARCH_BOX_EXAMPLES,
  LIFE_EVENT_GRID_EXAMPLES,
  FACT_STRIP_EXAMPLES,
  PAPER_CHECKLIST_EXAMPLES,
  ERROR_SUMMARY_EXAMPLES,
  TEXT_FIELD_EXAMPLES,
  TEXT_AREA_EXAMPLES,
  SELECT_FIELD_EXAMPLES,
  RADIO_GROUP_EXAMPLES,
  CHECKBOX_FIELD_EXAMPLES,
  DATE_FIELD_EXAMPLES,
  FILE_FIELD_EXAMPLES,
  PUBLIC_FORM_EXAMPLES,
  TIMELINE_EXAMPLES,
  TIME_STATE_EXAMPLES,
  TRACE_LIST_EXAMPLES,
  QR_PICTURE_EXAMPLES,
  MARKED_PICTURE_EXAMPLES,
  RECEIVED_FILES_EXAMPLES,
  CARDS_EXAMPLES,
  PAGER_EXAMPLES,
  BREADCRUMB_EXAMPLES,
  BOTTOM_BAR_EXAMPLES,
];

/** Every component in the cases that matter, for the people who build pages and for the tests. */
export function GalleryPage({ locale }: { readonly locale: Locale }): ReactElement {
  return (
    <>
      <h1>{locale === 'vi' ? 'Mẫu giao diện' : 'Components'}</h1>
      {ALL_EXAMPLES.map(({ component, examples }) => (
        <section key={component}>
          <h2>{component}</h2>
          {examples.map(({ name, show }) => (
            <section key={name}>
              <h3 lang="en">{name}</h3>
              {show(locale)}
            </section>
          ))}
        </section>
      ))}
    </>
  );
}
