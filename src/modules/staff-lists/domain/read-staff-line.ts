import { type Role, type WorkStep } from '../../../kernel/actor.ts';
import { checkCitizenNumber } from '../../../kernel/citizen-number.ts';
import { type LocalDate } from '../../../kernel/local-time.ts';
import { normalizePersonName } from '../../../kernel/person-name.ts';
import { tidyPhone } from '../../../kernel/phone-number.ts';
import { foldForSearch } from '../../../kernel/text-folding.ts';
import { type ListFault, type ListFinding, type ListNotice } from './list-finding.ts';
import { type Choice, matchChoice } from './match-choice.ts';
import { readListDay } from './read-list-day.ts';
import { type ListCell, type ListLine, type StaffColumn } from './staff-columns.ts';
import { readListUserName } from './suggest-user-name.ts';

/** What the cells of a list may name on this day. */
export interface ListChoices {
  readonly today: LocalDate;
  readonly units: readonly Choice<string>[];
  readonly roles: readonly Choice<Role>[];
  readonly fields: readonly Choice<string>[];
  readonly unitScopes: readonly Choice<'own' | 'all'>[];
  readonly steps: readonly Choice<WorkStep>[];
}

/** One line as it was understood; null and empty: the cell says nothing, and what is held stays. */
export interface ReadLine {
  readonly line: number;
  /** The line is an example of the template, which nobody means. */
  readonly example: boolean;
  readonly fullName: string;
  readonly userName: string | null;
  readonly citizenNumber: string | null;
  readonly phone: string | null;
  readonly unit: { readonly id: string; readonly name: string } | null;
  readonly role: Role | null;
  readonly title: string;
  readonly fields: readonly string[] | null;
  readonly unitScope: 'own' | 'all' | null;
  readonly steps: readonly WorkStep[] | null;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly faults: readonly ListFinding<ListFault>[];
  readonly notices: readonly ListFinding<ListNotice>[];
}

/** The longest title of a position. */
const LONGEST_TITLE = 100;
/** Lines of the template that show how it is done. */
const EXAMPLE_MARKS = new Set(['vd', 'vi du', 'example']);
const ROUNDED = /^\d(?:[.,]\d+)?e\+?\d+$/iu;
const EMPTY: ListCell = { text: '', kind: 'text' };

/** Collects what was found in one line. */
class Findings {
  readonly faults: ListFinding<ListFault>[] = [];
  readonly notices: ListFinding<ListNotice>[] = [];
  fault(column: StaffColumn | null, code: ListFault, facts: ListFinding['facts'] = {}): null {
    this.faults.push({ column, code, facts });
    return null;
  }
  notice(column: StaffColumn | null, code: ListNotice, facts: ListFinding['facts'] = {}): void {
    this.notices.push({ column, code, facts });
  }
}

function readName({ text }: ListCell, found: Findings): string {
  const name = normalizePersonName(text);
  if (name.ok) return name.value;
  found.fault('fullName', name.problem.code === 'person-name.empty' ? 'name-missing' : 'name-not-readable', { value: text.slice(0, 60) });
  return text.trim().slice(0, 100);
}

/** Twelve digits; a nought that a spreadsheet swallowed is put back when the number then fits a province. */
function readNumber({ text }: ListCell, found: Findings): string | null {
  if (text === '') return null;
  if (ROUNDED.test(text.replaceAll(/\s/gu, ''))) return found.fault('citizenNumber', 'number-rounded', { value: text });
  const digits = text.replaceAll(/[\s.-]+/gu, '').replace(/,0+$/u, '');
  if (/^\d{12}$/u.test(digits)) return digits;
  if (/^\d{10,11}$/u.test(digits)) {
    const whole = digits.padStart(12, '0');
    if (checkCitizenNumber(whole).facts?.place === 'province') {
      found.notice('citizenNumber', 'number-repaired');
      return whole;
    }
  }
  return found.fault('citizenNumber', 'number-not-readable', { value: text.slice(0, 30), length: digits.length });
}

function readPhone({ text }: ListCell, found: Findings): string | null {
  if (text === '') return null;
  if (ROUNDED.test(text.replaceAll(/\s/gu, ''))) return found.fault('phone', 'number-rounded', { value: text });
  const phone = tidyPhone(text);
  if (phone !== undefined) return phone;
  const digits = text.replaceAll(/[\s.()-]+/gu, '').replace(/,0+$/u, '');
  if (/^[1-9]\d{8}$/u.test(digits)) {
    found.notice('phone', 'phone-repaired');
    return `0${digits}`;
  }
  return found.fault('phone', 'phone-not-readable', { value: text.slice(0, 30) });
}

function readUnit({ text }: ListCell, units: ListChoices['units'], found: Findings): ReadLine['unit'] {
  if (text === '') return found.fault('unit', 'unit-missing');
  const match = matchChoice(text, units);
  if (match.kind === 'none') return found.fault('unit', 'unit-unknown', { value: text.slice(0, 100) });
  if (match.kind === 'similar') return found.fault('unit', 'unit-similar', { value: text.slice(0, 100), similar: match.name });
  if (match.former) found.notice('unit', 'unit-renamed', { value: text, name: match.name });
  return { id: match.value, name: match.name };
}

function readRole({ text }: ListCell, roles: ListChoices['roles'], found: Findings): Role | null {
  if (text === '') return found.fault('role', 'role-missing');
  const match = matchChoice(text, roles);
  if (match.kind === 'found') return match.value;
  return match.kind === 'similar' ? found.fault('role', 'role-similar', { value: text.slice(0, 100), similar: match.name }) : found.fault('role', 'role-unknown', { value: text.slice(0, 100) });
}

