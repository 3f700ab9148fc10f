import { type ProblemTable } from '../../../kernel/problem-table.ts';

/** Refusals of the privacy module with their sentences. */
export const PRIVACY_PROBLEMS = {
  'privacy.not-holder': {
    status: 403,
    vi: 'Chỉ người đang giữ hồ sơ ở bước này mới xem được số đầy đủ. Nhận xử lý trước, rồi bấm “Hiện số”.',
    en: 'Only whoever holds this step of the dossier may see the whole number. Take it on first, then press “Show”.',
  },
  'privacy.nothing-masked': {
    status: 404,
    vi: 'Hồ sơ không có thông tin này.',
    en: 'The dossier has no such entry.',
  },
  'privacy.reveal-over': {
    status: 409,
    vi: 'Lần hiện số này đã hết một phút. Bấm “Hiện số” lại nếu vẫn cần.',
    en: 'The minute of this display is over. Press “Show” again if you still need it.',
  },
  'privacy.person-not-found': {
    status: 404,
    vi: 'Không tìm thấy người này trong danh bạ của xã.',
    en: 'The office knows no such person.',
  },
  'privacy.no-matching-person': {
    status: 404,
    vi: 'Chưa có ai với số định danh này trong dữ liệu của xã. Kiểm tra lại số trên thẻ; nếu đúng thì xã không lưu gì về người này.',
    en: 'Nobody with this citizen number is known here. Check the number on the card; if it is right, the commune keeps nothing about them.',
  },
  'privacy.request-not-found': {
    status: 404,
    vi: 'Không tìm thấy yêu cầu này.',
    en: 'There is no such request.',
  },
  'privacy.request-changed': {
    status: 409,
    vi: 'Trong lúc bạn xem, người khác đã xử lý yêu cầu này. Chưa có gì bị ghi đè; mở lại để xem.',
    en: 'Somebody else acted on this request while you were looking at it. Nothing was overwritten; open it again.',
  },
  'privacy.request-over': {
    status: 409,
    vi: 'Yêu cầu này không còn ở bước đó. Mở lại để xem đã được trả lời thế nào.',
    en: 'The request is no longer at that step. Open it again to see how it was answered.',
  },
  'privacy.answer-missing': {
    status: 422,
    vi: 'Ghi câu trả lời cho người yêu cầu.',
    en: 'Write the answer to the person.',
  },
  'privacy.basis-missing': {
    status: 422,
    vi: 'Từ chối thì phải ghi điều luật làm căn cứ.',
    en: 'A refusal names the law that it rests on.',
  },
  'privacy.words-missing': {
    status: 422,
    vi: 'Ghi bạn muốn xã làm gì với dữ liệu của bạn.',
    en: 'Write what you want done with your data.',
  },
  'privacy.correction-missing': {
    status: 422,
    vi: 'Chưa có gì được sửa. Sửa ít nhất một mục, hoặc từ chối và nói rõ vì sao.',
    en: 'Nothing is corrected. Correct at least one entry, or refuse and say why.',
  },
  'privacy.dossier-running': {
    status: 409,
    vi: 'Chưa xoá được: hồ sơ {codes} đang được giải quyết. Xoá sau khi hồ sơ xong, hoặc từ chối và nói rõ lý do.',
    en: 'Nothing can be erased yet: dossier {codes} is under way. Do it when the work has ended, or refuse and say why.',
  },
  'privacy.dossier-held': {
    status: 409,
    vi: 'Chưa xoá được: hồ sơ {codes} đang được giữ vì khiếu nại hoặc vụ án.',
    en: 'Nothing can be erased yet: dossier {codes} is held for a complaint or a court.',
  },
  'privacy.copy-not-open': {
    status: 404,
    vi: 'Không có bản sao dữ liệu để tải: yêu cầu chưa được đồng ý, hoặc đã quá 7 ngày. Gửi yêu cầu mới nếu bạn vẫn cần.',
    en: 'There is no copy to take: the request was not granted yet, or seven days are over. Ask again if you still need it.',
  },
  'privacy.purpose-unknown': {
    status: 422,
    vi: 'Mục đích này không còn hiệu lực. Tải lại trang để xem các mục đích hiện nay.',
    en: 'This purpose does not hold any more. Load the page again to see those of today.',
  },
  'privacy.hold-open': {
    status: 409,
    vi: 'Hồ sơ này đang được giữ rồi.',
    en: 'This dossier is held already.',
  },
  'privacy.hold-not-found': {
    status: 404,
    vi: 'Hồ sơ này không còn được giữ.',
    en: 'This dossier is not held any more.',
  },
} as const satisfies ProblemTable;
