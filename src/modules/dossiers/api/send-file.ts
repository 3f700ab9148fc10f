import { type Answer, bytes, problemAnswer } from '../../../platform/http/route.ts';
import { type DossiersDeps } from './deps.ts';

/** A file that is about one person: always sent as what its bytes are, kept by nobody; the strict policy keeps anything inside it from running. */
export async function sendFile(deps: Pick<DossiersDeps, 'files'>, file: { readonly sha256: string; readonly mediaType: string; readonly fileName: string } | undefined): Promise<Answer> {
  if (file === undefined) return problemAnswer({ code: 'dossier.not-found' });
  const read = await deps.files.read(file.sha256);
  if (!read.ok) return problemAnswer(read.problem);
  return bytes(read.value, file.mediaType, {
    'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    'cache-control': 'private, no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
  });
}
