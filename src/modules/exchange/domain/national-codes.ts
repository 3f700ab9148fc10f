import { foldForSearch } from '../../../kernel/text-folding.ts';

/** National names of the states of a dossier (TrangThai) and other spellings seen in files, folded, by code. */
const STATUS_WORDS: Readonly<Record<number, readonly string[]>> = {
  1: ['moi dang ky', 'moi nop', 'cho tiep nhan', 'cho tiep nhan truc tuyen', 'moi tiep nhan truc tuyen'],
  2: ['duoc tiep nhan', 'da tiep nhan', 'moi tiep nhan', 'tiep nhan'],
  3: ['khong duoc tiep nhan', 'tu choi tiep nhan', 'khong tiep nhan', 'tu choi'],
  4: ['dang xu ly', 'dang giai quyet', 'dang thu ly', 'cho phan cong', 'cho phe duyet', 'dang tham dinh'],
  5: ['yeu cau bo sung giay to', 'yeu cau bo sung', 'cho bo sung', 'bo sung ho so'],
  6: ['yeu cau thuc hien nghia vu tai chinh', 'cho nop phi', 'yeu cau nghia vu tai chinh', 'nghia vu tai chinh'],
  7: ['cong dan yeu cau rut ho so', 'yeu cau rut', 'xin rut', 'yeu cau rut ho so'],
  8: ['dung xu ly', 'dung giai quyet', 'da rut', 'tra lai'],
  9: ['da xu ly xong', 'da giai quyet', 'da xu ly', 'cho tra ket qua', 'hoan thanh', 'co ket qua'],
  10: ['da tra ket qua', 'da tra', 'tra ket qua'],
};

const CHANNEL_WORDS: Readonly<Record<number, readonly string[]>> = {
  1: ['truc tiep', 'tai quay', 'tai bo phan mot cua', 'truc tiep tai bo phan mot cua', 'mot cua'],
  2: ['truc tuyen', 'online', 'qua mang', 'cong dvcqg', 'vneid', 'dich vu cong truc tuyen', 'truc tuyen qua cong dvcqg vneid'],
  3: ['buu chinh', 'bcci', 'buu chinh cong ich', 'qua dich vu buu chinh cong ich', 'buu dien'],
};

function codeOf(words: Readonly<Record<number, readonly string[]>>, text: string, highest: number): number | undefined {
  const number = /^0?(\d{1,2})(?:[.,]0+)?$/u.exec(text)?.[1];
  if (number !== undefined) return Number(number) >= 1 && Number(number) <= highest ? Number(number) : undefined;
  const folded = foldForSearch(text);
  return Object.entries(words).find(([, names]) => names.includes(folded)) === undefined ? undefined : Number(Object.entries(words).find(([, names]) => names.includes(folded))?.[0]);
}

/** The national state 1 to 10 that a cell names; undefined when it names none that is known. */
export function readStatus(text: string): number | undefined {
  return codeOf(STATUS_WORDS, text, 10);
}

/** The national channel 1 to 3 that a cell names. */
export function readChannel(text: string): number | undefined {
  return codeOf(CHANNEL_WORDS, text, 3);
}

/** Our channel of a national one. */
export function channelOfNational(code: number): 'counter' | 'online' | 'post' {
  if (code === 1) return 'counter';
  return code === 3 ? 'post' : 'online';
}

/** The national channel of ours: a kiosk files on line, a visit at home is a filing in person. */
export function nationalChannel(channel: 'counter' | 'online' | 'post' | 'kiosk' | 'home'): 1 | 2 | 3 {
  switch (channel) {
    case 'counter':
    case 'home':
      return 1;
    case 'online':
    case 'kiosk':
      return 2;
    case 'post':
      return 3;
  }
}

/** Whether the work on a dossier in this national state is over: 3, 8, 9 and 10. */
export function isEndedStatus(status: number): boolean {
  return status === 3 || status >= 8;
}
