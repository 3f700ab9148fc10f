import { dateAt } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { type Database } from '../../../platform/db/database.ts';
import { type ScannedFormInput, type ScannedFormResponse, type ScannedSheet } from '../contract/scan-schemas.ts';
import { type Answers, isRows } from '../domain/answers.ts';
import { type CarriedAnswers, carryAnswers } from '../domain/carry-answers.ts';
import { type CompiledForm, type FormJudgement } from '../domain/compile-form.ts';
import { draftPhase } from '../domain/draft-phase.ts';
import { type ScannedAnswers } from '../domain/encode-answers.ts';
import { type FormDefinition } from '../domain/form-definition.ts';
import { type FormFault } from '../domain/form-fault.ts';
import { entryKind, faultyField, mendAnswers, typedText } from '../domain/mend-answers.ts';
import { tableLines } from '../domain/table-lines.ts';
import { copiesIn, hashAnswers } from '../store/form-answers.ts';
import { findDraft, type FormDraft } from '../store/form-drafts.ts';
import { answerLines } from '../ui/answer-words.ts';
import { faultSentence, labelOf } from '../ui/fault-sentence.ts';
import { shortOfficial } from './answers-view.ts';
import { applicantInput } from './applicant-input.ts';
import { readFormCodes } from './form-codes.ts';
import { lookUpPlaces, placeName } from './look-up-places.ts';
import { type FormPagesDeps, type PrintedDraft } from './deps.ts';
import { wholeForm } from './whole-form.ts';

/** A printed form that was scanned, judged as the form of today judges it. */
export interface ReadScan {
  /** The form of today, with its page for the contact. */
  readonly form: CompiledForm;
  readonly judged: FormJudgement;
  /** What was judged: from the codes, carried over, put right by the officer. */
  readonly raw: Answers;
  readonly scanned: ScannedAnswers;
  readonly carried: CarriedAnswers | null;
  /** What of it the officer typed. */
  readonly mended: number;
}

/** Fields that mean the same in every form. */
const FACT = /^(?:child|mother|father|deceased|death|householder|applicant)\./u;

type ScanDeps = Pick<FormPagesDeps, 'forms'>;

/**
 * The answers of a printed form, in the form of today: those of an older version are carried over, promises count as made because the paper is signed, and
 * everything is judged again. Refuses codes that cannot be read, a form that is not that of its procedure, and a procedure that is no longer declared with one.
 */
export function readScan({ forms }: ScanDeps, { codes, mended = {} }: ScannedFormInput, now: Date): Result<ReadScan> {
  const read = readFormCodes(codes, (code, version) => {
    const form = forms.version(code, version);
    return form && wholeForm(form).definition;
  });
  if (!read.ok) return read;
  const scanned = read.value;
  if (!scanned.definition.procedures.includes(scanned.procedureCode)) return refuse('form.scan-other-form');
  const day = dateAt(now.getTime());
  const today = forms.formOfDraft({ procedureCode: scanned.procedureCode, code: scanned.definition.code, version: scanned.definition.version }, day);
  if (today === undefined) return refuse('form.scan-ended');
  const form = wholeForm(today);
  const { definition } = form;
  const fields = definition.groups.flatMap((group) => group.fields);
  const promised = scanned.definition.groups.flatMap((group) => group.fields).filter(({ kind }) => kind === 'statement');
  const signed: Answers = { ...scanned.answers, ...Object.fromEntries(promised.map(({ id }) => [id, true] as const)) };
  const isSame = scanned.definition.code === definition.code && scanned.definition.version === definition.version;
  const carried = isSame ? null : carryAnswers(signed, form, { today: day, placesLookedUp: false });
  const raw = lookUpPlaces(fields, mendAnswers(definition, carried?.answers ?? signed, mended));
  return ok({ form, raw, scanned, carried, judged: form.judge(raw, { today: day, placesLookedUp: true }), mended: Object.keys(mended).length });
}

/** The draft that a form was printed from, as far as the office still has it. */
export async function draftOfScan(db: Database, communeCode: string, { scanned }: ReadScan): Promise<FormDraft | undefined> {
  const draft = scanned.draftId === null ? undefined : await findDraft(db, { commune_code: communeCode, id: scanned.draftId });
  return draft?.procedure_code === scanned.procedureCode ? draft : undefined;
}

/** How the papers of a draft are found. */
export function printedDraft(draft: FormDraft): PrintedDraft {
  return { communeCode: draft.commune_code, draftId: draft.id, dossierId: draft.dossier_id, procedureCode: draft.procedure_code };
}

