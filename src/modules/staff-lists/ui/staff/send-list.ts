import { goToSignIn, NOT_ALLOWED } from '../../../../web/staff/api/call-api.ts';
import { type ApiResult, readRefusal, unreachable } from '../../../../web/staff/api/refusal.ts';
import { proofWanted, prove } from '../../../../web/staff/api/step-up.ts';

/** A file kept in memory, so that what is written is what was looked at, whatever happens to it on the disk. */
export interface KeptFile {
  readonly name: string;
  readonly content: Blob;
}

/** Sends a form with the file; a list with hundreds of newcomers takes its time, and the browser waits as long as the server does. */
export async function sendList<T>(path: string, file: KeptFile, fields: Readonly<Record<string, string>>, read: (response: Response) => Promise<T>): Promise<ApiResult<T>> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file.content, file.name);
  return answered(() => fetch(path, { method: 'POST', headers: { accept: 'application/json' }, body: form }), read);
}

/** Asks for a file with a JSON body. */
export function askForFile(path: string, body: unknown): Promise<ApiResult<Blob>> {
  return answered(() => fetch(path, { method: 'POST', headers: { 'accept': 'application/json', 'content-type': 'application/json' }, body: JSON.stringify(body) }), (response) => response.blob());
}

/** Asks; where the server first wants a proof of who asks, the person is asked in place and the same is sent again. */
async function answered<T>(ask: () => Promise<Response>, read: (response: Response) => Promise<T>): Promise<ApiResult<T>> {
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

/** Saves a file that was answered under a name. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => { URL.revokeObjectURL(address); }, 60_000);
}

/** 32 random bytes in base64url, from which the server makes the passwords of newcomers. They stay in this page. */
export function newSeed(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
