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

/** Where up to 100 issued papers are printed in one file. */
export function papersAddress(paperIds: readonly string[]): string {
  return `/api/papers/print.pdf?ids=${paperIds.join(',')}`;
}

/** Where the labels of up to 100 dossiers are printed, 24 to a sheet. */
export function shelfLabelsAddress(dossierIds: readonly string[]): string {
  return `/api/papers/shelf-labels.pdf?layout=sheet&ids=${dossierIds.join(',')}`;
}
