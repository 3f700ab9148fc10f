import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ format: 'uuid' });
const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const Kind = Type.Union([Type.Literal('relative'), Type.Literal('team'), Type.Literal('officer')]);
/** How the figures tell it: only a name was told, with a general declaration or at the counter. */
const FiledKind = Type.Union([...Kind.anyOf, Type.Literal('told')]);
const Way = Type.Union([Type.Literal('signature'), Type.Literal('code'), Type.Literal('recording')]);
/** The same with what was only told. */
const AgreedWay = Type.Union([...Way.anyOf, Type.Literal('spoken'), Type.Literal('written')]);
/** A month, `2026-11`. */
const Month = Type.String({ pattern: '^20[0-9]{2}-(0[1-9]|1[0-2])$' });
const Day = Type.String({ pattern: '^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' });
/** The last of seven days. */
const WeekTo = Type.String({ pattern: '^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$', description: 'The seven days that end with this one' });
/** Stands for a helper in an address: no name and no phone. */
const HelperId = Type.String({ pattern: '^[0-9a-f]{16}$' });

/** POST /api/assisted-filings: begins a declaration that the officer fills in for a citizen. */
export const BeginAssistedRequest = Type.Object({ commandId: Uuid, procedureCode: Type.String({ minLength: 1, maxLength: 40 }) }, closed);
export type BeginAssistedRequest = Static<typeof BeginAssistedRequest>;
export const BeginAssistedResponse = Type.Object({ path: Type.String({ description: 'The page of the declaration, on which the citizen is who files' }) });
export type BeginAssistedResponse = Static<typeof BeginAssistedResponse>;

export const AssistanceParams = Type.Object({ id: Uuid }, closed);
export const ProofParams = Type.Object({ id: Uuid, consentId: Uuid }, closed);

/** GET /api/dossiers/:id/assistance: who helped with a declaration, and how its person agreed. */
export const AssistanceResponse = Type.Object({
  helper: Nullable(Type.Object({ kind: Kind, line: Type.String(), phone: Nullable(Type.String({ description: 'Masked' })) })),
  consents: Type.Array(Type.Object({
    id: Type.String(),
    way: Way,
    line: Type.String(),
    counts: Type.Boolean({ description: 'Given to exactly the answers that the dossier was sent with' }),
    proof: Nullable(Type.Object({ address: Type.String(), mediaType: Type.String() })),
    said: Nullable(Type.String()),
    seconds: Nullable(Type.Integer()),
    erasedAt: Nullable(Type.String()),
  })),
});
export type AssistanceResponse = Static<typeof AssistanceResponse>;

/** GET /api/assisted-filings/figures: how many declarations were made with help, month by month and helper by helper. */
export const FiguresQuery = Type.Object({ month: Type.Optional(Month) }, closed);
export const FiguresResponse = Type.Object({
  month: Type.String(),
  months: Type.Array(Type.Object({ month: Type.String(), relative: Type.Integer(), team: Type.Integer(), officer: Type.Integer(), told: Type.Integer() })),
  ways: Type.Array(Type.Object({ way: AgreedWay, filings: Type.Integer() })),
  helpers: Type.Array(Type.Object({ id: Type.String(), kind: FiledKind, name: Type.String(), team: Nullable(Type.String()), filings: Type.Integer(), mostADay: Type.Integer() })),
  limits: Type.Object({ day: Type.Integer(), week: Type.Integer() }),
});
export type FiguresResponse = Static<typeof FiguresResponse>;

/** GET /api/assisted-filings: the declarations behind a figure; 50 at a time, the newest first. */
export const FilingsQuery = Type.Object({ month: Type.Optional(Month), day: Type.Optional(Day), week: Type.Optional(WeekTo), kind: Type.Optional(FiledKind), helper: Type.Optional(HelperId), after: Type.Optional(Type.String({ maxLength: 80 })) }, closed);
export type FilingsQuery = Static<typeof FilingsQuery>;
export const FilingsResponse = Type.Object({
  rows: Type.Array(Type.Object({ dossierId: Type.String(), code: Type.String(), procedure: Type.String(), helper: Type.String(), kind: FiledKind, way: Nullable(AgreedWay), sentAt: Type.String() })),
  next: Nullable(Type.String()),
});
export type FilingsResponse = Static<typeof FilingsResponse>;
