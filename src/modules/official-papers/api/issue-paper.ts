import { createHash } from 'node:crypto';
import { dateAt } from '../../../kernel/local-time.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { readSetting } from '../../settings/index.ts';
import { withOwnForm } from '../domain/own-form.ts';
import { type PaperView } from '../papers/paper-views.ts';
import { OWN_FORMS } from '../settings.ts';
import { endPaper, findValidPaper, insertPapers, linkDossiers, type NewPaper } from '../store/official-papers.ts';

/** A paper that is to be issued. */
export interface PaperOrder {
  readonly communeCode: string;
  readonly id: string;
  /** The dossier that it is about; null for a paper about several or about none. */
  readonly dossierId: string | null;
  /** What is printed, frozen from now on. */
  readonly view: PaperView;
  /** The code in its QR, from `verificationCode` and fresh chance. */
  readonly verificationCode: string;
  readonly issuedAt: Date;
  readonly issuedBy: { readonly staffId: string | null; readonly name: string };
  /** The client's command that issues it. */
  readonly commandId: string;
  /** Whether it belongs to the demonstration. */
  readonly synthetic: boolean;
  /** The dossiers of a paper about several. */
  readonly dossierIds?: readonly string[];
}

/** What an issue answers. */
export interface IssuedPaper {
  readonly id: string;
  readonly kind: PaperView['kind'];
  readonly number: number;
  readonly verificationCode: string;
}

/** The digest of what a paper says, whatever the order of its fields; who had it made is no part of what it says. */
function contentHash(view: PaperView): string {
  const canonical = JSON.stringify(view, (key, inner: unknown) =>
    key === 'madeBy' ? undefined : inner !== null && typeof inner === 'object' && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
  return createHash('sha256').update(canonical).digest('hex');
}

/**
 * The front door: issues a paper in the caller's transaction, under the next number of its commune, kind and local year. It stands or
 * falls with what it is issued for; nothing that was issued is changed by it.
 */
export async function issuePaper(tx: Tx, order: PaperOrder): Promise<IssuedPaper> {
  const [issued] = await issuePapers(tx, [order]);
  if (issued === undefined) throw new Error('the paper got no number');
  if (order.dossierIds !== undefined) await linkDossiers(tx, order.communeCode, order.id, order.dossierIds);
  return issued;
}

/** Papers of one commune and kind on the form of their office: the circular's that their maker took, with what the installation or the commune changed of it by the first one's day. */
async function onOwnForm(tx: Tx, orders: readonly PaperOrder[]): Promise<readonly PaperOrder[]> {
  const [first] = orders;
  if (first === undefined) return [];
  const own = await readSetting(tx, first.communeCode, OWN_FORMS[first.view.kind], first.issuedAt);
  return orders.map((order) => ({ ...order, view: { ...order.view, template: withOwnForm(order.view.template, own) } }));
}

/** The same for several papers of one commune, kind and year at once, in one statement. */
export async function issuePapers(tx: Tx, given: readonly PaperOrder[]): Promise<readonly IssuedPaper[]> {
  const orders = await onOwnForm(tx, given);
  const numbers = await insertPapers(tx, orders.map(rowOf));
  return orders.map((order, place) => {
    const number = numbers[place];
    if (number === undefined) throw new Error('a paper got no number');
    return { id: order.id, kind: order.view.kind, number, verificationCode: order.verificationCode };
  });
}

function rowOf(order: PaperOrder): NewPaper {
  const { view } = order;
  return {
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
    verification_code: order.verificationCode,
    command_id: order.commandId,
    synthetic: order.synthetic,
  };
}

/**
 * Issues a paper that is made on demand, but never the same content under two numbers: where the newest one still says the same, that
 * one is answered. Where it says something else, the new paper replaces it, for the reason given. The caller holds the dossier's lock.
 */
export async function issueUnlessSame(tx: Tx, order: PaperOrder, reason: string): Promise<IssuedPaper> {
  const { communeCode, dossierId } = order;
  const [{ view } = order] = await onOwnForm(tx, [order]);
  const content = contentHash(view);
  const before = await findValidPaper(tx, { communeCode, kind: view.kind, dossierId, ...(dossierId === null ? { content } : {}) });
  if (before?.content_hash === content) return { id: before.id, kind: view.kind, number: before.number, verificationCode: before.verification_code };
  const issued = await issuePaper(tx, order);
  if (before !== undefined) {
    await endPaper(tx, communeCode, before.id, { voided_at: order.issuedAt, voided_by: order.issuedBy.staffId, voided_by_name: order.issuedBy.name, void_reason: reason, replaced_by: order.id });
  }
  return issued;
}
