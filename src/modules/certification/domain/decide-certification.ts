import { documentFee } from '../../../kernel/fee-formula.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type RulesInForce } from './certification-rules.ts';

/** A kind of document as it was asked for. */
export interface DocumentInput {
  readonly id: string;
  readonly name: string;
  readonly pages: number;
  readonly copies: number;
}

export interface PricedDocument extends DocumentInput {
  /** Whole đồng. */
  readonly fee: number;
}

/** A certification that may be taken on. */
export interface AcceptedCertification {
  readonly documents: readonly PricedDocument[];
  readonly fee: number;
}

/**
 * Decides whether papers may be certified and what it costs. Refuses no document, one without a name, papers at which nobody has looked for
 * the reasons of Điều 22 (for signatures Điều 25, NĐ 23/2015), and papers at which one of them was found.
 */
export function decideCertification(
  rules: RulesInForce,
  input: { readonly documents: readonly DocumentInput[]; readonly checked: boolean; readonly found: readonly string[] },
): Result<AcceptedCertification> {
  if (input.documents.length === 0) return refuse('certification.no-document', {}, 'documents');
  const nameless = input.documents.findIndex(({ name }) => name.trim() === '');
  if (nameless >= 0) return refuse('certification.document-nameless', {}, `documents.${String(nameless)}.name`);
  const reasons = rules.refusals?.reasons ?? [];
  const reason = reasons.find(({ id }) => input.found.includes(id));
  if (reason !== undefined) return refuse('certification.must-refuse', { reason: reason.vi, basis: rules.refusals?.basis ?? '' }, 'found');
  if (reasons.length > 0 && !input.checked) return refuse('certification.not-checked', { basis: rules.refusals?.basis ?? '' }, 'checked');
  const documents = input.documents.map((document) => ({ ...document, name: document.name.normalize('NFC').trim(), fee: documentFee(rules.fee, document) }));
  return ok({ documents, fee: documents.reduce((sum, { fee }) => sum + fee, 0) });
}
