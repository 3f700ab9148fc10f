import { checkCitizenNumber } from './citizen-number.ts';
import { cleanPayload } from './id-card-cleaning.ts';
import { readCardDate, readCardSex, readThroughKeyboard } from './id-card-fields.ts';
import { type CardTexts, layOutCard } from './id-card-layout.ts';
import { type IdCardWarning } from './id-card-warnings.ts';
import { normalizePersonName } from './person-name.ts';

/** What a card says, each field null where it says nothing that can be read. */
export interface IdCardFields {
  /** The 12-digit personal number. */
  readonly idNumber: string | null;
  /** The 9-digit number of the holder's former CMND. */
  readonly oldId: string | null;
  /** As the card writes it, usually in capitals. */
  readonly fullName: string | null;
  /** As a page shows it: “Nguyễn Văn A”. */
  readonly displayName: string | null;
  /** YYYY-MM-DD. */
  readonly birthDate: string | null;
  readonly gender: 'Nam' | 'Nữ' | null;
  /** The place of residence, one line. */
  readonly residence: string | null;
  /** YYYY-MM-DD. */
  readonly issueDate: string | null;
}

/** A card as far as it could be read, and what an officer should look at. */
export interface IdCardReading {
  readonly fields: IdCardFields;
  /** Fields after the seventh, as they stand: newer cards may have more. */
  readonly extra: readonly string[];
  readonly warnings: readonly IdCardWarning[];
}

/**
 * Reads the text of the QR code of a citizen's identity card: seven or more fields between vertical bars. Never throws and never
 * refuses: whatever can be read is answered, whatever looks wrong is a warning, and the officer types the rest.
 */
export function readIdCard(payload: string): IdCardReading {
  const { text, notes } = cleanPayload(payload);
  const pieces = text.split('|').map((piece) => piece.trim().replace(/\s+/gu, ' '));
  const texts = layOutCard(pieces);
  const warnings: IdCardWarning[] = notes.map((code) => ({ code }));
  const count = pieces.length;
  if (count < 7) warnings.push({ code: 'id-card.fewer-fields', facts: { count } });
  else if (!texts.inPlace) warnings.push({ code: 'id-card.unusual-order' });
  const fields = readFields(texts, warnings);
  if (Object.values(fields).every((value) => value === null)) {
    return { fields, extra: text.trim() === '' ? [] : texts.extra, warnings: [...notes.map((code) => ({ code })), { code: 'id-card.unreadable' }] };
  }
  return { fields, extra: texts.extra, warnings };
}

function readFields(texts: CardTexts, warnings: IdCardWarning[]): IdCardFields {
  const birth = readDateField('birthDate', texts.birthDate, warnings);
  const issue = readDateField('issueDate', texts.issueDate, warnings);
  if (birth.date !== null && issue.date !== null && issue.date < birth.date) {
    warnings.push({ code: 'id-card.issued-before-birth', field: 'issueDate' });
  }
  const sex = readCardSex(texts.gender);
  if (sex === undefined) warnings.push({ code: texts.gender === '' ? 'id-card.empty-gender' : 'id-card.unknown-gender', field: 'gender' });
  const numbers = readNumbers(texts, sex?.sex, birth.date ?? birth.year, warnings);
  const displayName = readName(texts, warnings);
  const keyboardAddress = readThroughKeyboard(texts.residence, true);
  if (keyboardAddress !== undefined) {
    warnings.push({ code: 'id-card.keyboard-residue', field: 'residence', suggestion: keyboardAddress });
  }
  if (accentsAreLost(texts)) warnings.push({ code: 'id-card.accents-lost' });
  return {
    ...numbers,
    fullName: texts.fullName === '' ? null : texts.fullName,
    displayName,
    birthDate: birth.date,
    gender: sex?.written ?? null,
    residence: texts.residence === '' ? null : texts.residence,
    issueDate: issue.date,
  };
}

function readNumbers(
  texts: CardTexts,
  sex: 'male' | 'female' | undefined,
  birthDate: string | undefined,
  warnings: IdCardWarning[],
): Pick<IdCardFields, 'idNumber' | 'oldId'> {
  const check = checkCitizenNumber(texts.idNumber, { sex, birthDate });
  // a card of the first years may carry the nine digits in the place of the twelve
  const isOldPaper = check.kind === 'old-paper' && texts.oldId === '';
  if (texts.idNumber === '' || isOldPaper) warnings.push({ code: 'id-card.empty-number', field: 'idNumber' });
  else if (check.kind !== 'citizen-number') {
    warnings.push({ code: 'id-card.strange-number', field: 'idNumber', facts: { length: check.number.length } });
  }
  for (const { code, facts } of check.facts === undefined ? [] : check.warnings) {
    if (code === 'citizen-number.not-digits' || code === 'citizen-number.length') continue;
    warnings.push({ code, field: 'idNumber', ...(facts === undefined ? {} : { facts }) });
  }
  const oldId = isOldPaper ? check.number : texts.oldId.replace(/[\s.]+/gu, '');
  if (oldId !== '' && !/^(?:\d{9}|\d{12})$/u.test(oldId)) warnings.push({ code: 'id-card.strange-old-number', field: 'oldId' });
  return { idNumber: isOldPaper || check.number === '' ? null : check.number, oldId: oldId === '' ? null : oldId };
}

function readName(texts: CardTexts, warnings: IdCardWarning[]): string | null {
  if (texts.fullName === '') {
    warnings.push({ code: 'id-card.empty-name', field: 'fullName' });
    return null;
  }
  const suggestion = readThroughKeyboard(texts.fullName, false);
  if (suggestion !== undefined) warnings.push({ code: 'id-card.keyboard-residue', field: 'fullName', suggestion });
  if (/[?\ufffd]/u.test(texts.fullName)) warnings.push({ code: 'id-card.lost-characters', field: 'fullName' });
  const name = normalizePersonName(texts.fullName);
  if (name.ok) return name.value;
  // keys left by a keyboard or a lost sign already explain why the name cannot be shown
  if (suggestion === undefined && !/[?\ufffd]/u.test(texts.fullName)) warnings.push({ code: 'id-card.strange-name', field: 'fullName' });
  return null;
}

function readDateField(
  field: 'birthDate' | 'issueDate',
  text: string,
  warnings: IdCardWarning[],
): { readonly date: string | null; readonly year: string | undefined } {
  const none = { date: null, year: undefined };
  if (text === '') {
    warnings.push({ code: 'id-card.empty-date', field });
    return none;
  }
  const read = readCardDate(text);
  if (read === undefined || read.kind === 'impossible') {
    warnings.push({ code: 'id-card.impossible-date', field, facts: { text } });
    return none;
  }
  if (read.kind === 'day') return { date: read.date, year: read.date.slice(0, 4) };
  warnings.push({ code: 'id-card.year-only', field, facts: { year: read.year } });
  return { date: null, year: read.year };
}

/** A scanner that knows only English keys drops accents; four words without a single one do not occur in a real card. */
function accentsAreLost({ fullName, residence, gender }: CardTexts): boolean {
  if (/^nu$/iu.test(gender)) return true;
  const text = `${fullName} ${residence}`;
  return !/[^\p{ASCII}]/u.test(text) && (text.match(/[A-Za-z]{2,}/gu) ?? []).length >= 5 && residence !== '';
}
