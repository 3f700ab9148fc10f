import { type Catalogue } from '../../../../../platform/i18n/catalogue.ts';

const VI = {
  'action.take-over': 'Nhận bàn giao',
  'action.turn-back': 'Không nhận, trả lại',
  'action.call-back': 'Thu lại bàn giao',
  'hint.take-over': 'Từ lúc này đơn vị bạn giải quyết hồ sơ; thời hạn không đổi. Phiếu kiểm soát ghi giờ nhận.',
  'hint.turn-back': 'Hồ sơ về lại đơn vị và người đã giao. Họ đọc được lý do này.',
  'hint.call-back': 'Hồ sơ về lại đơn vị bạn. Chỉ thu lại được khi đơn vị kia chưa nhận.',
  'done.take-over': 'Đã nhận bàn giao hồ sơ của {name}.',
  'done.turn-back': 'Đã trả lại hồ sơ của {name} cho đơn vị giao.',
  'done.call-back': 'Đã thu lại hồ sơ của {name}.',
  'handover.waiting': '{by} bàn giao từ {from} sang {to}, chờ nhận trước {moment}.',
  'handover.overdue': '{by} bàn giao từ {from} sang {to}, quá {moment} vẫn chưa ai nhận.',
  'event.taken-over': 'Nhận bàn giao',
  'event.turned-back': 'Không nhận bàn giao, trả lại',
  'event.called-back': 'Thu lại bàn giao',
} as const;

/** Words of a hand-over between units, part of the words of a dossier. */
export const HANDOVER_WORDS: Catalogue<keyof typeof VI> = {
  vi: VI,
  en: {
    'action.take-over': 'Take over',
    'action.turn-back': 'Turn back',
    'action.call-back': 'Call back',
    'hint.take-over': 'From now on your unit works on it; the time limit stays. The control sheet notes the moment.',
    'hint.turn-back': 'It goes back to the unit and the person it came from. They read this reason.',
    'hint.call-back': 'It is with your unit again. Possible only until the other unit takes it over.',
    'done.take-over': 'The dossier of {name} was taken over.',
    'done.turn-back': 'The dossier of {name} was turned back.',
    'done.call-back': 'The dossier of {name} was called back.',
    'handover.waiting': '{by} handed it from {from} to {to}; to be taken over by {moment}.',
    'handover.overdue': '{by} handed it from {from} to {to}; after {moment} nobody has taken it over.',
    'event.taken-over': 'Taken over',
    'event.turned-back': 'Turned back to the unit it came from',
    'event.called-back': 'Hand-over called back',
  },
};
