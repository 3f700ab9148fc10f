import { type TimeLimit } from '../../../kernel/legal-clock/time-limit.ts';
import { type ProcedureStep } from './procedure-pack.ts';
import { mostWorkingHours } from './step-hours.ts';

/** At most so many hours for the counter and the seal, and for the leader's signature, however long the limit is. */
const MOST_AT_COUNTER = 4;
const MOST_FOR_APPROVAL = 40;

/**
 * The five steps of a procedure whose pack gives none, as shares of its time limit: an eighth each to receive, seal and hand over,
 * a quarter to approve, the rest to appraise. Together they are exactly the working hours that the limit holds.
 */
export function defaultSteps(limit: TimeLimit): readonly ProcedureStep[] {
  const hours = mostWorkingHours({ ...limit, note: null, basis: null }) ?? 0;
  const short = Math.min(MOST_AT_COUNTER, hours / 8);
  const approval = Math.min(MOST_FOR_APPROVAL, hours / 4);
  return [
    { key: 'receive', role: 'reception', hours: short, label: { vi: 'Tiếp nhận hồ sơ', en: 'Receive the dossier' } },
    { key: 'appraise', role: 'specialist', hours: hours - 3 * short - approval, label: { vi: 'Thẩm định hồ sơ', en: 'Appraise the dossier' } },
    { key: 'approve', role: 'leader', hours: approval, label: { vi: 'Phê duyệt', en: 'Approve' } },
    { key: 'seal', role: 'clerk', hours: short, label: { vi: 'Đóng dấu, vào sổ', en: 'Seal and register' } },
    { key: 'hand-over', role: 'reception', hours: short, label: { vi: 'Trả kết quả', en: 'Hand over the result' } },
  ];
}
