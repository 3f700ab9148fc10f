import { type Selectable, sql } from 'kysely';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type DossierHistoryTable, type DossierPaperTable, type DossierStepTable, type DossierTable } from '../../../platform/db/tables.generated.ts';
import { type CorrectionRow, findDossierCode, listCorrections } from './corrections.ts';
import { listDeliveries } from './deliveries.ts';
import { listLateWork } from './late-work.ts';
import { type AgencyRequestRow, listAgencyRequests } from './agency-requests.ts';
import { findWaitingHandover, type UnitHandoverRow } from './unit-handovers.ts';
import { type ErasedFile, listErasedFiles } from './retention.ts';
import { findResult, type KeptPaperRow } from './kept-papers.ts';

export interface DossierFileRow {
  readonly id: string;
  readonly paper_id: string | null;
  readonly position: number;
  readonly sha256: string;
  readonly file_name: string;
  readonly media_type: string;
  readonly byte_count: number;
  readonly pages: number | null;
  readonly signed: boolean | null;
  readonly looks: 'blank' | 'blurred' | null;
  readonly added_at: Date;
  /** The fault that it was sent in answer to. */
  readonly supplement_item_id: string | null;
  /** When a better file took its place. */
  readonly superseded_at: Date | null;
}

/** Everything that the dossier page shows. */
export interface DossierPage {
  readonly dossier: Selectable<DossierTable>;
  readonly steps: readonly Selectable<DossierStepTable>[];
  /** `reuses`: how often the paper that lies in the store has been used again, here and elsewhere. */
  readonly papers: readonly (Selectable<DossierPaperTable> & { readonly reuses: number | null })[];
  readonly files: readonly DossierFileRow[];
  /** Where files were until their time was over. */
  readonly erased: readonly ErasedFile[];
  readonly history: readonly Selectable<DossierHistoryTable>[];
  readonly deliveries: Awaited<ReturnType<typeof listDeliveries>>;
  /** Urgings and extensions, oldest first. */
  readonly late: Awaited<ReturnType<typeof listLateWork>>;
  /** The hand-over that another unit has to take over. */
  readonly handover: UnitHandoverRow | undefined;
  /** What was sent to agencies of the province, oldest first. */
  readonly agencies: readonly AgencyRequestRow[];
  /** The electronic result that is still good, if there is one. */
  readonly result: KeptPaperRow | undefined;
  /** The dossiers that correct this one. */
  readonly corrections: readonly CorrectionRow[];
  /** The code of the one that this one corrects. */
  readonly correctedCode: string | undefined;
}

/** Reads a dossier with all its parts; undefined when this commune has no such dossier. */
export async function findDossierPage(db: Database, communeCode: string, id: string): Promise<DossierPage | undefined> {
  const dossier = await db.selectFrom('dossier').selectAll().where('commune_code', '=', communeCode).where('id', '=', id).executeTakeFirst();
  if (dossier === undefined) return undefined;
  const [steps, papers, files, history, deliveries, result, corrections, correctedCode, late, handover, agencies, erased] = await Promise.all([
    db.selectFrom('dossier_step').selectAll().where('commune_code', '=', communeCode).where('dossier_id', '=', id).orderBy('position').execute(),
    db
      .selectFrom('dossier_paper as p')
      .leftJoin('kept_paper as k', (join) => join.onRef('k.commune_code', '=', 'p.commune_code').on(sql<boolean>`k.id = coalesce(p.reused_from, p.id)`))
      .selectAll('p')
      .select('k.reuses')
      .where('p.commune_code', '=', communeCode)
      .where('p.dossier_id', '=', id)
      .orderBy('p.position')
      .execute(),
    listDossierFiles(db, communeCode, id),
    db.selectFrom('dossier_history').selectAll().where('commune_code', '=', communeCode).where('dossier_id', '=', id).orderBy('seq').execute(),
    listDeliveries(db, communeCode, id),
    findResult(db, communeCode, id),
    listCorrections(db, communeCode, id),
    dossier.corrects_id === null ? undefined : findDossierCode(db, communeCode, dossier.corrects_id),
    listLateWork(db, communeCode, id),
    dossier.handed_at === null ? undefined : findWaitingHandover(db, dossier),
    listAgencyRequests(db, communeCode, id),
    listErasedFiles(db, communeCode, id),
  ]);
  return { dossier, steps, papers, files, history, deliveries, result, corrections, correctedCode, late, handover, agencies, erased };
}

