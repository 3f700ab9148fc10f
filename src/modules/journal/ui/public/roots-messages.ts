import { type Catalogue } from '../../../../platform/i18n/catalogue.ts';

const VI = {
  'title': 'Mã chốt nhật ký từng ngày',
  'lead': 'Mọi việc cán bộ làm và mọi lượt xem dữ liệu cá nhân đều được ghi vào nhật ký, dòng sau nối vào dòng trước. Cuối ngày, nhật ký có một mã chốt. Nếu ai sửa hoặc xóa một dòng cũ, mã sẽ khác đi. Trang này công bố mã của từng ngày để ai cũng so được; không có dữ liệu cá nhân nào ở đây.',
  'how': 'Muốn so: đối chiếu mã trên biên bản chốt nhật ký đã ký, hoặc mã tính từ tệp nhật ký mà cơ quan kiểm tra nhận được, với mã dưới đây.',
  'none': 'Chưa có ngày nào được chốt. Mã của hôm nay xuất hiện ở đây vào ngày mai.',
  'entries': '{count} dòng',
  'older': 'Các ngày trước đó',
} as const;

const EN: Readonly<Record<keyof typeof VI, string>> = {
  'title': 'Roots of the journal, day by day',
  'lead': 'Everything that officers do and every look at personal data is written into a journal in which each entry follows from the one before. At the end of a day the journal has a root. If anybody alters or removes an old entry, the root becomes another one. This page publishes the root of each day, so that anybody can compare; there is no personal data here.',
  'how': 'To compare: check the code on the signed record of a day, or the one computed from the file that an auditor was given, against the code below.',
  'none': 'No day is closed yet. Today’s root appears here tomorrow.',
  'entries': '{count} entries',
  'older': 'Earlier days',
};

/** The words of the page with the roots of days. */
export const ROOTS_WORDS = { vi: VI, en: EN } as const satisfies Catalogue<keyof typeof VI>;
