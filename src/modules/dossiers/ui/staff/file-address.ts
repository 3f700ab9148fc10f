/** Where a picture or PDF of a dossier is read. */
export function fileAddress(dossierId: string, fileId: string): string {
  return `/api/dossiers/${dossierId}/files/${fileId}`;
}

/** Where a kept paper, an electronic result or a proof of delivery of a dossier is read. */
export function keptAddress(dossierId: string, sha256: string): string {
  return `/api/dossiers/${dossierId}/kept/${sha256}`;
}
