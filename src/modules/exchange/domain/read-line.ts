import { dateAt } from '../../../kernel/local-time.ts';
import { foldForSearch } from '../../../kernel/text-folding.ts';
import { type Cell, cellText, type TableRow } from './cell.ts';
import { type Mapping } from './mapping.ts';
import { readChannel, readStatus } from './national-codes.ts';
import { readMoment } from './read-moment.ts';
import { isRoundedAway, repairCitizenNumber, repairPhone, repairProcedureCode } from './repair-number.ts';
import { EXCHANGE_FIELDS, type ExchangeField, type Finding, type StatedDossier } from './stated-dossier.ts';

/** A procedure that the commune works with, by its code and its name. */
export interface KnownProcedure {
  readonly code: string;
  readonly name: string;
}

/** How the lines of one file are read. */
export interface LineReader {
  readonly read: (row: TableRow) => { readonly stated: StatedDossier | null; readonly findings: readonly Finding[] };
}

const PROCEDURE_CODE = /^\d\.\d{6}$/u;
const LONGEST = { externalCode: 60, fullName: 100, address: 300, content: 1000, email: 200, citizenNumber: 20, phone: 20 } as const;

/**
 * Prepares reading the lines of a file: which column is which field, which words stand for which procedure. Every line then answers what
 * it states, or its faults: each of them, not only the first.
 */
export function createLineReader(mapping: Mapping, headings: readonly string[], procedures: readonly KnownProcedure[]): LineReader {
  const columns = new Map(EXCHANGE_FIELDS.map((field) => {
    const origin = mapping.fields[field];
    return [field, origin !== undefined && 'heading' in origin ? headings.indexOf(origin.heading) : -1] as const;
  }));
  const codes = new Set(procedures.map(({ code }) => code));
  const byName = new Map(procedures.map(({ code, name }) => [foldForSearch(name), code]));

  return {
    read({ cells }) {
      const findings: Finding[] = [];
      const find = (level: Finding['level'], code: string, field: ExchangeField, facts: Finding['facts'] = {}): null => {
        // A cell that was refused already is not missing as well.
        if (code !== 'line.missing' || findings.every((one) => one.field !== field)) findings.push({ level, code, field, facts });
        return null;
      };
      const cellOf = (field: ExchangeField): Cell => {
        const origin = mapping.fields[field];
        if (origin !== undefined && 'fixed' in origin) return origin.fixed;
        const cell = cells[columns.get(field) ?? -1] ?? '';
        if (typeof cell === 'string') return cell;
        if (cell.k === 'f') find('error', 'line.formula', field);
        if (cell.k === 'e') find('error', 'line.spreadsheet-error', field, { value: cell.v });
        return cell.k === 'f' || cell.k === 'e' ? '' : cell;
      };
      const textOf = (field: keyof typeof LONGEST): string => {
        const text = cellText(cellOf(field));
        if (text.length > LONGEST[field]) find('error', 'line.too-long', field, { max: LONGEST[field] });
        return text;
      };
      const momentOf = (field: 'submittedAt' | 'receivedAt' | 'dueAt' | 'birthDate') => {
        const cell = cellOf(field);
        const text = cellText(cell);
        if (text === '' || text === '-') return null;
        const moment = readMoment(cell, mapping.dateOrder);
        if (moment === undefined) return find('error', field === 'birthDate' ? 'line.birth-date-not-readable' : 'line.date-not-readable', field, { value: text.slice(0, 40) });
        if (moment.fromNumber) find('notice', 'line.date-from-number', field, { value: text, date: vietnameseDate(moment.at) });
        return moment;
      };
      const codeOf = (field: 'status' | 'channel', own: Readonly<Record<string, number>>, read: (text: string) => number | undefined): number | null => {
        const text = cellText(cellOf(field));
        if (text === '') return find('error', 'line.missing', field);
        return own[text] ?? read(text) ?? find('error', field === 'status' ? 'line.status-unknown' : 'line.channel-unknown', field, { value: text.slice(0, 100) });
      };
      const procedureOf = (): string | null => {
        const cell = cellOf('procedure');
        const text = cellText(cell);
        if (text === '') return find('error', 'line.missing', 'procedure');
        const own = mapping.procedures[text];
        if (own !== undefined) return own;
        const { number, repaired } = repairProcedureCode(text);
        if (PROCEDURE_CODE.test(number) && codes.has(number)) {
          if (repaired) find('notice', 'line.noughts-restored', 'procedure', { value: text, number });
          return number;
        }
        const inside = /\d\.\d{6}/u.exec(text)?.[0];
        return (inside !== undefined && codes.has(inside) ? inside : byName.get(foldForSearch(text))) ?? find('error', 'line.procedure-unknown', 'procedure', { value: text.slice(0, 300) });
      };
      const numberOf = (field: 'citizenNumber' | 'phone', repair: typeof repairPhone): string | null => {
        const text = textOf(field);
        if (text === '' || text === '-') return null;
        if (isRoundedAway(text)) return find('error', 'line.number-rounded-away', field, { value: text });
        const { number, repaired } = repair(text);
        if (repaired) find('notice', 'line.noughts-restored', field, { value: text, number });
        return number;
      };

      const externalCode = textOf('externalCode').toUpperCase().replace(/\s+/gu, '');
      if (externalCode === '') find('error', 'line.missing', 'externalCode');
      const fullName = textOf('fullName');
      if (fullName === '') find('error', 'line.missing', 'fullName');
      const status = codeOf('status', mapping.statuses, readStatus);
      const channel = codeOf('channel', mapping.channels, readChannel);
      const procedureCode = procedureOf();
      const received = momentOf('receivedAt');
      const submitted = momentOf('submittedAt') ?? received;
      const due = momentOf('dueAt');
      const born = momentOf('birthDate');
      const citizenNumber = numberOf('citizenNumber', repairCitizenNumber);
      const phone = numberOf('phone', repairPhone);
      const email = textOf('email');
      const address = textOf('address');
      const content = textOf('content');
      const sex = sexOf(cellText(cellOf('sex')));
      if (submitted === null && findings.every(({ level, field }) => level !== 'error' || (field !== 'submittedAt' && field !== 'receivedAt'))) find('error', 'line.missing', 'submittedAt');
      if (status === null || channel === null || procedureCode === null || findings.some(({ level }) => level === 'error')) return { stated: null, findings };
      return {
        findings,
        stated: {
          externalCode, procedureCode, status, channel, fullName, citizenNumber, phone, address, content, sex,
          submittedAt: iso(submitted?.at), receivedAt: iso(received?.at), dueAt: iso(due?.at), dueOnDay: due?.onDay ?? false,
          birthDate: born === null ? null : dateAt(born.at),
          email: email === '' || email === '-' ? null : email,
        },
      };
    },
  };
}

function iso(at: number | undefined): string | null {
  return at === undefined ? null : new Date(at).toISOString();
}

function vietnameseDate(at: number): string {
  return dateAt(at).split('-').reverse().join('/');
}

function sexOf(text: string): 'male' | 'female' | null {
  const folded = foldForSearch(text);
  if (folded === 'nam' || folded === 'male' || folded === 'm') return 'male';
  return folded === 'nu' || folded === 'female' || folded === 'f' ? 'female' : null;
}
