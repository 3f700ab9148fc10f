import { type ChainFault } from '../domain/check-chain.ts';

const day = (date: string): string => date.split('-').reverse().join('/');

const month = (text: string): string => text.split('-').reverse().join('/');

const COLUMNS = { at: ['thời điểm', 'moment'], object: ['đối tượng', 'object'], actor_id: ['người làm', 'person'], action: ['việc làm', 'action'] } as const;

/** The first thing that is wrong with a chain, in plain Vietnamese and English. */
export function faultWords(fault: ChainFault): { readonly vi: string; readonly en: string } {
  switch (fault.kind) {
    case 'gap':
      return fault.found > fault.expected
        ? { vi: `Ngày ${day(fault.day)}: sau dòng số ${String(fault.expected - 1)} là dòng số ${String(fault.found)}; dòng số ${String(fault.expected)} đã bị lấy đi.`, en: `${fault.day}: entry ${String(fault.expected)} is gone; after entry ${String(fault.expected - 1)} comes entry ${String(fault.found)}.` }
        : { vi: `Ngày ${day(fault.day)}: dòng số ${String(fault.found)} đứng sai chỗ, đúng ra là số ${String(fault.expected)}.`, en: `${fault.day}: entry ${String(fault.found)} stands where entry ${String(fault.expected)} should.` };
    case 'days-torn':
      return fault.after === ''
        ? { vi: `Ngày ${day(fault.day)} không nối vào đầu chuỗi: các dòng trước đó đã bị lấy đi hoặc bị thay.`, en: `${fault.day} does not follow the beginning of the chain: what came before was removed or replaced.` }
        : { vi: `Ngày ${day(fault.day)} không nối tiếp ngày ${day(fault.after)}: ở giữa có dòng, hoặc cả ngày, đã bị lấy đi hoặc thêm vào.`, en: `${fault.day} does not follow ${fault.after}: entries or whole days between them were removed or added.` };
    case 'link-broken':
      return { vi: `Ngày ${day(fault.day)}, dòng số ${String(fault.seq)} không nối vào dòng trước nó: thứ tự bị đổi, hoặc dòng trước bị thay.`, en: `${fault.day}, entry ${String(fault.seq)} does not follow the one before it: the order was changed or the one before was replaced.` };
    case 'altered':
      return { vi: `Ngày ${day(fault.day)}, dòng số ${String(fault.seq)}: nội dung đã bị sửa.`, en: `${fault.day}, entry ${String(fault.seq)}: its content was altered.` };
    case 'column-altered': {
      const [vi, en] = COLUMNS[fault.column];
      return { vi: `Ngày ${day(fault.day)}, dòng số ${String(fault.seq)}: ${vi} ghi bên cạnh khác với nội dung của dòng.`, en: `${fault.day}, entry ${String(fault.seq)}: the ${en} beside it differs from what the entry says.` };
    }
    case 'end-differs':
      return { vi: `Chuỗi dừng ở ngày ${fault.day === '' ? '(chưa có)' : day(fault.day)}, dòng số ${String(fault.seq)}; lẽ ra phải dừng ở ngày ${day(fault.headDay)}, dòng số ${String(fault.headSeq)}: các dòng cuối đã bị lấy đi, thêm vào hoặc bị thay.`, en: `The chain ends at ${fault.day}, entry ${String(fault.seq)}, but should end at ${fault.headDay}, entry ${String(fault.headSeq)}: the last entries were removed, added or replaced.` };
    case 'head-alone':
      return { vi: 'Nhật ký từng có dòng nhưng nay trống: mọi dòng đã bị lấy đi.', en: 'The journal once had entries and is empty now: all of them were removed.' };
    case 'archive-missing':
      return { vi: `Tệp niêm phong tháng ${month(fault.month)} (archives/journal/${fault.file}) không còn. Lấy lại tệp này từ bản sao lưu, đặt đúng chỗ rồi kiểm tra lại.`, en: `The sealed file of ${fault.month} (archives/journal/${fault.file}) is gone. Bring it back from a copy, put it in its place and verify again.` };
    case 'archive-altered':
      return { vi: `Tệp niêm phong tháng ${month(fault.month)} (archives/journal/${fault.file}) đã bị sửa hoặc hỏng: nội dung không còn như lúc niêm phong. Lấy lại tệp này từ bản sao lưu.`, en: `The sealed file of ${fault.month} (archives/journal/${fault.file}) was altered or is damaged: it is not what was sealed. Bring it back from a copy.` };
    case 'archive-foreign':
      return { vi: `Tệp niêm phong tháng ${month(fault.month)} (archives/journal/${fault.file}) được niêm phong bằng khóa khác. Lấy lại tệp secret-key đúng với thư mục dữ liệu này từ bản sao lưu.`, en: `The sealed file of ${fault.month} (archives/journal/${fault.file}) was sealed under another key. Bring back the secret-key that belongs to this data folder.` };
    case 'archive-differs':
      return { vi: `Tệp niêm phong tháng ${month(fault.month)} (archives/journal/${fault.file}) là của những dòng khác với những dòng đã niêm phong: tệp đã bị thay. Lấy lại tệp đúng từ bản sao lưu.`, en: `The sealed file of ${fault.month} (archives/journal/${fault.file}) holds other entries than those that were sealed: it was replaced. Bring the right one back from a copy.` };
    case 'head-missing':
      return { vi: 'Không còn dấu chốt cuối chuỗi (journal_head): không biết nhật ký phải dừng ở đâu.', en: 'The head of the chain (journal_head) is gone: nothing says where the journal should end.' };
  }
}
