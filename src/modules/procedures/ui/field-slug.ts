import { foldForSearch } from '../../../kernel/text-folding.ts';

/** The path segment of a field: “Hộ tịch” gives `ho-tich`. */
export function fieldSlug(field: string): string {
  return foldForSearch(field).replaceAll(' ', '-');
}
