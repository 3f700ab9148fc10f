import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { examineSource, FIRST_OFFICE_FORM, type FormDefinition, type FormFinding, formInForce, type FormVersionEntry, lintForm, readShippedSource, sharedParts, type SourceFault, sourceOfExpanded, weighPages } from '../../forms/index.ts';
import { type FormExamination } from '../contract/form-editor-schemas.ts';
import { diffForms, type FormDifference } from '../domain/diff-forms.ts';
import { type FormPlace, placeOfFault, valueAtPath } from '../domain/place-of-fault.ts';
import { findPublishedSource } from '../store/form-edits.ts';
import { type FormEditorDeps } from './deps.ts';
import { differenceWords } from './difference-words.ts';
import { faultWords, lintWords } from './finding-words.ts';

/** What the checks say about the content of a draft. */
export interface ExaminedForm {
  /** Expanded, when nothing is wrong with it. */
  readonly definition: FormDefinition | undefined;
  /** What can be looked at already, with dots where words are missing. */
  readonly draft: FormDefinition | undefined;
  readonly content: object;
  readonly faults: readonly SourceFault[];
  readonly findings: readonly FormFinding[];
  readonly differences: readonly FormDifference[];
  /** The version that it is compared with: the one in force today. */
  readonly comparedWith: number | null;
  readonly weights: ReadonlyMap<string, number>;
}

/** What is known when a draft is examined. */
export interface FormScope {
  readonly code: string;
  readonly communeCode: string;
  readonly today: LocalDate;
  readonly versions: readonly FormVersionEntry[];
}

/** The definition of a version as it was written: by the office, in the file of the program, or taken back from what was stored. */
export async function sourceOfVersion(db: Database | Tx, code: string, version: FormVersionEntry): Promise<object> {
  const own = version.version >= FIRST_OFFICE_FORM ? await findPublishedSource(db, code, version.version) : readShippedSource(code, version.version);
  return own ?? sourceOfExpanded(version.content);
}

/** The version of a form that holds on a day. */
export function versionInForce(code: string, versions: readonly FormVersionEntry[], day: LocalDate): FormVersionEntry | undefined {
  return formInForce(versions.filter(({ withdrawn }) => !withdrawn).map((one) => ({ ...one, code })), day);
}

/** Examines a draft: its definition with every fault, then the rules for publishing, and what differs from the version in force. */
export async function examineForm(deps: FormEditorDeps, db: Database | Tx, content: object, scope: FormScope, context: RequestContext): Promise<ExaminedForm> {
  const { code, communeCode, today, versions } = scope;
  const { validTo } = content as { readonly validTo?: unknown };
  const numbered = { ...content, code, version: 1, validFrom: today, validTo: typeof validTo === 'string' && validTo !== '' ? validTo : null };
  const { definition, draft, faults } = examineSource(numbered, sharedParts());
  const inForce = versionInForce(code, versions, today);
  const differences = diffForms(inForce === undefined ? undefined : await sourceOfVersion(db, code, inForce), numbered);
  const comparedWith = inForce?.version ?? null;
  if (definition === undefined) return { definition, draft, content: numbered, faults, findings: [], differences, comparedWith, weights: new Map() };
  const office = await deps.office();
  const weights = office === undefined ? new Map<string, number>() : weighPages({ definition, office, context });
  const before = inForce === undefined ? [] : (inForce.content as FormDefinition).groups.flatMap(({ fields }) => fields.map(({ id }) => id));
  const others = deps.forms.all(today).filter((form) => form.version >= FIRST_OFFICE_FORM && form.code !== code);
  const findings = lintForm(definition, {
    papersOf: new Map(deps.procedures(communeCode, today).map((one) => [one.code, one.papers.map(({ id }) => id)])),
    takenBy: new Map(others.flatMap(({ procedures, title }) => procedures.map((one) => [one, title[context.locale]] as const))),
    weights,
    before: new Set(before),
  });
  return { definition, draft, content: numbered, faults: [], findings, differences, comparedWith, weights };
}

/** How many things keep a draft from being published. */
export function countStops({ faults, findings }: ExaminedForm): number {
  return faults.length + findings.filter(({ level }) => level === 'stop').length;
}

/** The same for the screen, in the reader's language; each sentence begins with the part and the question that it is about. */
export function examinationView(examined: ExaminedForm, locale: Locale): FormExamination {
  const { content, faults, findings, differences, comparedWith, weights } = examined;
  const placed = (at: string, level: 'stop' | 'look', rule: string, words: string) => {
    const place = placeOfFault(at, content);
    return { rule, level, group: place.group, field: place.field, part: place.rest, words: `${whereWords(place, content, locale)}${words}` };
  };
  return {
    findings: [
      ...faults.map((fault) => placed(fault.at, 'stop', fault.rule, faultWords(fault, valueAtPath(content, fault.at))[locale])),
      ...findings.map(({ at, level, rule, facts }) => placed(at, level, rule, lintWords(rule, facts)[locale])),
    ],
    differences: differences.map((one) => differenceWords(one, locale)),
    comparedWith,
    canPreview: examined.draft !== undefined,
    pages: [...weights].map(([group, bytes]) => ({ group, bytes })),
  };
}

/** “Phần “Mẹ”, câu “Họ và tên của mẹ”: ”, or nothing for the form as a whole. */
function whereWords({ group, field }: FormPlace, content: object, locale: Locale): string {
  if (group < 0) return '';
  const part = valueAtPath(content, `groups.${String(group)}`);
  const question = field < 0 ? undefined : valueAtPath(part, `fields.${String(field)}`);
  const named = (thing: unknown, key: string): string => {
    const words = valueAtPath(thing, `${key}.${locale}`) ?? '';
    const other = valueAtPath(thing, `${key}.vi`) ?? '';
    const id = valueAtPath(thing, 'id');
    return [words, other, id].find((one): one is string => typeof one === 'string' && one.trim() !== '') ?? '…';
  };
  const groupWords = locale === 'vi' ? `Phần “${named(part, 'title')}”` : `Part “${named(part, 'title')}”`;
  if (question === undefined) return `${groupWords}: `;
  const label = valueAtPath(question, 'kind') === 'person' ? named(question, 'of') : named(question, 'label');
  return `${groupWords}, ${locale === 'vi' ? 'câu' : 'question'} “${label.length > 60 ? `${label.slice(0, 57)}…` : label}”: `;
}
