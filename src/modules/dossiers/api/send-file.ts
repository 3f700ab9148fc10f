import { type Answer, bytes, problemAnswer } from '../../../platform/http/route.ts';
import { FILE_POLICY } from '../../../platform/http/standing-headers.ts';
import { type DossiersDeps } from './deps.ts';

/** A file that is about one person: always sent as what its bytes are, kept by nobody; the strict policy keeps anything inside it from running. */
export async function sendFile(deps: Pick<DossiersDeps, 'files'>, file: { readonly sha256: string; readonly mediaType: string; readonly fileName: string } | undefined): Promise<Answer> {
  if (file === undefined) return problemAnswer({ code: 'dossier.not-found' });
  const read = await deps.files.read(file.sha256);
  if (!read.ok) return problemAnswer(read.problem);
  return sendContent(read.value, { ...file, way: 'inline' });
}

/** What the store keeps, by its first bytes: pictures and PDF only. */
export function mediaTypeOf(content: Buffer): 'application/pdf' | 'image/jpeg' {
  return content.subarray(0, 5).toString('latin1') === '%PDF-' ? 'application/pdf' : 'image/jpeg';
}

/** Content that is about one person, to be looked at or taken home. */
export function sendContent(content: Buffer, { mediaType, fileName, way }: { readonly mediaType: string; readonly fileName: string; readonly way: 'inline' | 'attachment' }): Answer {
  return bytes(content, mediaType, {
    'content-disposition': `${way}; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    ...FILE_POLICY,
    'cache-control': 'private, no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
  });
}
