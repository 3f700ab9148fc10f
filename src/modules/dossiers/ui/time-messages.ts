import { type Catalogue } from '../../../platform/i18n/catalogue.ts';

type Key = 'rejected' | 'waitingSince' | 'doneLate' | 'doneInTime';

/** Words for a dossier's time that the legal clock has no word for. */
export const TIME_MESSAGES: Catalogue<Key> = {
  vi: {
    rejected: 'Không tiếp nhận',
    waitingSince: 'Chờ từ {moment}',
    doneLate: 'Xong, quá hạn',
    doneInTime: 'Xong đúng hạn',
  },
  en: {
    rejected: 'Not received',
    waitingSince: 'Waiting since {moment}',
    doneLate: 'Done late',
    doneInTime: 'Done in time',
  },
};
