import { createHash } from 'node:crypto';
import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { listFormVersions } from '../../forms/index.ts';
import { FORM_FILE_FORMAT, FORM_FILE_VERSION, type FormFile } from '../contract/form-file.ts';
import { type FormDraftDone, type ImportFormRequest } from '../contract/form-editor-schemas.ts';
import { ownFormCode } from '../domain/empty-form.ts';
import { addEdit, MOST_CHARACTERS, runFormEdit } from './change-form.ts';
import { type FormEditorDeps } from './deps.ts';

const CODE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u;

function checksum(form: object): string {
  return createHash('sha256').update(JSON.stringify(form)).digest('hex');
}

/** The text of a file with a form in it. */
export function writeFormFile(form: object): string {
  const file: FormFile = { format: FORM_FILE_FORMAT, formatVersion: FORM_FILE_VERSION, sha256: checksum(form), form };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Reads such a text. Refuses what is no JSON, no form, of a newer program, or damaged. */
function readFormFile(text: string): Result<object> {
  if (text.length > MOST_CHARACTERS) return refuse('form-editor.too-large', { most: MOST_CHARACTERS }, 'text');
  let file: Partial<FormFile> | null;
  try {
    file = JSON.parse(text) as Partial<FormFile> | null;
  } catch {
    return refuse('form-editor.import-not-json', {}, 'text');
  }
  if (typeof file !== 'object' || file === null || file.format !== FORM_FILE_FORMAT || typeof file.formatVersion !== 'number') return refuse('form-editor.import-not-form', {}, 'text');
  if (file.formatVersion > FORM_FILE_VERSION) return refuse('form-editor.import-newer', { found: file.formatVersion, known: FORM_FILE_VERSION }, 'text');
  const { form }: { readonly form?: unknown } = file;
  if (typeof form !== 'object' || form === null || Array.isArray(form)) return refuse('form-editor.import-not-form', {}, 'text');
  return file.sha256 === undefined || file.sha256 === checksum(form) ? ok(form) : refuse('form-editor.import-damaged', {}, 'text');
}

/**
 * Makes a draft of a file, sound or not, so that what is wrong is mended on the screen; nothing is published. A form that the office knows is a draft of that
 * form; another keeps its own code. A form with an open draft keeps that one.
 */
export function importForm(deps: FormEditorDeps, request: ImportFormRequest, actor: StaffActor, context: RequestContext): Promise<Result<FormDraftDone>> {
  return runFormEdit<FormDraftDone>(deps, 'import-form', request, {}, actor, context, async (tx) => {
    const read = readFormFile(request.text);
    if (!read.ok) return read;
    const named = (read.value as { readonly code?: unknown }).code;
    const code = typeof named === 'string' && CODE.test(named) && named.length <= 80 ? named : ownFormCode(null, () => false);
    const versions = await listFormVersions(tx, code);
    return addEdit(tx, { id: request.id, code, basedOn: versions[0]?.version ?? null, content: { ...read.value, code } }, actor, context, 'form-draft.imported');
  });
}
