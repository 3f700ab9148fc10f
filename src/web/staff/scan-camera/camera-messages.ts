import { type Catalogue } from '../../../platform/i18n/catalogue.ts';

const VI = {
  'start': 'Quét bằng máy ảnh',
  'stop': 'Dừng máy ảnh',
  'hold': 'Đưa mã QR vào giữa khung hình. Nhiều mã thì đưa lần lượt, máy ảnh tự đọc tiếp. Hình không lưu lại.',
  'other': 'Đọc được một mã QR nhưng không phải của thẻ căn cước hay tờ khai in.',
  'no-camera': 'Chưa dùng được máy ảnh: trình duyệt chưa được phép, hoặc phần mềm khác đang dùng. Cho phép rồi bấm lại.',
} as const;

/** Words of the camera at the counter. */
export const CAMERA_WORDS: Catalogue<keyof typeof VI> = {
  vi: VI,
  en: {
    'start': 'Scan with the camera',
    'stop': 'Stop the camera',
    'hold': 'Hold the QR code in the middle of the picture. Several codes one after another: the camera goes on reading. No picture is kept.',
    'other': 'A QR code was read, but it is neither of an identity card nor of a printed form.',
    'no-camera': 'The camera cannot be used: the browser has not been allowed, or another program uses it. Allow it and press again.',
  },
};
