type Words = Readonly<Record<'vi' | 'en', string>>;

/** Something that the doors of the program let a role do, in plain words, with the doors it goes through. */
export interface Ability {
  readonly key: string;
  readonly words: Words;
  /** Method and address; a star at the end stands for everything that follows. */
  readonly routes: readonly string[];
}

/**
 * Doors whose policy is wider than what is then allowed to one dossier: the table of the dossiers decides, and the page asks that table.
 * They are named here so that no door is forgotten.
 */
const DECIDED_BY_THE_TABLE = [
  'POST /api/dossiers/:id/reveal', 'POST /api/dossiers/:id/answers/copy', 'GET /api/dossiers/:id/answers/print.pdf', 'POST /api/dossiers/:id/actions', 'POST /api/dossiers/:id/claim', 'POST /api/dossiers/:id/release', 'POST /api/dossiers/:id/unit*', 'POST /api/dossiers/:id/agency*',
  'POST /api/dossiers/:id/assign', 'GET /api/dossiers/:id/assignees', 'POST /api/dossiers/:id/stop', 'POST /api/dossiers/:id/withdrawal*', 'POST /api/dossiers/:id/urge*', 'POST /api/dossiers/:id/extension*',
  'POST /api/dossiers/:id/reopen', 'POST /api/dossiers/:id/supplement*', 'GET /api/dossiers/:id/supplement-plan', 'POST /api/dossiers/:id/payment*', 'POST /api/dossiers/:id/seal', 'POST /api/dossiers/:id/receive',
  'POST /api/dossiers/:id/reject', 'POST /api/dossiers/:id/hand-over', 'POST /api/dossiers/:id/dispatch', 'POST /api/dossiers/:id/delivery', 'GET /api/dossiers/:id/declaration', 'GET /api/dossiers/:id/correction',
] as const;

