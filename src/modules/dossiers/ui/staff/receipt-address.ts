/** Where the slip of a dossier (form 01) is made, to be opened in a tab of its own and printed. */
export function receiptAddress(dossierId: string): string {
  return `/api/dossiers/${dossierId}/receipt.pdf`;
}

/** Where an issued paper is printed again. */
export function paperAddress(paperId: string): string {
  return `/api/papers/${paperId}/print.pdf`;
}

/** Where the label of a dossier for the shelf is printed. */
export function shelfLabelAddress(dossierId: string): string {
  return `/api/dossiers/${dossierId}/shelf-label.pdf`;
}
