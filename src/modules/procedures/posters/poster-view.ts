import { limitWords } from '../../../kernel/legal-clock/limit-words.ts';
import { formatDong } from '../../../kernel/money.ts';
import { type Procedure } from '../domain/effective-procedure.ts';
import { type Fee, type FeeLine, type PaperRequirement } from '../domain/procedure-pack.ts';

/** What a poster shows of a procedure, in short words. */
export interface PosterView {
  readonly code: string;
  readonly field: string;
  /** The everyday name where there is one, else the official name. */
  readonly name: string;
  /** Whether the name is an everyday one; such procedures come first in a book. */
  readonly everyday: boolean;
  readonly time: string;
  readonly fee: string;
  /** A second price or condition, in small type; null if there is none. */
  readonly feeNote: string | null;
  /** What everybody needs, one line each. */
  readonly papers: readonly string[];
  /** Whether other papers are needed in some cases. */
  readonly hasMorePapers: boolean;
}

/** The office on its posters. */
export interface PosterOffice {
  readonly communeKind: string;
  /** Without its kind: “Hoa Lộc”. */
  readonly communeName: string;
  readonly centreName: string;
  readonly hotline: string;
}

const ASK = 'Hỏi cán bộ tại quầy';
const FREE = 'Không mất tiền';

/** A procedure as it applies in the commune, for a poster. What is not known is not guessed: the poster says whom to ask. */
export function posterView({ pack, timeLimit }: Pick<Procedure, 'pack' | 'timeLimit'>): PosterView {
  const always = pack.papers.filter((paper) => paper.onlyWhen === null);
  return {
    code: pack.code,
    field: pack.field,
    name: pack.everyday?.name.vi ?? pack.name,
    everyday: pack.everyday !== null,
    time: timeLimit === null ? ASK : capital(limitWords(timeLimit, 'vi')),
    ...feeWords(pack.fee),
    papers: paperLines(always),
    hasMorePapers: always.length < pack.papers.length,
  };
}

/** Papers of one group are alternatives and share a line: “Giấy báo tử hoặc giấy chứng tử”. */
function paperLines(papers: readonly PaperRequirement[]): readonly string[] {
  const groups = new Map<string, PaperRequirement[]>();
  for (const paper of papers) {
    const key = paper.anyOf ?? paper.id;
    groups.set(key, [...(groups.get(key) ?? []), paper]);
  }
  return [...groups.values()].map((group) => group.map((paper, index) => (index === 0 ? paper.name.vi : lower(paper.name.vi))).join(' hoặc '));
}

/** The first price with what it is for, which may be a condition such as “đúng hạn”; a second price follows in the note. */
function feeWords(fee: Fee): { readonly fee: string; readonly feeNote: string | null } {
  if (!fee.known) return { fee: ASK, feeNote: null };
  const [first, second] = fee.lines;
  if (first === undefined) return { fee: FREE, feeNote: null };
  const more = second === undefined ? [] : [`${lower(second.label.vi)}: ${lower(amountWords(second))}`];
  // “8.000 đ một bản” needs no “Mỗi bản sao” under it.
  const said = second === undefined && first.unit !== 'case' && first.label.vi.startsWith('Mỗi ');
  return { fee: amountWords(first), feeNote: said ? null : [first.label.vi, ...more].join('; ') };
}

const PER: Readonly<Record<FeeLine['unit'], string>> = { case: '', page: ' một trang', copy: ' một bản', paper: ' một giấy tờ' };

function amountWords(line: FeeLine): string {
  return line.amount === 0 ? FREE : `${formatDong(line.amount)}${PER[line.unit]}`;
}

function capital(words: string): string {
  return `${words.charAt(0).toLocaleUpperCase('vi')}${words.slice(1)}`;
}

/** Lower case at the start, unless the second letter is a capital too, as in an abbreviation. */
function lower(words: string): string {
  return /^\p{Lu}\p{Lu}/u.test(words) ? words : `${words.charAt(0).toLocaleLowerCase('vi')}${words.slice(1)}`;
}