/** What the office reads of a scanned form; where the same form is a dossier already, only that. */
export async function viewScan(deps: Pick<FormPagesDeps, 'db' | 'isReceived' | 'counterPapers' | 'help'>, communeCode: string, scan: ReadScan, locale: Locale, now: Date): Promise<ScannedFormResponse> {
  const draft = await draftOfScan(deps.db, communeCode, scan);
  const phase = draft === undefined ? 'expired' : draftPhase(draft, now);
  if (draft !== undefined && phase === 'sent') return { sent: { dossierId: draft.dossier_id, waiting: !(await deps.isReceived(communeCode, draft.dossier_id)) }, sheet: null };
  const open = draft !== undefined && phase === 'open' ? draft : undefined;
  const sheet = sheetOf(scan, open, locale, now);
  if (open === undefined) return { sent: null, sheet: { ...sheet, helper: null, sentPapers: null } };
  const of = printedDraft(open);
  return { sent: null, sheet: { ...sheet, helper: (await deps.help.nameOf(of)) ?? null, sentPapers: await deps.counterPapers.show(of, locale, now) } };
}

function sheetOf(scan: ReadScan, draft: FormDraft | undefined, locale: Locale, now: Date): Omit<ScannedSheet, 'helper' | 'sentPapers'> {
  const { form: { definition }, judged, raw, scanned, carried } = scan;
  return {
    official: definition.official.title,
    number: definition.official.number,
    version: scanned.definition.version,
    procedureCode: scanned.procedureCode,
    person: applicantInput(definition, judged.answers),
    copies: copiesIn(judged.answers),
    facts: Object.fromEntries(Object.entries(judged.answers).flatMap(([id, answer]) => (FACT.test(id) && typedText(answer) !== '' ? [[id, typedText(answer)]] : []))),
    groups: definition.groups.flatMap((group) => {
      const lines = group.fields.filter(({ kind }) => kind !== 'statement').flatMap((field) => {
        const answer = answerLines(field, judged.answers[field.id], locale, placeName);
        return answer.length === 0 ? [] : [{ label: field.label[locale], answer: [...answer] }];
      });
      return lines.length === 0 ? [] : [{ id: group.id, title: group.title[locale], lines }];
    }),
    faults: judged.faults.map((fault) => ({ field: fault.field, message: faultSentence(asPrinted(definition), fault, locale), entry: entryOf(scan, fault, locale) })),
    warnings: judged.warnings.map((fault) => faultSentence(asPrinted(definition), fault, locale)),
    carried: carried === null ? null : {
      from: scanned.definition.version,
      left: carried.left.map(({ field, answer }) => {
        const before = scanned.definition.groups.flatMap(({ fields }) => fields).find(({ id }) => id === field);
        return { label: labelOf(scanned.definition, field, locale), answer: before === undefined ? [typedText(answer)] : [...answerLines(before, answer, locale, placeName)] };
      }),
      asked: carried.asked.map((field) => labelOf(definition, field, locale)),
    },
    draft: draft === undefined ? (scanned.draftId === null ? 'none' : 'gone') : isUnchanged(scan, draft, now) ? 'waiting' : 'changed',
  };

  function entryOf({ form }: ReadScan, { field: name }: FormFault, language: Locale): ScannedSheet['faults'][number]['entry'] {
    const at = faultyField(form.definition, name);
    const kind = at === undefined ? undefined : entryKind(at.field);
    if (at === undefined || kind === undefined) return null;
    const rows = at.within === undefined ? undefined : raw[at.within.table];
    const row: unknown = Array.isArray(rows) ? rows[at.within?.row ?? 0] : undefined;
    const answer = at.within === undefined ? raw[at.field.id] : (row as Readonly<Record<string, string>> | undefined)?.[at.field.id];
    const options = at.field.kind === 'choice' ? at.field.options.map(({ value, label }) => ({ value, label: label[language] })) : [];
    const columns = at.field.kind === 'table' ? at.field.columns : [];
    const value = kind === 'rows' ? tableLines(columns, isRows(answer) ? answer : []) : answer === true ? 'true' : typedText(answer);
    return { kind, value, options, columns: columns.map(({ label }) => label[language]) };
  }
}

/** The form with its questions called as the paper calls them: whoever sits at the counter has the paper before them, and is not the one whom “you” means. */
function asPrinted(definition: FormDefinition): FormDefinition {
  const printed = <T extends { readonly label: FormDefinition['title']; readonly official: string }>(field: T): T => {
    const official = shortOfficial(field.official).replace(/[\s:]+$/u, '');
    return official === '' || official.includes(':') ? field : { ...field, label: { ...field.label, vi: official } };
  };
  return { ...definition, groups: definition.groups.map((group) => ({ ...group, fields: group.fields.map((field) => (field.kind === 'table' ? { ...printed(field), columns: field.columns.map(printed) } : printed(field))) })) };
}

/** Whether the draft at the office still says what was printed; promises are made on paper. */
function isUnchanged({ form, scanned }: ReadScan, draft: FormDraft, now: Date): boolean {
  const context = { today: dateAt(now.getTime()), placesLookedUp: true };
  const promises = form.definition.groups.flatMap(({ fields }) => fields).filter(({ kind }) => kind === 'statement').map(({ id }) => id);
  const said = (answers: Answers) => hashAnswers(Object.fromEntries(Object.entries(form.judge(answers, context).answers).filter(([id]) => !promises.includes(id))));
  return said(draft.answers) === said(scanned.answers);
}
