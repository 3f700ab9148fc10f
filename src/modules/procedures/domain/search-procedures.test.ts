import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadReport } from './load-report.ts';
import { buildProcedureIndex } from './procedure-index.ts';
import { searchProcedures } from './search-procedures.ts';
import { checkSearchWords } from './search-words.ts';
import { suggestProcedures } from './suggest-procedures.ts';

const folder = new URL('../../../../data/procedures/', import.meta.url);
const files = readdirSync(folder)
  .filter((file) => /^\d.*\.json$/.test(file))
  .map((file) => ({ file, text: readFileSync(new URL(file, folder), 'utf8') }));
const report = loadReport(files, '2026-11-22');
const codes = new Set(report.packs.map((pack) => pack.code));
const language = checkSearchWords(JSON.parse(readFileSync(new URL('synonyms.json', folder), 'utf8')), 'synonyms.json', codes);
const index = buildProcedureIndex([...report.packs, ...report.staffPacks], language.ok ? language.value : { fillers: [], groups: [] });

/** What people type, and the procedure that must be among the first three. */
const EVERYDAY: readonly (readonly [string, string])[] = [
  ['làm giấy khai sinh cho con', '1.001193'],
  ['giay khai sinh', '1.001193'],
  ['cho tôi hỏi thủ tục khai sinh cho bé mới sinh cần giấy gì', '1.001193'],
  ['vợ tôi mới đẻ làm giấy gì', '1.001193'],
  ['khai sanh cho em be', '1.001193'],
  ['kahi sinh', '1.001193'],
  ['khaisinh', '1.001193'],
  ['khai sing', '1.001193'],
  ['dang ki khai xinh', '1.001193'],
  ['ddawng kys khai sinh', '1.001193'],
  ['sinh khai giấy', '1.001193'],
  ['register a birth', '1.001193'],
  ['giay ket hon', '1.000894'],
  ['đăng ký kết hôn', '1.000894'],
  ['cưới vợ', '1.000894'],
  ['làm hôn thú', '1.000894'],
  ['lấy chồng thì làm giấy ở đâu', '1.000894'],
  ['keets hoon', '1.000894'],
  ['dang ky ket hom', '1.000894'],
  ['lấy chồng Hàn Quốc', '2.000806'],
  ['ket hon voi nguoi nuoc ngoai', '2.000806'],
  ['chung thuc ban sao', '2.000815'],
  ['sao y', '2.000815'],
  ['photo công chứng', '2.000815'],
  ['sao y bang tot nghiep', '2.000815'],
  ['chứn thực bản sao', '2.000815'],
  ['công chứng giấy tờ', '2.000815'],
  ['giấy độc thân', '1.004873'],
  ['xac nhan tinh trang hon nhan', '1.004873'],
  ['giấy chưa vợ', '1.004873'],
  ['xin giay doc than de vay ngan hang', '1.004873'],
  ['bố tôi mới mất', '1.000656'],
  ['khai tu', '1.000656'],
  ['làm giấy chứng tử cho ông nội', '1.000656'],
  ['má tôi qua đời', '1.000656'],
  ['nhập hộ khẩu', '1.004222'],
  ['ho khau', '1.004222'],
  ['dang ky thuong tru', '1.004222'],
  ['nhập khẩu cho con', '1.004222'],
  ['cắt hộ khẩu', '1.003197'],
  ['đăng ký tạm trú nhà trọ', '1.004194'],
  ['tam tru', '1.004194'],
  ['tách sổ hộ khẩu', '1.010038'],
  ['giấy ct07', '1.010041'],
  ['mất giấy khai sinh', '2.000635'],
  ['trích lục khai sinh', '2.000635'],
  ['lam lai giay khai sinh ban goc', '1.004884'],
  ['giấy khai sinh sai tên', '1.004859'],
  ['sai ngay sinh trong khai sinh', '1.004859'],
  ['nhận con nuôi', '2.001263'],
  ['giấy ủy quyền', '2.000884'],
  ['xác nhận sơ yếu lý lịch', '2.000884'],
  ['làm di chúc', '2.001019'],
  ['chia thừa kế đất cha mẹ', '2.001406'],
  ['công chứng mua bán đất', '2.001035'],
  ['dịch thuật công chứng', '2.001008'],
  ['hàng xóm lấn đất', '1.012812'],
  ['tranh chap dat dai', '1.012812'],
  ['làm sổ đỏ lần đầu', '1.013978'],
  ['xin phép xây nhà', '1.013225'],
  ['giay phep xay dung', '1.013225'],
  ['cất nhà ở quê', '1.013225'],
  ['sửa nhà có cần xin phép không', '1.013229'],
  ['mở tiệm tạp hóa', '1.001612'],
  ['dang ky ho kinh doanh', '1.001612'],
  ['dẹp tiệm nghỉ bán', '1.001266'],
  ['mất giấy phép kinh doanh', '2.000575'],
  ['xin hộ nghèo', '1.011607'],
  ['so ho ngheo', '1.011607'],
  ['trợ cấp người già', '1.001776'],
  ['làm giấy khuyết tật', '1.001699'],
  ['người tàn tật xin giấy', '1.001699'],
  ['tiền mai táng phí', '1.001731'],
  ['đăng ký nghĩa vụ quân sự', '1.013133'],
  ['17 tuổi đi khám nghĩa vụ', '1.013133'],
  ['làm căn cước cho bé 6 tuổi', '1.014062'],
  ['cccd hết hạn', '1.014063'],
  ['mất cccd', '1.014064'],
  ['kích hoạt vneid', '3.000228'],
  ['sang tên xe máy', '1.013076'],
  ['mất hộ chiếu', '1.010386'],
  ['thẻ bảo hiểm y tế cho bé', '2.000986'],
  ['khoan giếng', '1.001662'],
  ['dựng rạp đám cưới ngoài đường', '1.013274'],
  ['đất có dính quy hoạch không', '1.014159'],
  ['heo chết dịch', '1.013997'],
  ['đơn tố cáo', '0.000001'],
  ['cúng đình', '1.012592'],
  ['giấy con thương binh', '1.010833'],
  ['cai nghien ma tuy', '3.000527'],
];

