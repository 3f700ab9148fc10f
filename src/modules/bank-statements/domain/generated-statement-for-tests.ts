import { compact, type MatchPayable, type ReferenceRule } from './match-index.ts';
import { type MatchableLine } from './match-statement.ts';

/** A line whose right answer is known. `paysExactly`: the one payable that may be paid by it without a person. `isFor`: what an officer should be led to. */
export interface AnsweredLine extends MatchableLine {
  readonly kind: 'whole' | 'less' | 'more' | 'again' | 'damaged' | 'cut' | 'no-mark' | 'name' | 'code' | 'two' | 'stranger' | 'foreign-reference' | 'before';
  readonly paysExactly: string | null;
  readonly isFor: readonly string[];
}

export interface GeneratedStatement {
  readonly payables: readonly MatchPayable[];
  readonly lines: readonly AnsweredLine[];
}

/** Numbers that look like chance and are the same for the same seed (mulberry32): 0 up to 1. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const FAMILIES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Huỳnh', 'Phan', 'Vũ', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý'];
const MIDDLES = ['Văn', 'Thị', 'Hữu', 'Đức', 'Ngọc', 'Thanh', 'Minh', 'Quốc', 'Thị Mỹ', 'Thị Hồng'];
const GIVENS = ['An', 'Bình', 'Cường', 'Dũng', 'Hạnh', 'Hoa', 'Hương', 'Khánh', 'Lan', 'Linh', 'Long', 'Mai', 'Nam', 'Oanh', 'Phúc', 'Quân', 'Sơn', 'Thảo', 'Trang', 'Tuấn', 'Yến'];
const AMOUNTS = [8_000, 8_000, 8_000, 10_000, 10_000, 2_000, 5_000, 16_000, 20_000, 24_000, 50_000, 75_000, 100_000, 150_000, 300_000];
const BEFORE = ['MBVCB.7712345678.', 'CT DEN:033044556677 ', 'IBFT ', '', '', 'NGUYEN VAN A chuyen tien ', 'Thanh toan QR ', 'VNPAY 2291 ', 'QR - '];
const AFTER = [' CT tu 0011003344556 toi 112233445566', '.CT tu 970436', ' FT26331004455667', '', '', ' nop le phi', '-291126-10:15:22', ' GD 884422', 'khong ghi ro'];
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** What banks do to the words of a transfer without losing a letter of the reference. */
function mangle(reference: string, random: () => number): string {
  const at = 2 + Math.floor(random() * 7);
  const ways: readonly ((text: string) => string)[] = [
    (text) => text,
    (text) => text.toLowerCase(),
    (text) => `${text.slice(0, at)} ${text.slice(at)}`,
    (text) => `${text.slice(0, 2)} ${text.slice(2, 6)} ${text.slice(6)}`,
    (text) => `${text.slice(0, at)}.${text.slice(at)}`,
    (text) => `${text.slice(0, at)}-${text.slice(at)}`.toLowerCase(),
    (text) => text.split('').join(' '),
  ];
  const way = ways[Math.floor(random() * ways.length)] ?? ((text: string) => text);
  return way(reference);
}

