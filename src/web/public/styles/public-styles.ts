import { readFileSync } from 'node:fs';
import { minifyCss } from './minify-css.ts';

/** The sheets in the order of the cascade: tokens, plain elements, components, shell, paper. */
const SHEETS = [
  '../../tokens/tokens.css',
  '../../tokens/fonts.css',
  './base.css',
  '../icon/icon.css',
  '../gate-mark/gate-mark.css',
  '../field/field.css',
  '../text-field/text-field.css',
  '../text-area/text-area.css',
  '../select-field/select-field.css',
  '../radio-group/radio-group.css',
  '../date-field/date-field.css',
  '../file-field/file-field.css',
  '../public-form/public-form.css',
  '../button/button.css',
  '../notice/notice.css',
  '../error-summary/error-summary.css',
  '../search-box/search-box.css',
  '../life-event-grid/life-event-grid.css',
  '../fact-strip/fact-strip.css',
  '../paper-checklist/paper-checklist.css',
  '../timeline/timeline.css',
  '../time-state/time-state.css',
  '../trace-list/trace-list.css',
  '../qr-picture/qr-picture.css',
  '../marked-picture/marked-picture.css',
  '../received-files/received-files.css',
  '../breadcrumb/breadcrumb.css',
  '../cards/cards.css',
  '../bottom-bar/bottom-bar.css',
  '../public-page/public-page.css',
  './print.css',
] as const;

/** The one style sheet that every public page carries inside; its hash stands in the content security policy. */
export const PUBLIC_STYLES: string = SHEETS.map((sheet) => minifyCss(readFileSync(new URL(sheet, import.meta.url), 'utf8'))).join('');
