import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps secrets that the program must read again, so that a copy of the database alone gives none of them away. */
export interface Sealer {
  /** Encrypts a text for one purpose and one owner; another owner's row cannot be put in its place. */
  readonly seal: (purpose: string, owner: string, text: string) => string;
  /** Decrypts what `seal` made. Throws when it was altered, belongs to another owner, or was made by another installation. */
  readonly open: (purpose: string, owner: string, sealed: string) => string;
  /** The same for bytes: what `sealBytes` answers is 28 bytes longer. */
  readonly sealBytes: (purpose: string, owner: string, bytes: Buffer) => Buffer;
  readonly openBytes: (purpose: string, owner: string, sealed: Buffer) => Buffer;
  /** A digest that only this installation can make: for short secrets that are only compared. */
  readonly digest: (purpose: string, owner: string, text: string) => string;
}

const NONCE = 12;
const TAG = 16;

/** Makes a sealer from the installation's secret key; every purpose has a key of its own (HKDF-SHA256, AES-256-GCM). */
export function createSealer(key: Buffer): Sealer {
  const keys = new Map<string, Buffer>();
  const keyFor = (purpose: string): Buffer => {
    const known = keys.get(purpose) ?? Buffer.from(hkdfSync('sha256', key, '', `xaso ${purpose}`, 32));
    keys.set(purpose, known);
    return known;
  };
  const sealBytes = (purpose: string, owner: string, bytes: Buffer): Buffer => {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce);
    cipher.setAAD(Buffer.from(owner));
    const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  };
  const openBytes = (purpose: string, owner: string, sealed: Buffer): Buffer => {
    const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), sealed.subarray(0, NONCE));
    decipher.setAAD(Buffer.from(owner));
    decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]);
  };
  return {
    sealBytes,
    openBytes,
    seal: (purpose, owner, text) => sealBytes(purpose, owner, Buffer.from(text, 'utf8')).toString('base64url'),
    open: (purpose, owner, sealed) => openBytes(purpose, owner, Buffer.from(sealed, 'base64url')).toString('utf8'),
    digest: (purpose, owner, text) => createHmac('sha256', keyFor(purpose)).update(`${owner}|${text}`).digest('hex'),
  };
}
