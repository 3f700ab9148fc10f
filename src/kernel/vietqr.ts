import { crc16Hex } from './crc16.ts';
import { type Problem, type Result, ok, refuse } from './result.ts';
import { APOSTROPHES, INVISIBLE } from './text-folding.ts';
import { findField, readFields, writeField } from './vietqr-fields.ts';

/** One bank of the bank list, as far as payment codes need it. `bin` is null for banks outside the transfer network. */
export interface Bank {
  readonly bin: string | null;
  readonly shortName: string;
  readonly name: string;
}

/** What a payment code must say. */
export interface VietQrRequest {
  /** Six digits: the bank in the NAPAS network. */
  readonly bin: string;
  /** Account (3 to 19 letters and digits) or, with `to: 'card'`, the card number (16 to 19 digits). */
  readonly account: string;
  /** Whole đồng above zero; without it the payer types the amount (a static code). */
  readonly amount?: number;
  /** What the transfer is for; written without accents, at most 25 characters then. */
  readonly purpose?: string;
  readonly to?: 'account' | 'card';
}

/** What a payment code says. `service` is QRIBFTTA (to an account), QRIBFTTC (to a card) or QRPUSH (payment). */
export interface VietQr {
  readonly bin: string;
  readonly account: string;
  readonly service: string;
  readonly dynamic: boolean;
  readonly amount?: number;
  readonly purpose?: string;
  readonly billNumber?: string;
  readonly reference?: string;
  readonly merchantName?: string;
  readonly merchantCity?: string;
}

/** Why a payment code cannot be made or read. */
export type VietQrProblem = Problem<
  | 'vietqr.unknown-bank'
  | 'vietqr.bad-account'
  | 'vietqr.bad-card'
  | 'vietqr.amount-not-whole'
  | 'vietqr.amount-not-positive'
  | 'vietqr.amount-too-large'
  | 'vietqr.purpose-empty'
  | 'vietqr.purpose-too-long'
  | 'vietqr.malformed'
  | 'vietqr.checksum'
  | 'vietqr.not-vietqr'
>;

/** Field 54 holds 13 characters. */
export const MAX_VIETQR_AMOUNT = 9_999_999_999_999;
/** Field 08 of field 62 holds 25 characters. */
const MAX_VIETQR_PURPOSE = 25;

const NAPAS = 'A000000727';

/**
 * The words of a transfer as every bank carries them: no accents, đ as d, letters, digits, spaces and . - /
 * only, single spaces. Case is kept.
 */
export function foldPurpose(text: string): string {
  return text
    .replace(APOSTROPHES, '')
    .replace(INVISIBLE, '')
    .replace(/[đð]/gu, 'd')
    .replace(/[ĐÐ]/gu, 'D')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^A-Za-z0-9./-]+/gu, ' ')
    .trim();
}

/**
 * Builds the text of a VietQR transfer code (EMVCo, NAPAS). Refuses a bank that is not in the list, an account or card number
 * of the wrong shape, an amount that is not a whole number of đồng from 1 to 13 digits, and a purpose of more than 25 characters.
 */
