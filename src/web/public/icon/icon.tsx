import { type ReactElement } from 'react';

/** Line drawings, 24 by 24, one path each. */
const PATHS = {
  'birth': 'M12 11.500a3.8 3.8 0 1 0 0-7.6 3.8 3.8 0 0 0 0 7.600ZM5.3 20.300c0-4.5 3-6.8 6.7-6.800s6.7 2.3 6.7 6.800M9.8 7.900c.8 1 3.6 1 4.4 0',
  'marriage': 'M9 19.100a5.6 5.6 0 1 0 0-11.2 5.6 5.6 0 0 0 0 11.200ZM15 19.100a5.6 5.6 0 1 0 0-11.2 5.6 5.6 0 0 0 0 11.200ZM7.5 4.5 9 6.800l1.5-2.3',
  'certification': 'M13 21H6.800V3h7.500L18 6.800v6.400M14.3 3v3.800H18M9.8 11.300H15M9.8 15h3M16.5 21.800a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  'home': 'M3 11.3 12 3.800l9 7.500M6 9.800v10.500h12V9.800M9.8 20.300v-6h4.400v6',
  'business': 'M3.8 9h16.400l-1.4-4.500H5.300L3.8 9ZM4.5 9.500v10.800h15V9.500M9 20.300v-6h6v6M3.8 9c0 2.3 4 2.3 4 0 0 2.3 4.2 2.3 4.2 0 0 2.3 4.2 2.3 4.2 0 0 2.3 4 2.3 4 0',
  'support': 'M12 20.300S3.8 15 3.8 9A4.5 4.5 0 0 1 12 6.8 4.5 4.5 0 0 1 20.3 9c0 6-8.3 11.3-8.3 11.300Z',
  'search': 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 20.5 20.5',
  'speaker': 'M4 9v6h4l5 4V5L8 9ZM16.5 8.500a5 5 0 0 1 0 7M19 6a8.5 8.5 0 0 1 0 12',
  'check': 'M4.5 12.5 9.5 17.5 19.5 7',
  'clock': 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5.500l3.5 2',
  'near': 'M6.5 3.500h11M6.5 20.500h11M7.5 3.500c0 5 9 7 9 17M16.5 3.500c0 5-9 7-9 17',
  'today': 'M4 6h16v14.500H4ZM4 10.500h16M8 3.500V8M16 3.500V8M12 13.500v3.5',
  'overdue': 'M12 3.5 21.5 20h-19ZM12 9.500v5M12 17.200v.1',
  'paused': 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9.8 8.500v7M14.2 8.500v7',
  'info': 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v5.500M12 7.700v.1',
  'good': 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM7.8 12.300l3 3 5.4-6',
  'bad': 'M8.3 3h7.400L21 8.300v7.400L15.7 21H8.300L3 15.700V8.300ZM12 7.500v5.500M12 16.300v.1',
  'phone': 'M5 3.500h4l1.8 4.7-2.3 1.600a11 11 0 0 0 5.7 5.700l1.6-2.3 4.7 1.800v4A1.6 1.6 0 0 1 18.9 20.5 15.5 15.5 0 0 1 3.5 5.1 1.6 1.6 0 0 1 5 3.500Z',
  'shield': 'M12 3 4.5 5.800v5.400c0 4.6 3.2 8.2 7.5 9.8 4.3-1.6 7.5-5.2 7.5-9.800V5.800ZM8.5 12l2.5 2.5 4.5-5',
  'download': 'M12 4v11M7.5 11 12 15.5 16.5 11M4.5 20h15',
  'previous': 'M14.5 5.5 8 12l6.5 6.5',
  'next': 'M9.5 5.5 16 12l-6.5 6.5',
  'camera': 'M3.5 8h4l1.5-2.500h6L16.5 8h4v11.500h-17ZM12 16.800a3.4 3.4 0 1 0 0-6.8 3.4 3.4 0 0 0 0 6.800Z',
  'printer': 'M7 8.500v-5h10v5M7 17H3.500V8.500h17V17H17M7 14h10v6.500H7Z',
} as const;

export type IconName = keyof typeof PATHS;

/** The names of all icons, for the gallery. */
export const ICON_NAMES = Object.keys(PATHS) as readonly IconName[];

interface IconProps {
  readonly name: IconName;
  /** What the picture says when no words stand beside it. */
  readonly label?: string | undefined;
}

/** A line drawing in the colour of the text; hidden from screen readers unless it has a label. */
export function Icon({ name, label }: IconProps): ReactElement {
  return (
    <svg className="icon" viewBox="0 0 24 24" {...(label === undefined ? { 'aria-hidden': true } : { 'role': 'img', 'aria-label': label })}>
      <path d={PATHS[name]} />
    </svg>
  );
}
