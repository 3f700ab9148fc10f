import { type RequestContext } from '../../../platform/http/route.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { PUBLIC_PATHS } from '../public-paths.ts';

/** Light, dark, or as the device asks. */
type Theme = 'auto' | 'light' | 'dark';

/** Everything about a request that changes how a public page looks. */
export interface PageLook {
  readonly locale: Locale;
  readonly scale: '100' | '125' | '150';
  readonly contrast: 'normal' | 'high';
  readonly theme: Theme;
  /** Whether the page stands on a machine that everybody uses. */
  readonly kiosk: boolean;
}

/** The part of a request that decides its look. */
export type LookContext = Pick<RequestContext, 'locale' | 'display' | 'cookies'>;

/** The cookies in which a visitor's choices are kept for a year, by the name of the query parameter that sets them. */
export const CHOICES = {
  'co-chu': ['100', '125', '150'],
  'tuong-phan': ['thuong', 'cao'],
  'mau-nen': ['theo-may', 'sang', 'toi'],
  'ngon-ngu': ['vi', 'en'],
} as const;

export type ChoiceName = keyof typeof CHOICES;

const THEMES: ReadonlyMap<string | undefined, Theme> = new Map([
  ['sang', 'light'],
  ['toi', 'dark'],
]);

/** The look of a request, from the choices that its cookies carry. */
export function lookOf(context: LookContext): PageLook {
  return {
    locale: context.locale,
    scale: context.display.scale,
    contrast: context.display.contrast,
    theme: THEMES.get(context.cookies['mau-nen']) ?? 'auto',
    kiosk: context.display.kiosk ?? false,
  };
}

/** One step of the type size switch: 100, 125, 150 per cent and round again. */
export function nextScale(scale: PageLook['scale']): PageLook['scale'] {
  return scale === '100' ? '125' : scale === '125' ? '150' : '100';
}

/** The link that makes one choice and comes back to `path`. It works without a script: the answer sets a cookie and leads back. */
export function choiceLink(name: ChoiceName, value: string, path: string): string {
  return `${PUBLIC_PATHS.choices}?${new URLSearchParams({ [name]: value, ve: path }).toString()}`;
}
