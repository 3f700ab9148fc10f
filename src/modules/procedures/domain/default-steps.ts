import { type TimeLimit } from '../../../kernel/legal-clock/time-limit.ts';
import { type ProcedureStep } from './procedure-pack.ts';
import { mostWorkingHours } from './step-hours.ts';

/** At most so many hours for the counter and the seal, and for the leader's signature, however long the limit is. */
const MOST_AT_COUNTER = 4;
const MOST_FOR_APPROVAL = 40;

/**
 * The five steps of a procedure whose pack gives none, as shares of its time limit: an eighth each to receive, seal and hand over,
 * a quarter to approve, the rest to appraise. Calendar days count as the fewest working days that they can hold;
 * hours are whole quarters.
 */
export function defaultSteps(limit: TimeLimit): readonly ProcedureStep[] {
  const hours = surelyWorkingHours(limit);
  const short = Math.min(MOST_AT_COUNTER, inQuarters(hours / 8));
  const approval = Math.min(MOST_FOR_APPROVAL, inQuarters(hours / 4));
  return [
    { key: 'receive', role: 'reception', hours: short, label: { vi: 'Tiếp nhận hồ sơ', en: 'Receive the dossier' } },
    { key: 'appraise', role: 'specialist', hours: hours - 3 * short - approval, label: { vi: 'Thẩm định hồ sơ', en: 'Appraise the dossier' } },
    { key: 'approve', role: 'leader', hours: approval, label: { vi: 'Phê duyệt', en: 'Approve' } },
    { key: 'seal', role: 'clerk', hours: short, label: { vi: 'Đóng dấu, vào sổ', en: 'Seal and register' } },
    { key: 'hand-over', role: 'reception', hours: short, label: { vi: 'Trả kết quả', en: 'Hand over the result' } },
  ];
}

/** The working hours that lie within the limit whatever weekday it begins on; never less than one working day of calendar days. */
function surelyWorkingHours(limit: TimeLimit): number {
  if (limit.unit !== 'day') return mostWorkingHours({ ...limit, note: null, basis: null }) ?? 0;
  const days = 5 * Math.floor(limit.value / 7) + Math.max(0, (limit.value % 7) - 2);
  return Math.max(1, days) * 8;
}

/** Whole quarters of an hour, rounded down; what is shorter than one stays as it is. */
function inQuarters(hours: number): number {
  return hours < 0.25 ? hours : Math.floor(hours * 4) / 4;
}
