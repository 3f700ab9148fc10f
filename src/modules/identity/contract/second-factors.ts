import { type Static, Type } from 'typebox';
import { SECOND_FACTOR_STATES } from '../../../kernel/assurance.ts';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' });
const Base64Url = (most: number) => Type.String({ pattern: '^[A-Za-z0-9_-]*$', minLength: 1, maxLength: most });

const Attachment = Type.Union([Type.Literal('platform'), Type.Literal('cross-platform')]);

/** A code as it was typed: six digits of the phone or a recovery code. */
export const CodeBody = Type.Object({ code: Type.String({ minLength: 1, maxLength: 40 }) }, closed);

/** POST /api/session/proof: a code, or the password again where there is no second factor. */
export const ProofBody = Type.Object({ code: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })), password: Type.Optional(Type.String({ minLength: 1, maxLength: 400 })) }, closed);
/** The session now counts as freshly proved. */
export const ProofView = Type.Object({ proven: Type.Literal(true) });

/** The answer of a browser to a passkey's challenge (WebAuthn level 3, AuthenticationResponseJSON). */
export const PasskeyAnswer = Type.Object({
  id: Base64Url(1400),
  rawId: Base64Url(1400),
  type: Type.Literal('public-key'),
  authenticatorAttachment: Type.Optional(Attachment),
  clientExtensionResults: Type.Object({}),
  response: Type.Object({
    clientDataJSON: Base64Url(4000),
    authenticatorData: Base64Url(4000),
    signature: Base64Url(4000),
    userHandle: Type.Optional(Type.String({ maxLength: 200 })),
  }),
});
export type PasskeyAnswer = Static<typeof PasskeyAnswer>;
export const PasskeyAnswerBody = Type.Object({ answer: PasskeyAnswer }, closed);

/** What a browser made of the options of a new passkey (RegistrationResponseJSON). */
export const NewPasskeyBody = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 60 }),
    answer: Type.Object({
      id: Base64Url(1400),
      rawId: Base64Url(1400),
      type: Type.Literal('public-key'),
      authenticatorAttachment: Type.Optional(Attachment),
      clientExtensionResults: Type.Object({}),
      response: Type.Object({
        clientDataJSON: Base64Url(4000),
        attestationObject: Base64Url(40_000),
        transports: Type.Optional(Type.Array(Type.String({ maxLength: 40 }), { maxItems: 10 })),
      }),
    }),
  },
  closed,
);
export type NewPasskey = Static<typeof NewPasskeyBody>;

/** What a browser is asked with; the whole object goes to `@simplewebauthn/browser` as it is. */
export const PasskeyOptionsView = Type.Object({ options: Type.Unknown() });

const PasskeyView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  createdAt: Type.String(),
  lastUsedAt: Type.Union([Type.String(), Type.Null()]),
  /** Kept in an account that copies it to other devices of the person. */
  backedUp: Type.Boolean(),
  /** True when its counter went backwards: no longer accepted. */
  suspended: Type.Boolean(),
});

/** GET /api/second-factors. */
export const SecondFactorsView = Type.Object({
  state: Type.Enum([...SECOND_FACTOR_STATES]),
  totp: Type.Union([Type.Object({ confirmedAt: Type.String(), lastUsedAt: Type.Union([Type.String(), Type.Null()]) }), Type.Null()]),
  passkeys: Type.Array(PasskeyView),
  recoveryCodesLeft: Type.Integer(),
  /** False where the address of this office cannot have passkeys: no name, or no HTTPS. */
  passkeysPossible: Type.Boolean(),
});
export type SecondFactors = Static<typeof SecondFactorsView>;

/** POST /api/second-factors/totp: shown once, until the first code is typed. */
export const BegunTotpView = Type.Object({
  id: Type.String(),
  secret: Type.String(),
  /** One path for an SVG of `side` units a side, the quiet zone included. */
  qr: Type.Object({ path: Type.String(), side: Type.Integer() }),
});
export type BegunTotp = Static<typeof BegunTotpView>;

/** POST /api/second-factors/totp/confirm. */
export const ConfirmTotpBody = Type.Object({ id: Uuid, code: Type.String({ minLength: 1, maxLength: 40 }) }, closed);

/** A new factor counts. The recovery codes come with the first one only, and are shown once. */
export const FactorAddedView = Type.Object({ recoveryCodes: Type.Union([Type.Array(Type.String()), Type.Null()]) });
export type FactorAdded = Static<typeof FactorAddedView>;

/** POST /api/second-factors/recovery-codes. */
export const RecoveryCodesView = Type.Object({ recoveryCodes: Type.Array(Type.String()) });

/** The factor that a route is about. */
export const FactorParams = Type.Object({ id: Uuid }, closed);
/** It no longer counts. */
export const FactorRemovedView = Type.Object({ removed: Type.Literal(true) });
