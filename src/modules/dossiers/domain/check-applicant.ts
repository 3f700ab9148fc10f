import { dateAt, type Instant, parseLocalDate } from '../../../kernel/local-time.ts';
import { normalizePersonName } from '../../../kernel/person-name.ts';
import { tidyPhone } from '../../../kernel/phone-number.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { foldForSearch } from '../../../kernel/text-folding.ts';

/** The person who files, as typed or scanned. */
export interface ApplicantInput {
  readonly citizenNumber: string | null;
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly sex: 'male' | 'female' | null;
  readonly address: string;
  readonly villageId: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** The same, tidied: empty texts are null, the name is written as names are, numbers have no spaces. */
export type Applicant = ApplicantInput;

const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,180}\.[^\s@.]{2,20}$/;

function emptyToNull(text: string | null): string | null {
  const plain = text?.normalize('NFC').trim() ?? '';
  return plain === '' ? null : plain;
}

/** Tidies and checks the applicant. A citizen number that does not fit sex or year is a warning elsewhere, never a refusal here. */
export function checkApplicant(input: ApplicantInput, now: Instant): Result<Applicant> {
  const fullName = normalizePersonName(input.fullName);
  if (!fullName.ok) return refuse('dossier.name-not-readable', {}, 'person.fullName');

  const number = emptyToNull(input.citizenNumber)?.replace(/\s/g, '') ?? null;
  if (number !== null && !/^(\d{12}|\d{9})$/.test(number)) return refuse('dossier.citizen-number-not-readable', {}, 'person.citizenNumber');

  const phoneText = emptyToNull(input.phone);
  const phone = phoneText === null ? null : tidyPhone(phoneText);
  if (phone === undefined) return refuse('dossier.phone-not-readable', {}, 'person.phone');

  const email = emptyToNull(input.email);
  if (email !== null && !EMAIL.test(email)) return refuse('dossier.email-not-readable', {}, 'person.email');

  const birthDate = emptyToNull(input.birthDate);
  if (birthDate !== null) {
    const date = parseLocalDate(birthDate);
    if (!date.ok || birthDate > dateAt(now) || birthDate < '1880-01-01') return refuse('dossier.birth-date-not-possible', {}, 'person.birthDate');
  }
  const address = emptyToNull(input.address);
  if (address === null) return refuse('dossier.address-missing', {}, 'person.address');
  if (phone === null && number === null) return refuse('dossier.contact-missing', {}, 'person.phone');
  return ok({ ...input, fullName: fullName.value, citizenNumber: number, phone, email, birthDate, address });
}

/** What a person or dossier is found by: folded name, then code, number and phone as typed. */
export function searchText(parts: { readonly name: string; readonly codes: readonly (string | null)[] }): string {
  return [foldForSearch(parts.name), ...parts.codes.filter((code) => code !== null).map((code) => code.toLowerCase())].join(' ');
}
