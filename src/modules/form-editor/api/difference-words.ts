import { type Locale } from '../../../platform/i18n/locale.ts';
import { type Expression, type Rule } from '../../forms/contract/definition-shape.ts';
import { writeExpression, writeRule } from '../../forms/contract/rule-text.ts';
import { type FormDifference, type LooseWords } from '../domain/diff-forms.ts';

const KINDS: Readonly<Record<FormDifference['kind'], LooseWords>> = { added: { vi: 'Thêm', en: 'Added' }, removed: { vi: 'Bỏ', en: 'Removed' }, changed: { vi: 'Đổi', en: 'Changed' }, moved: { vi: 'Chuyển chỗ', en: 'Moved' } };
const THINGS: Readonly<Record<FormDifference['of'], LooseWords>> = { form: { vi: 'tờ khai', en: 'the form' }, group: { vi: 'phần', en: 'part' }, field: { vi: 'câu', en: 'question' }, option: { vi: 'lựa chọn', en: 'choice' }, check: { vi: 'quy tắc', en: 'check' } };

const PARTS: Readonly<Record<string, LooseWords>> = {
  'title': { vi: 'tên', en: 'title' }, 'label': { vi: 'câu hỏi', en: 'words of the question' }, 'help': { vi: 'lời giải thích', en: 'explanation' }, 'example': { vi: 'ví dụ', en: 'example' }, 'official': { vi: 'chữ trên tờ khai giấy', en: 'label of the paper form' },
  'official.title': { vi: 'tên trên tờ giấy', en: 'title on paper' }, 'official.number': { vi: 'số hiệu mẫu', en: 'official number' }, 'official.basis': { vi: 'văn bản ban hành', en: 'legal basis' }, 'official.addressee': { vi: 'nơi nhận', en: 'addressee' }, 'official.signatures': { vi: 'ai ký tờ in', en: 'who signs the paper' }, 'official.signaturesSource': { vi: 'nguồn của lời ký', en: 'where the words of the signatures come from' }, 'official.dateLabel': { vi: 'chữ trước nơi và ngày', en: 'words before place and day' },
  'procedures': { vi: 'các thủ tục', en: 'procedures' }, 'source': { vi: 'nguồn', en: 'source' }, 'required': { vi: 'bắt buộc', en: 'required' }, 'when': { vi: 'điều kiện hiện ra', en: 'condition' }, 'value': { vi: 'cách tính', en: 'value' }, 'kind': { vi: 'loại câu hỏi', en: 'kind' },
  'min': { vi: 'nhỏ nhất', en: 'smallest' }, 'max': { vi: 'lớn nhất', en: 'largest' }, 'maxLength': { vi: 'số chữ nhiều nhất', en: 'longest' }, 'lines': { vi: 'số dòng', en: 'lines' }, 'unit': { vi: 'đơn vị', en: 'unit' }, 'many': { vi: 'chọn nhiều', en: 'several choices' }, 'list': { vi: 'danh sách', en: 'list' },
  'parts': { vi: 'các mục của người', en: 'facts of the person' }, 'order': { vi: 'thứ tự', en: 'order' }, 'group': { vi: 'phần', en: 'part' }, 'holds': { vi: 'điều phải đúng', en: 'what must hold' }, 'message': { vi: 'lời nhắc', en: 'sentence' }, 'level': { vi: 'mức', en: 'level' }, 'validTo': { vi: 'ngày hết áp dụng', en: 'last day' },
  'sameAs': { vi: 'lấy lại câu đã trả lời', en: 'answer taken over' }, 'same': { vi: 'là người đã hỏi', en: 'person asked about before' }, 'exchange': { vi: 'tên ở hệ thống khác', en: 'names in other systems' },
  'of': { vi: 'của ai', en: 'whose' }, 'fact': { vi: 'dùng chung', en: 'fact' }, 'paperId': { vi: 'giấy tờ', en: 'paper' }, 'precision': { vi: 'độ rõ của ngày', en: 'precision' }, 'span': { vi: 'trước hay sau hôm nay', en: 'before or after today' }, 'format': { vi: 'dạng chữ', en: 'format' },
};

/** A difference as a sentence, with what stood there before and what stands there now. */
export function differenceWords(difference: FormDifference, locale: Locale): { readonly kind: string; readonly words: string; readonly before: string | null; readonly after: string | null } {
  const { kind, of, group, field, option, part, before, after } = difference;
  const where = [
    ...(group === null ? [] : [`${THINGS.group[locale]} “${group[locale]}”`]),
    ...(field === null ? [] : [`${THINGS.field[locale]} “${field[locale]}”`]),
    ...(option === null ? [] : [`${THINGS[of][locale]} “${option[locale]}”`]),
    ...(group === null && field === null && option === null ? [THINGS.form[locale]] : []),
  ];
  // The inner thing first: that is what changed.
  const named = partWords(part, locale);
  const words = `${KINDS[kind][locale]} ${named === '' ? '' : `${named}: `}${where.reverse().join(', ')}`;
  return { kind, words, before: written(part, before, locale), after: written(part, after, locale) };
}

function partWords(part: string, locale: Locale): string {
  if (part === '') return '';
  const language = /\.(vi|en)$/u.exec(part)?.[1];
  const known = PARTS[language === undefined ? part : part.slice(0, -3)];
  const name = known?.[locale] ?? part;
  return language === undefined ? name : `${name} (${language === 'vi' ? (locale === 'vi' ? 'tiếng Việt' : 'Vietnamese') : locale === 'vi' ? 'tiếng Anh' : 'English'})`;
}

function written(part: string, value: unknown, locale: Locale): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? (locale === 'vi' ? 'Có' : 'Yes') : locale === 'vi' ? 'Không' : 'No';
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(', ');
  if (typeof value === 'object' && locale in value) return String((value as Readonly<Record<string, unknown>>)[locale]);
  try {
    if (part === 'value') return writeExpression(value as Expression);
    if (part === 'official.signatures') return (value as readonly { readonly title: string; readonly note?: string; readonly when?: Rule }[]).map(({ title, note, when }) => `${title}${note === undefined ? '' : ` ${note}`}${when === undefined ? '' : ` [${writeRule(when)}]`}`).join(' · ');
    if (part === 'sameAs') return (value as readonly { readonly field: string; readonly when: Rule }[]).map(({ field, when }) => `${field}: ${writeRule(when)}`).join('; ');
    if (part === 'same') return `${(value as { readonly as: string }).as}: ${writeRule((value as { readonly when: Rule }).when)}`;
    if (part === 'exchange') return Object.entries(value).map(([system, name]: [string, unknown]) => `${system}: ${typeof name === 'string' ? name : Object.entries(name as object).map(([end, one]) => `${end} = ${String(one)}`).join(', ')}`).join('; ');
    if (part === 'when' || part === 'holds' || part === 'required') return writeRule(value as Rule);
  } catch {
    // Half a condition has no words of its own: it is shown as it is.
  }
  return JSON.stringify(value);
}
