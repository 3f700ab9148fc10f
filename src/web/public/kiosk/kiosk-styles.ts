import { readFileSync } from 'node:fs';
import { minifyCss } from '../styles/minify-css.ts';

/** The sheet of devices: pages in the dress of the kiosk, displays, counter screens. Only their pages carry it. */
export const KIOSK_STYLES: string = minifyCss(readFileSync(new URL('./kiosk.css', import.meta.url), 'utf8'));
