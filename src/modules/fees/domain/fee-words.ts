import { type FeeUnit } from '../../../kernel/fee-formula.ts';
import { formatDong } from '../../../kernel/money.ts';
import { type AssessedLine } from './assess-fees.ts';

type Language = 'vi' | 'en';

/** A unit as it is counted: “2 bản”, “2 copies”. */
const COUNTED: Readonly<Record<FeeUnit, { readonly vi: string; readonly one: string; readonly many: string }>> = {
  case: { vi: 'việc', one: 'case', many: 'cases' },
  page: { vi: 'trang', one: 'page', many: 'pages' },
  copy: { vi: 'bản', one: 'copy', many: 'copies' },
  paper: { vi: 'giấy tờ', one: 'paper', many: 'papers' },
  person: { vi: 'người', one: 'person', many: 'people' },
};

/** A quantity with its unit: “2 bản”, “2 copies”. */
function quantityWords(quantity: number, unit: FeeUnit, language: Language): string {
  const { vi, one, many } = COUNTED[unit];
  return `${String(quantity)} ${language === 'vi' ? vi : quantity === 1 ? one : many}`;
}

/** How a line is reckoned: “2 bản × 5.000 đ (bản chính 3 trang)”; null for one matter at its price. */
export function reckoningWords({ quantity, unit, base, pages }: Pick<AssessedLine, 'quantity' | 'unit' | 'base' | 'pages'>, language: Language): string | null {
  if (base === 0 || (quantity === 1 && pages === null)) return null;
  const original = pages === null ? '' : language === 'vi' ? ` (bản chính ${String(pages)} trang)` : ` (original of ${quantityWords(pages, 'page', 'en')})`;
  return `${quantityWords(quantity, unit, language)} × ${formatDong(base)}${original}`;
}

/** What is left to pay: “5.000 đ”, or that nothing is. */
export function amountWords(amount: number, language: Language): string {
  return amount > 0 ? formatDong(amount) : language === 'vi' ? 'không thu' : 'free';
}
