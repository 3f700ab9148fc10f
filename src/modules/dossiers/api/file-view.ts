import { type DossierFileRow, type DossierPage } from '../store/dossier-page.ts';

/** The files of a paper that count; those that better ones replaced are left out. */
export function currentFiles({ files }: Pick<DossierPage, 'files'>, paperId: string): readonly DossierFileRow[] {
  return files.filter((file) => file.paper_id === paperId && file.superseded_at === null);
}

/** A file as the screens get it. */
export function fileView(file: DossierFileRow) {
  return { id: file.id, fileName: file.file_name, mediaType: file.media_type, byteCount: file.byte_count };
}
