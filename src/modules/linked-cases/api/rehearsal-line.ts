import { MS_PER_DAY, MS_PER_MINUTE } from '../../../kernel/local-time.ts';
import { type SendOutcome } from '../domain/transfer.ts';
import { type AgencyAnswer, type AgencyLine, type AgencyMessage, type AwaitedMessage } from './agency-line.ts';

/** What it forgot in a restart it knows nothing about for so long; then it answers as if all had gone well. */
const FORGOTTEN_DAYS = 3;

/** How the agencies of a rehearsal behave. */
type Manner = 'prompt' | 'silent' | 'refuses' | 'breaks' | 'stumbles' | 'asks' | 'says-no';

/** The last digit of the applicant's phone chooses what goes wrong, like the card numbers of a payment rehearsal; every other digit goes well. */
const MANNERS: Readonly<Record<string, { readonly agency: AgencyMessage['agency']; readonly manner: Manner }>> = {
  1: { agency: 'police', manner: 'refuses' },
  2: { agency: 'police', manner: 'silent' },
  5: { agency: 'social-insurance', manner: 'breaks' },
  6: { agency: 'social-insurance', manner: 'stumbles' },
  7: { agency: 'social-insurance', manner: 'asks' },
  8: { agency: 'social-insurance', manner: 'says-no' },
};

/** How long the work over there takes. */
const WORK_MINUTES = 10;

function mannerOf({ agency, lines }: AgencyMessage): Manner {
  const phone = lines.find(({ name }) => name === 'Điện thoại')?.value ?? '';
  const known = MANNERS[phone.at(-1) ?? ''];
  return known?.agency === agency ? known.manner : 'prompt';
}

function outcome(manner: Manner, attempt: number): SendOutcome {
  if (manner === 'breaks' || (manner === 'stumbles' && attempt <= 2)) return { kind: 'fault', fault: 'server-error' };
  if (manner === 'refuses') return { kind: 'refused', words: 'Không tìm thấy chủ hộ tại địa chỉ này. Kiểm tra lại tên chủ hộ và địa chỉ.' };
  return { kind: 'accepted' };
}

function answersTo({ id, kind, sentAt }: AwaitedMessage, manner: Manner, now: Date): readonly AgencyAnswer[] {
  if (manner === 'silent') return [];
  const short = id.slice(-6).toUpperCase();
  const acknowledged: AgencyAnswer = { id: `${id}-1`, messageId: id, kind: 'acknowledged', number: `DT-${short}`, words: null };
  // A real counterpart repeats itself: what it said stands in every answer, and the first one twice.
  const begun = [acknowledged, acknowledged];
  if (kind === 'withdrawal' || now.getTime() - sentAt.getTime() < WORK_MINUTES * MS_PER_MINUTE) return begun;
  const last = (answer: Pick<AgencyAnswer, 'kind' | 'number' | 'words'>): readonly AgencyAnswer[] => [...begun, { id: `${id}-2`, messageId: id, ...answer }];
  if (manner === 'asks' && kind === 'request') return last({ kind: 'supplement', number: null, words: 'Chưa chọn nơi đăng ký khám chữa bệnh ban đầu.' });
  if (manner === 'says-no') return last({ kind: 'negative', number: null, words: 'Bé đã có thẻ bảo hiểm y tế tại nơi khác.' });
  return last({ kind: 'result', number: `KQ-${short}`, words: null });
}

/**
 * The other agencies of a demonstration: they are slow, repeat themselves, refuse, break down and answer twice, as real ones do. Nothing
 * leaves the building. What it forgets in a restart it answers three days after it was sent, as a message that went well.
 */
export function createRehearsalLine(): AgencyLine {
  const manners = new Map<string, Manner>();
  return {
    send: (message) => {
      const manner = mannerOf(message);
      manners.set(message.id, manner);
      return Promise.resolve(outcome(manner, message.attempt));
    },
    collect: (awaited, now) => Promise.resolve(awaited.flatMap((message) => answersTo(message, manners.get(message.id) ?? (now.getTime() - message.sentAt.getTime() < FORGOTTEN_DAYS * MS_PER_DAY ? 'silent' : 'prompt'), now))),
  };
}
