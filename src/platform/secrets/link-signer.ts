import { createHash, createHmac } from 'node:crypto';

/** Secret addresses for papers: anyone who holds the paper can open the page behind its QR, nobody can guess it. */
export interface LinkSigner {
  /** The secret of an object, 22 letters (132 bits); the same object always has the same one, so that a slip can be printed again. */
  token(purpose: string, objectId: string): string;
  /** What the database keeps and searches by. */
  hash(token: string): string;
}

/** Makes secrets from the installation's key; who has the database alone cannot make them. */
export function createLinkSigner(key: Buffer): LinkSigner {
  return {
    token: (purpose, objectId) => createHmac('sha256', key).update(`${purpose}|${objectId}`).digest('base64url').slice(0, 22),
    hash: (token) => createHash('sha256').update(token).digest('hex'),
  };
}
