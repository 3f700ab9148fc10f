/** Where a page of an uploaded file is shown as a picture. */
export function pageAddress({ sha256, page }: { readonly sha256: string; readonly page: number }, size: 'small' | 'large'): string {
  return `/api/uploads/${sha256}/pages/${String(page)}?size=${size}`;
}
