import { type Catalogue } from '../../../platform/i18n/catalogue.ts';

type Key = 'rejected' | 'stopped' | 'waitingForCitizen' | 'waitingSince' | 'doneLate' | 'doneInTime';

/** Words for a dossier's time that the legal clock has no word for. */
export const TIME_MESSAGES: Catalogue<Key> = {
  vi: {
    rejected: 'Không tiếp nhận',
    stopped: 'Đã dừng giải quyết',
    waitingForCitizen: 'Chờ công dân bổ sung',
    waitingSince: 'Chờ từ {moment}',
    doneLate: 'Xong, quá hạn',
    doneInTime: 'Xong đúng hạn',
  },
  en: {
    rejected: 'Not received',
    stopped: 'Stopped',
    waitingForCitizen: 'Waiting for the citizen',
    waitingSince: 'Waiting since {moment}',
    doneLate: 'Done late',
    doneInTime: 'Done in time',
  },
};
