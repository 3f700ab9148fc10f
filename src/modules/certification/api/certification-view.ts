import { dueWords } from '../../../kernel/date-words.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type DossierHead } from '../../dossiers/index.ts';
import { type CertificationResponse } from '../contract/certification-schemas.ts';
import { type CertificationWithDocuments } from '../store/certifications.ts';
import { numberWordsOf } from './sign-certification.ts';

/** A visit as it leaves the building; `money`: what is open at the counter for it, and the receipt that it was given. */
export function certificationView({ certification, documents }: CertificationWithDocuments, head: DossierHead, money: { readonly payableId: string | null; readonly receipt: CertificationResponse['receipt'] }, { now, locale }: Pick<RequestContext, 'now' | 'locale'>): CertificationResponse {
  return {
    dossierId: head.id,
    code: head.code,
    procedureCode: certification.procedure_code,
    dueAt: head.dueAt.toISOString(),
    dueWords: dueWords(head.dueAt.getTime(), dateAt(now.getTime()), locale),
    state: head.state,
    version: head.version,
    waitsFor: head.state === 'decided' || head.state === 'returned' ? null : head.role,
    fee: certification.fee,
    feeBasis: certification.fee_basis,
    paidWay: certification.paid_way,
    feeReceipt: certification.fee_receipt,
    ...money,
    signedBy: certification.signed_by_name,
    documents: documents.map((document) => ({ name: document.name, pages: document.pages, copies: document.copies, fee: document.fee, number: numberWordsOf(document) || null })),
  };
}