/** Several things in one cell, apart by semicolons or lines; by commas too, unless a thing has one in its own name. */
function readSeveral<T>({ text }: ListCell, choices: readonly Choice<T>[], onUnknown: (value: string, similar: string | undefined) => void): readonly T[] | null {
  if (text === '') return null;
  const pieces = text.split(/[;\n]/u).flatMap((piece) => (matchChoice(piece, choices).kind === 'found' ? [piece] : piece.split(','))).map((piece) => piece.trim()).filter((piece) => piece !== '');
  if (pieces.some((piece) => ['tat ca', 'all'].includes(foldForSearch(piece)))) return [];
  const values = new Set<T>();
  for (const piece of pieces) {
    const match = matchChoice(piece, choices);
    if (match.kind === 'found') values.add(match.value);
    else onUnknown(piece.slice(0, 100), match.kind === 'similar' ? match.name : undefined);
  }
  return [...values];
}

function readDays(from: ListCell, to: ListCell, today: LocalDate, found: Findings): { readonly validFrom: LocalDate | null; readonly validTo: LocalDate | null } {
  const [first, last] = [readListDay(from), readListDay(to)];
  if (first === undefined) found.fault('validFrom', 'day-not-readable', { value: from.text.slice(0, 30) });
  if (last === undefined) found.fault('validTo', 'day-not-readable', { value: to.text.slice(0, 30) });
  if (typeof first === 'string' && typeof last === 'string' && last < first) found.fault('validTo', 'end-before-start', { from: first, to: last });
  else if (typeof last === 'string' && last < today) found.fault('validTo', 'end-past', { to: last });
  return { validFrom: first ?? null, validTo: last ?? null };
}

/** Understands one line of a list of staff. Never refuses: what cannot be read is a fault of its column, and the others are read all the same. */
export function readStaffLine({ line, cells }: ListLine, places: ReadonlyMap<StaffColumn, number>, choices: ListChoices): ReadLine {
  const found = new Findings();
  const at = (column: StaffColumn): ListCell => {
    const cell = cells[places.get(column) ?? -1] ?? EMPTY;
    if (cell.kind === 'formula' && column !== 'mark') found.fault(column, 'formula');
    if (cell.kind === 'error' && column !== 'mark') found.fault(column, 'cell-error', { value: cell.text });
    return cell.kind === 'formula' || cell.kind === 'error' ? EMPTY : cell;
  };
  const example = EXAMPLE_MARKS.has(foldForSearch(at('mark').text));
  if (example) {
    const fullName = (cells[places.get('fullName') ?? -1] ?? EMPTY).text;
    return {
      line, example, fullName, userName: null, citizenNumber: null, phone: null, unit: null, role: null, title: '', fields: null, unitScope: null, steps: null, validFrom: null, validTo: null,
      faults: [], notices: [{ column: null, code: 'example', facts: {} }],
    };
  }
  // A cell that is a formula has its own fault; that it is empty then is none.
  const broken = (column: StaffColumn): boolean => found.faults.some((fault) => fault.column === column);
  const cellsOf = Object.fromEntries((['fullName', 'userName', 'citizenNumber', 'phone', 'unit', 'role', 'title', 'fields', 'unitScope', 'steps', 'validFrom', 'validTo'] as const).map((column) => [column, at(column)])) as Readonly<Record<Exclude<StaffColumn, 'mark'>, ListCell>>;
  const unless = <T>(column: Exclude<StaffColumn, 'mark'>, read: (cell: ListCell) => T): T | null => (broken(column) ? null : read(cellsOf[column]));

  const fullName = unless('fullName', (cell) => readName(cell, found)) ?? '';
  const userName = unless('userName', ({ text }) => (text === '' ? null : (readListUserName(text) ?? found.fault('userName', 'user-name-not-readable', { value: text.slice(0, 60) }))));
  const citizenNumber = unless('citizenNumber', (cell) => readNumber(cell, found));
  const phone = unless('phone', (cell) => readPhone(cell, found));
  const unit = unless('unit', (cell) => readUnit(cell, choices.units, found));
  const role = unless('role', (cell) => readRole(cell, choices.roles, found));
  const title = (unless('title', ({ text }) => text) ?? '').replaceAll(/[\p{Cc}\p{Z}]+/gu, ' ').trim();
  if (title.length > LONGEST_TITLE) found.fault('title', 'title-too-long', { max: LONGEST_TITLE });
  const fields = unless('fields', (cell) => readSeveral(cell, choices.fields, (value, similar) => found.fault('fields', similar === undefined ? 'field-unknown' : 'field-similar', { value, similar: similar ?? '' })));
  const scopes = unless('unitScope', (cell) => readSeveral(cell, choices.unitScopes, (value) => found.fault('unitScope', 'scope-unknown', { value })));
  const steps = unless('steps', (cell) => readSeveral(cell, choices.steps, (value) => found.fault('steps', 'step-unknown', { value })));
  const days = broken('validFrom') || broken('validTo') ? { validFrom: null, validTo: null } : readDays(cellsOf.validFrom, cellsOf.validTo, choices.today, found);
  return {
    line, example, fullName, userName, citizenNumber, phone, unit, role, title, fields, steps, ...days,
    unitScope: scopes === null ? null : (scopes[0] ?? 'all'),
    faults: found.faults, notices: found.notices,
  };
}
