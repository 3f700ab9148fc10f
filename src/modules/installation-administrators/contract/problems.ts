import { type ProblemTable } from '../../../kernel/problem-table.ts';

/** Refusals around those who speak for the whole installation. */
export const INSTALLATION_PROBLEMS = {
  'installation.not-yours': {
    status: 403,
    vi: 'Chỉ quản trị toàn hệ thống mới cử hoặc kết thúc được quản trị toàn hệ thống. Xem ai đang giữ việc này trong danh sách trên trang.',
    en: 'Only installation administrators name and end installation administrators. See on the page who they are.',
  },
  'installation.unknown': { status: 404, vi: 'Không có lần cử này. Tải lại trang và chọn trong danh sách.', en: 'There is no such naming. Load the page again and choose from the list.' },
  'installation.no-administrator': {
    status: 409,
    vi: 'Người này hôm nay không giữ vị trí quản trị của xã nào, hoặc tài khoản đã đóng. Chọn người trong danh sách, hoặc giao vị trí quản trị trước.',
    en: 'This person administers no commune today, or the account is closed. Choose from the list, or give the position first.',
  },
  'installation.nobody-to-agree': {
    status: 409,
    vi: 'Ngoài bạn và người được cử, không còn ai có thể đồng ý. Nhờ người quản lý máy chủ cử người thứ hai bằng lệnh xaso installation-administrator add.',
    en: 'Besides you and the person named nobody could agree. Ask whoever runs the server to name a second one with xaso installation-administrator add.',
  },
  'installation.no-such-day': { status: 422, vi: 'Không có ngày {day}. Gõ ngày, tháng, năm như 05/03/2026.', en: 'There is no day {day}. Type day, month and year, such as 05/03/2026.' },
  'installation.day-past': { status: 422, vi: 'Ngày đầu phải từ hôm nay trở đi.', en: 'The first day must be today or later.' },
  'installation.day-too-far': { status: 422, vi: 'Ngày đầu chậm nhất là {last}. Chọn ngày sớm hơn.', en: 'The first day is {last} at the latest. Choose an earlier one.' },
  'installation.days-turned': { status: 422, vi: 'Ngày cuối phải từ ngày đầu trở đi.', en: 'The last day must not come before the first.' },
  'installation.too-long': { status: 422, vi: 'Mỗi lần cử không quá hai năm: ngày cuối chậm nhất là {last}. Hết hạn thì cử lại.', en: 'Nobody is named for more than two years: the last day is {last} at the latest. After that the person is named anew.' },
  'installation.holds-already': { status: 409, vi: 'Người này đã là quản trị toàn hệ thống từ {from} đến {until}. Chọn ngày đầu sau đó.', en: 'This person is an installation administrator from {from} to {until} already. Choose a first day after that.' },
  'installation.proposed-already': { status: 409, vi: 'Đã có đề nghị cử người này đang chờ đồng ý. Đồng ý hoặc từ chối đề nghị đó trước.', en: 'A proposal for this person waits already. Agree to it or decline it first.' },
  'installation.reason-missing': { status: 422, vi: 'Ghi lý do: theo văn bản nào, hoặc vì sao.', en: 'Say why: by which document, or for what reason.' },
  'installation.over': { status: 409, vi: 'Lần cử này đã kết thúc hoặc đã bị từ chối nên không đổi được nữa. Tải lại trang.', en: 'This naming has ended or was declined; nothing of it changes any more. Load the page again.' },
  'installation.agreed-before': { status: 409, vi: 'Đề nghị này đã được đồng ý trước đó. Muốn thôi thì đề nghị kết thúc.', en: 'This proposal was agreed to before. To undo it, propose its end.' },
  'installation.not-agreed-yet': { status: 409, vi: 'Lần cử này chưa được đồng ý nên chưa có gì để kết thúc. Từ chối đề nghị là đủ.', en: 'This naming was not agreed to yet, so there is nothing to end. Declining it is enough.' },
  'installation.proposal-too-old': { status: 409, vi: 'Đề nghị này đã quá 14 ngày, hoặc đã qua ngày cuối, nên hết giá trị. Đề nghị lại.', en: 'This proposal is older than 14 days, or its last day is over. Propose it anew.' },
  'installation.same-person': {
    status: 409,
    vi: 'Việc này cần hai người: bạn đã đề nghị nên một quản trị toàn hệ thống khác phải đồng ý.',
    en: 'This takes two people: you proposed it, so another installation administrator has to agree.',
  },
  'installation.own-naming': { status: 409, vi: 'Không ai tự đồng ý cử chính mình. Nhờ một quản trị toàn hệ thống khác.', en: 'Nobody agrees to the own naming. Ask another installation administrator.' },
  'installation.proposer-gone': { status: 409, vi: 'Người đề nghị không còn là quản trị toàn hệ thống nên đề nghị hết giá trị. Bạn đề nghị lại và nhờ người khác đồng ý.', en: 'Whoever proposed this is no installation administrator any more, so the proposal counts no longer. Propose it anew and let somebody else agree.' },
  'installation.last': {
    status: 409,
    vi: 'Đây là quản trị toàn hệ thống cuối cùng: kết thúc thì không còn ai quyết định chung. Cử người khác trước, hoặc làm tại máy chủ bằng lệnh xaso installation-administrator.',
    en: 'This is the last installation administrator: afterwards nobody would decide for all. Name another one first, or do it at the server with xaso installation-administrator.',
  },
  'installation.end-proposed-already': { status: 409, vi: 'Đã có đề nghị kết thúc đang chờ một người khác đồng ý.', en: 'Its end was proposed already and waits for another person.' },
  'installation.no-end-proposed': { status: 409, vi: 'Chưa ai đề nghị kết thúc, hoặc đề nghị đã được rút. Tải lại trang.', en: 'Nobody has proposed its end, or the proposal was taken back. Load the page again.' },
} as const satisfies ProblemTable;
