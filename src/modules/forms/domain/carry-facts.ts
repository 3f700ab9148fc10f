import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Answer, type AnswerRow, type Answers, isRows, type PlainAnswer } from './answers.ts';
import { type CompiledForm } from './compile-form.ts';
import { type FormDefinition, type FormField, type Words } from './form-definition.ts';
import { type FormFault } from './form-fault.ts';
import { isSameAnswer } from './merge-answers.ts';
import { type FormContext, normaliserOf } from './normalise-answer.ts';
import { compileRule, type Rule } from './rules.ts';

/** Where facts come from: another declaration of one life event, or an earlier dossier. */
export type FactSourceKind = 'life-event' | 'dossier';

/** A fact whose role changes: what one form asks there is what another asks here. */
export interface FactPair {
  /** A field of the source. */
  readonly from: string;
  /** A field of this form, or `table#column`: all that goes into one table makes one row. */
  readonly to: string;
  /** Judged by the answers of the source. */
  readonly when?: Rule;
  /** What choices become; a choice that is not named has no meaning here and is left out. */
  readonly values?: Readonly<Record<string, string>>;
}

/** An answer that follows from what is being done, not from another answer: CT01 for a newborn asks for permanent residence. */
export interface FactPreset {
  readonly to: string;
  readonly value: PlainAnswer;
  readonly when?: Rule;
}

/** How a source is called and told from others; this much is kept beside a draft. */
export interface FactOrigin {
  readonly kind: FactSourceKind;
  /** What the module that gave it knows it by. */
  readonly ref: string;
  /** The declaration as it is called: “Đăng ký khai sinh”. */
  readonly words: Words;
  /** The local day on which it was told. */
  readonly day: LocalDate;
  /** When its person said that it may be used again here (ISO 8601); left out where it goes without saying, as within one life event. */
  readonly wishedAt?: string;
}

/** Something that was declared before. */
export interface FactSource extends FactOrigin {
  readonly definition: FormDefinition;
  /** In their one form, as `judge` gives them. */
  readonly answers: Answers;
  /** Facts, or beginnings of facts such as `applicant`, that mean the same there and here; all else goes by pairs. */
  readonly same: readonly string[];
  readonly pairs: readonly FactPair[];
  readonly presets: readonly FactPreset[];
}

/** Where an answer comes from; `from` is null for what follows from the matter itself. */
export interface GivenFact {
  /** Its place among the sources. */
  readonly source: number;
  readonly from: string | null;
  /** As it was carried. */
  readonly answer: Answer;
}

/** What was known but is no answer to the question of this form. */
export interface LeftFact {
  readonly field: string;
  readonly source: number;
  readonly answer: Answer;
  readonly why: FormFault['why'];
  readonly facts?: FormFault['facts'];
}

export interface CarriedFacts {
  /** What was answered here before, and beside it what the sources know. */
  readonly answers: Answers;
  readonly given: Readonly<Record<string, GivenFact>>;
  readonly left: readonly LeftFact[];
}

/** What a draft keeps of facts that were told before. */
export interface GivenNote {
  readonly sources: readonly FactOrigin[];
  readonly fields: Readonly<Record<string, GivenFact>>;
  readonly left: readonly LeftFact[];
  /** Whether the person has looked at all of it: before that nothing is sent. */
  readonly seen: boolean;
}

/** What may stand in for an answer of the person: never a promise, a consent, a paper, or what follows from other answers. */
type CarriedField = Exclude<FormField, { kind: 'statement' | 'consent' | 'paper' | 'computed' | 'table' }>;

const NEVER: ReadonlySet<FormField['kind']> = new Set(['statement', 'consent', 'paper', 'computed', 'table']);

/** Whether an answer to this field may be carried into or out of a form. Promises, consents and papers never are; tables only cell by cell. */
export function mayCarry(field: FormField): field is CarriedField {
  return !NEVER.has(field.kind);
}

/**
 * Answers the questions of a form with what was told before, as far as it is an answer to them: of several sources the first that knows a fact counts,
 * what was answered here already stays, and what this form would refuse is left out and named.
 */
export function carryFacts(to: CompiledForm, sources: readonly FactSource[], base: Answers, context: FormContext): CarriedFacts {
  const given: Record<string, GivenFact> = {};
  const left: LeftFact[] = [];
  const fields = to.definition.groups.flatMap((group) => group.fields);
  const empty = fields.filter(({ id }) => isSameAnswer(base[id], undefined));
  for (const [place, source] of sources.entries()) {
    const told = readerOf(source, context);
    for (const field of empty) {
      if (given[field.id] !== undefined) continue;
      const fact = field.kind === 'table' ? rowFor(field, told, context) : mayCarry(field) ? answerFor(field, told, context) : undefined;
      if (fact === undefined) continue;
      if ('why' in fact) left.push({ field: field.id, source: place, ...fact });
      else given[field.id] = { source: place, ...fact };
    }
  }
  // A later source knew what an earlier one could not say well enough.
  const stillLeft = left.filter(({ field }) => given[field] === undefined);
  // What only the whole form can tell, such as a choice that its other answers rule out.
  const whole = { ...base, ...Object.fromEntries(Object.entries(given).map(([field, { answer }]) => [field, answer])) };
  const refused = to.judge(whole, context).faults.filter(({ field, why }) => why === 'choice.unknown' && given[field] !== undefined);
  for (const { field, why, facts } of refused) {
    const fact = given[field];
    if (fact === undefined) continue;
    stillLeft.push({ field, source: fact.source, answer: fact.answer, why, ...(facts === undefined ? {} : { facts }) });
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a record by field id
    delete given[field];
  }
  const answers = { ...base, ...Object.fromEntries(Object.entries(given).map(([field, { answer }]) => [field, answer])) };
  return { answers, given, left: stillLeft };
}

