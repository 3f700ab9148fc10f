import { type Words } from './form-definition.ts';

/** What is wrong with a file of `data/forms`, in words for whoever writes forms. */
export interface FormFileFault {
  readonly file: string;
  /** Where in the file; empty for the file as a whole. */
  readonly at: string;
  readonly code: FormFileFaultCode;
  readonly words: Words;
}

type Facts = Readonly<Record<string, string | number>>;

const SENTENCES = {
  'not-json': (): Words => ({ vi: 'Tệp không phải JSON đọc được.', en: 'The file is not readable JSON.' }),
  'wrong-file-name': (f: Facts): Words => ({ vi: `Tệp phải tên là ${f['wanted']}.`, en: `The file must be called ${f['wanted']}.` }),
  missing: (): Words => ({ vi: 'Thiếu mục này.', en: 'This entry is missing.' }),
  unknown: (): Words => ({ vi: 'Không có mục nào tên như vậy.', en: 'There is no entry of this name.' }),
  'not-an-object': (): Words => ({ vi: 'Phải là một đối tượng.', en: 'This must be an object.' }),
  'unknown-kind': (f: Facts): Words => ({ vi: `Không có loại này; dùng một trong: ${f['needed']}.`, en: `There is no such kind; use one of: ${f['needed']}.` }),
  unreadable: (f: Facts): Words => ({ vi: `Viết chưa đúng dạng${f['needed'] === '' ? '' : ` (cần ${f['needed']})`}.`, en: `Not written in the right form${f['needed'] === '' ? '' : ` (${f['needed']} is needed)`}.` }),
  'unknown-list': (f: Facts): Words => ({ vi: `Không có danh sách “${f['name']}” trong lists.json.`, en: `There is no list “${f['name']}” in lists.json.` }),
  'unknown-part': (f: Facts): Words => ({ vi: `Không có phần “${f['name']}” trong persons.json.`, en: `There is no part “${f['name']}” in persons.json.` }),
  'id-twice': (): Words => ({ vi: 'Mã này đã dùng ở trên.', en: 'This id is used already.' }),
  'id-unreadable': (): Words => ({ vi: 'Mã viết chưa đúng dạng, ví dụ child.fullName hoặc nhóm child-birth.', en: 'The id is not written like child.fullName, or child-birth for a group.' }),
  'unknown-field': (f: Facts): Words => ({ vi: `Quy tắc nhắc tới câu hỏi “${f['field']}” không có trong biểu mẫu.`, en: `A rule speaks of “${f['field']}”, which the form does not ask.` }),
  'asked-later': (f: Facts): Words => ({ vi: `Quy tắc nhắc tới “${f['field']}”, câu hỏi đó đứng sau.`, en: `A rule speaks of “${f['field']}”, which is asked later.` }),
  'words-missing': (): Words => ({ vi: 'Lời còn trống; biểu mẫu phải đủ tiếng Việt và tiếng Anh.', en: 'Words are empty; forms are complete in Vietnamese and English.' }),
  'no-options': (): Words => ({ vi: 'Câu hỏi chọn mà không có lựa chọn nào.', en: 'A choice without anything to choose.' }),
  'option-twice': (): Words => ({ vi: 'Hai lựa chọn trùng giá trị.', en: 'Two options have the same value.' }),
  'bounds-crossed': (): Words => ({ vi: 'Giới hạn dưới lớn hơn giới hạn trên.', en: 'The lower bound is above the upper one.' }),
  'no-fields': (): Words => ({ vi: 'Không có câu hỏi nào.', en: 'There is no question in it.' }),
  'dates-crossed': (): Words => ({ vi: 'Ngày hết hiệu lực trước ngày bắt đầu.', en: 'The last day is before the first day.' }),
  'other-kind': (f: Facts): Words => ({ vi: `Lấy lại câu trả lời của “${f['field']}”, nhưng hai câu hỏi khác loại.`, en: `The answer is taken from “${f['field']}”, which is another kind of question.` }),
  'same-version-twice': (f: Facts): Words => ({ vi: `Phiên bản ${f['version']} của biểu mẫu ${f['form']} đã có trong tệp ${f['first']}.`, en: `Version ${f['version']} of the form ${f['form']} is already in the file ${f['first']}.` }),
  'procedure-twice': (f: Facts): Words => ({ vi: `Thủ tục ${f['procedure']} đã có biểu mẫu trong tệp ${f['first']} cùng thời gian.`, en: `The procedure ${f['procedure']} has a form in the file ${f['first']} on the same days.` }),
  'changed-without-new-version': (f: Facts): Words => ({ vi: `Phiên bản ${f['version']} của biểu mẫu ${f['form']} đã nạp với nội dung khác và có thể đã có hồ sơ. Giữ nguyên tệp cũ, ghi thay đổi thành phiên bản mới.`, en: `Version ${f['version']} of the form ${f['form']} was loaded with another content and dossiers may rest on it. Keep the old file and write the change as a new version.` }),
} as const;

export type FormFileFaultCode = keyof typeof SENTENCES;

/** Makes a fault with its sentences in both languages. */
export function formFileFault(file: string, at: string, code: FormFileFaultCode, facts: Facts = {}): FormFileFault {
  return { file, at, code, words: SENTENCES[code](facts) };
}
