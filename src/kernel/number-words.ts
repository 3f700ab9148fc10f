const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const BILLION = 1_000_000_000;

/**
 * A whole number in Vietnamese words as official papers write it, lower case: 105 “một trăm linh năm”,
 * 21 “hai mươi mốt”, 24 “hai mươi tư”, 10¹² “một nghìn tỷ”. Throws RangeError on fractions and beyond 2⁵³.
 */
export function numberInWords(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number that can be written exactly: ${value}`);
  if (value < 0) return `âm ${numberInWords(-value)}`;
  return value === 0 ? DIGITS[0] : readWhole(value, false);
}

/** `full` means that higher digits were read before, so that missing hundreds are spoken (“không trăm linh năm”). */
function readWhole(value: number, full: boolean): string {
  if (value >= BILLION) {
    const rest = value % BILLION;
    const billions = `${readWhole(Math.floor(value / BILLION), full)} tỷ`;
    return rest === 0 ? billions : `${billions} ${readWhole(rest, true)}`;
  }
  const words: string[] = [];
  let spoken = full;
  for (const [size, unit] of [[1_000_000, 'triệu'], [1000, 'nghìn'], [1, '']] as const) {
    const group = Math.floor(value / size) % 1000;
    if (group === 0) continue;
    words.push(readGroup(group, spoken), unit);
    spoken = true;
  }
  return words.filter((word) => word !== '').join(' ');
}

function readGroup(group: number, full: boolean): string {
  const hundreds = Math.floor(group / 100);
  const tens = Math.floor(group / 10) % 10;
  const units = group % 10;
  const words: string[] = [];
  const withHundreds = full || hundreds > 0;
  if (withHundreds) words.push(digit(hundreds), 'trăm');
  if (tens === 0 && units > 0 && withHundreds) words.push('linh');
  if (tens === 1) words.push('mười');
  if (tens > 1) words.push(digit(tens), 'mươi');
  if (units > 0) words.push(readUnits(units, tens));
  return words.join(' ');
}

/** After a ten, 5 is “lăm”; after two tens or more, 1 is “mốt” and 4 is “tư”. */
function readUnits(units: number, tens: number): string {
  if (units === 5 && tens > 0) return 'lăm';
  if (units === 1 && tens > 1) return 'mốt';
  if (units === 4 && tens > 1) return 'tư';
  return digit(units);
}

function digit(value: number): string {
  return DIGITS[value] ?? '';
}
