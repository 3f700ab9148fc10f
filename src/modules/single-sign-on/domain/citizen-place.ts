/** The first page of a citizen who signed in. */
export const MY_PAGE = '/cua-toi';

/**
 * Whether an address is one where a citizen's session counts: the own pages, and the pages of one dossier. Everywhere else the browser is
 * as if nobody had signed in, so that a session opens nothing by accident.
 */
export function isCitizenPlace(path: string): boolean {
  return /^\/(?:cua-toi|h)(?:[/?]|$)/.test(path);
}

/** Where a citizen goes after sign-in: a page where the session counts, else the own first page. `path` is one of this site. */
export function citizenPathAfter(path: string): string {
  return isCitizenPlace(path) && !/^\/cua-toi\/(?:dang-nhap|dang-xuat)/.test(path) ? path : MY_PAGE;
}
