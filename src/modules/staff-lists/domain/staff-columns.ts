import { foldForSearch } from '../../../kernel/text-folding.ts';

/** What a list of staff says of a person and of one position, in the order of the template. */
export const STAFF_COLUMNS = ['mark', 'fullName', 'userName', 'citizenNumber', 'phone', 'unit', 'role', 'title', 'fields', 'unitScope', 'steps', 'validFrom', 'validTo'] as const;

export type StaffColumn = (typeof STAFF_COLUMNS)[number];

/** What the columns are called, as the template and every sentence name them. */
export const COLUMN_WORDS: Readonly<Record<'vi' | 'en', Readonly<Record<StaffColumn, string>>>> = {
  vi: {
    mark: 'STT', fullName: 'Họ và tên', userName: 'Tên đăng nhập', citizenNumber: 'Số định danh', phone: 'Số điện thoại', unit: 'Đơn vị', role: 'Vai trò', title: 'Chức danh',
    fields: 'Lĩnh vực', unitScope: 'Phạm vi', steps: 'Các bước', validFrom: 'Từ ngày', validTo: 'Đến ngày',
  },
  en: {
    mark: 'No.', fullName: 'Full name', userName: 'User name', citizenNumber: 'Citizen number', phone: 'Phone', unit: 'Unit', role: 'Role', title: 'Title',
    fields: 'Fields', unitScope: 'Scope', steps: 'Steps', validFrom: 'From', validTo: 'Until',
  },
};

/** Without these columns a list says nothing that could be written. */
const NEEDED: readonly StaffColumn[] = ['fullName', 'unit', 'role'];

/** Other words for the same columns, as offices write them. */
const ALIASES: Readonly<Record<StaffColumn, readonly string[]>> = {
  mark: ['số thứ tự', 'stt', 'tt', '#'],
  fullName: ['họ tên', 'họ, tên', 'họ và tên cán bộ', 'tên cán bộ', 'cán bộ, công chức'],
  userName: ['tài khoản', 'tên tài khoản', 'username', 'tên đăng nhập hệ thống', 'tk'],
  citizenNumber: ['cccd', 'số cccd', 'cmnd/cccd', 'căn cước', 'số căn cước', 'số cccd/số định danh', 'số định danh cá nhân', 'mã định danh'],
  phone: ['điện thoại', 'sđt', 'số đt', 'di động', 'số di động', 'điện thoại di động'],
  unit: ['phòng', 'phòng ban', 'đơn vị công tác', 'phòng, ban', 'bộ phận', 'department'],
  role: ['vai trò hệ thống', 'nhiệm vụ', 'vai trò trên hệ thống'],
  title: ['chức vụ', 'chức danh, chức vụ', 'vị trí', 'position'],
  fields: ['lĩnh vực phụ trách', 'lĩnh vực giải quyết', 'field'],
  unitScope: ['phạm vi đơn vị', 'phạm vi hồ sơ'],
  steps: ['bước', 'bước được làm', 'step'],
  validFrom: ['ngày bắt đầu', 'từ', 'hiệu lực từ', 'ngày nhận việc'],
  validTo: ['ngày kết thúc', 'đến', 'hết hạn', 'ngày thôi việc', 'to'],
};

const BY_WORDS: ReadonlyMap<string, StaffColumn> = new Map(
  STAFF_COLUMNS.flatMap((column) => [COLUMN_WORDS.vi[column], COLUMN_WORDS.en[column], column, ...ALIASES[column]].map((words): readonly [string, StaffColumn] => [foldForSearch(words), column])),
);

/** One cell as it was read: its text, and what the file knows of it. */
export interface ListCell {
  readonly text: string;
  readonly kind: 'text' | 'number' | 'day' | 'flag' | 'formula' | 'error';
}

/** One line of the file with its number there, as people count. */
export interface ListLine {
  readonly line: number;
  readonly cells: readonly ListCell[];
}

/** Where the headings stand and which column says what; or what is missing or there twice. */
export type FoundHeadings =
  | { readonly ok: true; readonly line: number; readonly places: ReadonlyMap<StaffColumn, number> }
  | { readonly ok: false; readonly missing: readonly StaffColumn[]; readonly twice: readonly StaffColumn[] };

/** How many lines may stand above the headings: the name of the office, a title. */
const LOOK_AT = 20;

function placesIn({ cells }: ListLine): { readonly places: ReadonlyMap<StaffColumn, number>; readonly twice: readonly StaffColumn[] } {
  const places = new Map<StaffColumn, number>();
  const twice: StaffColumn[] = [];
  for (const [place, { text }] of cells.entries()) {
    // “Họ và tên (*)” and “Họ và tên / Full name” are the same heading.
    const column = BY_WORDS.get(foldForSearch(text)) ?? BY_WORDS.get(foldForSearch(text.split(/[(/\n]/u)[0] ?? ''));
    if (column === undefined) continue;
    if (places.has(column)) twice.push(column);
    else places.set(column, place);
  }
  return { places, twice };
}

/** Finds the line of headings among the first lines, whatever the order of its columns: the one with the most words that are known. */
export function findStaffHeadings(lines: readonly ListLine[]): FoundHeadings {
  let best: { readonly line: number; readonly places: ReadonlyMap<StaffColumn, number>; readonly twice: readonly StaffColumn[] } | undefined;
  for (const line of lines.slice(0, LOOK_AT)) {
    const found = placesIn(line);
    if (best === undefined || found.places.size > best.places.size) best = { line: line.line, ...found };
  }
  const missing = NEEDED.filter((column) => best?.places.has(column) !== true);
  if (best === undefined || missing.length > 0 || best.twice.length > 0) return { ok: false, missing, twice: best?.twice ?? [] };
  return { ok: true, line: best.line, places: best.places };
}
