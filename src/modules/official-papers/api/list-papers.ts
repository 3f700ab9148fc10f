import { type Database } from '../../../platform/db/database.ts';
import { type PaperKind } from '../domain/paper-kind.ts';
import { paperNumberWords } from '../papers/paper-words.ts';
import { listPaperLines } from '../store/official-papers.ts';

/** One issued paper as a list shows it. */
export interface IssuedPaperLine {
  readonly id: string;
  readonly kind: PaperKind;
  readonly title: string;
  /** “12/PTC-TTPVHCC”. */
  readonly number: string;
  readonly issuedAt: string;
  readonly issuedBy: string;
  /** Withdrawn or replaced; `replacedBy` is the number of the new paper. */
  readonly voided: { readonly at: string; readonly by: string; readonly reason: string; readonly replacedBy: string | null } | null;
}

/** The papers that were issued about a dossier, oldest first, with what became of each. */
export async function listIssuedPapers(db: Database, communeCode: string, dossierId: string): Promise<IssuedPaperLine[]> {
  const lines = await listPaperLines(db, communeCode, dossierId);
  const numberOf = (id: string | null) => {
    const line = lines.find((other) => other.id === id);
    return line === undefined ? null : paperNumberWords(line.number, line.suffix);
  };
  return lines.map((line) => ({
    id: line.id,
    kind: line.kind,
    title: line.title,
    number: paperNumberWords(line.number, line.suffix),
    issuedAt: line.issued_at.toISOString(),
    issuedBy: line.issued_by_name,
    voided: line.voided_at === null ? null : { at: line.voided_at.toISOString(), by: line.voided_by_name ?? '', reason: line.void_reason ?? '', replacedBy: numberOf(line.replaced_by) },
  }));
}
