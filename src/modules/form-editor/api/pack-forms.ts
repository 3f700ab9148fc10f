import { type StaffActor } from '../../../kernel/actor.ts';
import { dateAt, type LocalDate } from '../../../kernel/local-time.ts';
import { type Problem } from '../../../kernel/result.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type InstallationScope } from '../../../platform/db/installation-scope.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { fillMessage } from '../../../platform/i18n/catalogue.ts';
import { listFormVersions } from '../../forms/index.ts';
import { type FormFile } from '../contract/form-file.ts';
import { FORM_EDITOR_PROBLEMS } from '../contract/problems.ts';
import { valueAtPath } from '../domain/place-of-fault.ts';
import { findOpenEdit } from '../store/form-edits.ts';
import { addEdit } from './change-form.ts';
import { type FormEditorDeps } from './deps.ts';
import { examinationView, examineForm, sourceOfVersion, versionInForce } from './examine-form.ts';
import { codeOfForm, formFileOf, readFormFile } from './form-file.ts';
import { IMPORT_WORDS } from './import-words.ts';

/** The forms that procedures are declared with on a day, each once, as files to go along with the packs. */
export async function formsOfProcedures(deps: FormEditorDeps, procedures: readonly string[], day: LocalDate): Promise<readonly FormFile[]> {
  const codes = new Set(procedures.flatMap((one) => deps.forms.formOf(one, day)?.definition.code ?? []));
  const files: FormFile[] = [];
  for (const code of codes) {
    const version = versionInForce(code, await listFormVersions(deps.db, code), day);
    if (version !== undefined) files.push(formFileOf({ ...await sourceOfVersion(deps.db, code, version), version: version.version }));
  }
  return files;
}

/** What became of a form in a file of procedures. */
export interface ImportedForm {
  readonly code: string;
  readonly title: string;
  readonly procedures: readonly string[];
  readonly outcome: 'draft' | 'draft-open-already' | 'same' | 'refused';
  readonly draftId: string | null;
  /** What happened and what follows from it, in the reader's language. */
  readonly words: string;
  /** What must be mended before it is published, place by place. */
  readonly places: readonly string[];
}

/** What a file of procedures is imported into. */
export interface PackImport {
  readonly tx: Tx;
  readonly scope: InstallationScope;
  readonly actor: StaffActor;
  readonly context: RequestContext;
}

/**
 * Makes drafts of the forms in a file of procedures, in the transaction of whoever imports the procedures; `procedures` are those of the file. A form that belongs
 * to none of them, is newer, damaged or no form is refused by itself and said so; the others become drafts.
 */
export async function importFormsOfPack(deps: FormEditorDeps, files: readonly unknown[], procedures: readonly string[], into: PackImport): Promise<readonly ImportedForm[]> {
  const items: ImportedForm[] = [];
  for (const file of files) items.push(await importOne(deps, file, procedures, into));
  return items;
}

async function importOne(deps: FormEditorDeps, file: unknown, procedures: readonly string[], { tx, scope, actor, context }: PackImport): Promise<ImportedForm> {
  const { locale, now } = context;
  const form = valueAtPath(file, 'form');
  const named = namesOf(form, locale);
  const read = readFormFile(file);
  if (!read.ok) return { ...named, outcome: 'refused', draftId: null, words: sentenceOf(read.problem, locale), places: [] };
  const others = named.procedures.filter((code) => !procedures.includes(code));
  if (named.procedures.length === others.length) return { ...named, outcome: 'refused', draftId: null, words: IMPORT_WORDS.notOfThese({ codes: others })[locale], places: [] };
  const code = codeOfForm(read.value);
  const [versions, today] = [await listFormVersions(tx, code), dateAt(now.getTime())];
  const examined = await examineForm(deps, tx, read.value, { communeCode: actor.communeCode, code, today, versions }, context);
  const here = versionInForce(code, versions, today);
  if (here !== undefined && examined.definition !== undefined && examined.differences.length === 0) return { ...named, code, outcome: 'same', draftId: null, words: IMPORT_WORDS.same({ version: here.version })[locale], places: [] };
  const open = await findOpenEdit(tx, scope, code);
  const version = valueAtPath(form, 'version');
  const id = deps.newId();
  const added = await addEdit(tx, scope, { id, code, basedOn: versions[0]?.version ?? null, content: { ...read.value, code } }, actor, context);
  if (!added.ok) return { ...named, code, outcome: 'draft-open-already', draftId: open?.id ?? null, words: sentenceOf(added.problem, locale), places: [] };
  const known = new Set(deps.procedures(actor.communeCode, today).map((one) => one.code));
  const words = [
    here === undefined ? IMPORT_WORDS.made()[locale] : IMPORT_WORDS.madeOnKnown({ here: here.version, there: typeof version === 'number' ? String(version) : '?' })[locale],
    ...(others.length === 0 ? [] : [IMPORT_WORDS.alsoOf({ codes: others, missing: others.filter((one) => !known.has(one)) })[locale]]),
  ].join(' ');
  const places = examinationView(examined, locale).findings.filter(({ level }) => level === 'stop').map((finding) => finding.words);
  return { ...named, code, outcome: 'draft', draftId: id, words, places };
}

function namesOf(form: unknown, locale: RequestContext['locale']): Pick<ImportedForm, 'code' | 'title' | 'procedures'> {
  const [code, title, inVietnamese, procedures] = [valueAtPath(form, 'code'), valueAtPath(form, `title.${locale}`), valueAtPath(form, 'title.vi'), valueAtPath(form, 'procedures')];
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  return { code: text(code), title: text(title) || text(inVietnamese) || text(code), procedures: Array.isArray(procedures) ? procedures.filter((one) => typeof one === 'string') : [] };
}

function sentenceOf({ code, facts }: Problem, locale: RequestContext['locale']): string {
  const known: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = FORM_EDITOR_PROBLEMS;
  return fillMessage(known[code]?.[locale] ?? code, facts);
}
