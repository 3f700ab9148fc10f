import { dayOf, instantOn, type LocalDate } from '../../../kernel/local-time.ts';
import { type Database } from '../../../platform/db/database.ts';
import { type PaperListResponse } from '../contract/paper-schemas.ts';
import { type PaperKind } from '../domain/paper-kind.ts';
import { paperNumberWords } from '../papers/paper-words.ts';
import { listPaperLines, listPapers, listSlipsOf } from '../store/official-papers.ts';

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
    return line === undefined ? null : paperNumberWords(line.number, line.suffix, line.former);
  };
  return lines.map((line) => ({
    id: line.id,
    kind: line.kind,
    title: line.title,
    number: paperNumberWords(line.number, line.suffix, line.former),
    issuedAt: line.issued_at.toISOString(),
    issuedBy: line.issued_by_name,
    voided: line.voided_at === null ? null : { at: line.voided_at.toISOString(), by: line.voided_by_name ?? '', reason: line.void_reason ?? '', replacedBy: numberOf(line.replaced_by) },
  }));
}

/** A day has fewer papers than this in the largest commune. */
const MOST = 500;

/** The papers that a commune issued on a local day, or without a day its newest; of one kind where one is given. */
export async function listCommunePapers(db: Database, communeCode: string, wanted: { readonly day: LocalDate | null; readonly kind: PaperKind | null }): Promise<PaperListResponse> {
  const day = wanted.day === null ? null : dayOf(wanted.day);
  const rows = await listPapers(db, {
    communeCode, kind: wanted.kind, limit: MOST + 1,
    from: day === null ? null : new Date(instantOn(day, 0)), until: day === null ? null : new Date(instantOn(day + 1, 0)),
  });
  return {
    items: rows.slice(0, MOST).map((row) => ({
      id: row.id, kind: row.kind, title: row.title, number: paperNumberWords(row.number, row.suffix, row.former), issuedAt: row.issued_at.toISOString(), issuedBy: row.issued_by_name,
      dossierId: row.dossier_id, about: row.about, person: row.person, holds: row.holds,
    })),
    more: rows.length > MOST,
  };
}

/** The newest hand-over slip of each dossier that is on one for dossiers or for results, as a number such as “05/PBG-TTPVHCC”. */
export async function slipNumbersOf(db: Database, communeCode: string, dossierIds: readonly string[], what: 'dossiers' | 'results'): Promise<ReadonlyMap<string, string>> {
  const slips = (await listSlipsOf(db, communeCode, dossierIds)).filter((slip) => slip.what === what);
  return new Map(slips.toReversed().map((slip) => [slip.dossier_id, paperNumberWords(slip.number, slip.suffix)]));
}
