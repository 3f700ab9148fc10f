import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ format: 'uuid' });
const FormCode = Type.String({ minLength: 1, maxLength: 80, pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' });
const ProcedureCode = Type.String({ minLength: 1, maxLength: 40 });
const Reason = Type.String({ maxLength: 500 });
const Moment = Type.String({ format: 'date-time' });
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const Content = Type.Record(Type.String({ maxLength: 60 }), Type.Unknown());
/** How many communes share the forms, and who decides for all of them; nobody where there is one. */
const shared = { communes: Type.Integer(), deciders: Type.Array(Type.Object({ fullName: Type.String(), communeName: Type.String() })) };
const NamedProcedure = Type.Object({ code: Type.String(), name: Type.String() });

/** Query of GET /api/form-editor/forms. */
export const FormsQuery = Type.Object({ q: Type.Optional(Type.String({ maxLength: 100 })) }, closed);

const FormLine = Type.Object({
  code: Type.String(), title: Type.String(), number: nullable(Type.String()), procedures: Type.Array(NamedProcedure), version: Type.Integer(), own: Type.Boolean(), planned: nullable(Type.String()), draftId: nullable(Type.String()),
});
export const FormsResponse = Type.Object({ mayEdit: Type.Boolean(), ...shared, today: Type.String(), total: Type.Integer(), items: Type.Array(FormLine), procedures: Type.Array(NamedProcedure) });
export type FormsResponse = Static<typeof FormsResponse>;

export const FormParams = Type.Object({ code: FormCode });
export const FormDraftParams = Type.Object({ id: Uuid });

/** One form with all its versions. */
export const FormResponse = Type.Object({
  code: Type.String(), title: Type.String(), mayEdit: Type.Boolean(), ...shared, today: Type.String(), draftId: nullable(Type.String()), shipped: Type.Boolean(), procedures: Type.Array(NamedProcedure),
  versions: Type.Array(Type.Object({ version: Type.Integer(), validFrom: Type.String(), validTo: nullable(Type.String()), own: Type.Boolean(), withdrawn: Type.Boolean(), inForce: Type.Boolean() })),
  publications: Type.Array(Type.Object({ version: Type.Integer(), act: Type.Union([Type.Literal('published'), Type.Literal('withdrawn')]), validFrom: nullable(Type.String()), reason: Type.String(), at: Moment, by: Type.String(), differences: Type.Integer() })),
});
export type FormResponse = Static<typeof FormResponse>;

/** Begins a draft: of a form as it is, of a new form for a procedure, or of a new one that begins as a copy of another. */
export const BeginFormRequest = Type.Object({
  commandId: Uuid, id: Uuid,
  from: Type.Union([
    Type.Object({ kind: Type.Literal('version'), code: FormCode, version: Type.Integer({ minimum: 1 }) }, closed),
    Type.Object({ kind: Type.Literal('new'), procedure: nullable(ProcedureCode), title: Type.String({ maxLength: 200 }) }, closed),
    Type.Object({ kind: Type.Literal('copy'), code: FormCode, procedure: ProcedureCode, title: Type.String({ maxLength: 200 }) }, closed),
  ]),
}, closed);
export type BeginFormRequest = Static<typeof BeginFormRequest>;

/** Saves a draft; `revision` is the one that was looked at. */
export const SaveFormRequest = Type.Object({ commandId: Uuid, revision: Type.Integer({ minimum: 1 }), content: Content }, closed);
export type SaveFormRequest = Static<typeof SaveFormRequest>;

export const DiscardFormRequest = Type.Object({ commandId: Uuid, revision: Type.Integer({ minimum: 1 }) }, closed);
export type DiscardFormRequest = Static<typeof DiscardFormRequest>;

export const PublishFormRequest = Type.Object({ commandId: Uuid, revision: Type.Integer({ minimum: 1 }), validFrom: Type.String({ format: 'date' }), reason: Reason }, closed);
export type PublishFormRequest = Static<typeof PublishFormRequest>;

export const WithdrawFormRequest = Type.Object({ commandId: Uuid, code: FormCode, version: Type.Integer({ minimum: 1 }), reason: Reason }, closed);
export type WithdrawFormRequest = Static<typeof WithdrawFormRequest>;

/** Takes every version of the office back, so that the program's form applies again. */
export const ReturnFormRequest = Type.Object({ commandId: Uuid, code: FormCode, reason: Reason }, closed);
export type ReturnFormRequest = Static<typeof ReturnFormRequest>;

const Finding = Type.Object({
  rule: Type.String(), level: Type.Union([Type.Literal('stop'), Type.Literal('look')]),
  /** Positions in the draft; -1: the form as a whole. */
  group: Type.Integer(), field: Type.Integer(), part: Type.String(), words: Type.String(),
});
const Difference = Type.Object({ kind: Type.String(), words: Type.String(), before: nullable(Type.String()), after: nullable(Type.String()) });
/** What the checks say about a draft. */
const FormExamination = Type.Object({
  findings: Type.Array(Finding), differences: Type.Array(Difference), comparedWith: nullable(Type.Integer()),
  /** Weight of each page on the wire in bytes; none while something must be mended. */
  pages: Type.Array(Type.Object({ group: Type.String(), bytes: Type.Integer() })),
  /** Whether it can be looked at: nothing but words is missing. */
  canPreview: Type.Boolean(),
});
export type FormExamination = Static<typeof FormExamination>;

export const FormDraftResponse = Type.Object({
  id: Type.String(), code: Type.String(), state: Type.String(), revision: Type.Integer(), changedAt: Moment, changedBy: Type.String(), basedOn: nullable(Type.Integer()), communes: Type.Integer(), content: Content, examination: FormExamination,
  /** What the definition may name: parts of a person, long lists, procedures, and the papers of those that it is bound to. */
  known: Type.Object({
    parts: Type.Array(Type.Object({ part: Type.String(), label: Type.Object({ vi: Type.String(), en: Type.String() }), fields: Type.Array(Type.Object({ end: Type.String(), kind: Type.String(), label: Type.Object({ vi: Type.String(), en: Type.String() }), list: nullable(Type.String()) })) })),
    lists: Type.Array(Type.Object({ list: Type.String(), options: Type.Array(Type.Object({ value: Type.String(), label: Type.Object({ vi: Type.String(), en: Type.String() }) })) })),
    procedures: Type.Array(NamedProcedure),
    papers: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  }),
});
export type FormDraftResponse = Static<typeof FormDraftResponse>;

export const FormDraftDone = Type.Object({ id: Type.String(), code: Type.String(), revision: Type.Integer() });
export type FormDraftDone = Static<typeof FormDraftDone>;
export const SavedForm = Type.Object({ id: Type.String(), revision: Type.Integer(), examination: FormExamination });
export type SavedForm = Static<typeof SavedForm>;
export const FormVersionDone = Type.Object({ code: Type.String(), version: Type.Integer() });
export type FormVersionDone = Static<typeof FormVersionDone>;

/** The text of a file that was exported here or elsewhere; it becomes a draft. */
export const ImportFormRequest = Type.Object({ commandId: Uuid, id: Uuid, text: Type.String({ maxLength: 1_000_000 }) }, closed);
export type ImportFormRequest = Static<typeof ImportFormRequest>;

export const ExportFormQuery = Type.Object({ version: Type.Optional(Type.Integer({ minimum: 1 })) }, closed);

/** Where in the form a preview is. */
export const PreviewQuery = Type.Object({ phan: Type.Optional(Type.String({ maxLength: 80 })) });
