import { Type } from 'typebox';
import { defineSetting, type SettingGroup } from '../settings/index.ts';
import { retentionFile } from './api/privacy-data.ts';
import { previewDue } from './api/take-due.ts';
import { type RetentionKind } from './domain/retention.ts';

/** Within how many hours a request about personal data is answered. Hours run on at night and on holidays. */
export const ANSWER_HOURS = defineSetting({
  key: 'privacy.answer-hours',
  schema: Type.Integer({ minimum: 1, maximum: 720 }),
  fallback: 72,
  unit: 'hours',
  override: 'installation',
  needsReason: true,
  law: {
    vi: 'Nghị định 13/2023/NĐ-CP quy định 72 giờ; thay bằng số giờ của Nghị định 356/2025/NĐ-CP khi có văn bản chính thức.',
    en: 'Decree 13/2023 said 72 hours; use the number of Decree 356/2025 once its official text is known.',
  },
  words: {
    vi: {
      name: 'Hạn trả lời yêu cầu về dữ liệu cá nhân',
      does: 'Yêu cầu xem, sửa, xoá, hạn chế hoặc phản đối phải được trả lời trong chừng ấy giờ, tính cả đêm và ngày nghỉ.',
      changes: 'Tính cho yêu cầu nhận từ ngày đó; yêu cầu đã nhận giữ hạn của nó.',
    },
    en: {
      name: 'Time to answer a request about personal data',
      does: 'Requests to see, correct, erase, restrict or object are answered within so many hours, nights and holidays included.',
      changes: 'Holds for requests received from that day on; those received before keep their time.',
    },
  },
});

interface KeptWords {
  readonly vi: { readonly name: string; readonly does: string };
  readonly en: { readonly name: string; readonly does: string };
}

/** How many days a kind of data is kept after its event; the dry run counts what would go tonight with a new number. */
function keptDays(kind: RetentionKind['kind'], least: number, words: KeptWords) {
  const rule = retentionFile().kinds.find((one) => one.kind === kind);
  if (rule === undefined) throw new Error(`no retention of ${kind}`);
  return defineSetting({
    key: `privacy.kept-days-${kind}`,
    schema: Type.Integer({ minimum: least, maximum: 1825 }),
    fallback: rule.days,
    unit: 'days',
    override: 'commune',
    needsReason: true,
    law: {
      vi: `${rule.basis}: không giữ lâu hơn mức cần; ít nhất ${String(least)} ngày để còn khiếu nại, sửa sai.`,
      en: `${rule.basis}: no longer than needed; at least ${String(least)} days for complaints and corrections.`,
    },
    words: {
      vi: { ...words.vi, changes: 'Đêm đầu tiên kể từ ngày đó tính theo số mới. Hồ sơ đang được giữ vì khiếu nại, vụ án không bị xoá.' },
      en: { ...words.en, changes: 'The first night from that day on counts with the new number. Dossiers held for a complaint or a court stay.' },
    },
    effect: async (db, { communeCode, before, after, now }) => {
      const dueWith = async (days: number): Promise<number> => (await previewDue({ db }, communeCode, { ...rule, days }, now)).count;
      const [was, will] = [await dueWith(before), await dueWith(after)];
      return [
        { count: was, vi: '{count} mục sẽ xoá đêm nay nếu giữ số ngày cũ.', en: '{count} things go tonight with the days as they are.' },
        { count: will, vi: '{count} mục sẽ xoá đêm nay với số ngày mới.', en: '{count} things go tonight with the new days.' },
      ];
    },
  });
}

/** Days that each kind of data is kept. */
export const KEPT_DAYS = {
  'card-picture': keptDays('card-picture', 7, {
    vi: { name: 'Giữ ảnh thẻ căn cước, hộ chiếu', does: 'Số ngày giữ ảnh giấy tờ tùy thân sau khi trả kết quả, rồi tự xoá.' },
    en: { name: 'Pictures of identity cards are kept', does: 'Days for which pictures of identity papers are kept after the result was given; then they are erased.' },
  }),
  'superseded-file': keptDays('superseded-file', 30, {
    vi: { name: 'Giữ tệp đã được thay', does: 'Số ngày giữ tệp cũ đã có tệp rõ hơn thay, sau khi hồ sơ kết thúc.' },
    en: { name: 'Replaced files are kept', does: 'Days for which files that better ones replaced are kept after the work ended.' },
  }),
  'unsent-draft': keptDays('unsent-draft', 3, {
    vi: { name: 'Giữ tệp tải lên nhưng chưa gửi', does: 'Số ngày giữ tệp bổ sung mà công dân tải lên nhưng không gửi.' },
    en: { name: 'Files uploaded and never sent are kept', does: 'Days for which files are kept that citizens uploaded for an answer and never sent.' },
  }),
  'assisted-proof': keptDays('assisted-proof', 90, {
    vi: { name: 'Giữ chữ ký, ghi âm đồng ý cho khai hộ', does: 'Số ngày giữ chữ ký trên màn hình và đoạn ghi âm sau khi hồ sơ kết thúc, rồi tự xoá; việc đã đồng ý, lúc nào và cách nào thì vẫn còn.' },
    en: { name: 'Signatures and recordings of assisted filing are kept', does: 'Days for which drawn signatures and recordings are kept after the work ended; that somebody agreed, when and how stays.' },
  }),
  'declined-contact': keptDays('declined-contact', 30, {
    vi: { name: 'Giữ số định danh, điện thoại của bản khai không tiếp nhận', does: 'Số ngày giữ thông tin liên hệ trong bản khai bị từ chối hoặc rút, rồi che vĩnh viễn.' },
    en: { name: 'Numbers of declarations that were not received are kept', does: 'Days for which number and phone are kept in declarations that were refused or withdrawn; then they are blurred for good.' },
  }),
} as const;

/** Settings of personal data. */
export const PRIVACY_SETTINGS: SettingGroup = { module: 'privacy', name: { vi: 'Dữ liệu cá nhân', en: 'Personal data' }, settings: [ANSWER_HOURS, ...Object.values(KEPT_DAYS)] };
