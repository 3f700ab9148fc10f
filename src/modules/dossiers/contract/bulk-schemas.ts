import { type Static, Type } from 'typebox';
import { BULK_PAPERS, type BulkPaper } from './work-lists.ts';
import { closed, Instant, NeededWords, Nullable, Uuid, Version, Words } from './parts.ts';

/** The dossiers that were chosen, each with the version that was looked at. More than `MOST_AT_ONCE` are refused with a sentence, not by the shape. */
const chosen = { batchId: Uuid, rows: Type.Array(Type.Object({ id: Uuid, expectedVersion: Version }, closed), { minItems: 1, maxItems: 1000 }) };

/** POST /api/dossiers/bulk/transfer */
export const BulkTransferRequest = Type.Object({ ...chosen, note: Nullable(Words(2000)) }, closed);
export type BulkTransferRequest = Static<typeof BulkTransferRequest>;

/** POST /api/dossiers/bulk/urge */
export const BulkUrgeRequest = Type.Object({ ...chosen, words: NeededWords(1000) }, closed);
export type BulkUrgeRequest = Static<typeof BulkUrgeRequest>;

/** POST /api/dossiers/bulk/print: what can be printed of which dossier; the file itself is read under the batch. */
export const BulkPrintRequest = Type.Object({ ...chosen, paper: Type.Unsafe<BulkPaper>(Type.Union(BULK_PAPERS.map((paper) => Type.Literal(paper)))) }, closed);
export type BulkPrintRequest = Static<typeof BulkPrintRequest>;

/** GET /api/dossiers/bulk/:batchId/print.pdf */
export const BulkParams = Type.Object({ batchId: Uuid });

/** One line for each dossier, in the order in which they were sent. A repetition of the batch answers the same lines. */
export const BulkResponse = Type.Object({
  batchId: Type.String(),
  done: Type.Integer(),
  rows: Type.Array(
    Type.Object({
      id: Type.String(),
      /** Null: done. Otherwise why not, in a sentence. */
      refusal: Nullable(
        Type.Object({
          code: Type.String(),
          message: Type.String(),
          /** What somebody else did to the dossier meanwhile; null when nobody did. */
          change: Nullable(Type.Object({ event: Type.String(), by: Type.String(), at: Instant })),
        }),
      ),
    }),
  ),
});
export type BulkResponse = Static<typeof BulkResponse>;
