import { readFileSync } from 'node:fs';
import { formatDong, parseDong } from '../kernel/money.ts';
import { type Problem } from '../kernel/result.ts';
import { type Bank, type VietQrRequest, MAX_VIETQR_AMOUNT, buildVietQr } from '../kernel/vietqr.ts';
import { type Command } from './command.ts';

const OPTIONS = ['bank', 'account', 'amount', 'purpose'] as const;
type Options = Partial<Record<(typeof OPTIONS)[number], string>>;

/** `xaso vietqr`: prints the text of a bank transfer code, ready to be drawn as a QR. */
export const vietqrCommand: Command = {
  name: 'vietqr',
  summary: 'prints a VietQR transfer code: --bank 970416 --account 257678859 [--amount 10000] [--purpose "…"]',
  usage: [
    'Cách dùng / Usage:  xaso vietqr --bank <BIN> --account <số tài khoản> [--amount <đồng>] [--purpose "<nội dung>"]',
    'Ví dụ / Example:    xaso vietqr --bank 970416 --account 257678859 --amount 10000 --purpose "Chuyển tiền"',
  ].join('\n'),
  run: (args, io) => {
    const options = readOptions(args);
    if (typeof options === 'string') {
      io.say(options);
      io.say(vietqrCommand.usage);
      return 2;
    }
    const { bank = '', account = '', amount, purpose } = options;
    const dong = amount === undefined ? undefined : parseDong(amount);
    if (dong?.ok === false) {
      io.say(reason(dong.problem));
      return 1;
    }
    const request: VietQrRequest = {
      bin: bank.trim(),
      account: account.trim(),
      ...(dong === undefined ? {} : { amount: dong.value }),
      ...(purpose === undefined ? {} : { purpose }),
    };
    const built = buildVietQr(request, readBanks());
    if (!built.ok) {
      io.say(reason(built.problem));
      return 1;
    }
    io.out(`${built.value}\n`);
    return 0;
  },
};

/** The options by name, or a sentence that says what is wrong with them. */
function readOptions(args: readonly string[]): Options | string {
  const options: Options = {};
  for (let index = 0; index < args.length; index++) {
    const [, name = '', joined] = /^--([a-z]+)(?:=(.*))?$/su.exec(args[index] ?? '') ?? [];
    const option = OPTIONS.find((known) => known === name);
    if (option === undefined) return `Không có tuỳ chọn “${args[index] ?? ''}”. / Unknown option.`;
    if (options[option] !== undefined) return `--${option} được ghi hai lần. / --${option} is given twice.`;
    const value = joined ?? args[++index];
    if (value === undefined || (joined === undefined && value.startsWith('--'))) return `Thiếu giá trị của --${option}. / --${option} needs a value.`;
    options[option] = value;
  }
  const missing = (['bank', 'account'] as const).find((option) => options[option] === undefined);
  return missing === undefined ? options : `Thiếu --${missing}. / --${missing} is missing.`;
}

function readBanks(): readonly Bank[] {
  const text = readFileSync(new URL('../../data/banks.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { readonly banks: readonly Bank[] }).banks;
}

function reason({ code, facts }: Problem): string {
  const most = formatDong(MAX_VIETQR_AMOUNT);
  switch (code) {
    case 'vietqr.unknown-bank':
      return `Mã ngân hàng “${String(facts?.['bin'])}” không có trong danh sách (6 chữ số, ví dụ 970416). / The bank code is not in the bank list.`;
    case 'vietqr.bad-account':
      return 'Số tài khoản phải gồm 3 đến 19 chữ số hoặc chữ cái, không dấu cách, có ít nhất một chữ số. / The account must be 3 to 19 letters and digits without spaces, at least one digit.';
    case 'money.negative':
    case 'vietqr.amount-not-positive':
      return 'Số tiền phải lớn hơn 0 đồng. / The amount must be above zero.';
    case 'money.fraction':
    case 'vietqr.amount-not-whole':
      return 'Số tiền phải là số đồng nguyên, không có phần lẻ. / The amount must be whole đồng without a fraction.';
    case 'money.too-large':
    case 'vietqr.amount-too-large':
      return `Số tiền quá lớn: nhiều nhất ${most} (13 chữ số). / The amount is too large: at most 13 digits.`;
    case 'money.empty':
    case 'money.unreadable':
      return 'Không đọc được số tiền. Ví dụ: 10000. / The amount could not be read. Example: 10000.';
    case 'vietqr.purpose-empty':
      return 'Nội dung không còn chữ nào sau khi bỏ dấu và ký tự đặc biệt. / Nothing of the purpose can be written without accents and special signs.';
    case 'vietqr.purpose-too-long':
      return `Nội dung dài ${String(facts?.['length'])} ký tự sau khi bỏ dấu; nhiều nhất 25. / The purpose has ${String(facts?.['length'])} characters without accents; at most 25.`;
    default:
      return `Không tạo được mã QR (${code}). / The QR code could not be made.`;
  }
}
