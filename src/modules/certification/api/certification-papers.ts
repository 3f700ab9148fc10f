import { momentWords, plainDateWords } from '../../../kernel/date-words.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { renderPdf } from '../../../platform/pdf/render-pdf.ts';
import { type DossierHead, type DossiersDeps } from '../../dossiers/index.ts';
import { rulesInForce } from '../domain/certification-rules.ts';
import { buildAttestation } from '../papers/build-attestation.ts';
import { buildLabel } from '../papers/build-label.ts';
import { loadCertificationRules } from '../papers/load-certification-rules.ts';
import { type CertificationWithDocuments } from '../store/certifications.ts';
import { numberWordsOf } from './sign-certification.ts';

async function officeWords(deps: DossiersDeps, communeCode: string): Promise<{ readonly name: string; readonly place: string }> {
  const { kind, name } = await deps.communeOf(communeCode);
  return { name: `Ủy ban nhân dân ${kind} ${name}`, place: `${kind.charAt(0).toLocaleUpperCase('vi')}${kind.slice(1)} ${name}` };
}

/** The labels of a visit as PDF: with their numbers once signed, with the appointment before. */
export async function labelPdf(deps: DossiersDeps, { certification, documents }: CertificationWithDocuments, head: DossierHead): Promise<Buffer> {
  const office = await officeWords(deps, certification.commune_code);
  const at = (certification.signed_at ?? certification.created_at).getTime();
  return renderPdf(
    buildLabel({
      officeName: office.name,
      code: head.code,
      requester: certification.requester_name,
      documents: documents.map((document) => {
        const [number, book] = numberWordsOf(document).split(', quyển số ');
        return { name: document.name, pages: document.pages, copies: document.copies, number: number === undefined || book === undefined ? null : { number, book } };
      }),
      date: at,
      dateWords: certification.signed_at === null ? `Nhận ${momentWords(at, 'vi')}` : `Ngày ${plainDateWords(dateAt(at), 'vi')}`,
      dueWords: certification.signed_at === null ? momentWords(head.dueAt.getTime(), 'vi') : null,
      link: `${deps.publicUrl}/h/${deps.links.token('dossier', head.id)}`,
    }),
  );
}

/** The attestation of a visit as PDF. Refuses one that nobody has signed yet, and a procedure that has none. */
export async function attestationPdf(deps: DossiersDeps, { certification, documents }: CertificationWithDocuments): Promise<Result<Buffer>> {
  const { signed_at: signedAt } = certification;
  if (signedAt === null) return refuse('certification.not-signed');
  const attestation = rulesInForce(loadCertificationRules(), certification.procedure_code, dateAt(signedAt.getTime()))?.attestation ?? null;
  if (attestation === null) return refuse('certification.no-attestation');
  const office = await officeWords(deps, certification.commune_code);
  const pdf = await renderPdf(
    buildAttestation({
      attestation,
      officeName: office.name,
      place: certification.place ?? office.place,
      away: certification.place !== null,
      signedAt: signedAt.getTime(),
      signer: certification.signed_by_name ?? '',
      signerTitle: certification.signed_by_title ?? '',
      requester: certification.requester_name,
      identityPaper: certification.identity_paper,
      documents: documents.map((document) => ({ name: document.name, pages: document.pages, number: numberWordsOf(document) || null })),
    }),
  );
  return ok(pdf);
}
