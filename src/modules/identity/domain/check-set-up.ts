import { normalizePersonName } from '../../../kernel/person-name.ts';
import { ok, type Problem, refuse, type Result } from '../../../kernel/result.ts';
import { checkPassword } from './password-rules.ts';
import { isUserName, normalizeUserName } from './user-name.ts';

/** What the first administrator enters about the office and about himself. */
export interface SetUpEntries {
  readonly centreName: string;
  readonly address: string;
  readonly hotline: string;
  readonly agencyCode: string;
  /** Empty when the office has none. */
  readonly email: string;
  readonly fullName: string;
  readonly userName: string;
  readonly password: string;
  readonly passwordAgain: string;
}

/** The same, read and in the form that is stored. */
export interface CheckedSetUp {
  readonly centreName: string;
  readonly address: string;
  readonly hotline: string;
  readonly agencyCode: string;
  readonly email: string | null;
  readonly fullName: string;
  readonly userName: string;
  readonly password: string;
}

/** First group of the level-1 agency, deeper ones after dots, at most 35 characters (Quyết định 20/2020/QĐ-TTg). */
const AGENCY_CODE = /^[A-Y][0-9]{2}(?:\.[A-Z0-9]+)*$/u;
const LONGEST_AGENCY_CODE = 35;
const HOTLINE = /^\+?[0-9][0-9 .()-]{6,24}[0-9]$/u;
const EMAIL = /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/u;

/** Reads what was entered for this commune; refuses with every fault at once, each with the field it belongs to. */
export function checkSetUp(entries: SetUpEntries, communeName: string): Result<CheckedSetUp, readonly Problem[]> {
  const problems: Problem[] = [];
  const take = <T>(field: keyof SetUpEntries, outcome: Result<T>, otherwise: T): T => {
    if (outcome.ok) return outcome.value;
    problems.push({ ...outcome.problem, field });
    return otherwise;
  };
  // In the order of the form, so that the summary of faults reads from top to bottom.
  const office = {
    centreName: take('centreName', readWords(entries.centreName, 'identity.centre-name-missing'), ''),
    address: take('address', readWords(entries.address, 'identity.address-missing'), ''),
    hotline: take('hotline', readShape(entries.hotline, HOTLINE, 'identity.hotline-not-readable'), ''),
    agencyCode: take('agencyCode', readAgencyCode(entries.agencyCode), ''),
    email: entries.email.trim() === '' ? null : take('email', readShape(entries.email, EMAIL, 'identity.email-not-readable'), ''),
  };
  const fullName = take('fullName', readFullName(entries.fullName), '');
  const userName = take('userName', readUserName(entries.userName), '');
  const password = take('password', checkPassword(entries.password, [userName, fullName, communeName]), '');
  const checked: CheckedSetUp = { ...office, fullName, userName, password };
  if (entries.password !== entries.passwordAgain) problems.push({ code: 'identity.passwords-differ', field: 'passwordAgain' });
  return problems.length === 0 ? ok(checked) : { ok: false, problem: problems };
}

function readWords(text: string, code: string): Result<string> {
  const words = text.normalize('NFC').replace(/[\p{Cc}\p{Z}]+/gu, ' ').trim();
  return words === '' ? refuse(code) : ok(words);
}

function readShape(text: string, shape: RegExp, code: string): Result<string> {
  const trimmed = text.trim();
  return shape.test(trimmed) ? ok(trimmed) : refuse(code);
}

function readAgencyCode(text: string): Result<string> {
  const code = text.trim().toUpperCase();
  return AGENCY_CODE.test(code) && code.length <= LONGEST_AGENCY_CODE ? ok(code) : refuse('identity.agency-code-not-readable');
}

/** Reads a person's full name into the form that is stored; refuses `identity.full-name-not-readable`. */
export function readFullName(text: string): Result<string> {
  const name = normalizePersonName(text);
  return name.ok ? name : refuse('identity.full-name-not-readable');
}

/** Reads a user name into the form that is stored; refuses `identity.user-name-not-readable`. */
export function readUserName(text: string): Result<string> {
  const name = normalizeUserName(text);
  return isUserName(name) ? ok(name) : refuse('identity.user-name-not-readable');
}