async function listDossierFiles(db: Database, communeCode: string, dossierId: string): Promise<readonly DossierFileRow[]> {
  return db
    .selectFrom('paper_file')
    .innerJoin('stored_file', (join) =>
      join.onRef('stored_file.sha256', '=', 'paper_file.sha256').onRef('stored_file.commune_code', '=', 'paper_file.commune_code'),
    )
    .select([
      'paper_file.id', 'paper_file.paper_id', 'paper_file.position', 'paper_file.sha256', 'paper_file.file_name', 'paper_file.added_at', 'paper_file.supplement_item_id', 'paper_file.superseded_at',
      'stored_file.media_type', 'stored_file.byte_count', 'stored_file.pages', 'stored_file.signed', 'stored_file.looks',
    ])
    .where('paper_file.commune_code', '=', communeCode)
    .where('paper_file.dossier_id', '=', dossierId)
    .orderBy('paper_file.position')
    .execute();
}

/** The files of one paper that count. */
export async function listPaperFiles(db: Database | Tx, communeCode: string, dossierId: string, paperId: string): Promise<readonly { readonly sha256: string; readonly file_name: string }[]> {
  return db
    .selectFrom('paper_file')
    .select(['sha256', 'file_name'])
    .where('commune_code', '=', communeCode)
    .where('dossier_id', '=', dossierId)
    .where('paper_id', '=', paperId)
    .where('superseded_at', 'is', null)
    .orderBy('position')
    .execute();
}

/** How many files each paper of a dossier has that count. */
export async function countPages(db: Database | Tx, communeCode: string, dossierId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('paper_file')
    .select(({ fn }) => ['paper_id', fn.countAll<number>().as('pages')])
    .where('commune_code', '=', communeCode)
    .where('dossier_id', '=', dossierId)
    .where('superseded_at', 'is', null)
    .groupBy('paper_id')
    .execute();
  return new Map(rows.flatMap(({ paper_id, pages }) => (paper_id === null ? [] : [[paper_id, pages]])));
}

/** The ids of a dossier's papers. */
export async function listPaperIds(db: Database | Tx, communeCode: string, dossierId: string): Promise<readonly string[]> {
  const papers = await db.selectFrom('dossier_paper').select('id').where('commune_code', '=', communeCode).where('dossier_id', '=', dossierId).execute();
  return papers.map(({ id }) => id);
}

/** One file of one dossier of this commune. */
export async function findDossierFile(
  db: Database,
  communeCode: string,
  dossierId: string,
  fileId: string,
): Promise<DossierFileRow | undefined> {
  const files = await listDossierFiles(db, communeCode, dossierId);
  return files.find((file) => file.id === fileId);
}

/** The newest line of a dossier's history. */
export async function findLastEvent(db: Database, communeCode: string, id: string): Promise<{ readonly event: string; readonly actorName: string | null; readonly at: Date } | undefined> {
  return db
    .selectFrom('dossier_history')
    .select(['event', 'actor_name as actorName', 'at'])
    .where('commune_code', '=', communeCode)
    .where('dossier_id', '=', id)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** A dossier by its official code or by the reference of its declaration, in any commune served here. */
export async function findDossierByCode(db: Database, code: string): Promise<Selectable<DossierTable> | undefined> {
  return db
    .selectFrom('dossier')
    .selectAll()
    .where((eb) => eb.or([eb('code', '=', code), eb('reference', '=', code)]))
    .executeTakeFirst();
}

/** A dossier by the hash of the secret in its QR. */
export async function findDossierByTokenHash(db: Database, tokenHash: string): Promise<Selectable<DossierTable> | undefined> {
  return db.selectFrom('dossier').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
}
