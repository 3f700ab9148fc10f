/** One thing that is wrong in one file: where, which rule, and the sentence for the person who mends it. */
export interface PackFault {
  readonly file: string;
  /** Path inside the file, such as `papers[2].name.vi`; empty for the file as a whole. */
  readonly field: string;
  readonly code: PackFaultCode;
  readonly words: { readonly vi: string; readonly en: string };
}

type Fact = string | number;
type Needs<Name extends string> = Readonly<Record<Name, Fact>>;

interface Words {
  readonly vi: string;
  readonly en: string;
}

/** The sentence of every fault. What a sentence names are the arguments of its fault: one that is missing does not compile. */
const SENTENCES = {
  'not-json': (f: Needs<'detail'>): Words => ({ vi: `Tệp không phải JSON đúng: ${f.detail}.`, en: `The file is not valid JSON: ${f.detail}.` }),
  'missing-field': (): Words => ({ vi: 'Thiếu trường này.', en: 'This field is missing.' }),
  'unknown-field': (): Words => ({ vi: 'Trường này không có trong định dạng gói thủ tục.', en: 'This field is not part of the format.' }),
  'wrong-type': (f: Needs<'wantedVi' | 'foundVi' | 'wantedEn' | 'foundEn'>): Words => ({ vi: `Phải là ${f.wantedVi}, đang là ${f.foundVi}.`, en: `Must be ${f.wantedEn}, but is ${f.foundEn}.` }),
  'not-one-of': (f: Needs<'found' | 'allowed'>): Words => ({ vi: `“${f.found}” không được dùng ở đây; chỉ dùng: ${f.allowed}.`, en: `“${f.found}” is not allowed here; use one of: ${f.allowed}.` }),
  'out-of-range': (f: Needs<'found' | 'range'>): Words => ({ vi: `Giá trị ${f.found} nằm ngoài khoảng cho phép: ${f.range}.`, en: `The value ${f.found} is outside ${f.range}.` }),
  'empty-text': (): Words => ({ vi: 'Chữ để trống.', en: 'The text is empty.' }),
  'untrimmed-text': (): Words => ({ vi: 'Thừa khoảng trắng ở đầu, cuối hoặc giữa câu, hoặc còn thẻ HTML.', en: 'The text has spaces to spare or HTML tags in it.' }),
  'cut-text': (f: Needs<'found'>): Words => ({ vi: `Câu bị cắt dở: “${f.found}”.`, en: `The sentence is cut off: “${f.found}”.` }),
  'bad-date': (f: Needs<'found'>): Words => ({ vi: `“${f.found}” không phải ngày có thật dạng năm-tháng-ngày.`, en: `“${f.found}” is not a real date written year-month-day.` }),
  'ends-before-it-starts': (f: Needs<'to' | 'from'>): Words => ({ vi: `Ngày hết hiệu lực ${f.to} trước ngày bắt đầu ${f.from}.`, en: `The last day ${f.to} is before the first day ${f.from}.` }),
  'bad-code': (f: Needs<'found'>): Words => ({ vi: `“${f.found}” không đúng dạng mã thủ tục, ví dụ 1.001193.`, en: `“${f.found}” is not written like a procedure code, such as 1.001193.` }),
  'bad-id': (f: Needs<'found'>): Words => ({ vi: `“${f.found}” phải là chữ thường không dấu nối bằng gạch ngang, ví dụ birth-notice.`, en: `“${f.found}” must be lower-case words joined by hyphens, such as birth-notice.` }),
  'wrong-file-name': (f: Needs<'wanted'>): Words => ({ vi: `Tệp phải tên là ${f.wanted}.`, en: `The file must be called ${f.wanted}.` }),
  duplicate: (f: Needs<'found' | 'first'>): Words => ({ vi: `“${f.found}” đã có ở ${f.first}.`, en: `“${f.found}” is already at ${f.first}.` }),
  'lonely-alternative': (f: Needs<'found'>): Words => ({ vi: `Nhóm thay thế “${f.found}” chỉ có một giấy tờ.`, en: `The group of alternatives “${f.found}” has only one paper.` }),
  'step-order': (): Words => ({ vi: 'Các bước phải theo thứ tự tiếp nhận, thẩm định, phê duyệt, đóng dấu, trả kết quả; bắt đầu bằng tiếp nhận và kết thúc bằng trả kết quả.', en: 'The steps must run receive, appraise, approve, seal, hand-over, from the first to the last.' }),
  'steps-missing': (): Words => ({ vi: 'Đã có thời hạn thì phải có các bước.', en: 'A procedure with a time limit needs its steps.' }),
  'steps-too-long': (f: Needs<'found' | 'limit'>): Words => ({ vi: `Các bước cộng lại ${f.found} giờ làm việc, thời hạn chỉ có ${f.limit} giờ.`, en: `The steps add up to ${f.found} working hours, but the time limit holds only ${f.limit}.` }),
  'english-missing': (): Words => ({ vi: 'Gói đã biên tập phải có đủ tiếng Anh.', en: 'A curated pack must be complete in English.' }),
  'same-version-twice': (f: Needs<'version' | 'found' | 'first'>): Words => ({ vi: `Phiên bản ${f.version} của thủ tục ${f.found} đã có trong tệp ${f.first}.`, en: `Version ${f.version} of procedure ${f.found} is already in the file ${f.first}.` }),
  'validity-overlap': (f: Needs<'version' | 'first'>): Words => ({ vi: `Thời gian hiệu lực chồng lên phiên bản ${f.version} trong tệp ${f.first}.`, en: `The days of validity overlap version ${f.version} in the file ${f.first}.` }),
  'changed-without-new-version': (f: Needs<'version' | 'found'>): Words => ({ vi: `Phiên bản ${f.version} của thủ tục ${f.found} đã nạp với nội dung khác và có thể đã có hồ sơ. Giữ nguyên tệp cũ, ghi thay đổi thành phiên bản mới.`, en: `Version ${f.version} of procedure ${f.found} was loaded with another content and dossiers may rest on it. Keep the old file and write the change as a new version.` }),
  'unknown-code': (f: Needs<'found'>): Words => ({ vi: `Không có thủ tục nào mã ${f.found} dành cho người dân.`, en: `No procedure for citizens has the code ${f.found}.` }),
} as const;

/** What can be wrong with a pack file. Every code has its sentence above. */
export type PackFaultCode = keyof typeof SENTENCES;

type FactsOf = { readonly [Code in PackFaultCode]: Parameters<(typeof SENTENCES)[Code]> };

/** The values that the sentence of a fault needs; none for a sentence without any. */
export type PackFaultFacts<Code extends PackFaultCode> = FactsOf[Code];

const SENTENCE_OF: { readonly [Code in PackFaultCode]: (...facts: FactsOf[Code]) => Words } = SENTENCES;

/** Makes a fault with its sentences in both languages. */
export function packFault<Code extends PackFaultCode>(file: string, field: string, code: Code, ...facts: PackFaultFacts<Code>): PackFault {
  return { file, field, code, words: SENTENCE_OF[code](...facts) };
}
