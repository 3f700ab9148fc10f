import { dateWords, plainDateWords } from '../../../kernel/date-words.ts';
import { dateAt, type Instant, type LocalDate } from '../../../kernel/local-time.ts';
import { mm, PAPER } from '../../../platform/pdf/paper-size.ts';
import { type PdfSheets } from '../../../platform/pdf/pdf-definition.ts';
import { type Sheet, type SheetShape, type SheetText } from '../../../platform/pdf/sheet.ts';
import { QUIET_ZONE } from '../../../platform/qr/qr-matrix.ts';
import { qrPath } from '../../../platform/qr/qr-path.ts';

/** One person's slip. */
export interface SignInSlip {
  readonly fullName: string;
  readonly userName: string;
  readonly unit: string;
  readonly password: string;
}

/** What all slips of a print have in common. */
export interface SignInSlipsView {
  readonly office: { readonly name: string; readonly kind: string; readonly centreName: string; readonly hotline: string };
  readonly people: readonly SignInSlip[];
  /** Where staff sign in. */
  readonly address: string;
  readonly madeAt: Instant;
  /** The last day on which the passwords count. */
  readonly until: LocalDate;
}

/** A quarter of A4. */
const SLIP = { width: PAPER.A4.width / 2, height: PAPER.A4.height / 2 };
const PADDING = mm(9);
const INSIDE = SLIP.width - 2 * PADDING;
const INK = '#1F1B16';
const FAINT = '#6B6357';
const LINE = '#B8AC98';
const QR = mm(20);

const STEPS = [
  ['1.', 'Mở địa chỉ bên dưới (hoặc quét mã), nhập tên và mật khẩu này.'],
  ['2.', 'Đặt mật khẩu của riêng mình, từ 12 ký tự. Máy sẽ hỏi ngay.'],
  ['3.', 'Xé bỏ phiếu. Không chụp ảnh, không gửi qua Zalo hay thư.'],
] as const;

/** Slips with user name and one-time password, one a person, four on a page of A4 to be cut apart. Vietnamese, as everything that the office hands out on paper. */
export function buildSignInSlips({ office, people, address, madeAt, until }: SignInSlipsView): PdfSheets {
  const pages = Array.from({ length: Math.ceil(people.length / 4) }, (_, page) => people.slice(page * 4, page * 4 + 4));
  return {
    kind: 'sheets',
    info: { title: `Phiếu đăng nhập (${String(people.length)})`, author: office.centreName, createdAt: madeAt },
    page: PAPER.A4,
    sheets: pages.map((page) => {
      const slips = page.map((slip, index) => slipAt(slip, { office, address, madeAt, until }, { x: (index % 2) * SLIP.width, y: Math.floor(index / 2) * SLIP.height }));
      return { shapes: [...cuts(), ...slips.flatMap(({ shapes }) => shapes)], texts: slips.flatMap(({ texts }) => texts) };
    }),
  };
}

/** Where the page is cut. */
function cuts(): readonly SheetShape[] {
  const { width, height } = PAPER.A4;
  return [
    { kind: 'line', x1: SLIP.width, y1: 0, x2: SLIP.width, y2: height, thickness: 0.5, colour: LINE },
    { kind: 'line', x1: 0, y1: SLIP.height, x2: width, y2: SLIP.height, thickness: 0.5, colour: LINE },
  ];
}

function slipAt(slip: SignInSlip, { office, address, madeAt, until }: Omit<SignInSlipsView, 'people'>, { x, y }: { readonly x: number; readonly y: number }): Sheet {
  const left = x + PADDING;
  const line = (text: string, baseline: number, size: number, wishes: Partial<Pick<SheetText, 'bold' | 'colour' | 'maxWidth'>> & { readonly indent?: number } = {}): SheetText => ({
    x: left + (wishes.indent ?? 0), baseline: y + mm(baseline), text, font: 'Be Vietnam Pro', size, bold: wishes.bold ?? false, colour: wishes.colour ?? INK, align: 'left', maxWidth: wishes.maxWidth ?? INSIDE - (wishes.indent ?? 0),
  });
  const { path, side } = qrPath(address);
  const scale = QR / (side - 2 * QUIET_ZONE);
  const beside = INSIDE - QR - mm(4);
  const box = (top: number): SheetShape => ({ kind: 'rect', x: left, y: y + mm(top), width: INSIDE, height: mm(15), colour: '#F4EFE6' });
  return {
    shapes: [
      box(46), box(65),
      { kind: 'path', x: x + SLIP.width - PADDING - QR - QUIET_ZONE * scale, y: y + mm(116) - QUIET_ZONE * scale, scale, path, colour: INK },
    ],
    texts: [
      line(office.centreName, 13, 8.5, { colour: FAINT }),
      line('Phiếu đăng nhập lần đầu', 21.5, 15, { bold: true }),
      line(slip.fullName, 32, 13, { bold: true }),
      line(slip.unit, 38, 9.5),
      line('Tên đăng nhập', 51, 8, { colour: FAINT, indent: mm(3), maxWidth: INSIDE - mm(6) }),
      line(slip.userName, 57.8, 14, { bold: true, indent: mm(3), maxWidth: INSIDE - mm(6) }),
      line(`Mật khẩu dùng một lần, đến hết ngày ${plainDateWords(until, 'vi')}`, 70, 8, { colour: FAINT, indent: mm(3), maxWidth: INSIDE - mm(6) }),
      line(slip.password, 76.8, 14, { bold: true, indent: mm(3), maxWidth: INSIDE - mm(6) }),
      ...STEPS.flatMap(([number, words], index) => [line(number, 88.5 + index * 6.5, 8.2, { bold: true, maxWidth: mm(5) }), line(words, 88.5 + index * 6.5, 8.2, { indent: mm(5) })]),
      line('Nơi đăng nhập', 120, 8, { colour: FAINT, maxWidth: beside }),
      line(address, 125, 9, { bold: true, maxWidth: beside }),
      line(`Cần giúp: ${office.hotline}`, 131, 8.5, { maxWidth: beside }),
      line(`In ${dateWords(dateAt(madeAt), 'vi')}`, 136, 8, { colour: FAINT, maxWidth: beside }),
    ],
  };
}
