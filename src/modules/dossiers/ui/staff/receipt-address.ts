/** Where the slip of a dossier (form 01) is made, to be opened in a tab of its own and printed. */
export function receiptAddress(dossierId: string): string {
  return `/api/dossiers/${dossierId}/receipt.pdf`;
}
