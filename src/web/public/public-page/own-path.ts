/** Stands for this site while an address is read; nothing is ever asked of it. */
const BASE = 'http://own.invalid';

/**
 * A path of this site out of text that a visitor could have written, with query and fragment; `/` for anything that would lead
 * elsewhere, such as `//example.com`, `/\example.com`, `https:…`, or that carries control characters. `lang` is left out of the query,
 * because it would win over the language that was just chosen.
 */
export function ownPath(text: string | undefined): string {
  if (text === undefined || text.length > 500 || !/^\/(?![/\\])[^\\\p{Cc}\s]*$/u.test(text) || !URL.canParse(text, BASE)) return '/';
  const url = new URL(text, BASE);
  // Dot segments can turn into a second slash: `/.//example.com` is the host example.com for the next reader.
  if (url.origin !== BASE || url.pathname.startsWith('//')) return '/';
  url.searchParams.delete('lang');
  return `${url.pathname}${url.search}${url.hash}`;
}
