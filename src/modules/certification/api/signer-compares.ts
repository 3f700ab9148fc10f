import { dateAt } from '../../../kernel/local-time.ts';
import { isComparedBySigner } from '../domain/certification-rules.ts';
import { loadCertificationRules } from '../papers/load-certification-rules.ts';

/** Whether the law has whoever signs the result of a procedure compare the papers in person. */
export function signerCompares(procedureCode: string, now: Date): boolean {
  return isComparedBySigner(loadCertificationRules(), procedureCode, dateAt(now.getTime()));
}
