import { type Database } from '../../../platform/db/database.ts';
import { type ExchangedRow, listByCodes, NATIONAL_CODE } from '../../dossiers/index.ts';
import { type OwnSide } from '../domain/compare-stated.ts';
import { type LinkRow, listLinks } from '../store/links.ts';
import { countMessages } from '../store/messages.ts';
import { listNewestMismatches, type MismatchRow } from '../store/mismatches.ts';

/** What is here about one external code. */
export interface KnownDossier {
  readonly dossier: ExchangedRow;
  readonly link: LinkRow | undefined;
  readonly own: OwnSide;
  readonly mismatches: readonly MismatchRow[];
  readonly waiting: number;
  readonly failed: number;
}

/** Everything that is here about the external codes of some lines, in four queries. */
export async function findKnown(db: Database, communeCode: string, codes: readonly string[]): Promise<ReadonlyMap<string, KnownDossier>> {
  const wanted = [...new Set(codes)];
  const dossiers = await listByCodes(db, communeCode, wanted);
  if (dossiers.length === 0) return new Map();
  const ids = dossiers.map(({ id }) => id);
  const links = await listLinks(db, communeCode, wanted);
  const mismatches = await listNewestMismatches(db, communeCode, ids);
  const messages = await countMessages(db, communeCode, ids);
  const known = new Map<string, KnownDossier>();
  for (const dossier of dossiers) {
    const told = messages.find((one) => one.dossier_id === dossier.id);
    const waiting = told?.waiting ?? 0;
    const failed = told?.failed ?? 0;
    const here: KnownDossier = {
      dossier,
      link: links.find((link) => link.dossier_id === dossier.id),
      own: ownSide(dossier, waiting + failed > 0),
      mismatches: mismatches.filter((one) => one.dossier_id === dossier.id),
      waiting,
      failed,
    };
    for (const code of [dossier.code, dossier.external_code]) if (code !== null) known.set(code, here);
  }
  return known;
}

/** Our side of a comparison. */
function ownSide(dossier: ExchangedRow, stillTelling: boolean): OwnSide {
  return {
    status: NATIONAL_CODE[dossier.state],
    dueAt: dossier.due_at?.getTime() ?? null,
    fullName: dossier.applicant_name,
    citizenNumber: dossier.applicant_number,
    procedureCode: dossier.procedure_code,
    stillTelling,
  };
}
