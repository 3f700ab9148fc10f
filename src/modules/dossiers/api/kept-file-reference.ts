import { type LinkSigner } from '../../../platform/secrets/link-signer.ts';
import { isSameSecret } from './declaration-ids.ts';

/** A file that arrived with a declaration, and the paper that it shows. */
export interface DeclaredFile {
  readonly paperId: string;
  readonly sha256: string;
  readonly fileName: string;
}

function signatureOf(links: LinkSigner, dossierId: string, payload: string): string {
  return links.token('declared-file', `${dossierId}|${payload}`);
}

/**
 * What the form carries in place of a file that already arrived. It is signed for one declaration, so that knowing the hash of
 * somebody else's file attaches nothing.
 */
export function keptFileReference(links: LinkSigner, dossierId: string, file: DeclaredFile): string {
  const payload = Buffer.from(JSON.stringify([file.paperId, file.sha256, file.fileName])).toString('base64url');
  return `${payload}.${signatureOf(links, dossierId, payload)}`;
}

/** The file behind a reference; undefined when this server did not sign it for this declaration. */
export function readKeptFileReference(links: LinkSigner, dossierId: string, reference: string): DeclaredFile | undefined {
  const [payload = '', signature = '', ...rest] = reference.split('.');
  if (rest.length > 0 || !isSameSecret(signature, signatureOf(links, dossierId, payload))) return undefined;
  const [paperId, sha256, fileName] = JSON.parse(Buffer.from(payload, 'base64url').toString()) as [string, string, string];
  return { paperId, sha256, fileName };
}
