/** Where a picture or PDF of a dossier is read. */
export function fileAddress(dossierId: string, fileId: string): string {
  return `/api/dossiers/${dossierId}/files/${fileId}`;
}
