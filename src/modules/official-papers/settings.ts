import { Type } from 'typebox';
import { defineSetting, type Setting, type SettingGroup } from '../settings/index.ts';
import { PAPER_KINDS, type PaperKind } from './domain/paper-kind.ts';
import { type OwnForm } from './domain/own-form.ts';
import { countPapersOfKind } from './store/official-papers.ts';

/** A title is one line of words; nothing that a printer or a reader would stumble over. */
const Title = Type.String({ maxLength: 120, pattern: '^[^\\p{C}<>]*$' });
const Number = Type.String({ maxLength: 12, pattern: '^[\\p{L}\\p{N}./-]*$' });
/** As in NĐ 30/2020/NĐ-CP, Phụ lục III: letters and hyphens, such as `PBS-TTPVHCC`. */
const Suffix = Type.String({ maxLength: 30, pattern: '^[\\p{Lu}\\p{N}]*(?:-[\\p{Lu}\\p{N}]+)*$' });

const NAMES: Readonly<Record<PaperKind, { readonly vi: string; readonly en: string }>> = {
  'receipt': { vi: 'Mẫu giấy tiếp nhận và hẹn trả', en: 'Form of the receipt with the promised day' },
  'supplement': { vi: 'Mẫu phiếu yêu cầu bổ sung', en: 'Form of the request for supplements' },
  'refusal': { vi: 'Mẫu phiếu từ chối tiếp nhận', en: 'Form of the refusal' },
  'apology': { vi: 'Mẫu phiếu xin lỗi và gia hạn', en: 'Form of the apology with extension' },
  'stop': { vi: 'Mẫu thông báo dừng giải quyết', en: 'Form of the notice that work stops' },
  'control-sheet': { vi: 'Mẫu phiếu kiểm soát quá trình', en: 'Form of the control sheet' },
  'register-book': { vi: 'Mẫu sổ theo dõi hồ sơ', en: 'Form of the register of dossiers' },
  'hand-over-slip': { vi: 'Mẫu phiếu bàn giao', en: 'Form of the hand-over slip' },
  'result-receipt': { vi: 'Mẫu giấy biên nhận trả kết quả', en: 'Form of the receipt for a result' },
  'envelope-label': { vi: 'Mẫu nhãn phong bì', en: 'Form of the envelope label' },
};

function formSetting(kind: PaperKind): Setting<OwnForm> {
  return defineSetting({
    key: `official-papers.${kind}`,
    schema: Type.Object({ title: Title, number: Number, numberSuffix: Suffix }, { additionalProperties: false }),
    fallback: { title: '', number: '', numberSuffix: '' },
    unit: 'none',
    override: 'commune',
    needsReason: true,
    law: {
      vi: 'Tên và số mẫu theo Thông tư 03/2025/TT-VPCP; ký hiệu theo Nghị định 30/2020/NĐ-CP, Phụ lục III. Chỉ đổi khi có văn bản mới.',
      en: 'Title and number of the form by Circular 03/2025/TT-VPCP; the suffix by Decree 30/2020/NĐ-CP, Annex III. Change them only by a new document.',
    },
    words: {
      vi: {
        name: NAMES[kind].vi,
        does: 'Tên giấy, số của mẫu và ký hiệu sau số (như TTPVHCC trong “Số: 05/TTPVHCC”). Ô để trống thì dùng theo thông tư có sẵn. Ký hiệu chỉ gồm chữ in hoa, số và gạch nối.',
        changes: 'Giấy cấp từ ngày đó mang tên và ký hiệu mới. Giấy đã cấp giữ nguyên, in lại vẫn như cũ.',
        options: { title: 'Tên giấy', number: 'Số của mẫu', numberSuffix: 'Ký hiệu sau số' },
      },
      en: {
        name: NAMES[kind].en,
        does: 'Title of the paper, number of the form, and what follows the paper’s number (such as TTPVHCC in “Số: 05/TTPVHCC”). A box that is left empty takes what the circular says. The suffix has capitals, digits and hyphens only.',
        changes: 'Papers issued from that day on carry the new title and suffix. Those that were issued stay as they are, also when printed again.',
        options: { title: 'Title of the paper', number: 'Number of the form', numberSuffix: 'Suffix after the number' },
      },
    },
    effect: async (db, { communeCode }) => [
      { count: await countPapersOfKind(db, communeCode, kind), vi: '{count} giấy loại này đã cấp giữ nguyên.', en: '{count} papers of this kind that were issued stay as they are.' },
    ],
  });
}

/** What an office changes of each form when a new circular comes before a new version of the program: one setting for every kind of paper. */
export const OWN_FORMS = Object.fromEntries(PAPER_KINDS.map((kind) => [kind, formSetting(kind)])) as Readonly<Record<PaperKind, Setting<OwnForm>>>;

/** Settings of the papers that the office issues. */
export const PAPER_SETTINGS: SettingGroup = { module: 'official-papers', name: { vi: 'Mẫu giấy tờ', en: 'Forms of papers' }, settings: PAPER_KINDS.map((kind) => OWN_FORMS[kind]) };
