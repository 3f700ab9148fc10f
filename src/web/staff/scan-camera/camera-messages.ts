import { type Catalogue } from '../../../platform/i18n/catalogue.ts';

const VI = {
  'start': 'Quét bằng máy ảnh',
  'stop': 'Dừng máy ảnh',
  'hold': 'Đưa mã QR vào giữa khung hình. Nhiều mã thì đưa lần lượt, máy ảnh tự đọc tiếp. Hình không lưu lại.',
  'other': 'Đọc được một mã QR nhưng không phải của thẻ căn cước hay tờ khai in.',
  'none': 'Máy tính này chưa có máy ảnh. Dùng máy quét cầm tay, hoặc cắm máy ảnh vào.',
  'denied': 'Trình duyệt chưa cho trang này dùng máy ảnh. Bấm biểu tượng ở đầu thanh địa chỉ, cho phép máy ảnh rồi bấm lại; hoặc dùng máy quét cầm tay.',
  'busy': 'Chưa mở được máy ảnh: có thể phần mềm khác đang dùng. Đóng phần mềm đó rồi bấm lại; hoặc dùng máy quét cầm tay.',
} as const;

/** Words of the camera at the counter. */
export const CAMERA_WORDS: Catalogue<keyof typeof VI> = {
  vi: VI,
  en: {
    'start': 'Scan with the camera',
    'stop': 'Stop the camera',
    'hold': 'Hold the QR code in the middle of the picture. Several codes one after another: the camera goes on reading. No picture is kept.',
    'other': 'A QR code was read, but it is neither of an identity card nor of a printed form.',
    'none': 'This computer has no camera. Use a hand-held scanner, or plug a camera in.',
    'denied': 'The browser does not let this page use the camera. Press the sign at the beginning of the address bar, allow the camera and press again; or use a hand-held scanner.',
    'busy': 'The camera does not open: another program may be using it. Close that program and press again; or use a hand-held scanner.',
  },
};
