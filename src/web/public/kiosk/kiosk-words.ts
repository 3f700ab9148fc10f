import { type Catalogue } from '../../../platform/i18n/catalogue.ts';

type KioskWord = 'home' | 'done' | 'print' | 'ask-title' | 'ask' | 'ask-seconds' | 'stay' | 'wipe' | 'shared';

/** The words of a page in the dress of the kiosk. */
export const KIOSK_WORDS: Catalogue<KioskWord> = {
  vi: {
    'home': 'Về trang đầu',
    'done': 'Xong, xóa thông tin',
    'print': 'In trang này',
    'ask-title': 'Bạn còn dùng máy không?',
    'ask': 'Không ai bấm gì thì máy sẽ xóa mọi điều đã nhập và về trang đầu sau',
    'ask-seconds': 'giây.',
    'stay': 'Tôi còn dùng',
    'wipe': 'Xóa ngay',
    'shared': 'Máy dùng chung: xong việc thì bấm “Xong, xóa thông tin”. Máy không nhớ điều bạn nhập.',
  },
  en: {
    'home': 'First page',
    'done': 'Finished, clear my details',
    'print': 'Print this page',
    'ask-title': 'Are you still there?',
    'ask': 'If nobody touches the screen, everything that was typed is cleared in',
    'ask-seconds': 'seconds.',
    'stay': 'I am still here',
    'wipe': 'Clear now',
    'shared': 'A machine for everybody: press “Finished, clear my details” when you are done. It remembers nothing that you type.',
  },
};
