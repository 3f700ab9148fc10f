import { type Database } from '../../../platform/db/database.ts';
import { type PdfFlow } from '../../../platform/pdf/pdf-definition.ts';
import { numberWords } from '../domain/receipt-symbol.ts';
import { type ReceiptView } from '../domain/receipt-view.ts';
import { findReceipt, listReceiptsOf, listReceiptsOfMany } from '../store/receipts.ts';
import { drawReceipt } from './receipt-stamp.ts';

/** A receipt as its citizen finds it. */
export interface CitizenReceipt {
  readonly id: string;
  readonly title: string;
  readonly number: string;
  readonly issuedAt: Date;
}

/** The receipts of a dossier that hold, oldest first. */
export async function listReceiptsForCitizen(db: Database, communeCode: string, dossierId: string): Promise<readonly CitizenReceipt[]> {
  return (await listReceiptsOf(db, communeCode, dossierId)).filter(({ ended_at: ended }) => ended === null).map((row) => {
    const view = row.view as ReceiptView;
    return { id: row.id, title: view.name, number: `${row.symbol} ${numberWords(row.number, view.digits)}`, issuedAt: row.issued_at };
  });
}

/** The numbers of the receipts of some dossiers that hold, in one question; several of one dossier stand side by side. */
export async function receiptNumbersOf(db: Database, communeCode: string, dossierIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const numbers = new Map<string, string>();
  for (const row of await listReceiptsOfMany(db, communeCode, dossierIds)) {
    if (row.dossier_id === null) continue;
    const words = `${row.symbol} ${numberWords(row.number, (row.view as ReceiptView).digits)}`;
    const before = numbers.get(row.dossier_id);
    numbers.set(row.dossier_id, before === undefined ? words : `${before}; ${words}`);
  }
  return numbers;
}

/** Draws a receipt of a dossier that holds; undefined when there is none of that id. */
export async function drawReceiptOf(db: Database, publicUrl: string, communeCode: string, dossierId: string, id: string): Promise<PdfFlow | undefined> {
  const row = await findReceipt(db, communeCode, id);
  if (row?.dossier_id !== dossierId || row.ended_at !== null) return undefined;
  const successor = row.corrected_by === null ? undefined : await findReceipt(db, communeCode, row.corrected_by);
  return drawReceipt(row, successor, publicUrl);
}
