import { type ProblemTable } from '../../../kernel/problem-table.ts';

/** Refusals of single sign-on with their sentences. */
export const SIGN_ON_PROBLEMS = {
  'sign-on.not-asked-for': {
    status: 400,
    vi: 'Lần đăng nhập này không bắt đầu từ đây, hoặc đã quá một ngày. Chưa ai được đăng nhập; hãy bấm đăng nhập lại.',
    en: 'This sign-in did not begin here, or more than a day ago. Nobody was signed in; please start again.',
  },
  'sign-on.other-browser': {
    status: 400,
    vi: 'Lần đăng nhập này bắt đầu ở trình duyệt hoặc máy khác. Chưa ai được đăng nhập. Nếu có người gửi cho bạn đường dẫn vừa mở thì đừng dùng; hãy tự bấm đăng nhập tại đây.',
    en: 'This sign-in began in another browser or on another device. Nobody was signed in. If somebody sent you the link that you just opened, do not use it; start the sign-in here yourself.',
  },
  'sign-on.mixed-up': {
    status: 400,
    vi: 'Câu trả lời không phải của nơi mà bạn đã chọn để đăng nhập. Chưa ai được đăng nhập; hãy bấm đăng nhập lại.',
    en: 'The answer is not from the provider that you chose. Nobody was signed in; please start again.',
  },
  'sign-on.already-used': {
    status: 409,
    vi: 'Lần đăng nhập này đã dùng rồi. Nếu bạn bấm nút quay lại thì hãy mở trang “Của tôi”; nếu chưa đăng nhập, hãy bấm đăng nhập lại.',
    en: 'This sign-in has been used. If you pressed the back button, open the page “My affairs”; if you are not signed in, start again.',
  },
  'sign-on.too-late': {
    status: 410,
    vi: 'Đã quá 10 phút kể từ khi bấm đăng nhập. Chưa ai được đăng nhập; hãy bấm đăng nhập lại.',
    en: 'More than ten minutes have passed since the sign-in began. Nobody was signed in; please start again.',
  },
  'sign-on.cancelled': {
    status: 403,
    vi: 'Bạn đã dừng hoặc không đồng ý đăng nhập ở {provider}. Không có thông tin nào được chuyển sang đây.',
    en: 'You stopped or did not agree at {provider}. Nothing about you was passed on.',
  },
  'sign-on.provider-refused': {
    status: 503,
    vi: '{provider} không nhận lần đăng nhập này. Thử lại sau ít phút; nếu vẫn vậy, báo cho xã theo số đường dây nóng.',
    en: '{provider} did not accept this sign-in. Try again in a few minutes; if it stays so, tell the office by its hotline.',
  },
  'sign-on.provider-unreachable': {
    status: 503,
    vi: 'Hiện không kết nối được với {provider}. Thử lại sau ít phút, hoặc dùng đường dẫn trên giấy hẹn và 4 số cuối.',
    en: '{provider} cannot be reached now. Try again in a few minutes, or use the link on your slip and the four digits.',
  },
  'sign-on.provider-slow': {
    status: 503,
    vi: '{provider} trả lời quá chậm nên đã dừng chờ. Thử lại sau ít phút, hoặc dùng đường dẫn trên giấy hẹn và 4 số cuối.',
    en: '{provider} took too long to answer. Try again in a few minutes, or use the link on your slip and the four digits.',
  },
  'sign-on.signature-wrong': {
    status: 503,
    vi: 'Chữ ký trong câu trả lời của {provider} không đúng nên không được tin. Chưa ai được đăng nhập; báo cho xã theo số đường dây nóng.',
    en: 'The signature in the answer of {provider} is not right, so it is not believed. Nobody was signed in; please tell the office by its hotline.',
  },
  'sign-on.time-wrong': {
    status: 503,
    vi: 'Câu trả lời của {provider} đã hết hạn hoặc ghi giờ lệch quá 30 giây so với máy chủ của xã. Chưa ai được đăng nhập; thử lại, nếu vẫn vậy thì báo cho xã.',
    en: 'The answer of {provider} has expired, or its clock differs from the office’s by more than 30 seconds. Nobody was signed in; try again, and tell the office if it stays so.',
  },
  'sign-on.not-for-us': {
    status: 503,
    vi: 'Câu trả lời của {provider} không dành cho lần đăng nhập này nên không được dùng. Chưa ai được đăng nhập; hãy bấm đăng nhập lại.',
    en: 'The answer of {provider} is not meant for this sign-in and was not used. Nobody was signed in; please start again.',
  },
  'sign-on.answer-not-readable': {
    status: 503,
    vi: 'Câu trả lời của {provider} không đọc được. Chưa ai được đăng nhập; thử lại sau ít phút.',
    en: 'The answer of {provider} cannot be read. Nobody was signed in; try again in a few minutes.',
  },
  'sign-on.number-missing': {
    status: 422,
    vi: '{provider} không cho biết số định danh cá nhân gồm 12 chữ số nên không mở được hồ sơ của bạn. Dùng đường dẫn trên giấy hẹn và 4 số cuối.',
    en: '{provider} did not give a personal number of 12 digits, so your dossiers cannot be opened. Use the link on your slip and the four digits.',
  },
  'sign-on.name-missing': {
    status: 422,
    vi: '{provider} không cho biết họ tên nên không mở được hồ sơ của bạn. Dùng đường dẫn trên giấy hẹn và 4 số cuối.',
    en: '{provider} did not give a name, so your dossiers cannot be opened. Use the link on your slip and the four digits.',
  },
  'sign-on.level-unknown': {
    status: 422,
    vi: '{provider} không cho biết mức độ định danh mà xã nhận ra nên chưa thể đăng nhập. Báo cho xã theo số đường dây nóng.',
    en: '{provider} did not give a level of identity that this office knows, so nobody was signed in. Please tell the office by its hotline.',
  },
  'sign-on.not-set-up': {
    status: 404,
    vi: 'Chưa có nơi đăng nhập này. Mở trang chủ để tìm cách khác.',
    en: 'There is no such way to sign in. Open the home page for another way.',
  },
  'sign-on.staff-off': {
    status: 403,
    vi: 'Xã của bạn chưa cho cán bộ đăng nhập bằng {provider}. Đăng nhập bằng mật khẩu, hoặc nhờ quản trị bật trong “Cài đặt”.',
    en: 'Your commune does not let staff sign in with {provider}. Sign in with your password, or ask the administrator to allow it under “Settings”.',
  },
  'sign-on.no-account': {
    status: 403,
    vi: 'Danh tính này ở {provider} chưa gắn với tài khoản cán bộ nào. Đăng nhập bằng mật khẩu, mở “Tài khoản của tôi” rồi gắn, hoặc nhờ quản trị. Không có tài khoản nào được tự tạo.',
    en: 'This identity at {provider} is linked to no account of staff. Sign in with your password and link it under “My account”, or ask the administrator. No account is ever made by itself.',
  },
  'sign-on.marks-differ': {
    status: 409,
    vi: 'Địa chỉ thư và mã cán bộ mà {provider} cho biết thuộc về hai tài khoản khác nhau. Chưa ai được đăng nhập; nhờ quản trị kiểm tra các liên kết.',
    en: 'The e-mail address and the staff code that {provider} gave belong to two accounts. Nobody was signed in; ask the administrator to check the links.',
  },
  'sign-on.other-identity': {
    status: 409,
    vi: 'Tài khoản này đã gắn với một danh tính khác ở {provider}. Nếu nơi đó đã cấp lại danh tính cho bạn, nhờ quản trị gỡ liên kết cũ.',
    en: 'This account is linked to another identity at {provider}. If you were given a new one there, ask the administrator to remove the old link.',
  },
  'sign-on.identity-taken': {
    status: 409,
    vi: 'Danh tính này ở {provider} đã gắn với một tài khoản khác. Không gắn thêm; nhờ quản trị kiểm tra.',
    en: 'This identity at {provider} is linked to another account already. Nothing was linked; ask the administrator to check.',
  },
  'sign-on.already-linked': {
    status: 409,
    vi: 'Tài khoản của bạn đã gắn với {provider}. Gỡ liên kết cũ trước khi gắn danh tính khác.',
    en: 'Your account is linked to {provider} already. Remove that link before linking another identity.',
  },
  'sign-on.link-other-person': {
    status: 409,
    vi: 'Người đã bấm gắn tài khoản không còn đăng nhập ở trình duyệt này, nên chưa gắn gì. Đăng nhập rồi bấm gắn lại.',
    en: 'The person who began to link an account is no longer signed in here, so nothing was linked. Sign in and begin again.',
  },
  'sign-on.link-unknown': {
    status: 404,
    vi: 'Không có liên kết này. Tải lại trang.',
    en: 'There is no such link. Reload the page.',
  },
  'sign-on.staff-unknown': {
    status: 404,
    vi: 'Không có người này trong xã của bạn. Tải lại trang.',
    en: 'There is no such person in your commune. Reload the page.',
  },
  'sign-on.mark-missing': {
    status: 422,
    vi: 'Ghi địa chỉ thư công vụ, mã cán bộ hoặc mã định danh ở nơi đăng nhập.',
    en: 'Enter the official e-mail address, the staff code, or the subject at the provider.',
  },
  'sign-on.logout-not-valid': {
    status: 400,
    vi: 'Lời báo đăng xuất không hợp lệ nên không phiên nào kết thúc.',
    en: 'The log-out token is not valid; no session was ended.',
  },
  'sign-on.logout-used': {
    status: 400,
    vi: 'Lời báo đăng xuất này đã dùng rồi.',
    en: 'This log-out token was used before.',
  },
} as const satisfies ProblemTable;
