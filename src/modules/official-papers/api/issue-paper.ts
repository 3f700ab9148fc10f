import { createHash } from 'node:crypto';
import { dateAt } from '../../../kernel/local-time.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { verificationCode } from '../domain/verification-code.ts';
import { type PaperView } from '../papers/paper-views.ts';
import { insertPaper } from '../store/official-papers.ts';

/** A paper that is to be issued. */
export interface PaperOrder {
  readonly communeCode: string;
  readonly id: string;
  /** The dossier that it is about; null for a paper about several or about none. */
  readonly dossierId: string | null;
  /** What is printed, frozen from now on. */
  readonly view: PaperView;
  /** Twelve bytes of chance for the code in its QR. */
  readonly random: Uint8Array;
  readonly issuedAt: Date;
  readonly issuedBy: { readonly staffId: string | null; readonly name: string };
  /** The client's command that issues it. */
  readonly commandId: string;
  /** Whether it belongs to the demonstration. */
  readonly synthetic: boolean;
}

/** What an issue answers. */
export interface IssuedPaper {
  readonly id: string;
  readonly kind: PaperView['kind'];
  readonly number: number;
  readonly verificationCode: string;
}

/** The digest of what a paper says, whatever the order of its fields. */
function contentHash(view: PaperView): string {
  const canonical = JSON.stringify(view, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
  return createHash('sha256').update(canonical).digest('hex');
}

/**
 * The front door: issues a paper in the caller's transaction, under the next number of its commune, kind and local year. It stands or
 * falls with what it is issued for; nothing that was issued is changed by it.
 */
export async function issuePaper(tx: Tx, order: PaperOrder): Promise<IssuedPaper> {
  const { view } = order;
  const code = verificationCode(order.random);
  const number = await insertPaper(tx, {
    commune_code: order.communeCode,
    id: order.id,
    kind: view.kind,
    year: Number(dateAt(order.issuedAt.getTime()).slice(0, 4)),
    dossier_id: order.dossierId,
    issued_at: order.issuedAt,
    issued_by: order.issuedBy.staffId,
    issued_by_name: order.issuedBy.name,
    view: JSON.stringify(view),
    content_hash: contentHash(view),
    verification_code: code,
    command_id: order.commandId,
    synthetic: order.synthetic,
  });
  return { id: order.id, kind: view.kind, number, verificationCode: code };
}
