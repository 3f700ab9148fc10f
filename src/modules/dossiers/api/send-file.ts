import { type Answer, bytes, problemAnswer } from '../../../platform/http/route.ts';
import { type DossiersDeps } from './deps.ts';

/** A file that is about one person: always sent as what its bytes are, kept by nobody; the strict policy keeps anything inside it from running. */
export async function sendFile(deps: Pick<DossiersDeps, 'files'>, file: { readonly sha256: string; readonly mediaType: string; readonly fileName: string } | undefined): Promise<Answer> {
  const content = file === undefined ? undefined : await deps.files.get(file.sha256);
  if (file === undefined || content === undefined) return problemAnswer({ code: 'dossier.not-found' });
  return bytes(content, file.mediaType, {
    'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    'cache-control': 'private, no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
  });
}