test('the everyday language is sound and names only procedures that citizens can see', () => {
  deepEqual(language.ok ? [] : language.problem.map((fault) => `${fault.field}: ${fault.words.en}`), []);
});

for (const [said, code] of EVERYDAY) {
  test(`“${said}” finds ${code} among the first three`, () => {
    const first = searchProcedures(index, said, 3).map((hit) => hit.code);
    ok(first.includes(code), `found ${first.join(', ') || 'nothing'}`);
  });
}

test('a typed code finds its procedure', () => {
  equal(searchProcedures(index, ' 1.001193 ')[0]?.code, '1.001193');
});

test('an empty question and a question of nothing known have no answers', () => {
  deepEqual(searchProcedures(index, '   '), []);
  deepEqual(searchProcedures(index, 'zzqqxx 12345678'), []);
});

test('hidden procedures never appear, not even by their whole name or code', () => {
  const hidden = new Set(report.hidden.map((one) => one.code));
  ok(hidden.size > 0);
  for (const one of report.hidden) {
    for (const asked of [one.name, one.code]) {
      const found = [...searchProcedures(index, asked, 50), ...suggestProcedures(index, asked, 50)];
      deepEqual(found.filter((hit) => hidden.has(hit.code)), [], asked);
    }
  }
});

test('every visible procedure is found among the first five by its whole official name without accents', () => {
  const missed = report.packs.filter((pack) => {
    const plain = pack.name.normalize('NFD').replace(/\p{M}+/gu, '').replace(/[đĐ]/gu, 'd').slice(0, 200);
    return !searchProcedures(index, plain, 5).some((hit) => hit.code === pack.code);
  });
  deepEqual(missed.map((pack) => `${pack.code} ${pack.name}`), []);
});

test('any text at all is answered without a failure, best first and never twice', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.constantFrom(...EVERYDAY.map(([said]) => said))), (asked) => {
      const found = searchProcedures(index, asked, 10);
      equal(new Set(found.map((hit) => hit.code)).size, found.length);
      ok(found.every((hit, position) => position === 0 || hit.score <= (found[position - 1]?.score ?? 0)));
    }),
    { numRuns: 200 },
  );
});

const KEYSTROKES: readonly (readonly [string, string, number])[] = [
  ['ks', '1.001193', 1],
  ['kh', '1.000894', 1],
  ['sy', '2.000815', 1],
  ['kt', '1.000656', 3],
  ['kh si', '1.001193', 2],
  ['k h', '1.000894', 3],
  ['kết h', '1.000894', 1],
  ['tt', '1.004222', 3],
  ['tam t', '1.004194', 2],
  ['dkkh', '1.000894', 1],
  ['khais', '1.001193', 1],
  ['xnt', '1.004873', 3],
  ['di ch', '2.001019', 1],
  ['1.0011', '1.001193', 1],
  ['1193', '1.001193', 3],
];

for (const [typed, code, within] of KEYSTROKES) {
  test(`the keystrokes “${typed}” suggest ${code} among the first ${String(within)} of eight`, () => {
    const found = suggestProcedures(index, typed).map((hit) => hit.code);
    ok(found.length <= 8);
    ok(found.slice(0, within).includes(code), `suggested ${found.join(', ')}`);
  });
}