export function buildVietQr(request: VietQrRequest, banks: readonly Bank[]): Result<string, VietQrProblem> {
  const { bin, account, amount, to = 'account' } = request;
  if (!/^\d{6}$/u.test(bin) || !banks.some((bank) => bank.bin === bin)) return refuse('vietqr.unknown-bank', { bin }, 'bin');
  if (to === 'card' && !/^\d{16,19}$/u.test(account)) return refuse('vietqr.bad-card', undefined, 'account');
  if (to === 'account' && !isAccount(account)) return refuse('vietqr.bad-account', undefined, 'account');
  const problem = amount === undefined ? undefined : amountProblem(amount);
  if (problem !== undefined) return refuse(problem, { max: MAX_VIETQR_AMOUNT }, 'amount');
  const purpose = foldPurpose(request.purpose ?? '');
  if (purpose === '' && (request.purpose ?? '').trim() !== '') return refuse('vietqr.purpose-empty', undefined, 'purpose');
  if (purpose.length > MAX_VIETQR_PURPOSE) {
    return refuse('vietqr.purpose-too-long', { purpose, length: purpose.length, max: MAX_VIETQR_PURPOSE }, 'purpose');
  }
  const receiver = writeField('00', bin) + writeField('01', account);
  const merchant = writeField('00', NAPAS) + writeField('01', receiver) + writeField('02', to === 'card' ? 'QRIBFTTC' : 'QRIBFTTA');
  const body = [
    writeField('00', '01'),
    // the vectors of every library call a code with an amount dynamic, whoever shows it
    writeField('01', amount === undefined ? '11' : '12'),
    writeField('38', merchant),
    writeField('53', '704'),
    amount === undefined ? '' : writeField('54', String(amount)),
    writeField('58', 'VN'),
    purpose === '' ? '' : writeField('62', writeField('08', purpose)),
    '6304',
  ].join('');
  return ok(body + crc16Hex(body));
}

/**
 * Reads and verifies the text of a VietQR code. Refuses text that is no chain of fields, whose checksum does not match,
 * or that is a payment code of another network, country or currency. Never throws.
 */
export function parseVietQr(payload: string): Result<VietQr, VietQrProblem> {
  const text = payload.trim();
  const fields = readFields(text);
  if (fields === undefined || fields.at(-1)?.id !== '63') return refuse('vietqr.malformed');
  const expected = crc16Hex(text.slice(0, -4));
  if (text.slice(-4).toUpperCase() !== expected) return refuse('vietqr.checksum', { expected, found: text.slice(-4) });
  const merchant = readFields(findField(fields, '38') ?? '') ?? [];
  const receiver = readFields(findField(merchant, '01') ?? '') ?? [];
  const bin = findField(receiver, '00');
  const account = findField(receiver, '01');
  const isVietQr = findField(fields, '00') === '01' && findField(fields, '53') === '704' && findField(fields, '58') === 'VN';
  if (!isVietQr || findField(merchant, '00') !== NAPAS || bin === undefined || account === undefined) return refuse('vietqr.not-vietqr');
  const amount = readAmount(findField(fields, '54'));
  if (amount === undefined) return refuse('vietqr.amount-not-whole', undefined, 'amount');
  const additional = readFields(findField(fields, '62') ?? '') ?? [];
  return ok({
    bin,
    account,
    service: findField(merchant, '02') ?? '',
    dynamic: findField(fields, '01') === '12',
    ...(amount > 0 ? { amount } : {}),
    ...named('purpose', findField(additional, '08')),
    ...named('billNumber', findField(additional, '01')),
    ...named('reference', findField(additional, '05')),
    ...named('merchantName', findField(fields, '59')),
    ...named('merchantCity', findField(fields, '60')),
  });
}

/** Banks also give letters (virtual accounts of collection services), but never letters alone. */
function isAccount(account: string): boolean {
  return /^[A-Za-z0-9]{3,19}$/u.test(account) && /\d/u.test(account);
}

function amountProblem(amount: number): 'vietqr.amount-not-whole' | 'vietqr.amount-not-positive' | 'vietqr.amount-too-large' | undefined {
  if (Number.isNaN(amount)) return 'vietqr.amount-not-whole';
  if (amount <= 0) return 'vietqr.amount-not-positive';
  if (amount > MAX_VIETQR_AMOUNT) return 'vietqr.amount-too-large';
  return Number.isInteger(amount) ? undefined : 'vietqr.amount-not-whole';
}

/** 0 stands for "no amount": some makers write it into static codes. Undefined for what is no whole amount. */
function readAmount(text: string | undefined): number | undefined {
  if (text === undefined) return 0;
  return /^\d{1,13}(?:\.0+)?$/u.test(text) ? Math.trunc(Number(text)) : undefined;
}

function named<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined || value === '' ? {} : ({ [key]: value } as Partial<Record<K, string>>);
}
