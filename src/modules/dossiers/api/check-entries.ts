import { type Instant } from '../../../kernel/local-time.ts';
import { ok } from '../../../kernel/result.ts';
import { type FieldFault } from '../../../platform/http/validation-words.ts';
import { translator } from '../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { dateBoxesOf, readDateBoxes } from '../../../web/public/date-field/read-date-boxes.ts';
import { type Assistance, type AssistanceInput, checkAssistance } from '../domain/check-assistance.ts';
import { type ApplicantInput, checkApplicant } from '../domain/check-applicant.ts';
import { type DeclarationEntries, ELSEWHERE, ENTRY_LIMITS, type EntryName } from '../ui/public/declaration-entries.ts';
import { DOSSIER_PAGE_WORDS } from '../ui/public/messages.ts';
import { type DossierPageWord } from '../ui/public/messages-vi.ts';
import { type DossierCommune } from './deps.ts';
import { sayProblem } from './say-problem.ts';

/** Where the people live who declare here. */
export interface DeclarationPlace {
  readonly commune: Pick<DossierCommune, 'name' | 'kind' | 'provinceName'>;
  readonly villages: readonly { readonly id: string; readonly name: string; readonly kind: string }[];
}

export interface CheckedEntries {
  readonly applicant: ApplicantInput;
  readonly assistance: Assistance;
  /** In the order of the form; with one of these the applicant is not to be used. */
  readonly faults: readonly FieldFault[];
}

