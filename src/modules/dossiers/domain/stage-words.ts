import { type Stage } from './dossier-states.ts';

/** Where a dossier stands, as official papers say it; Vietnamese only, as the papers are. */
const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  'submitted': 'Mới đăng ký, chờ tiếp nhận',
  'received': 'Đã tiếp nhận',
  'appraise': 'Đang thẩm định',
  'between-units': 'Đang bàn giao giữa các đơn vị',
  'approve': 'Đang chờ phê duyệt',
  'seal': 'Đã phê duyệt, chờ đóng dấu',
  'supplement-requested': 'Chờ bổ sung, hoàn thiện hồ sơ',
  'payment-requested': 'Chờ thực hiện nghĩa vụ tài chính',
  'withdraw-requested': 'Người nộp xin rút hồ sơ',
  'decided': 'Đã có kết quả, chờ trả',
  'rejected': 'Đã từ chối tiếp nhận',
  'stopped': 'Đã dừng giải quyết',
  'returned': 'Đã trả kết quả',
};

/** The words of a stage on an official paper. */
export function stageWords(stage: Stage): string {
  return STAGE_WORDS[stage];
}
