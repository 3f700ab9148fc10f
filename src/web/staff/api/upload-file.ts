import { type UploadResponse } from '../../../modules/dossiers/contract/page-schemas.ts';
import { goToSignIn } from './call-api.ts';
import { type ApiResult, readRefusal, unreachable } from './refusal.ts';

export type UploadedFile = UploadResponse['files'][number];

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Sends one file and answers what the server has on disk; `onProgress` hears the sent part, 0 to 1. `fetch` cannot tell progress. */
export function uploadFile(file: File, onProgress: (part: number) => void, signal: AbortSignal): Promise<ApiResult<UploadedFile>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const fail = () => { resolve({ ok: false, refusal: unreachable() }); };
    request.open('POST', '/api/uploads');
    request.setRequestHeader('accept', 'application/json');
    request.timeout = 120_000;
    request.upload.onprogress = (event) => { if (event.lengthComputable) onProgress(event.loaded / event.total); };
    request.onerror = fail;
    request.ontimeout = fail;
    request.onabort = fail;
    request.onload = () => {
      const answer = parse(request.responseText);
      if (request.status === 401) goToSignIn();
      if (request.status !== 200) {
        resolve({ ok: false, refusal: readRefusal(request.status, answer) });
        return;
      }
      const [kept] = (answer as UploadResponse).files;
      if (kept === undefined) fail();
      else resolve({ ok: true, value: kept });
    };
    signal.addEventListener('abort', () => { request.abort(); }, { once: true });
    const form = new FormData();
    form.append('files', file, file.name);
    request.send(form);
  });
}
