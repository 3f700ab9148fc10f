import { isUuid } from '../../../kernel/uuid.ts';
import { type LinkSigner } from '../../../platform/secrets/link-signer.ts';
import { buildResumeCode } from '../../forms/index.ts';

interface Signing {
  readonly links: LinkSigner;
}

/** The secret of a bundle's address; the same bundle always has the same one. */
export function bundleToken({ links }: Signing, id: string): string {
  return links.token('life-bundle', id);
}

/** The code by which a bundle is opened on another device, read like that of a draft. */
export function bundleCode({ links }: Signing, id: string): string {
  return buildResumeCode(Buffer.from(links.token('life-bundle-code', id), 'base64url'));
}

/** What the database keeps of a code: a copy of it alone opens nothing. */
export function bundleCodeDigest({ links }: Signing, code: string): string {
  return links.hash(links.token('life-bundle-code-digest', code));
}

/** The id that a start page is drawn with, and the seal that proves that this server made it: pressing twice begins one bundle. */
export function sealedId({ links }: Signing, id: string): { readonly ban: string; readonly dau: string } {
  return { ban: id, dau: links.token('life-bundle-start', id) };
}

/** The id of a start page that came back; undefined when this server did not make it. */
export function readSealedId(signing: Signing, ban: string, dau: string): string | undefined {
  return isUuid(ban) && dau === sealedId(signing, ban).dau ? ban : undefined;
}
