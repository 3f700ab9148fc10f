import { type ReactElement } from 'react';

/** Line drawings that only the workspace needs, 24 by 24; the others are shared with the public pages. */
const PATHS = {
  'plus': 'M12 5v14M5 12h14',
  'close': 'M6 6l12 12M18 6 6 18',
  'attach': 'M19.500 11.500 12 19a4.600 4.600 0 0 1-6.500-6.500l8-8a3 3 0 0 1 4.300 4.300l-8 8a1.500 1.500 0 0 1-2.200-2.200l7-7',
  'person': 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.500 20.500c0-4 3.300-6 7.500-6s7.500 2 7.500 6',
  'card': 'M3 5.500h18v13H3ZM6.500 15.500c0-2 1-2.800 2.500-2.800s2.500.8 2.500 2.800M9 11.500a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3ZM14.500 10h4M14.500 13.500h4',
  'text-size': 'M3 18 8 6l5 12M4.700 14h6.600M14.500 18l3.250-8L21 18M15.600 15.500h4.300',
  'paper': 'M6 3h8.500L18 6.500V21H6ZM14 3v4h4M9 11.500h6M9 15h6',
  'outside': 'M13.500 4.500h6v6M19.500 4.500 11 13M17 14v5.500H4.500V7H10',
  'keyboard': 'M3 7h18v11H3ZM6.500 10.500h.1M10.200 10.500h.1M13.800 10.500h.1M17.500 10.500h.1M8 14.500h8',
  'bell': 'M6 16.500V11a6 6 0 0 1 12 0v5.500l1.500 2h-15ZM10 21h4',
  'turn': 'M19.500 12a7.500 7.500 0 1 1-2.600-5.700M19.500 3.500v4.500h-4.500',
  'down': 'M6 9.500l6 6 6-6',
  'reuse': 'M4.500 12a7.500 7.500 0 0 1 13-5.100l2 2M19.500 4v5h-5M19.500 12a7.500 7.500 0 0 1-13 5.100l-2-2M4.500 20v-5h5',
} as const;

export type GlyphName = keyof typeof PATHS;

/** A line drawing in the colour of the text. Words or a label always stand beside it, so screen readers skip it. */
export function Glyph({ name }: { readonly name: GlyphName }): ReactElement {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden={true}>
      <path d={PATHS[name]} />
    </svg>
  );
}
