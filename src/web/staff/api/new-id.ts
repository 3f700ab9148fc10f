import { createUuidSource } from '../../../kernel/uuid.ts';

/** A new identifier made in the browser (UUID version 7), so that a repeated save is recognised as the same. */
export const newId: () => string = createUuidSource({
  now: () => Date.now(),
  // getRandomValues also works where the office has no HTTPS; randomUUID and subtle do not.
  randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
});
