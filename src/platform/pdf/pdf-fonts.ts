import { createRequire } from 'node:module';
import { type PdfFont } from './sheet.ts';

const require = createRequire(import.meta.url);

interface Faces {
  readonly normal: string;
  readonly bold: string;
  readonly italics: string;
  readonly bolditalics: string;
}

function faces(name: 'be-vietnam-pro' | 'tinos', file: 'BeVietnamPro' | 'Tinos'): Faces {
  const path = (face: string) => require.resolve(`@expo-google-fonts/${name}/${face}/${file}_${face}.ttf`);
  return { normal: path('400Regular'), bold: path('700Bold'), italics: path('400Regular_Italic'), bolditalics: path('700Bold_Italic') };
}

/** Whole TrueType files with every Vietnamese letter (SIL Open Font License 1.1); a PDF embeds only the letters that it uses. */
export const PDF_FONTS: Readonly<Record<PdfFont, Faces>> = {
  'Be Vietnam Pro': faces('be-vietnam-pro', 'BeVietnamPro'),
  Tinos: faces('tinos', 'Tinos'),
};

const FILES: ReadonlySet<string> = new Set(Object.values(PDF_FONTS).flatMap((font) => Object.values(font) as string[]));

/** Whether the layout engine may open a file: the embedded fonts and nothing else. */
export function isFontFile(path: string): boolean {
  return FILES.has(path);
}
