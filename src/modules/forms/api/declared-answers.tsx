import { dateAt } from '../../../kernel/local-time.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import { type Soon } from '../../../kernel/soon.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type FieldFault } from '../../../platform/http/validation-words.ts';
import { fillMessage } from '../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { type ChangedAnswer, type CorrectionPlace, type CorrectionView, type DeclaredAnswers, type DeclaredPerson, type DossierCommune } from '../../dossiers/index.ts';
import { type Answer, type Answers } from '../domain/answers.ts';
import { type CompiledForm } from '../domain/compile-form.ts';
import { correctAnswers, mayBeCorrected } from '../domain/correct-answers.ts';
import { type FormDefinition, type FormField } from '../domain/form-definition.ts';
import { type FormFault } from '../domain/form-fault.ts';
import { mergeAnswers } from '../domain/merge-answers.ts';
import { type FormContext } from '../domain/normalise-answer.ts';
import { readEntries } from '../domain/read-entries.ts';
import { readTableLines } from '../domain/table-lines.ts';
import { readTableStep, withTableStep } from '../domain/table-step.ts';
import { beginCorrectionDraft, findCorrectionDraft, forgetCorrectionDrafts, insertCorrection, listCorrections, saveCorrectionDraft } from '../store/corrections.ts';
import { type DossierAnswers, findAnswers } from '../store/form-answers.ts';
import { answerLines } from '../ui/answer-words.ts';
import { FORM_PAGE_WORDS } from '../ui/public/messages.ts';
import { QuestionField } from '../ui/public/question-field.tsx';
import { maskedLines, shortOfficial } from './answers-view.ts';
import { applicantInput } from './applicant-input.ts';
import { type FormPagesDeps } from './deps.ts';
import { faultsInWords, questionViews } from './group-view.ts';
import { lookUpPlaces, placeName } from './look-up-places.ts';
import { carriedAlong } from './read-body.ts';
import { wholeForm } from './whole-form.ts';

interface Deps {
  readonly db: Database;
  readonly newId: () => string;
  readonly forms: Pick<FormPagesDeps['forms'], 'version'>;
  readonly homeCommune: () => Soon<DossierCommune | undefined>;
}

/** A declared form with the answers that hold. */
interface Declared {
  readonly form: CompiledForm;
  readonly given: DossierAnswers;
}

