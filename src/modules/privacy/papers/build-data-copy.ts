import { type Instant } from '../../../kernel/local-time.ts';
import { type PersonSection } from '../../../kernel/person-data.ts';
import { type PdfDefinition, type PdfNode, text } from '../../../platform/pdf/pdf-definition.ts';
import { DATA_PAGE, dataHead, type DataOffice } from './data-paper-parts.ts';

/** What a copy is made of. */
export interface DataCopyView {
  readonly code: string;
  readonly office: DataOffice;
  readonly person: { readonly fullName: string; readonly citizenNumber: string | null };
  readonly sections: readonly PersonSection[];
  readonly madeAt: Instant;
}

/** As many rows of one section as are printed; the machine-readable copy has them all. */
const PRINTED_ROWS = 150;

function rowLine(row: Readonly<Record<string, string>>): PdfNode {
  return text(Object.entries(row).map(([name, value]) => `${name}: ${value}`).join('; '), { size: 10.5, margin: [8, 0, 0, 4] });
}

/** Everything that is held on a person, section by section, for whoever asked for it (Luật 91/2025/QH15 Điều 4). Vietnamese only, as letters are. */
export function buildDataCopy({ code, office, person, sections, madeAt }: DataCopyView): PdfDefinition {
  return {
    kind: 'flow',
    info: { title: `Bản sao dữ liệu cá nhân ${code}`, author: office.centreName, createdAt: madeAt },
    page: DATA_PAGE,
    style: { font: 'Tinos', size: 13, lineHeight: 1.05 },
    content: [
      ...dataHead(office, code, 'BẢN SAO DỮ LIỆU CÁ NHÂN', madeAt),
      text(`Dữ liệu mà ${office.centreName} đang lưu về: ${person.fullName}${person.citizenNumber === null ? '' : `, số định danh ${person.citizenNumber}`}.`, { margin: [0, 0, 0, 6] }),
      text('Căn cứ Điều 4 Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15. Muốn sửa, xoá hoặc phản đối: nộp yêu cầu tại Trung tâm hoặc trên trang theo dõi hồ sơ.', { size: 11, italics: true, margin: [0, 0, 0, 8] }),
      ...sections.flatMap(({ title, rows }, index) => [
        text(`${String(index + 1)}. ${title.vi} (${String(rows.length)})`, { bold: true, margin: [0, 8, 0, 3] }),
        ...rows.slice(0, PRINTED_ROWS).map(rowLine),
        ...(rows.length > PRINTED_ROWS ? [text(`Bản in có ${String(PRINTED_ROWS)} dòng đầu; đủ các dòng trong bản sao JSON.`, { size: 11, italics: true })] : []),
      ]),
    ],
    closing: { content: [text(`Hỏi thêm: ${office.hotline} hoặc đến Trung tâm, ${office.address}.`, { size: 11, margin: [0, 10, 0, 0] })], foot: text('', { size: 8 }), once: true },
    pageLabels: { foot: '{page}/{pages}', size: 10 },
  };
}
