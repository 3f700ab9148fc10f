import { doesStep, handlesField, type StaffActor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { signatureTitle } from '../../../kernel/signature-title.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { certificationNumberWords } from '../domain/certification-number.ts';
import { findCertification, markSigned, takeCertificationNumber } from '../store/certifications.ts';

/** A dossier that was just signed, in whatever list or lane. */
export interface SignedDossier {
  readonly communeCode: string;
  readonly dossierId: string;
  readonly field: string;
}

/**
 * Enters a signed dossier in its yearly book, in the transaction of the signature: each document takes its number now and no sooner. Signed a
 * second time after it was sent back, it keeps its numbers. Answers the numbers in words; null for a dossier that is no certification, or has no book.
 */
export async function signCertification(tx: Tx, { communeCode, dossierId, field }: SignedDossier, signer: StaffActor, now: Date): Promise<string | null> {
  const found = await findCertification(tx, communeCode, dossierId);
  if (found === undefined) return null;
  const { certification, documents } = found;
  await markSigned(tx, certification, { at: now, by: signer.staffId, name: signer.fullName, title: signerTitle(signer, field) });
  const { book } = certification;
  if (book === null) return null;
  const year = Number(dateAt(now.getTime()).slice(0, 4));
  for (const document of documents) if (document.number === null) await takeCertificationNumber(tx, document, book, year);
  const numbered = await findCertification(tx, communeCode, dossierId);
  return (numbered?.documents ?? []).map(numberWordsOf).join('; ');
}

/** The number of a document in words; empty before it has one. */
export function numberWordsOf({ number, book_volume, book_year, book }: { readonly number: number | null; readonly book_volume: number | null; readonly book_year: number | null; readonly book: string | null }): string {
  if (number === null || book_volume === null || book_year === null || book === null) return '';
  return certificationNumberWords({ number, volume: book_volume, year: book_year, book });
}

/** The position by which somebody signs for a field: a leader's own, or that of an officer to whom signing was delegated (NĐ 280/2025). */
function signerTitle(signer: StaffActor, field: string): string {
  const signing = signer.positions.find((position) => (position.role === 'president' || position.role === 'unit-head') && doesStep(position, 'approve') && handlesField(position, field));
  return signing === undefined ? '' : signatureTitle(signing, signer.positions);
}
