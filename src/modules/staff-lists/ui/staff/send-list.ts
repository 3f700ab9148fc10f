import { type ApiResult } from '../../../../web/staff/api/refusal.ts';
import { askPatiently } from '../../../../web/staff/api/send-form.ts';

/** Asks for a file with a JSON body. */
export function askForFile(path: string, body: unknown): Promise<ApiResult<Blob>> {
  return askPatiently(() => fetch(path, { method: 'POST', headers: { 'accept': 'application/json', 'content-type': 'application/json' }, body: JSON.stringify(body) }), (response) => response.blob());
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
