import { dateAt } from '../../../kernel/local-time.ts';
import { isCertification } from '../domain/certification-rules.ts';
import { loadCertificationRules } from '../papers/load-certification-rules.ts';

/** Whether the law has whoever signs the result of a procedure compare the papers in person, as with everything that stands in a book of certifications. */
export function signerCompares(procedureCode: string, now: Date): boolean {
  return isCertification(loadCertificationRules(), procedureCode, dateAt(now.getTime()));
}
