import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ format: 'uuid' });
const Code = Type.String({ minLength: 1, maxLength: 40 });
const Words = Type.String({ maxLength: 500 });
const Moment = Type.String({ format: 'date-time' });
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const Content = Type.Record(Type.String({ maxLength: 60 }), Type.Unknown());

/** Query of GET /api/procedure-editor/procedures. */
export const ProceduresQuery = Type.Object({ q: Type.Optional(Type.String({ maxLength: 100 })) }, closed);

/** One line of the list of procedures. */
const ProcedureLine = Type.Object({ code: Type.String(), name: Type.String(), field: Type.String(), version: Type.Integer(), own: Type.Boolean(), hidden: Type.Boolean(), draftId: nullable(Type.String()) });
/** How many communes share the procedures, and who decides for all of them; nobody where there is one. */
const shared = { communes: Type.Integer(), deciders: Type.Array(Type.Object({ fullName: Type.String(), communeName: Type.String() })) };
export const ProceduresResponse = Type.Object({ mayEdit: Type.Boolean(), ...shared, today: Type.String(), total: Type.Integer(), items: Type.Array(ProcedureLine) });
export type ProceduresResponse = Static<typeof ProceduresResponse>;

export const CodeParams = Type.Object({ code: Code });
export const DraftParams = Type.Object({ id: Uuid });

/** One procedure with all its versions. */
export const ProcedureResponse = Type.Object({
  code: Type.String(), name: Type.String(), mayEdit: Type.Boolean(), ...shared, today: Type.String(), draftId: nullable(Type.String()),
  versions: Type.Array(Type.Object({ version: Type.Integer(), validFrom: Type.String(), validTo: nullable(Type.String()), own: Type.Boolean(), withdrawn: Type.Boolean(), inForce: Type.Boolean() })),
  publications: Type.Array(Type.Object({ version: Type.Integer(), act: Type.Union([Type.Literal('published'), Type.Literal('withdrawn')]), validFrom: nullable(Type.String()), reason: Type.String(), at: Moment, by: Type.String(), differences: Type.Integer() })),
});
export type ProcedureResponse = Static<typeof ProcedureResponse>;

/** Begins a draft: from a version, or new when there is none. */
export const BeginDraftRequest = Type.Object({ commandId: Uuid, id: Uuid, code: Code, version: nullable(Type.Integer({ minimum: 1 })) }, closed);
export type BeginDraftRequest = Static<typeof BeginDraftRequest>;

/** Saves a draft; `revision` is the one that was looked at. */
export const SaveDraftRequest = Type.Object({ commandId: Uuid, revision: Type.Integer({ minimum: 1 }), content: Content }, closed);
export type SaveDraftRequest = Static<typeof SaveDraftRequest>;

export const DiscardDraftRequest = Type.Object({ commandId: Uuid, revision: Type.Integer({ minimum: 1 }) }, closed);
export type DiscardDraftRequest = Static<typeof DiscardDraftRequest>;

export const PublishDraftRequest = Type.Object({ commandId: Uuid, revision: Type.Integer({ minimum: 1 }), validFrom: Type.String({ format: 'date' }), reason: Words }, closed);
export type PublishDraftRequest = Static<typeof PublishDraftRequest>;

export const WithdrawVersionRequest = Type.Object({ commandId: Uuid, code: Code, version: Type.Integer({ minimum: 1 }), reason: Words }, closed);
export type WithdrawVersionRequest = Static<typeof WithdrawVersionRequest>;

const Finding = Type.Object({ rule: Type.String(), level: Type.Union([Type.Literal('stop'), Type.Literal('look')]), field: Type.String(), words: Type.String() });
const Difference = Type.Object({ path: Type.String(), kind: Type.String(), before: Type.Unknown(), after: Type.Unknown() });

/** What the checks say about a draft. */
const Examination = Type.Object({ findings: Type.Array(Finding), differences: Type.Array(Difference), comparedWith: nullable(Type.Integer()) });
export const DraftResponse = Type.Object({
  id: Type.String(), code: Type.String(), state: Type.String(), revision: Type.Integer(), changedAt: Moment, changedBy: Type.String(), basedOn: nullable(Type.Integer()), content: Content, communes: Type.Integer(), examination: Examination,
});
export type DraftResponse = Static<typeof DraftResponse>;

export const DraftDone = Type.Object({ id: Type.String(), revision: Type.Integer() });
export type DraftDone = Static<typeof DraftDone>;
export const SavedDraft = Type.Object({ id: Type.String(), revision: Type.Integer(), examination: Examination });
export type SavedDraft = Static<typeof SavedDraft>;
export const VersionDone = Type.Object({ code: Type.String(), version: Type.Integer() });
export type VersionDone = Static<typeof VersionDone>;

/** Packs of a file that was exported here or elsewhere, and the forms beside them: each becomes a draft. A file that was written by hand says nothing about itself. */
export const ImportRequest = Type.Object({
  commandId: Uuid, packs: Type.Array(Content, { minItems: 1, maxItems: 500 }), forms: Type.Optional(Type.Array(Type.Unknown(), { maxItems: 200 })),
  formatVersion: Type.Optional(Type.Number()), sha256: Type.Optional(Type.String({ maxLength: 64 })),
}, closed);
export type ImportRequest = Static<typeof ImportRequest>;

/** Query of GET /api/procedure-editor/export: one procedure, or all in force; `forms=yes`: with what they are declared with. */
export const ExportQuery = Type.Object({ code: Type.Optional(Code), forms: Type.Optional(Type.Literal('yes')) }, closed);

/** What an import did with each pack and each form of the file; `places`: what must be mended, by its place in the pack, or in words for a form. */
export const ImportResponse = Type.Object({
  items: Type.Array(Type.Object({
    code: Type.String(), name: Type.String(), outcome: Type.Union([Type.Literal('draft'), Type.Literal('draft-open-already'), Type.Literal('unreadable')]), draftId: nullable(Type.String()),
    places: Type.Array(Type.Object({ field: Type.String(), words: Type.String() })),
  })),
  forms: Type.Array(Type.Object({
    code: Type.String(), title: Type.String(), procedures: Type.Array(Type.String()), outcome: Type.Union([Type.Literal('draft'), Type.Literal('draft-open-already'), Type.Literal('same'), Type.Literal('refused')]),
    draftId: nullable(Type.String()), words: Type.String(), places: Type.Array(Type.String()),
  })),
});
export type ImportResponse = Static<typeof ImportResponse>;
