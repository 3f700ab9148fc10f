import { type Selectable } from 'kysely';
import {
  type CertificationTable,
  type CertifiedDocumentTable,
  type DossierDeliveryTable,
  type DossierExtensionTable,
  type DossierHistoryTable,
  type DossierPaperTable,
  type DossierStepTable,
  type DossierTable,
  type PaperFileTable,
  type PaymentRequestTable,
  type PersonTable,
  type SupplementItemTable,
  type SupplementRequestTable,
} from '../../platform/db/tables.generated.ts';

export type DossierRow = Selectable<DossierTable>;
export type DossierStepRow = Selectable<DossierStepTable>;
export type DossierPaperRow = Selectable<DossierPaperTable>;
export type DossierDeliveryRow = Selectable<DossierDeliveryTable>;
export type PaperFileRow = Selectable<PaperFileTable>;
export type PersonRow = Selectable<PersonTable>;
/** `facts` as data: the rows travel to the database as JSON, and facts written as text would arrive as text. */
export type DossierHistoryRow = Omit<Selectable<DossierHistoryTable>, 'facts'> & { readonly facts: Readonly<Record<string, string>> };

/** A dossier with its parts while its story is told. */
export interface DossierStory {
  readonly dossier: DossierRow;
  readonly steps: DossierStepRow[];
  readonly papers: DossierPaperRow[];
  readonly history: DossierHistoryRow[];
  readonly deliveries: DossierDeliveryRow[];
  readonly supplements: Selectable<SupplementRequestTable>[];
  readonly faults: Selectable<SupplementItemTable>[];
  readonly payments: Selectable<PaymentRequestTable>[];
  /** Of a dossier of the certification lane, one; otherwise none. */
  readonly certifications: Selectable<CertificationTable>[];
  readonly certified: Selectable<CertifiedDocumentTable>[];
  readonly extensions: Selectable<DossierExtensionTable>[];
}

/** Everything that the three months leave behind. */
export interface DossierRows {
  readonly persons: readonly PersonRow[];
  readonly stories: readonly DossierStory[];
  /** The last number of every day of reception, by local day. */
  readonly lastNumbers: ReadonlyMap<string, number>;
  /** The last number of every yearly book of certifications, by book and year such as `SCT/BS 2026`. */
  readonly bookNumbers: ReadonlyMap<string, number>;
}
