import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' });
const Kind = Type.Union([Type.Literal('subject'), Type.Literal('email'), Type.Literal('staff-code')]);
const Provider = Type.String({ maxLength: 20 });

/** GET /api/sign-on-links: the providers that one's own account may be linked to, and the links that it has. */
export const OwnLinksView = Type.Object({
  /** Whether the commune lets staff sign in by a provider. */
  allowed: Type.Boolean(),
  providers: Type.Array(Type.Object({ key: Type.String(), label: Type.String(), link: Type.Union([Type.Object({ id: Type.String(), linkedAt: Type.String() }), Type.Null()]) })),
});
export type OwnLinks = Static<typeof OwnLinksView>;

/** POST /api/sign-on-links/start. */
export const StartLinkBody = Type.Object({ provider: Provider }, closed);
/** Where the browser goes to prove the identity. */
export const StartLinkView = Type.Object({ address: Type.String() });

export const OwnLinkParams = Type.Object({ linkId: Uuid }, closed);
export const LinkRemovedView = Type.Object({ removed: Type.Literal(true) });

/** GET /api/staff-sign-on-links: the links of the commune's people. */
export const StaffLinksView = Type.Object({
  allowed: Type.Boolean(),
  providers: Type.Array(Type.Object({ key: Type.String(), label: Type.String() })),
  people: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), userName: Type.String() })),
  links: Type.Array(Type.Object({
    id: Type.String(), staffId: Type.String(), name: Type.String(), provider: Type.String(), kind: Kind,
    /** An e-mail address or a staff code; of a subject its first letters. */
    value: Type.String(),
    linkedAt: Type.String(), linkedByName: Type.Union([Type.String(), Type.Null()]),
  })),
});
export type StaffLinks = Static<typeof StaffLinksView>;

/** POST /api/staff-sign-on-links: what the first sign-in of a person is recognised by. */
export const AddLinkBody = Type.Object({ commandId: Uuid, staffId: Uuid, provider: Provider, kind: Kind, value: Type.String({ maxLength: 255 }) }, closed);
export type AddLink = Static<typeof AddLinkBody>;
export const LinkAddedView = Type.Object({ id: Type.String() });
export const LinkParams = Type.Object({ id: Uuid }, closed);
export const RemoveLinkBody = Type.Object({ commandId: Uuid }, closed);
