import { type PaperSize } from '../../../platform/pdf/paper-size.ts';
import { type SheetShape, type SheetText } from '../../../platform/pdf/sheet.ts';

export type PosterSize = Extract<PaperSize, 'A5' | 'A6'>;

/** Measures of a poster in points. */
export interface PosterLook {
  readonly margin: number;
  readonly band: number;
  readonly gate: number;
  readonly commune: number;
  readonly centre: number;
  readonly field: number;
  /** Type sizes to try for the name, largest first, with the lines each may take. */
  readonly names: readonly (readonly [size: number, lines: number])[];
  readonly label: number;
  readonly value: number;
  readonly heading: number;
  readonly list: number;
  readonly qr: number;
  readonly call: number;
  readonly help: number;
  readonly address: number;
}

export const POSTER_LOOKS: Readonly<Record<PosterSize, PosterLook>> = {
  A5: {
    margin: 30,
    band: 68,
    gate: 40,
    commune: 18,
    centre: 11,
    field: 11.5,
    names: [[32, 2], [28, 3], [24, 4], [20, 5], [16.5, 6], [13.5, 8]],
    label: 10.5,
    value: 14.5,
    heading: 14,
    list: 12.5,
    qr: 172,
    call: 19,
    help: 11.5,
    address: 12,
  },
  A6: {
    margin: 20,
    band: 47,
    gate: 27,
    commune: 12.5,
    centre: 8.2,
    field: 8.6,
    names: [[22, 2], [19.5, 3], [17, 4], [14, 5], [11.8, 6], [9.8, 8]],
    label: 8,
    value: 10.6,
    heading: 10.2,
    list: 9.2,
    qr: 116,
    call: 13.5,
    help: 8.6,
    address: 8.8,
  },
};

/** Colours of the design system. */
export const POSTER_INK = { ink: '#1F1B16', soft: '#5B5247', lacquer: '#8F1D1D', line: '#D8CFC0', paper: '#FFFFFF', gold: '#C8962E' } as const;

/** The mark of the program, a village gate on a field of 40 by 40, with the beam under its roof. */
export const POSTER_GATE = {
  path: 'M3 11.5C9 11 14.5 8.6 20 4c5.5 4.6 11 7 17 7.5l-1.3 4H34V36h-9V26a5 5 0 0 0-10 0v10H6V15.5H4.3z',
  beam: 'M9.5 19.5h21',
  side: 40,
} as const;

/** One line in the poster's face. */
export function posterText(
  text: string,
  x: number,
  baseline: number,
  style: Pick<SheetText, 'size' | 'maxWidth'> & Partial<Pick<SheetText, 'bold' | 'colour' | 'align'>>,
): SheetText {
  return { text, x, baseline, font: 'Be Vietnam Pro', bold: false, colour: POSTER_INK.ink, align: 'left', ...style };
}

/** The band at the top with the mark and the name of the office. */
export function posterBand(
  office: { readonly communeKind: string; readonly communeName: string; readonly centreName: string },
  width: number,
  look: PosterLook,
): { readonly shapes: readonly SheetShape[]; readonly texts: readonly SheetText[] } {
  const top = (look.band - look.gate) / 2;
  const scale = look.gate / POSTER_GATE.side;
  const x = look.margin + look.gate + look.margin * 0.4;
  const room = width - look.margin - x;
  const kind = `${office.communeKind.charAt(0).toLocaleUpperCase('vi')}${office.communeKind.slice(1)}`;
  return {
    shapes: [
      { kind: 'rect', x: 0, y: 0, width, height: look.band, colour: POSTER_INK.lacquer },
      { kind: 'path', x: look.margin, y: top, scale, path: POSTER_GATE.path, colour: POSTER_INK.paper },
      { kind: 'path', x: look.margin, y: top, scale, path: POSTER_GATE.beam, colour: POSTER_INK.lacquer, thickness: 1.6 },
    ],
    texts: [
      posterText(`${kind} ${office.communeName}`, x, look.band * 0.5, { size: look.commune, bold: true, colour: POSTER_INK.paper, maxWidth: room }),
      posterText(office.centreName, x, look.band * 0.5 + look.centre * 1.55, { size: look.centre, colour: POSTER_INK.paper, maxWidth: room }),
    ],
  };
}
