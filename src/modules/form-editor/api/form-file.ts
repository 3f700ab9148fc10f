import { createHash } from 'node:crypto';
import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { listFormVersions, partsOfSource, settleSource } from '../../forms/index.ts';
import { FORM_FILE_FORMAT, FORM_FILE_VERSION, type FormFile } from '../contract/form-file.ts';
import { type FormDraftDone, type ImportFormRequest } from '../contract/form-editor-schemas.ts';
import { ownFormCode } from '../domain/empty-form.ts';
import { addEdit, MOST_CHARACTERS, runFormEdit } from './change-form.ts';
import { type FormEditorDeps } from './deps.ts';

const CODE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u;

function checksum(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** A form as a file, with the lists and persons that it names. */
export function formFileOf(form: object): FormFile {
  const parts = partsOfSource(form);
  return { format: FORM_FILE_FORMAT, formatVersion: FORM_FILE_VERSION, sha256: checksum(form), form, ...(parts === undefined ? {} : { parts, partsSha256: checksum(parts) }) };
}

/** The text of a file with a form in it. */
export function writeFormFile(form: object): string {
  return `${JSON.stringify(formFileOf(form), null, 2)}\n`;
}

function readFormText(text: string): Result<object> {
  if (text.length > 2 * MOST_CHARACTERS) return refuse('form-editor.too-large', { most: MOST_CHARACTERS }, 'text');
  try {
    return readFormFile(JSON.parse(text));
  } catch {
    return refuse('form-editor.import-not-json', {}, 'text');
  }
}

/**
 * The definition of a file, with what it brought written out where that stands here otherwise. Refuses what is no form, of a newer program, damaged, or
 * too long.
 */
export function readFormFile(value: unknown): Result<object> {
  const file = value as Partial<FormFile> | null;
  if (typeof file !== 'object' || file === null || file.format !== FORM_FILE_FORMAT || typeof file.formatVersion !== 'number') return refuse('form-editor.import-not-form', {}, 'text');
  if (file.formatVersion > FORM_FILE_VERSION) return refuse('form-editor.import-newer', { found: file.formatVersion, known: FORM_FILE_VERSION }, 'text');
  const { form, parts }: { readonly form?: unknown; readonly parts?: unknown } = file;
  if (typeof form !== 'object' || form === null || Array.isArray(form)) return refuse('form-editor.import-not-form', {}, 'text');
  if (JSON.stringify(form).length > MOST_CHARACTERS) return refuse('form-editor.too-large', { most: MOST_CHARACTERS }, 'text');
  if (file.sha256 !== undefined && file.sha256 !== checksum(form)) return refuse('form-editor.import-damaged', {}, 'text');
  if (parts === undefined) return ok(form);
  if (file.partsSha256 !== undefined && file.partsSha256 !== checksum(parts)) return refuse('form-editor.import-damaged', {}, 'text');
  const settled = settleSource(form, typeof parts === 'object' && parts !== null ? parts : {});
  return settled === undefined ? refuse('form-editor.import-damaged', {}, 'text') : ok(settled);
}

/** The code that a definition from elsewhere has, or one of the office where it has none that can be read. */
export function codeOfForm(form: object): string {
  const named = (form as { readonly code?: unknown }).code;
  return typeof named === 'string' && CODE.test(named) && named.length <= 80 ? named : ownFormCode(null, () => false);
}

/**
 * Makes a draft of a file, sound or not, so that what is wrong is mended on the screen; nothing is published. A form that the office knows is a draft of that
 * form; another keeps its own code. A form with an open draft keeps that one.
 */
export function importForm(deps: FormEditorDeps, request: ImportFormRequest, actor: StaffActor, context: RequestContext): Promise<Result<FormDraftDone>> {
  return runFormEdit<FormDraftDone>(deps, 'import-form', request, {}, actor, context, async (tx, scope) => {
    const read = readFormText(request.text);
    if (!read.ok) return read;
    const code = codeOfForm(read.value);
    const versions = await listFormVersions(tx, code);
    return addEdit(tx, scope, { id: request.id, code, basedOn: versions[0]?.version ?? null, content: { ...read.value, code } }, actor, context, 'form-draft.imported');
  });
}
