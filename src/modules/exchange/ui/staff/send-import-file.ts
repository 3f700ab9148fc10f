import { goToSignIn } from '../../../../web/staff/api/call-api.ts';
import { type ApiResult, readRefusal, unreachable } from '../../../../web/staff/api/refusal.ts';
import { type ImportResponse } from '../../contract/exchange-schemas.ts';

/** A file with the ids that make sending it twice harmless. */
export interface ImportFile {
  readonly file: File;
  readonly commandId: string;
  readonly importId: string;
  /** Empty: the first sheet that has lines. */
  readonly sheet: string;
}

/** Sends a file and answers what was understood of it. A large one is read for a while: the browser waits as long as the server does. */
export async function sendImportFile({ file, commandId, importId, sheet }: ImportFile): Promise<ApiResult<ImportResponse>> {
  const form = new FormData();
  form.append('commandId', commandId);
  form.append('importId', importId);
  form.append('sheet', sheet);
  form.append('file', file, file.name);
  try {
    const response = await fetch('/api/exchange/imports', { method: 'POST', headers: { accept: 'application/json' }, body: form });
    const answer: unknown = await response.json();
    if (response.ok) return { ok: true, value: answer as ImportResponse };
    if (response.status === 401) goToSignIn();
    return { ok: false, refusal: readRefusal(response.status, answer) };
  } catch {
    return { ok: false, refusal: unreachable() };
  }
}