/** What a source says about a field of this form. */
interface Told {
  readonly pairs: ReadonlyMap<string, readonly FactPair[]>;
  readonly presets: ReadonlyMap<string, readonly FactPreset[]>;
  readonly byFact: ReadonlyMap<string, FormField>;
  readonly byId: ReadonlyMap<string, FormField>;
  readonly answers: Answers;
  readonly holds: (rule: Rule | undefined) => boolean;
}

type Found = { readonly from: string | null; readonly answer: Answer } | { readonly answer: Answer; readonly why: FormFault['why']; readonly facts?: FormFault['facts'] };

function readerOf(source: FactSource, { today }: FormContext): Told {
  const byFact = new Map<string, FormField>();
  const byId = new Map<string, FormField>();
  for (const field of source.definition.groups.flatMap((group) => group.fields)) {
    byId.set(field.id, field);
    const { fact } = field;
    if (fact !== undefined && mayCarryOut(field) && source.answers[field.id] !== undefined && !byFact.has(fact) && source.same.some((start) => fact === start || fact.startsWith(`${start}.`))) byFact.set(fact, field);
  }
  return {
    pairs: Map.groupBy(source.pairs, ({ to }) => to), presets: Map.groupBy(source.presets, ({ to }) => to), byFact, byId, answers: source.answers,
    holds: (rule) => rule === undefined || compileRule(rule)({ answers: source.answers, today }) === true,
  };
}

/** What follows from other answers may be told on where it is a plain text or number; promises and papers never. */
function mayCarryOut(field: FormField): boolean {
  return mayCarry(field) || field.kind === 'computed';
}

function answerFor(field: CarriedField, told: Told, context: FormContext): Found | undefined {
  const paired = pairedAnswer(field.id, told);
  if (paired !== undefined) return fitting(field, paired.from, paired.answer, context);
  const same = field.fact === undefined ? undefined : told.byFact.get(field.fact);
  const answer = same === undefined ? undefined : told.answers[same.id];
  // The same name of a fact with another kind of answer is no answer.
  return same === undefined || answer === undefined || (same.kind !== field.kind && same.kind !== 'computed') ? undefined : fitting(field, same.id, answer, context);
}

/** The first pair or preset that holds; a choice that means nothing here is none. */
function pairedAnswer(to: string, told: Told): { readonly from: string | null; readonly answer: Answer } | undefined {
  for (const { from, when, values } of told.pairs.get(to) ?? []) {
    const field = told.byId.get(from);
    const answer = field === undefined || !mayCarryOut(field) ? undefined : told.answers[from];
    if (answer === undefined || !told.holds(when)) continue;
    const meant = values === undefined ? answer : typeof answer === 'string' ? values[answer] : undefined;
    if (meant !== undefined) return { from, answer: meant };
  }
  const preset = told.presets.get(to)?.find(({ when }) => told.holds(when));
  return preset === undefined ? undefined : { from: null, answer: preset.value };
}

function fitting(field: CarriedField, from: string | null, answer: Answer, context: FormContext): Found | undefined {
  const read = normaliserOf(field)(answer, context);
  if ('why' in read) return { answer, why: read.why, ...(read.facts === undefined ? {} : { facts: read.facts }) };
  return read.answer === undefined ? undefined : { from, answer: read.answer };
}

/** One row of a table from the cells that are known; undefined when only presets would stand in it. */
function rowFor(table: Extract<FormField, { kind: 'table' }>, told: Told, context: FormContext): Found | undefined {
  const row: Record<string, AnswerRow[string]> = {};
  let first: string | undefined;
  for (const column of table.columns) {
    const cell = pairedAnswer(`${table.id}#${column.id}`, told);
    const fits = cell === undefined ? undefined : fitting(column, cell.from, cell.answer, context);
    if (fits === undefined || 'why' in fits || typeof fits.answer === 'boolean' || typeof fits.answer === 'object') continue;
    row[column.id] = fits.answer;
    first ??= fits.from ?? undefined;
  }
  return first === undefined ? undefined : { from: first, answer: [row] };
}

/** How an answer stands to what was carried: `same` as it was told before, `changed` here, or `gone` when nothing is answered any more. */
export function givenStanding(fact: GivenFact, answer: Answer | undefined): 'same' | 'changed' | 'gone' {
  if (isSameAnswer(answer, undefined)) return 'gone';
  if (isRows(fact.answer) && isRows(answer)) {
    // A row to which more was added says the same still.
    const kept = fact.answer.every((row) => answer.some((one) => Object.entries(row).every(([column, value]) => isSameAnswer(one[column], value))));
    return kept ? 'same' : 'changed';
  }
  return isSameAnswer(fact.answer, answer) ? 'same' : 'changed';
}

/** Puts facts of more sources beside those that a draft has already; they are all to be looked at again. */
export function joinGiven(before: GivenNote | null, sources: readonly FactOrigin[], { given, left }: Pick<CarriedFacts, 'given' | 'left'>): GivenNote | null {
  if (Object.keys(given).length === 0 && left.length === 0) return before;
  const shift = before?.sources.length ?? 0;
  const moved = Object.fromEntries(Object.entries(given).map(([field, fact]) => [field, { ...fact, source: fact.source + shift }]));
  return {
    sources: [...(before?.sources ?? []), ...sources.map(({ kind, ref, words, day, wishedAt }) => ({ kind, ref, words, day, ...(wishedAt === undefined ? {} : { wishedAt }) }))],
    fields: { ...before?.fields, ...moved },
    left: [...(before?.left ?? []).filter(({ field }) => given[field] === undefined), ...left.map((one) => ({ ...one, source: one.source + shift }))],
    seen: false,
  };
}
