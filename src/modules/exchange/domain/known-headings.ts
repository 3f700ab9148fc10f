import { foldForSearch } from '../../../kernel/text-folding.ts';
import { EXCHANGE_FIELDS, type ExchangeField } from './stated-dossier.ts';

/** Headings of files that people bring, folded; the first that fits wins. */
const HEADINGS: Readonly<Record<ExchangeField, readonly string[]>> = {
  externalCode: ['ma ho so', 'so ho so', 'mahoso', 'ma so ho so', 'ma hs', 'dossier code'],
  procedure: ['ma thu tuc', 'ma tthc', 'matthc', 'ma thu tuc hanh chinh', 'ten thu tuc', 'ten tthc', 'thu tuc', 'tentthc', 'ten thu tuc hanh chinh', 'procedure'],
  status: ['trang thai', 'trang thai ho so', 'tinh trang', 'trangthai', 'trangthaihoso', 'tinh trang ho so', 'status'],
  channel: ['kenh', 'kenh thuc hien', 'kenhthuchien', 'hinh thuc nop', 'hinh thuc', 'hinhthuc', 'hinh thuc tiep nhan', 'channel'],
  submittedAt: ['ngay nop', 'thoi gian nop', 'ngay gui', 'ngaynop', 'ngay nop ho so', 'ngay dang ky'],
  receivedAt: ['ngay tiep nhan', 'thoi gian tiep nhan', 'ngaytiepnhan', 'ngay nhan', 'nhan ho so', 'thoi diem tiep nhan'],
  dueAt: ['ngay hen tra', 'hen tra', 'ngayhentra', 'han tra', 'han xu ly', 'ngay hen tra ket qua', 'thoi han', 'han giai quyet'],
  fullName: ['nguoi nop', 'ho ten', 'ho va ten', 'ten nguoi nop', 'chu ho so', 'chuhoso', 'ho ten nguoi nop', 'ten to chuc ca nhan', 'nguoi nop ho so', 'hoten'],
  citizenNumber: ['so dinh danh', 'cccd', 'so cccd', 'can cuoc', 'so can cuoc', 'so giay to', 'cmnd', 'cccd cmnd', 'sodinhdanh', 'so dinh danh ca nhan', 'so cmnd cccd'],
  birthDate: ['ngay sinh', 'ngaysinh', 'nam sinh'],
  sex: ['gioi tinh', 'gioitinh', 'phai'],
  phone: ['so dien thoai', 'dien thoai', 'sdt', 'sodienthoai', 'di dong'],
  email: ['email', 'thu dien tu', 'e mail'],
  address: ['dia chi', 'diachi', 'noi o', 'dia chi thuong tru', 'noi cu tru', 'dia chi nguoi nop', 'dia chi sdt'],
  content: ['noi dung', 'trich yeu', 'noi dung yeu cau', 'noi dung yeu cau giai quyet', 'trichyeu', 'trich yeu ho so'],
};

/** The field that a heading most probably stands for; undefined for a heading that nobody has met. */
export function fieldOfHeading(heading: string): ExchangeField | undefined {
  const parts = heading.split(' / ').map(foldForSearch).reverse();
  for (const part of parts) {
    const found = EXCHANGE_FIELDS.find((field) => HEADINGS[field].includes(part));
    if (found !== undefined) return found;
  }
  return undefined;
}
