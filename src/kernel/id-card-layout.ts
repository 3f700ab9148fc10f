import { readCardDate, readCardSex } from './id-card-fields.ts';

/** The seven texts of a card in their places, not yet read; empty where the card has nothing. */
export interface CardTexts {
  readonly idNumber: string;
  readonly oldId: string;
  readonly fullName: string;
  readonly birthDate: string;
  readonly gender: string;
  readonly residence: string;
  readonly issueDate: string;
  /** What follows the seventh field, as it stands. */
  readonly extra: readonly string[];
  /** Whether the fields stood where they belong, or were told apart by their looks. */
  readonly inPlace: boolean;
}

/**
 * Puts the pieces of a payload in their places: number, old number, name, birth date, sex, residence, issue date. When pieces are
 * missing, or the sex stands one place early because the old number was left out, each piece is known by its looks.
 */
export function layOutCard(pieces: readonly string[]): CardTexts {
  const shifted = readCardSex(pieces[3] ?? '') !== undefined || isDateLike(pieces[2] ?? '');
  if (pieces.length < 7 || shifted) return layOutByLooks(pieces);
  const [idNumber = '', oldId = '', fullName = '', birthDate = '', gender = '', residence = '', issueDate = '', ...extra] = pieces;
  return { idNumber, oldId, fullName, birthDate, gender, residence, issueDate, extra, inPlace: true };
}

function layOutByLooks(pieces: readonly string[]): CardTexts {
  const open = [...pieces];
  const take = (test: (piece: string, index: number) => boolean): string => {
    const index = open.findIndex(test);
    const piece = index < 0 ? '' : (open[index] ?? '');
    // the place stays, so that "before the sex" and "after the sex" keep their meaning
    if (index >= 0) open[index] = '';
    return piece;
  };
  const sexAt = pieces.findIndex((piece) => readCardSex(piece) !== undefined);
  const idNumber = take((piece) => /^\d{12}$/u.test(piece)) || take((piece, index) => index === 0 && /^\d{10,}$/u.test(piece));
  const oldId = take((piece) => /^\d{9}$/u.test(piece));
  const birthDate = take((piece, index) => isDateLike(piece) && (sexAt < 0 || index < sexAt));
  const issueDate = take(isDateLike);
  const gender = take((_, index) => index === sexAt);
  const fullName = take((piece, index) => /\p{L}/u.test(piece) && (sexAt < 0 || index < sexAt));
  const residence = take((piece) => /\p{L}/u.test(piece));
  return {
    idNumber, oldId, fullName, birthDate, gender, residence, issueDate,
    extra: open.filter((piece) => piece !== ''),
    inPlace: false,
  };
}

function isDateLike(piece: string): boolean {
  return readCardDate(piece) !== undefined;
}