/** What no keyboard writes: control characters, and signs that turn the direction of the text around them. */
const UNTYPED = /[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu;

/** What was typed, as it goes back into the form: one line each, and the note with its own lines. */
export function entriesOf(fields: ReadonlyMap<string, string>): DeclarationEntries {
  const line = (name: EntryName) => (fields.get(name) ?? '').normalize('NFC').replace(UNTYPED, ' ').trim();
  const lines = (name: EntryName) => (fields.get(name) ?? '').normalize('NFC').split(/\r?\n/).map((text) => text.replace(UNTYPED, ' ')).join('\n').trim();
  return {
    fullName: line('fullName'),
    citizenNumber: line('citizenNumber'),
    village: line('village'),
    address: line('address'),
    phone: line('phone'),
    email: line('email'),
    note: lines('note'),
    assistedBy: line('assistedBy'),
    assistedConsent: line('assistedConsent'),
    assistedAccount: line('assistedAccount'),
    birthDate: dateBoxesOf(Object.fromEntries(fields), 'birthDate'),
  };
}

/** A person in whom nothing is wrong: each entry is held against the rules of reception in its place, so that all faults are told at once. */
const FAULTLESS: ApplicantInput = {
  citizenNumber: null,
  fullName: 'Nguyễn Thị Mẫu',
  birthDate: null,
  sex: null,
  address: 'Thôn Mẫu',
  villageId: null,
  phone: '0900000000',
  email: null,
};
const FAULTLESS_NUMBER = '001190999901';

/** Checks every entry of the form. Refuses nothing itself: the faults say what is to be corrected, all at once. */
export function checkEntries(entries: DeclarationEntries, place: DeclarationPlace, now: Instant, locale: Locale): CheckedEntries {
  const t = translator(DOSSIER_PAGE_WORDS, locale);
  const faults: FieldFault[] = [];
  const fault = (field: string, word: DossierPageWord, facts: Readonly<Record<string, string | number>> = {}) => {
    faults.push({ field, code: `declaration.${word}`, message: t(word, facts) });
  };
  const isTooLong = (name: EntryName): boolean => {
    const max = ENTRY_LIMITS[name];
    if (entries[name].length <= max) return false;
    fault(name, 'fault-too-long', { max });
    return true;
  };
  const hold = (field: string, change: Partial<ApplicantInput>) => {
    const checked = checkApplicant({ ...FAULTLESS, ...change }, now);
    if (!checked.ok) faults.push({ field, code: checked.problem.code, message: sayProblem(checked.problem, locale).sentence });
  };

  if (entries.fullName === '') fault('fullName', 'full-name-missing');
  else if (!isTooLong('fullName')) hold('fullName', { fullName: entries.fullName });

  const citizenNumber = entries.citizenNumber.normalize('NFKC').replace(/[\s.-]+/g, '');
  if (!isTooLong('citizenNumber')) hold('citizenNumber', { citizenNumber });

  const birthDate = checkBirthDate(entries, fault, hold);
  const { village, address } = checkAddress(entries, place, fault, isTooLong);

  const phone = entries.phone.normalize('NFKC');
  if (!isTooLong('phone')) hold('phone', { phone, citizenNumber: citizenNumber === '' ? null : FAULTLESS_NUMBER });
  if (!isTooLong('email')) hold('email', { email: entries.email });
  isTooLong('note');
  const assistance = isTooLong('assistedBy') ? ok(NO_HELP) : checkAssistance(assistanceOf(entries));
  if (!assistance.ok) faults.push({ field: assistance.problem.field ?? '', code: assistance.problem.code, message: sayProblem(assistance.problem, locale).sentence });

  return {
    applicant: { fullName: entries.fullName, citizenNumber, birthDate, sex: null, address, villageId: village?.id ?? null, phone, email: entries.email },
    assistance: assistance.ok ? assistance.value : NO_HELP,
    faults,
  };
}

const NO_HELP: Assistance = { by: null, consent: null, account: null };

/** What was told about help. An answer that the form does not have is no answer. */
function assistanceOf({ assistedBy, assistedConsent, assistedAccount }: DeclarationEntries): AssistanceInput {
  return {
    by: assistedBy,
    consent: (['spoken', 'written'] as const).find((one) => one === assistedConsent) ?? null,
    account: (['own', 'representative', 'none', 'officer'] as const).find((one) => one === assistedAccount) ?? null,
  };
}

function checkBirthDate(
  entries: DeclarationEntries,
  fault: (field: string, word: DossierPageWord) => void,
  hold: (field: string, change: Partial<ApplicantInput>) => void,
): string | null {
  const { day, month, year } = entries.birthDate;
  const read = readDateBoxes({ 'birthDate-day': day, 'birthDate-month': month, 'birthDate-year': year }, 'birthDate');
  if (read.ok) {
    hold('birthDate', { birthDate: read.value });
    return read.value;
  }
  switch (read.problem.code) {
    case 'date.empty':
      fault('birthDate', 'birth-date-missing');
      break;
    case 'date.incomplete':
      fault('birthDate', 'birth-date-incomplete');
      break;
    case 'date.not-a-date':
      fault('birthDate', 'birth-date-wrong');
      break;
  }
  return null;
}

function checkAddress(
  entries: DeclarationEntries,
  { commune, villages }: DeclarationPlace,
  fault: (field: string, word: DossierPageWord, facts?: Readonly<Record<string, string>>) => void,
  isTooLong: (name: EntryName) => boolean,
): { readonly village: DeclarationPlace['villages'][number] | undefined; readonly address: string } {
  const village = villages.find(({ id }) => id === entries.village);
  const isElsewhere = villages.length === 0 || entries.village === ELSEWHERE;
  if (village === undefined && !isElsewhere) fault('village', entries.village === '' ? 'village-missing' : 'fault-village');
  if (isTooLong('address')) return { village, address: '' };
  if (isElsewhere && entries.address === '') fault('address', 'address-missing-elsewhere', { place: placeWords(commune) });
  const inside = village === undefined ? [] : [`${village.kind} ${village.name}`, placeWords(commune), lowerFirst(commune.provinceName)];
  return { village, address: upperFirst([entries.address, ...inside].filter((part) => part !== '').join(', ')) };
}

/** The commune inside a sentence: “xã Hoa Lộc”. */
export function placeWords(commune: Pick<DossierCommune, 'name' | 'kind'>): string {
  return `${commune.kind} ${commune.name}`;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