/** Everything that a position opens beside what is done to one dossier, in the order in which it is read. Two abilities never share a door; the first that fits counts. */
export const ABILITIES: readonly Ability[] = [
  { key: 'dossier-acts', words: { vi: 'Xử lý hồ sơ theo từng bước', en: 'Act on dossiers step by step' }, routes: DECIDED_BY_THE_TABLE },
  { key: 'receive', words: { vi: 'Tiếp nhận hồ sơ tại quầy, kể cả nhóm thủ tục liên thông', en: 'Receive dossiers at the counter, interlinked ones too' }, routes: ['POST /api/dossiers', 'POST /api/forms/scan', 'GET /api/forms/drafts/:draftId/papers/:fileId/picture', 'GET /api/linked-groups', 'POST /api/linked-cases', 'POST /api/dossiers/bulk/transfer'] },
  { key: 'assisted-filing', words: { vi: 'Khai hộ người dân tại quầy hoặc tại nhà, chỉ đứng tên người giúp', en: 'Fill in declarations for citizens, as the helper only' }, routes: ['POST /api/assisted-filings'] },
  { key: 'assisted-figures', words: { vi: 'Xem ai khai hộ bao nhiêu hồ sơ', en: 'See who helped with how many declarations' }, routes: ['GET /api/assisted-filings*'] },
  { key: 'certify', words: { vi: 'Làm chứng thực bản sao tại quầy nhanh', en: 'Certify copies in the express lane' }, routes: ['POST /api/certifications', 'GET /api/certifications/lane', 'POST /api/certifications/:id/printed'] },
  { key: 'fees', words: { vi: 'Tính và sửa phí, lệ phí của hồ sơ, có lý do', en: 'Assess and change the fees of dossiers, with the reason' }, routes: ['POST /api/fees/preview', 'POST /api/dossiers/:id/fees'] },
  { key: 'persons', words: { vi: 'Tìm người đã có thông tin ở xã, ghép trang giấy tờ quét', en: 'Find people known to the office, bind scanned pages' }, routes: ['POST /api/persons/*', 'POST /api/uploads/pages', 'GET /api/uploads/*'] },
  { key: 'upload', words: { vi: 'Đính kèm giấy tờ quét, ảnh chụp', en: 'Attach scans and pictures' }, routes: ['POST /api/uploads'] },
  { key: 'deliveries', words: { vi: 'Xem danh sách kết quả mang đến nhà', en: 'See the results that are carried home' }, routes: ['GET /api/deliveries'] },
  { key: 'linked-work', words: { vi: 'Theo dõi, gửi và sửa thông tin vụ liên thông với cơ quan khác', en: 'Keep interlinked cases going with other agencies' }, routes: ['POST /api/linked-cases/*'] },
  { key: 'absences', words: { vi: 'Giao lại danh sách việc khi có người vắng mặt', en: 'Hand lists on while somebody is away' }, routes: ['GET /api/absences*', 'POST /api/absences*'] },
  { key: 'bulk-urge', words: { vi: 'Đôn đốc nhiều hồ sơ một lượt', en: 'Urge many dossiers at once' }, routes: ['POST /api/dossiers/bulk/urge'] },
  { key: 'step-papers', words: { vi: 'Lập phiếu kiểm soát, phiếu bàn giao, in giấy cho nhiều hồ sơ', en: 'Make control sheets and hand-over slips, print for many dossiers' }, routes: ['POST /api/dossiers/:id/papers', 'POST /api/papers/hand-over-slips', 'GET /api/papers/hand-over', 'POST /api/dossiers/bulk/print'] },
  { key: 'certification-books', words: { vi: 'Tra cứu, in sổ chứng thực', en: 'Search and print the books of certifications' }, routes: ['POST /api/certifications/register', 'GET /api/certifications/register.*'] },
  { key: 'see-money', words: { vi: 'Xem khoản phải nộp, tiền đã nộp và mã VietQR', en: 'See what is to be paid and was paid, and its payment codes' }, routes: ['POST /api/payables/search', 'GET /api/payables/*', 'POST /api/refunds/search', 'GET /api/refunds/*'] },
  { key: 'take-money', words: { vi: 'Thu tiền mặt tại quầy', en: 'Take cash at the counter' }, routes: ['POST /api/payables/:id/cash'] },
  { key: 'ask-refunds', words: { vi: 'Đề nghị trả lại tiền', en: 'Ask for money to be paid back' }, routes: ['POST /api/payables/:id/refunds', 'POST /api/refunds/:id/withdraw'] },
  { key: 'approve-refunds', words: { vi: 'Duyệt trả lại tiền (không phải người đề nghị)', en: 'Approve refunds (never whoever asked)' }, routes: ['POST /api/refunds/:id/decision'] },
  { key: 'correct-money', words: { vi: 'Hủy ghi nhận tiền đã nộp, chi tiền trả lại', en: 'Reverse payments, pay money back' }, routes: ['POST /api/payments/*', 'POST /api/payables/*', 'POST /api/refunds/*'] },
  { key: 'bank-statement-acts', words: { vi: 'Nhập sao kê ngân hàng, xác nhận và loại từng dòng', en: 'Import bank statements, confirm and set aside their lines' }, routes: ['POST /api/bank-statements*'] },
  { key: 'bank-statements', words: { vi: 'Xem sao kê ngân hàng và tiền nào nộp cho khoản nào', en: 'See bank statements and what their money is for' }, routes: ['GET /api/bank-statements*'] },
  { key: 'register', words: { vi: 'Lập sổ theo dõi hồ sơ (mẫu 07)', en: 'Make the register (form 07)' }, routes: ['POST /api/papers/register', 'GET /api/papers/register'] },
  { key: 'void-paper', words: { vi: 'Hủy giấy đã cấp, có lý do', en: 'Declare an issued paper void, with the reason' }, routes: ['POST /api/papers/:id/void'] },
  { key: 'exchange', words: { vi: 'Nhập, xuất hồ sơ và đối chiếu với hệ thống khác', en: 'Import, export and compare with other systems' }, routes: ['GET /api/exchange/*', 'POST /api/exchange/*'] },
  { key: 'data-requests', words: { vi: 'Nhận yêu cầu của công dân về dữ liệu cá nhân', en: 'Take down requests about personal data' }, routes: ['GET /api/data-requests*', 'POST /api/data-requests'] },
  { key: 'consents', words: { vi: 'Hỏi và ghi sự đồng ý của người đến nộp hồ sơ', en: 'Ask people at the counter for consents' }, routes: ['GET /api/dossiers/:id/consents', 'POST /api/dossiers/:id/consents'] },
  { key: 'data-decisions', words: { vi: 'Quyết định yêu cầu về dữ liệu cá nhân; giữ hồ sơ vì khiếu nại, vụ án; lấy danh sách người đồng ý nhận tin', en: 'Decide about personal data; hold dossiers for complaints and courts; take lists of people who consent' }, routes: ['POST /api/data-requests/:id/actions', 'POST /api/dossiers/:id/hold-data', 'POST /api/dossiers/:id/release-data', 'GET /api/dossiers/:id/hold', 'GET /api/consents*'] },
  { key: 'journal-days', words: { vi: 'Chốt nhật ký từng ngày, in biên bản, xuất nhật ký cho kiểm tra', en: 'The days of the journal with their records, exports for auditors' }, routes: ['GET /api/journal/days*', 'GET /api/journal/export*', 'POST /api/journal/export*'] },
  { key: 'number-books', words: { vi: 'Xem các sổ đánh số, in biên bản khóa sổ', en: 'See the books of numbers, print their closing records' }, routes: ['GET /api/number-books*'] },
  { key: 'number-book-acts', words: { vi: 'Mở, khóa sổ đánh số, giải thích số bị nhảy', en: 'Open and close books of numbers, explain gaps' }, routes: ['POST /api/number-books/*'] },
  { key: 'receipts', words: { vi: 'Xem, in biên lai và sổ biên lai, bảng kê thu, ca thu', en: 'See and print receipts, their book, sheets of takings and cashiers’ days' }, routes: ['GET /api/fee-receipts*', 'GET /api/cashier-days*'] },
  { key: 'receipt-asks', words: { vi: 'Đề nghị hủy, thay thế, điều chỉnh biên lai', en: 'Ask to void, replace or adjust receipts' }, routes: ['POST /api/fee-receipts/:id/corrections'] },
  { key: 'receipt-decisions', words: { vi: 'Duyệt hủy, sửa biên lai do người khác đề nghị; nhận tiền bàn giao; ghi nộp tiền về kho bạc, ngân hàng', en: 'Decide on corrections that others asked for, receive cash that was handed over, note remittances' }, routes: ['POST /api/fee-receipts/:id/decisions', 'POST /api/cashier-days/:id/receive', 'POST /api/remittances'] },
  { key: 'receipt-books', words: { vi: 'Xem ký hiệu, quyển biên lai và tiền còn phải nộp về', en: 'See series and books of receipts, and cash that is still to be handed on' }, routes: ['GET /api/receipt-series', 'GET /api/remittances'] },
  { key: 'receipt-book-acts', words: { vi: 'Mở, đóng ký hiệu và quyển biên lai, ghi số hỏng, mất', en: 'Open and close series and books of receipts, note spoiled and lost numbers' }, routes: ['POST /api/receipt-series*'] },
  { key: 'cashier-day', words: { vi: 'Mở, chốt và bàn giao ca thu tiền mặt của mình', en: 'Open, close and hand over the own day of cash' }, routes: ['POST /api/cashier-days', 'POST /api/cashier-days/:id/close', 'POST /api/cashier-days/:id/hand-over'] },
  { key: 'staff', words: { vi: 'Thêm, sửa, đóng tài khoản cán bộ; phân công vị trí; đặt lại mật khẩu; nhập danh sách', en: 'Add, change and close accounts, give positions, reset passwords, import lists' }, routes: ['GET /api/staff*', 'POST /api/staff*', 'PUT /api/staff/*', 'POST /api/leaves/*', 'POST /api/recoveries/*', 'GET /api/roles'] },
  { key: 'devices', words: { vi: 'Ghép đôi và gỡ máy tự phục vụ, màn hình gọi số', en: 'Pair and remove kiosks and screens' }, routes: ['GET /api/devices*', 'POST /api/devices*'] },
  { key: 'units', words: { vi: 'Thêm, đổi tên, sáp nhập, đóng đơn vị và thôn', en: 'Add, rename, merge and close units and villages' }, routes: ['GET /api/units*', 'POST /api/units/*'] },
  { key: 'calendar-changes', words: { vi: 'Đổi lịch làm việc của xã', en: 'Change the working calendar' }, routes: ['POST /api/calendar/*'] },
  { key: 'settings', words: { vi: 'Đổi cài đặt, thời hạn thủ tục, tài khoản nhận tiền', en: 'Change settings, time limits, the bank account' }, routes: ['GET /api/settings*', 'POST /api/settings/*', 'GET /api/bank-account', 'PUT /api/bank-account', 'GET /api/procedures', 'GET /api/procedures/report', 'PUT /api/procedures/*'] },
  { key: 'forms', words: { vi: 'Sửa, xem thử, công bố và rút biểu mẫu tờ khai', en: 'Change, preview, publish and take back declaration forms' }, routes: ['GET /api/form-editor/*', 'POST /api/form-editor/*', 'GET /can-bo/xem-thu-to-khai/:id', 'POST /can-bo/xem-thu-to-khai/:id', 'GET /can-bo/xem-thu-to-khai/:id/in'] },
  { key: 'installation', words: { vi: 'Xem ai là quản trị toàn hệ thống; người giữ việc này cử và kết thúc người khác (cần hai người)', en: 'See who the installation administrators are; they name and end others (two people together)' }, routes: ['GET /api/installation-administrators', 'POST /api/installation-administrators*'] },
  { key: 'procedures', words: { vi: 'Sửa, xem thử, công bố và rút thủ tục', en: 'Change, preview, publish and take back procedures' }, routes: ['GET /api/procedure-editor/*', 'POST /api/procedure-editor/*', 'GET /can-bo/xem-thu-thu-tuc/:id'] },
  { key: 'fee-rates', words: { vi: 'Nhập mức thu do tỉnh, đơn vị quy định', en: 'Enter the amounts that the province and the office set' }, routes: ['GET /api/fee-rates', 'POST /api/fee-rates*'] },
  { key: 'retention', words: { vi: 'Xem thời hạn lưu dữ liệu và những gì sắp xóa', en: 'See how long data is kept and what goes next' }, routes: ['GET /api/retention*', 'POST /api/retention*'] },
  { key: 'operations', words: { vi: 'Xem sức khỏe hệ thống, chạy lại việc nền', en: 'Look after the health of the system and its background work' }, routes: ['GET /api/administration', 'GET /api/health-report', 'GET /api/jobs', 'POST /api/jobs/*'] },
  { key: 'merges', words: { vi: 'Sáp nhập xã (cần hai người)', en: 'Merge communes (two people together)' }, routes: ['GET /api/commune-merges*', 'POST /api/commune-merges*'] },
  { key: 'look', words: { vi: 'Xem hồ sơ, tiến độ, giấy tờ, vụ liên thông trong lĩnh vực và đơn vị được giao; ngoài việc của mình thì phải nêu mục đích và nhật ký ghi lại', en: 'Look at dossiers, their progress and papers within the fields and units of the position; outside of the own work a purpose is asked and the journal keeps it' }, routes: [
    'GET /api/dossiers', 'POST /api/dossiers/search', 'GET /api/dossiers/choices', 'GET /api/dossiers/bulk/*', 'GET /api/dossiers/:id', 'GET /api/dossiers/:id/*', 'GET /api/linked-cases*', 'GET /api/papers*',
    'GET /api/certifications/:id/*', 'GET /api/deadline', 'GET /api/villages', 'GET /api/procedures/suggest', 'GET /api/procedures/:code', 'GET /ap-phich.pdf',
  ] },
  { key: 'reports', words: { vi: 'Xem báo cáo và lịch làm việc, lưu bộ lọc của mình, nhận thông báo', en: 'See reports and the calendar, keep own filters, get notices' }, routes: ['GET /api/reports/*', 'GET /api/calendar*', 'GET /api/saved-filters', 'POST /api/saved-filters*', 'GET /api/inbox*', 'POST /api/inbox/*', 'GET /can-bo*'] },
  { key: 'journal', words: { vi: 'Xem nhật ký: quản trị và lãnh đạo xem toàn xã, người khác xem việc của mình', en: 'Read the journal: administrators and leaders of the commune, others their own' }, routes: ['GET /api/journal*', 'POST /api/journal/*'] },
];

/** Whether a door goes by a pattern: the same, or all that begins so. */
function fits(route: string, pattern: string): boolean {
  return pattern.endsWith('*') ? route.startsWith(pattern.slice(0, -1)) : route === pattern;
}

/** The ability that a door belongs to: the one that names it exactly, else the longest beginning that fits. */
export function abilityOf(route: string): Ability | undefined {
  let best: { readonly ability: Ability; readonly weight: number } | undefined;
  for (const ability of ABILITIES) {
    for (const pattern of ability.routes) {
      if (!fits(route, pattern)) continue;
      const weight = pattern === route ? Number.MAX_SAFE_INTEGER : pattern.length;
      if (best === undefined || weight > best.weight) best = { ability, weight };
    }
  }
  return best?.ability;
}
