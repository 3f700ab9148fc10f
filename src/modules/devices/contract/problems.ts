import { type ProblemTable } from '../../../kernel/problem-table.ts';

/** Refusals about devices with their sentences. */
export const DEVICE_PROBLEMS = {
  'device.code-unknown': {
    status: 422,
    vi: 'Không có máy nào đang hiện mã này. So lại tám chữ số trên màn hình của máy rồi nhập lại.',
    en: 'No device shows this code. Compare the eight digits on its screen and enter them again.',
  },
  'device.code-expired': {
    status: 410,
    vi: 'Mã này đã quá 10 phút, hoặc đồng hồ máy chủ vừa bị chỉnh. Bấm “Lấy mã mới” trên máy rồi nhập mã mới.',
    en: 'This code is more than 10 minutes old, or the server’s clock was set. Press “Get a new code” on the device and enter that one.',
  },
  'device.code-used': {
    status: 409,
    vi: 'Mã này vừa được dùng để ghép một máy. Mỗi mã chỉ ghép một máy: lấy mã mới trên máy còn lại.',
    en: 'This code has just been used for a device. Each code pairs one device: get a new code on the other one.',
  },
  'device.guess-later': {
    status: 429,
    vi: 'Đã nhập sai mã quá nhiều lần. Đợi {minutes} phút rồi thử lại.',
    en: 'Too many wrong codes. Wait {minutes} minutes and try again.',
  },
  'device.too-many-waiting': {
    status: 429,
    vi: 'Đang có quá nhiều máy chờ ghép. Đợi 10 phút rồi mở lại trang này.',
    en: 'Too many devices are waiting to be paired. Wait 10 minutes and open this page again.',
  },
  'device.name-missing': {
    status: 422,
    vi: 'Đặt tên cho máy, ví dụ “Ki-ốt sảnh chính”, tối đa 60 chữ.',
    en: 'Give the device a name, such as “Kiosk in the main hall”, of at most 60 letters.',
  },
  'device.name-taken': {
    status: 409,
    vi: 'Đã có máy tên “{name}”. Đặt tên khác để không nhầm khi ngắt máy.',
    en: 'There is already a device called “{name}”. Choose another name, so that nobody revokes the wrong one.',
  },
  'device.unit-unknown': {
    status: 422,
    vi: 'Đơn vị đã chọn không có trong xã hôm nay. Tải lại trang rồi chọn lại.',
    en: 'The chosen unit is not there today. Reload the page and choose again.',
  },
  'device.not-found': {
    status: 404,
    vi: 'Không có thiết bị này trong xã của bạn. Tải lại trang.',
    en: 'There is no such device in your commune. Reload the page.',
  },
  'device.ended-before': {
    status: 409,
    vi: 'Thiết bị này đã ngắt từ trước.',
    en: 'This device was revoked before.',
  },
} as const satisfies ProblemTable;
