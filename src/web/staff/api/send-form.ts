import { goToSignIn, NOT_ALLOWED } from './call-api.ts';
import { type ApiResult, readRefusal, unreachable } from './refusal.ts';
import { proofWanted, prove } from './step-up.ts';

/** A file kept in memory, so that what is written is what was looked at, whatever happens to it on the disk. */
export interface KeptFile {
  readonly name: string;
  readonly content: Blob;
}

/** Sends a form with the file; a large one takes its time, and the browser waits as long as the server does. */
export async function sendForm<T>(path: string, file: KeptFile, fields: Readonly<Record<string, string>>, read: (response: Response) => Promise<T>): Promise<ApiResult<T>> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file.content, file.name);
  return askPatiently(() => fetch(path, { method: 'POST', headers: { accept: 'application/json' }, body: form }), read);
}

/** Asks without an end to its patience; where the server first wants a proof of who asks, the person is asked in place and the same is sent again. */
export async function askPatiently<T>(ask: () => Promise<Response>, read: (response: Response) => Promise<T>): Promise<ApiResult<T>> {
  const result = await answeredOnce(ask, read);
  const wanted = result.ok ? undefined : proofWanted(result.refusal);
  return wanted !== undefined && (await prove(wanted, true)) ? answeredOnce(ask, read) : result;
}

async function answeredOnce<T>(ask: () => Promise<Response>, read: (response: Response) => Promise<T>): Promise<ApiResult<T>> {
  try {
    const response = await ask();
    if (response.ok) return { ok: true, value: await read(response) };
    if (response.status === 401) goToSignIn();
    const refusal = readRefusal(response.status, await response.json());
    if (refusal.code === 'access.not-allowed') window.dispatchEvent(new Event(NOT_ALLOWED));
    return { ok: false, refusal };
  } catch {
    return { ok: false, refusal: unreachable() };
  }
}