/** One thing that goes wrong when a person types a reference: a wrong sign, one left out, one twice, two exchanged. */
function damage(reference: string, random: () => number): string {
  const at = 2 + Math.floor(random() * (reference.length - 3));
  const [left, sign, next, right] = [reference.slice(0, at), reference.charAt(at), reference.charAt(at + 1), reference.slice(at + 2)];
  switch (Math.floor(random() * 4)) {
    case 0:
      return left + SIGNS.charAt((SIGNS.indexOf(sign) + 1 + Math.floor(random() * 35)) % 36) + next + right;
    case 1:
      return left + next + right;
    case 2:
      return left + sign + sign + next + right;
    default:
      return left + next + sign + right;
  }
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/**
 * Payables and lines of a statement whose answers are known, the same for the same seed. The words are mangled as banks and people do it; `makeReference` makes a reference
 * from numbers from 0 to 255.
 */
export function generateStatement(size: { readonly payables: number; readonly lines: number }, seed: number, rule: ReferenceRule, makeReference: (bytes: Uint8Array) => string): GeneratedStatement {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const newReference = (): string => makeReference(Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256)));
  const newName = (): string => `${pick(FAMILIES)} ${pick(MIDDLES)} ${pick(GIVENS)}`;
  const payables = Array.from({ length: size.payables }, (_, index): MatchPayable => {
    const day = 1 + (index % 28);
    return {
      id: `p${String(index)}`, reference: newReference(), state: index % 50 === 49 ? 'paid' : 'open', missing: index % 50 === 49 ? 0 : pick(AMOUNTS), payerName: newName(),
      dossierCode: `H56.14-2611${pad(day, 2)}-${pad(1 + Math.floor(index / 28), 4)}`, openedOn: `2026-11-${pad(day, 2)}`,
    };
  });
  const free = payables.filter(({ state }) => state === 'open');
  let used = 0;
  /** Every payable is spoken of once, so that each line has one answer. */
  const take = (): MatchPayable => free[(used++ * 7_919) % free.length] as MatchPayable;
  const around = (words: string): string => `${pick(BEFORE)}${words}${pick(AFTER)}`;
  const lines: AnsweredLine[] = [];
  const put = (kind: AnsweredLine['kind'], memo: string, amountIn: number, paysExactly: string | null, isFor: readonly string[], more: { readonly date?: string; readonly counterpart?: string } = {}): void => {
    lines.push({ kind, memo, amountIn, paysExactly, isFor, date: more.date ?? '2026-11-30', counterpart: more.counterpart ?? '' });
  };
  while (lines.length < size.lines) {
    const chance = random();
    const one = take();
    const { id, reference, missing, payerName, dossierCode } = one;
    const plainName = (payerName ?? '').normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toUpperCase();
    if (chance < 0.6) put('whole', around(mangle(reference, random)), missing, id, [id]);
    else if (chance < 0.63) put('less', around(mangle(reference, random)), random() < 0.5 ? missing - 1 : Math.floor(missing / 2), null, [id]);
    else if (chance < 0.66) put('more', around(mangle(reference, random)), random() < 0.5 ? missing + 1 : missing * 2, null, [id]);
    else if (chance < 0.68) {
      put('whole', around(mangle(reference, random)), missing, id, [id]);
      put('again', around(mangle(reference, random)), missing, null, [id]);
    } else if (chance < 0.76) {
      const damaged = damage(reference, random);
      const memo = around(damaged);
      // Two equal neighbours that changed places are no damage, and neither is the last sign twice: the whole reference is there.
      if (compact(memo).includes(reference)) put('whole', memo, missing, id, [id]);
      else put('damaged', memo, missing, null, [id]);
    } else if (chance < 0.8) put('cut', `${pick(BEFORE)}${reference.slice(0, 8 + Math.floor(random() * 3))}`, missing, null, [id]);
    else if (chance < 0.82) put('no-mark', around(reference.slice(rule.mark.length)), missing, null, [id]);
    else if (chance < 0.86) put('name', around(`${plainName} nop le phi `), missing, null, [id]);
    else if (chance < 0.9) put('code', around((dossierCode ?? '').replace(/[.-]/gu, random() < 0.5 ? '' : ' ')), missing, null, [id]);
    else if (chance < 0.91) {
      const other = take();
      put('two', around(`${mangle(reference, random)} va ${mangle(other.reference, random)} `), missing + other.missing, null, [id, other.id]);
    } else if (chance < 0.93) put('foreign-reference', around(mangle(newReference(), random)), missing, null, []);
    else if (chance < 0.94) put('before', around(mangle(reference, random)), missing, null, [id], { date: '2026-10-15' });
    else put('stranger', `${pick(['CHUYEN TIEN HANG', 'tien dien T11', 'XSMB 291126', 'luong thang 11', 'XS', 'ung ho quy', 'KH 0912345678 XSTTK thanh toan'])}${pick(AFTER)}`, pick(AMOUNTS), null, [], { counterpart: plainName.split(' ').reverse().join(' ') });
  }
  return { payables, lines };
}
