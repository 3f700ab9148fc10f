import { type FormLintCode, type SourceFault } from '../../forms/index.ts';

interface Words {
  readonly vi: string;
  readonly en: string;
}
type Facts = Readonly<Record<string, string | number>>;

const text = (facts: Facts, name: string): string => String(facts[name] ?? '');

/** What a rule found, and what to do about it. */
const LINT: Readonly<Record<FormLintCode, (facts: Facts) => Words>> = {
  'rule-never': () => ({ vi: 'Điều kiện hiện ra không bao giờ đúng nên người dân không bao giờ thấy. Chọn lại giá trị, hoặc bỏ điều kiện.', en: 'The condition can never hold, so that nobody ever sees it. Choose another value, or take the condition out.' }),
  'check-never': () => ({ vi: 'Một quy tắc kiểm tra giữa các câu có điều kiện không bao giờ đúng. Sửa điều kiện hoặc bỏ quy tắc.', en: 'A check between answers has a condition that can never hold. Mend the condition or take the check out.' }),
  'required-when-hidden': () => ({ vi: 'Câu này chỉ bắt buộc đúng lúc nó không hiện ra. Sửa điều kiện hiện hoặc điều kiện bắt buộc.', en: 'It is required only when it is not shown. Mend the condition for showing or the one for requiring it.' }),
  'self-condition': () => ({ vi: 'Điều kiện hiện ra nhắc tới chính câu này: chưa hiện thì không trả lời được. Chọn một câu đứng trước.', en: 'Its condition speaks of itself: what is not shown cannot be answered. Choose a question that stands before it.' }),
  'option-never': (f) => ({ vi: `Lựa chọn “${text(f, 'option')}” có điều kiện không bao giờ đúng.`, en: `The choice “${text(f, 'option')}” has a condition that can never hold.` }),
  'too-many-questions': (f) => ({ vi: `Một trang có ${text(f, 'count')} câu hỏi, nhiều hơn mức ${text(f, 'most')}. Chia thành nhiều phần.`, en: `One page asks ${text(f, 'count')} questions, more than ${text(f, 'most')}. Divide it into several parts.` }),
  'many-questions': (f) => ({ vi: `Một trang có ${text(f, 'count')} câu hỏi; quá ${text(f, 'most')} câu là dài trên điện thoại. Nên chia thành hai phần.`, en: `One page asks ${text(f, 'count')} questions; more than ${text(f, 'most')} are long on a phone. Better divide it in two.` }),
  'page-heavy': (f) => ({ vi: `Trang nặng ${text(f, 'size')} KB, quá ${text(f, 'most')} KB cho mạng yếu. Chia phần này làm hai, hoặc bớt lựa chọn.`, en: `The page weighs ${text(f, 'size')} KB, more than ${text(f, 'most')} KB for a weak line. Divide this part, or leave choices out.` }),
  'procedure-taken': (f) => ({ vi: `Thủ tục ${text(f, 'code')} đã có biểu mẫu của cơ quan: “${text(f, 'title')}”. Sửa biểu mẫu ấy, hoặc bỏ thủ tục này khỏi một trong hai.`, en: `The procedure ${text(f, 'code')} has a form of the office already: “${text(f, 'title')}”. Change that form, or take the procedure out of one of the two.` }),
  'procedure-unknown': (f) => ({ vi: `Chưa có thủ tục ${text(f, 'code')}. Công bố thủ tục thì biểu mẫu mới có chỗ dùng.`, en: `There is no procedure ${text(f, 'code')} yet. The form is used once the procedure is published.` }),
  'paper-unknown': (f) => ({ vi: `Giấy tờ “${text(f, 'paper')}” không có trong thủ tục nào của biểu mẫu. Chọn một giấy tờ của thủ tục, hoặc thêm giấy tờ vào thủ tục trước.`, en: `No procedure of this form has the paper “${text(f, 'paper')}”. Choose a paper of the procedure, or add it there first.` }),
  'no-procedure': () => ({ vi: 'Biểu mẫu chưa gắn với thủ tục nào nên chưa ai khai được.', en: 'The form belongs to no procedure yet, so that nobody can declare with it.' }),
  'no-form-number': () => ({ vi: 'Chưa có số hiệu mẫu tờ khai. Mẫu do văn bản ban hành thì ghi số hiệu; mẫu riêng của cơ quan thì để trống.', en: 'The form has no official number. Enter it if a text issued the form; leave it empty for a form of the office’s own.' }),
  'no-legal-basis': () => ({ vi: 'Chưa ghi văn bản ban hành mẫu tờ khai. Chỉ hỏi những gì có căn cứ.', en: 'It does not say which text issued the form. Ask only for what rests on one.' }),
  'no-promise': () => ({ vi: 'Tờ khai không có lời cam đoan. Thêm một câu loại “Lời cam đoan” nếu mẫu giấy có.', en: 'The form has no promise. Add a question of the kind “promise” if the paper form has one.' }),
  'no-signer': () => ({ vi: 'Không câu nào hỏi tên người đi khai, nên tờ in lấy tên ở trang liên hệ để ký. Thêm “Thông tin một người” với vai “applicant” nếu mẫu giấy có chỗ ghi.', en: 'No question asks who declares, so that the printed form signs with the name from the contact page. Add “A person” as “applicant” if the paper form has a line for it.' }),
  'no-help': () => ({ vi: 'Câu này chưa có lời giải thích hay ví dụ. Thêm một câu ngắn để người dân biết ghi gì.', en: 'It has no explanation and no example. Add a short sentence so that people know what to write.' }),
  'citizen-number-without-need': () => ({ vi: 'Bắt buộc ghi số định danh mà biểu mẫu không có căn cứ. Để không bắt buộc, hoặc ghi văn bản yêu cầu (Luật Bảo vệ dữ liệu cá nhân: chỉ hỏi điều cần).', en: 'A citizen number is required although the form rests on no text. Make it optional, or name the text that asks for it.' }),
  'no-questions': () => ({ vi: 'Tờ khai chưa có câu hỏi nào. Thêm ít nhất một câu.', en: 'The form asks nothing yet. Add at least one question.' }),
};