/** What dossiers ask of declared answers: which questions can be asked again, and everything about correcting them. */
export function declaredAnswers(deps: Deps): DeclaredAnswers {
  /** Undefined: no form was declared, or this program can no longer read its version. */
  const declaredOf = async (db: Database | Tx, communeCode: string, dossierId: string): Promise<Declared | undefined> => {
    const given = await findAnswers(db, communeCode, dossierId);
    const form = given === undefined ? undefined : deps.forms.version(given.formCode, given.formVersion);
    return given === undefined || form === undefined ? undefined : { form: wholeForm(form), given };
  };

  return {
    questions: async (db, communeCode, dossierId, locale) => {
      const declared = await declaredOf(db, communeCode, dossierId);
      if (declared === undefined) return [];
      const { form, given } = declared;
      const judged = form.judge(given.answers, contextOf(given.agreedAt));
      return form.definition.groups.flatMap((group) =>
        group.fields.filter((field) => mayBeCorrected(field) && judged.fields.has(field.id)).map((field) => ({
          field: field.id, group: group.title[locale], name: field.label.vi, label: field.label[locale], official: shortOfficial(field.official),
          answer: maskedLines(field, answerLines(field, given.answers[field.id], locale, placeName)),
          columns: field.kind === 'table' ? field.columns.map((column) => column.label[locale]) : null,
        })),
      );
    },

    view: async (place, reader) => {
      const declared = await declaredOf(deps.db, place.communeCode, place.dossierId);
      if (declared === undefined) return undefined;
      const draft = await findCorrectionDraft(deps.db, place);
      return drawCorrection(declared, place, draft?.answers ?? {}, { ...reader, page: deps.newId(), home: await deps.homeCommune() });
    },

    save: (place, texts, { locale, now }) => deps.db.transaction().execute(async (tx) => {
      const declared = await declaredOf(tx, place.communeCode, place.dossierId);
      if (declared === undefined) return undefined;
      const { form, given } = declared;
      await beginCorrectionDraft(tx, place, now);
      const draft = await findCorrectionDraft(tx, place, true);
      if (draft === undefined) throw new Error('the draft of a correction was begun a moment ago');
      const fields = form.definition.groups.flatMap((group) => group.fields);
      const drawn = new Set((texts.get('hoi')?.[0] ?? '').split(' '));
      const shown = fields.filter(({ id }) => drawn.has(id));
      const page = texts.get('trang')?.[0] ?? '';
      const sent = withTableStep(shown, lookUpPlaces(shown, readEntries(shown, texts), texts), readTableStep(texts.get('buoc')?.at(-1) ?? ''));
      const kept = { ...given.answers, ...draft.answers };
      const ownWriting = new Set(shown.map(({ id }) => id).filter((id) => draft.writers[id] === page));
      const merged = mergeAnswers(shown.map(({ id }) => id), { base: carriedAlong(texts.get('nen')?.[0] ?? ''), kept, sent, ownWriting });
      const mayBeKept = (answers: Answers): Answers => {
        const { open } = correctAnswers(form, given.answers, place.fields, { ...draft.answers, ...answers }, contextOf(now));
        return Object.fromEntries(Object.entries(answers).filter(([field]) => open.includes(field)));
      };
      const changes = mayBeKept(merged.changes);
      const answers = { ...draft.answers, ...changes };
      const changed = Object.keys(changes).length > 0;
      if (changed) await saveCorrectionDraft(tx, place, { answers, writers: { ...draft.writers, ...Object.fromEntries(Object.keys(changes).map((field) => [field, page])) } }, now);
      const after = correctAnswers(form, given.answers, place.fields, answers, contextOf(now));
      return {
        version: draft.version + (changed ? 1 : 0),
        fresh: after.following.some((field) => !drawn.has(field)),
        differing: merged.differing.map((id) => differs(form.definition, fields.find((field) => field.id === id), kept[id], locale)),
      };
    }),

    judge: async (tx, place, wanted, now) => {
      const declared = await declaredOf(tx, place.communeCode, place.dossierId);
      if (declared === undefined) return ok({ changed: new Set<string>(), changes: 0, person: NOBODY, write: () => Promise.resolve() });
      const { form, given } = declared;
      const draft = await findCorrectionDraft(tx, place, true);
      if ('version' in wanted && (draft?.version ?? 0) !== wanted.version) return refuse('supplement.answers-changed');
      const sent = 'version' in wanted ? (draft?.answers ?? {}) : enteredAnswers(form.definition, place, wanted.entered);
      const corrected = correctAnswers(form, given.answers, place.fields, sent, contextOf(now));
      const [fault] = corrected.faults;
      if (fault !== undefined) return refuse('supplement.answer-faulty', { sentence: sentenceOf(form.definition, fault, 'vi'), sentenceEn: sentenceOf(form.definition, fault, 'en') }, fault.field);
      return ok({
        changed: new Set(corrected.changes.filter(({ asked }) => asked).map(({ field }) => field)),
        changes: corrected.changes.length,
        person: applicantInput(form.definition, corrected.answers),
        write: (inner, by, at) => insertCorrection(inner, place, corrected, by, at),
      });
    },

    forget: (tx, communeCode, dossierId) => forgetCorrectionDrafts(tx, { communeCode, dossierId }),

    changes: async (db, communeCode, dossierId, locale) => {
      const [declared, corrections] = [await declaredOf(db, communeCode, dossierId), await listCorrections(db, communeCode, dossierId)];
      return new Map(corrections.map(({ requestId, changes }) => [requestId, declared === undefined ? [] : changes.flatMap((change) => changeInWords(declared.form.definition, change, locale) ?? [])]));
    },

    person: async (db, communeCode, dossierId) => {
      const declared = await declaredOf(db, communeCode, dossierId);
      return declared === undefined ? undefined : applicantInput(declared.form.definition, declared.given.answers);
    },
  };
}

function sentenceOf(definition: FormDefinition, fault: FormFault, locale: Locale): string {
  return faultsInWords(definition, [fault], locale)[0]?.message ?? '';
}

const NOBODY: DeclaredPerson = { fullName: '', citizenNumber: null, birthDate: null, sex: null, address: '', phone: null, email: null };

function contextOf(now: Date): FormContext {
  return { today: dateAt(now.getTime()), placesLookedUp: true };
}

/** What an officer enters is one line for each question, and one for each row of a table; it is read as a person types it. */
function enteredAnswers(definition: FormDefinition, place: CorrectionPlace, entered: ReadonlyMap<string, string>): Answers {
  const fields = definition.groups.flatMap((group) => group.fields).filter(({ id }) => place.fields.includes(id) && entered.has(id));
  const answers = Object.fromEntries(fields.map((field): [string, Answer] => {
    const text = (entered.get(field.id) ?? '').trim();
    if (field.kind === 'table') return [field.id, readTableLines(field.columns, text)];
    return [field.id, field.kind === 'address' ? { text, commune: null } : field.kind === 'choice' ? chosen(field, text) : text];
  }));
  return lookUpPlaces(fields, answers);
}

