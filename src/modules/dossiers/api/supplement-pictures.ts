import { type PictureMark } from '../domain/picture-marks.ts';
import { type DossierFileRow, type DossierPage } from '../store/dossier-page.ts';
import { type SupplementItemRow, type WholeSupplement } from '../store/supplements.ts';

/** The files that a paper had when the request was written, in the order to which the marks refer. */
export function filesBefore(page: Pick<DossierPage, 'files'> | undefined, { request, items }: WholeSupplement, item: SupplementItemRow): readonly DossierFileRow[] {
  const answers = new Set(items.map(({ id }) => id));
  return (page?.files ?? []).filter(
    (file) =>
      item.paper_id !== null && file.paper_id === item.paper_id && file.added_at <= request.asked_at &&
      (file.superseded_at === null || file.superseded_at >= request.asked_at) && !(file.supplement_item_id !== null && answers.has(file.supplement_item_id)),
  );
}

/** The marks of a fault, as its row carries them; nobody but us writes them. */
export function marksOf({ mark }: Pick<SupplementItemRow, 'mark'>): readonly PictureMark[] {
  return Array.isArray(mark) ? (mark as readonly PictureMark[]) : [];
}
