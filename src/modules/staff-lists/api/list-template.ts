import { ROLES, WORK_STEPS } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { plainDateWords } from '../../../kernel/date-words.ts';
import { writeWorkbook } from '../../../platform/xlsx/write-sheet.ts';
import { writeCsv } from '../../exchange/index.ts';
import { ROLE_WORDS } from '../../identity/contract/role-words.ts';
import { readStaffBasis } from '../../identity/index.ts';
import { COLUMN_WORDS, STAFF_COLUMNS, type StaffColumn } from '../domain/staff-columns.ts';
import { type StaffListDeps } from './deps.ts';
import { scopeWords, stepWords } from './list-choices.ts';

const WIDTHS: Readonly<Record<StaffColumn, number>> = { mark: 6, fullName: 26, userName: 16, citizenNumber: 16, phone: 14, unit: 34, role: 34, title: 26, fields: 30, unitScope: 14, steps: 22, validFrom: 12, validTo: 12 };
const HEAD = STAFF_COLUMNS.map((column) => COLUMN_WORDS.vi[column]);
const HOW = [
  ['Cách điền danh sách cán bộ'],
  ['Mỗi dòng là một người ở một vị trí. Người giữ hai vị trí có hai dòng, cùng tên đăng nhập.'],
  ['Bắt buộc: Họ và tên, Đơn vị, Vai trò. Ô trống ở cột khác nghĩa là giữ như đang có.'],
  ['Tên đăng nhập: chữ thường không dấu, số, chấm, gạch nối. Để trống thì máy đặt, ví dụ Nguyễn Thị Lan thành lannt.'],
  ['Số định danh và số điện thoại: giữ dạng Văn bản để không mất số 0 ở đầu.'],
  ['Lĩnh vực, Các bước: nhiều mục cách nhau bằng dấu chấm phẩy. Để trống là mọi lĩnh vực, mọi bước của vai trò.'],
  ['Từ ngày, Đến ngày: ngày/tháng/năm. Ngày bắt đầu đã qua thì quyền tính từ hôm nay.'],
  ['Dòng có “VD” ở cột STT là ví dụ, máy bỏ qua. Xóa hay để lại đều được.'],
  ['Người không có trong danh sách không bị đóng tài khoản: màn hình xem trước sẽ hỏi từng người.'],
] as const;

/** A line for the template, in the order of its columns. */
function example(values: Partial<Readonly<Record<StaffColumn, string>>>): readonly string[] {
  return STAFF_COLUMNS.map((column) => values[column] ?? '');
}

/** The template of a commune: headings, two examples that are left out when it is read, and what this commune's units, roles, fields and steps are called. */
export async function listTemplate(deps: StaffListDeps, communeCode: string, now: Date, format: 'xlsx' | 'csv'): Promise<Buffer> {
  const today = dateAt(now.getTime());
  const { units, choices } = await readStaffBasis(deps, deps.db, communeCode, today);
  const fields = [...choices.fields].toSorted((a, b) => a.localeCompare(b, 'vi'));
  const unit = units[0]?.name ?? 'Trung tâm Phục vụ hành chính công';
  const day = plainDateWords(today, 'vi');
  const examples = [
    example({ mark: 'VD', fullName: 'Nguyễn Thị Lan', userName: 'lannt', citizenNumber: '038190000123', phone: '0912345678', unit, role: ROLE_WORDS.vi.reception, title: 'Cán bộ Một cửa', unitScope: scopeWords('all', 'vi'), validFrom: day }),
    example({ mark: 'VD', fullName: 'H\'Mai Niê Kđăm', unit, role: ROLE_WORDS.vi.specialist, title: 'Công chức tư pháp, hộ tịch', fields: fields.slice(0, 2).join('; '), unitScope: scopeWords('own', 'vi'), steps: stepWords('appraise', 'vi') }),
  ];
  if (format === 'csv') return writeCsv([HEAD, ...examples]);
  const lists = [units.map(({ name }) => name), ROLES.map((role) => ROLE_WORDS.vi[role]), fields, [scopeWords('own', 'vi'), scopeWords('all', 'vi')], WORK_STEPS.map((step) => stepWords(step, 'vi'))];
  const columns: readonly StaffColumn[] = ['unit', 'role', 'fields', 'unitScope', 'steps'];
  const deepest = Math.max(...lists.map((list) => list.length));
  const listSheet = [columns.map((column) => COLUMN_WORDS.vi[column]), ...Array.from({ length: deepest }, (_, row) => lists.map((list) => list[row] ?? null))];
  const place = (column: StaffColumn): number => STAFF_COLUMNS.indexOf(column);
  return writeWorkbook([
    {
      title: 'Danh sách', widths: STAFF_COLUMNS.map((column) => WIDTHS[column]), headRows: 1, rows: [HEAD, ...examples],
      textColumns: [...STAFF_COLUMNS.keys()],
      choices: (['unit', 'role', 'unitScope'] as const).map((column) => {
        const index = columns.indexOf(column);
        const letter = String.fromCharCode(65 + index);
        return { column: place(column), from: `'Danh mục'!$${letter}$2:$${letter}$${String((lists[index]?.length ?? 0) + 1)}`, warning: 'Mục này không có trong danh mục. Vẫn giữ?' };
      }),
    },
    { title: 'Danh mục', widths: [40, 40, 36, 16, 16], headRows: 1, rows: listSheet },
    { title: 'Cách điền', widths: [110], headRows: 1, rows: HOW },
  ]);
}