/** The options that a line names, by their words or values; what names none is judged as it is. */
function chosen(field: Extract<FormField, { kind: 'choice' }>, text: string): Answer {
  const valueOf = (words: string) => field.options.find(({ value, label }) => [value, label.vi, label.en].some((one) => one.toLowerCase() === words.trim().toLowerCase()))?.value ?? words.trim();
  return field.many === true ? text.split(/[;\n]/u).map(valueOf).filter((value) => value !== '') : valueOf(text);
}

function changeInWords(definition: FormDefinition, change: { readonly field: string; readonly before: Answer | null; readonly after: Answer | null; readonly asked: boolean }, locale: Locale): ChangedAnswer | undefined {
  const field = definition.groups.flatMap((group) => group.fields).find(({ id }) => id === change.field);
  if (field === undefined) return undefined;
  const lines = (answer: Answer | null) => maskedLines(field, answerLines(field, answer ?? undefined, locale, placeName));
  return { field: field.id, label: field.label[locale], before: lines(change.before), after: lines(change.after), asked: change.asked };
}

/** Another browser answered the same question otherwise: what it wrote is said, and what this one typed stands in the box. */
function differs(definition: FormDefinition, field: FormField | undefined, theirs: Answer | undefined, locale: Locale): FieldFault {
  const [named] = faultsInWords(definition, [{ field: field?.id ?? '', why: 'missing' }], locale);
  const words = field === undefined ? '' : answerLines(field, theirs, locale, placeName).join('; ');
  return { field: named?.field ?? '', code: 'supplement.answer-differs', message: fillMessage(FORM_PAGE_WORDS[locale]['correction-differs'], { label: field?.label[locale] ?? '', answer: words }) };
}

interface Drawing {
  readonly locale: Locale;
  readonly now: Date;
  readonly page: string;
  readonly home: DossierCommune | undefined;
  readonly posted: boolean;
  readonly differing?: readonly FieldFault[] | undefined;
  readonly typed?: ReadonlyMap<string, readonly string[]> | undefined;
}

function drawCorrection({ form, given }: Declared, place: CorrectionPlace, draft: Answers, { locale, now, page, home, posted, differing = [], typed }: Drawing): CorrectionView {
  const { definition } = form;
  const corrected = correctAnswers(form, given.answers, place.fields, draft, contextOf(now));
  const open = new Set(corrected.open);
  const differingFields = differing.map(({ field }) => field);
  const fields = definition.groups.flatMap((group) => group.fields);
  // What this browser typed stays in the box where another one answered otherwise.
  const mine = typed === undefined ? {} : readEntries(fields.filter(({ id }) => differingFields.includes(id)), typed);
  const kept: Answers = { ...given.answers, ...draft };
  const raw: Answers = { ...kept, ...mine };
  // A question that nobody could answer yet is asked, not scolded about.
  const seen = new Set((typed?.get('hoi')?.[0] ?? '').split(' '));
  const told = posted ? corrected.faults.filter(({ field, why }) => why !== 'missing' || seen.has(field) || !corrected.following.includes(field)) : [];
  const shownAt = (field: string) => (corrected.open.some((id) => field === id || field.startsWith(`${id}.`)) ? field : (corrected.open[0] ?? field));
  const faults = [...differing, ...faultsInWords(definition, told, locale).map((fault) => ({ ...fault, field: shownAt(fault.field) }))];
  const views = definition.groups.flatMap((group) => questionViews(group, corrected.judgement, raw, faults, home, now)).filter(({ field }) => open.has(field.id));
  const content = (id: string) => {
    const view = views.find(({ field }) => field.id === id);
    return view === undefined || !view.asked ? [] : [[id, <QuestionField key={id} view={view} locale={locale} />] as const];
  };
  const asked = views.filter((view) => view.asked).map(({ field }) => field.id);
  return {
    named: new Map(place.fields.flatMap(content)),
    labels: new Map(fields.filter(({ id }) => place.fields.includes(id)).map(({ id, label }) => [id, label[locale]])),
    before: new Map(fields.filter(({ id }) => place.fields.includes(id)).map((field) => [field.id, answerLines(field, given.answers[field.id], locale, placeName)])),
    following: corrected.following.flatMap(content).map(([field, drawn]) => ({ field, content: drawn })),
    changed: new Set(corrected.changes.filter(({ asked: named }) => named).map(({ field }) => field)),
    faults,
    warnings: faultsInWords(definition, corrected.warnings, locale).map(({ message }) => message),
    hidden: { trang: page, hoi: asked.join(' '), nen: JSON.stringify(Object.fromEntries(asked.flatMap((id) => (kept[id] === undefined ? [] : [[id, kept[id]]])))) },
  };
}
