import { dateAt, type Instant, type LocalDate } from '../../../kernel/local-time.ts';
import { type PublicOffice } from '../../../web/public/public-page/public-office.ts';
import { isRows, type Answers } from '../domain/answers.ts';
import { applicantOf } from '../domain/applicant-of.ts';
import { type FormDefinition, type FormField, type QuestionGroup, type TableField } from '../domain/form-definition.ts';
import { type DrawnSignature, type FormSheet, type FormSheetEntry } from '../papers/form-sheet.ts';
import { answerLines } from '../ui/answer-words.ts';
import { formCodes } from './form-codes.ts';
import { signaturesOf } from '../domain/signatures-of.ts';
import { placeName } from './look-up-places.ts';

/** What a form is filled with. */
export interface Filling {
  readonly answers: Answers;
  /** The questions that were asked. */
  readonly asked: ReadonlySet<string>;
  /** A draft carries its answers to the counter in its codes. What was sent on a local day is there already: scanned again it would be a second dossier. A sample is nobody's. */
  readonly state: { readonly kind: 'draft'; readonly procedureCode: string; readonly draftId: string | null } | { readonly kind: 'sent'; readonly on: LocalDate } | { readonly kind: 'sample' };
  /** Who helped and how the person agreed, or who helps with a draft. */
  readonly help?: readonly string[];
  /** The signature that the person drew on a screen when agreeing. */
  readonly drawn?: DrawnSignature | undefined;
}

interface Printing {
  readonly office: PublicOffice;
  readonly publicUrl: string;
  readonly now: Instant;
}

/** More options than this are no boxes on a filled form: the answer stands there in words. */
const FEW = 3;
const MOST_BOXES = 8;
const EMPTY_ROWS = 4;

/**
 * A form as it is printed, filled or empty. A filled one shows the questions that were asked or that follow from others; an empty one all of
 * them, each label once where questions share it. Only in Vietnamese: it is the paper of the office.
 */
export function formSheetOf(definition: FormDefinition, filling: Filling | null, { office, publicUrl, now }: Printing): FormSheet {
  const { official } = definition;
  const commune = office.name.charAt(0).toLocaleLowerCase('vi') + office.name.slice(1);
  const sections: { readonly title: string; readonly entries: FormSheetEntry[] }[] = [];
  for (const group of definition.groups) {
    const title = headingOf(group);
    const before = sections.at(-1);
    if (before?.title === title) addEntries(before.entries, group, filling);
    else {
      const entries: FormSheetEntry[] = [];
      addEntries(entries, group, filling);
      if (entries.length > 0) sections.push({ title, entries });
    }
  }
  const sent = filling?.state.kind === 'sent' ? filling.state.on : null;
  const name = filling === null ? '' : applicantOf(definition, filling.answers).fullName;
  const statements = definition.groups.flatMap(({ fields }) => fields).filter((field) => field.kind === 'statement' && (filling === null || filling.asked.has(field.id)));
  return {
    title: official.title.toLocaleUpperCase('vi'),
    number: official.number,
    basis: official.basis,
    addressee: official.addressee === 'commune' ? `Ủy ban nhân dân ${commune}` : official.addressee,
    sections,
    statements: [...statements.map((field) => field.official), ...(filling?.help ?? [])],
    signed: sent === null ? null : { place: official.dateLabel === undefined ? office.name.replace(/^(?:xã|phường|đặc khu)\s+/iu, '') : commune, day: sent },
    dateLabel: official.dateLabel ?? null,
    name: name === '' ? null : name,
    signatures: signaturesOf(definition, filling === null ? null : { answers: filling.answers, today: sent ?? dateAt(now) }).map(({ title, note, name: printed, declares, dated }) => ({
      title, note, name: printed, dated: !dated ? 'no' : declares && sent !== null ? 'filled' : 'by-hand', drawn: declares ? (filling?.drawn ?? null) : null,
    })),
    codes: filling?.state.kind === 'draft' ? formCodes(definition, filling.state.procedureCode, filling.answers, filling.state.draftId) : [],
    shortAddress: publicUrl.replace(/^https?:\/\//u, '').replace(/\/$/u, ''),
    centreName: office.centreName,
    hotline: office.hotline,
    printedAt: now,
  };
}

/** Pages of one thing are one section on paper: “Mẹ: dân tộc, quốc tịch” goes on with “Mẹ”. */
function headingOf({ title }: QuestionGroup): string {
  return (title.vi.split(':')[0] ?? '').replace(/ \(\d\/\d\)$/u, '').replace(/ của bạn$/u, '').trim();
}

function addEntries(entries: FormSheetEntry[], group: QuestionGroup, filling: Filling | null): void {
  for (const field of group.fields) {
    if (field.kind === 'paper' || field.kind === 'statement') continue;
    if (filling !== null && filling.answers[field.id] === undefined && (field.kind === 'computed' || !filling.asked.has(field.id))) continue;
    if (filling === null && field.kind === 'computed' && field.shown !== 'date-in-words') continue;
    const entry = entryOf(field, filling);
    // Two questions may stand for one line of the official form: what kind, and which one.
    const before = entries.at(-1);
    if (before?.label !== entry.label || entry.kind !== 'line') entries.push(entry);
    else if (before.kind === 'line') entries.splice(-1, 1, { ...before, answer: [...before.answer, ...entry.answer] });
    else entries.push({ ...entry, label: 'Ghi rõ' });
  }
}

function entryOf(field: FormField, filling: Filling | null): FormSheetEntry {
  const label = field.official.replace(/[:\s]+$/u, '');
  const answer = filling?.answers[field.id];
  if (field.kind === 'table') return { kind: 'table', label, heads: field.columns.map((column) => column.official), rows: rowsOf(field, isRows(answer) ? answer : []) };
  if (field.kind === 'consent') return { kind: 'boxes', label, options: [{ label: 'Đồng ý', ticked: answer === true }] };
  if (field.kind === 'choice' && field.list === undefined && field.options.length <= (filling === null || field.many === true ? MOST_BOXES : FEW)) {
    const chosen = Array.isArray(answer) ? (answer as readonly unknown[]) : [answer];
    return { kind: 'boxes', label, options: field.options.map((option) => ({ label: option.label.vi, ticked: chosen.includes(option.value) })) };
  }
  const lines = answerLines(field, answer, 'vi', placeName);
  return { kind: 'line', label, answer: lines, room: field.kind === 'text' && (field.lines ?? 1) > 1 ? 3 : 1 };
}

/** Filled rows; on an empty form as many as fit a hand. */
function rowsOf({ columns, maxRows }: TableField, rows: readonly Readonly<Record<string, string | number | readonly string[]>>[]): readonly (readonly string[])[] {
  if (rows.length === 0) return Array.from({ length: Math.min(EMPTY_ROWS, maxRows) }, () => columns.map(() => ''));
  return rows.map((row) => columns.map((column) => answerLines(column, row[column.id], 'vi', placeName).join(', ')));
}
