import { createHash, randomBytes } from 'node:crypto';

const SHAPE = /^[A-Za-z0-9_-]{43}$/u;

/** A new secret of 32 random bytes, in the 43 characters that a cookie may carry. */
export function makeSecretToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a secret: its sha256 in hexadecimal, so that a copy of the database opens no session. */
export function digestToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The digest of what a cookie carries; undefined for anything that never was a secret of ours, which then costs no query. */
export function digestCookie(value: string | undefined): string | undefined {
  return value !== undefined && SHAPE.test(value) ? digestToken(value) : undefined;
}
