import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

/** What a server asks of a browser, as far as a test reads it. */
interface Options {
  readonly challenge: string;
  readonly user?: { readonly id: string };
}

/** A passkey in memory: it answers challenges as a browser and its device would (WebAuthn level 3, ES256, no attestation). */
export interface SoftAuthenticator {
  /** The answer to the options of a new passkey. */
  readonly register: (options: unknown) => Record<string, unknown>;
  /** The answer to a challenge; the counter goes up by one unless told otherwise. */
  readonly answer: (options: unknown, wishes?: { readonly counter?: number; readonly origin?: string; readonly verified?: boolean }) => Record<string, unknown>;
}

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const ATTESTED = 0x40;

/** Makes a device with one passkey for an office. */
export function createSoftAuthenticator(origin: string): SoftAuthenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  const host = new URL(origin).hostname;
  let counter = 0;
  let userHandle = '';
  const data = (flags: number, count: number, more: Buffer = Buffer.alloc(0)): Buffer => {
    const head = Buffer.alloc(5);
    head.writeUInt8(flags, 0);
    head.writeUInt32BE(count, 1);
    return Buffer.concat([createHash('sha256').update(host).digest(), head, more]);
  };
  const client = (type: string, challenge: string, from: string): Buffer => Buffer.from(JSON.stringify({ type, challenge, origin: from, crossOrigin: false }));
  const common = { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key', clientExtensionResults: {}, authenticatorAttachment: 'platform' };
  return {
    register: (asked) => {
      const options = asked as Options;
      userHandle = options.user?.id ?? '';
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const auth = data(USER_PRESENT | USER_VERIFIED | ATTESTED, counter, Buffer.concat([Buffer.alloc(16), length, id, coseKey(publicKey)]));
      const attestationObject = map([[text('fmt'), text('none')], [text('attStmt'), map([])], [text('authData'), bytes(auth)]]);
      return { ...common, response: { clientDataJSON: client('webauthn.create', options.challenge, origin).toString('base64url'), attestationObject: attestationObject.toString('base64url'), transports: ['internal'] } };
    },
    answer: (asked, wishes = {}) => {
      counter = wishes.counter ?? counter + 1;
      const auth = data(USER_PRESENT | (wishes.verified === false ? 0 : USER_VERIFIED), counter);
      const clientData = client('webauthn.get', (asked as Options).challenge, wishes.origin ?? origin);
      const signature = createSign('sha256').update(Buffer.concat([auth, createHash('sha256').update(clientData).digest()])).sign(privateKey);
      return {
        ...common,
        response: { clientDataJSON: clientData.toString('base64url'), authenticatorData: auth.toString('base64url'), signature: signature.toString('base64url'), userHandle },
      };
    },
  };
}

/** Heads of CBOR (RFC 8949) for lengths below 65,536. */
function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  return value < 256 ? Buffer.from([(major << 5) | 24, value]) : Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
}
const integer = (value: number): Buffer => (value < 0 ? head(1, -1 - value) : head(0, value));
const bytes = (value: Buffer): Buffer => Buffer.concat([head(2, value.length), value]);
const text = (value: string): Buffer => Buffer.concat([head(3, value.length), Buffer.from(value)]);
const map = (pairs: readonly (readonly [Buffer, Buffer])[]): Buffer => Buffer.concat([head(5, pairs.length), ...pairs.flat()]);

/** The public key as COSE writes an ES256 key (RFC 9053). */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  return map([
    [integer(1), integer(2)], [integer(3), integer(-7)], [integer(-1), integer(1)],
    [integer(-2), bytes(Buffer.from(x, 'base64url'))], [integer(-3), bytes(Buffer.from(y, 'base64url'))],
  ]);
}