/** A finding of the rules in words. */
export function lintWords(rule: FormLintCode, facts: Facts): Words {
  return LINT[rule](facts);
}

/** A fault of the definition in words of whoever edits on the screen and never sees a file; `value` is what stands at the place. */
export function faultWords({ rule, at, facts, words }: SourceFault, value: unknown): Words {
  const empty = value === '' || value === undefined || value === null;
  const place = at.split('.').at(-1) ?? '';
  if (rule === 'unknown-field') return { vi: `Điều kiện hoặc cách tính nhắc tới câu “${text(facts, 'field')}” không có trong tờ khai. Chọn câu khác, hoặc thêm lại câu ấy.`, en: `A condition or a value speaks of the question “${text(facts, 'field')}”, which the form does not ask. Choose another, or add that one again.` };
  if (rule === 'asked-later' && at.endsWith(`.${text(facts, 'field')}`)) return LINT['self-condition']({});
  if (rule === 'asked-later') return { vi: `Điều kiện hoặc cách tính nhắc tới câu “${text(facts, 'field')}” đứng sau. Chuyển câu ấy lên trước, hoặc chọn câu khác.`, en: `A condition or a value speaks of the question “${text(facts, 'field')}”, which is asked later. Move that one up, or choose another.` };
  if (rule === 'id-twice') return { vi: 'Ký hiệu này đã dùng ở chỗ khác. Đặt ký hiệu khác.', en: 'This sign is used elsewhere already. Give it another.' };
  if (rule === 'id-unreadable') return { vi: 'Ký hiệu của câu viết bằng chữ không dấu, ví dụ loanAmount; của phần viết thường có gạch nối, ví dụ phan-1.', en: 'The sign of a question has plain letters, such as loanAmount; that of a part small letters and hyphens, such as part-1.' };
  if (rule === 'no-fields') return { vi: 'Phần này chưa có câu hỏi nào. Thêm câu hỏi, hoặc bỏ phần.', en: 'There is no question in this part. Add one, or remove the part.' };
  if (rule === 'no-options') return { vi: 'Câu hỏi chọn mà chưa có lựa chọn nào. Thêm ít nhất hai lựa chọn.', en: 'Nothing can be chosen here. Add at least two choices.' };
  if (rule === 'unknown' && (value === undefined || !empty)) return { vi: `Chương trình này không biết mục “${place}”; có thể biểu mẫu của chương trình mới hơn. Bỏ mục ấy, hoặc cập nhật chương trình.`, en: `This program does not know “${place}”; the form may be of a newer program. Take it out, or update the program.` };
  if ((rule === 'not-an-object' || rule === 'unknown-kind') && /\.(?:when|required|holds|value)(?:\.|$)/u.test(at) && !at.endsWith('.kind')) return { vi: 'Điều kiện hoặc cách tính chưa đọc được. Mở câu này và sửa dòng “Viết bằng chữ”, hoặc bỏ điều kiện.', en: 'The condition or the value cannot be read yet. Open this question and mend its line “As text”, or take the condition out.' };
  if (rule === 'unknown-kind') return { vi: 'Chưa chọn, hoặc chương trình này không biết loại này.', en: 'Nothing was chosen, or this program does not know this kind.' };
  if (rule === 'missing' || (rule === 'unreadable' && empty)) return missingWords(at, place);
  if (rule === 'unreadable' && place === 'procedures') return { vi: 'Mã thủ tục có dạng 1.001193.', en: 'The code of a procedure looks like 1.001193.' };
  return words;
}

const NAMES: Readonly<Record<string, Words>> = {
  vi: { vi: 'lời tiếng Việt', en: 'the Vietnamese words' }, en: { vi: 'lời tiếng Anh', en: 'the English words' }, official: { vi: 'chữ in trên tờ khai giấy', en: 'the label of the paper form' }, id: { vi: 'ký hiệu', en: 'the sign' },
  label: { vi: 'câu hỏi', en: 'the question' }, title: { vi: 'tên', en: 'the title' }, purpose: { vi: 'mục đích', en: 'the purpose' }, paperId: { vi: 'giấy tờ', en: 'the paper' }, value: { vi: 'cách tính', en: 'the value' },
  columns: { vi: 'các cột', en: 'the columns' }, parts: { vi: 'các mục của người này', en: 'the facts of this person' }, signatures: { vi: 'chỗ ký', en: 'the signatures' }, source: { vi: 'nguồn của biểu mẫu', en: 'where the form comes from' }, maxRows: { vi: 'số dòng nhiều nhất', en: 'the greatest number of rows' },
};

function missingWords(at: string, place: string): Words {
  const inside = place === 'vi' || place === 'en' ? at.split('.').at(-2) : undefined;
  const what = NAMES[place] ?? { vi: `mục “${place}”`, en: `“${place}”` };
  const of = inside === 'help' ? { vi: 'lời giải thích', en: 'the explanation' } : NAMES[inside ?? ''];
  return of === undefined
    ? { vi: `Còn thiếu ${what.vi}.`, en: `Missing: ${what.en}.` }
    : { vi: `${of.vi.charAt(0).toLocaleUpperCase('vi')}${of.vi.slice(1)} còn thiếu ${what.vi}.`, en: `Missing: ${what.en} of ${of.en}.` };
}
