import { readFileSync } from 'node:fs';
import { minifyCss } from '../styles/minify-css.ts';

/** The style sheet of the pages for papers, beside the one of all pages. */
export const UPLOADS_SHEET: string = minifyCss(readFileSync(new URL('./uploads.css', import.meta.url), 'utf8'));
