/** Remembers a choice of display for a year, under the same names as the public pages, so that the server knows it too. */
export function rememberChoice(name: 'ngon-ngu' | 'co-chu', value: string): void {
  document.cookie = `${name}=${value};path=/;max-age=31536000;samesite=lax`;
}
