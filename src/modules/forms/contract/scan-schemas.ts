import { type Static, type TSchema, Type } from 'typebox';

const closed = { additionalProperties: false } as const;
const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Line = Type.Object({ label: Type.String(), answer: Type.Array(Type.String()) });

/** The codes of one printed form as they were scanned, and what the officer put right after asking: the typed text by field. */
export const ScannedFormInput = Type.Object(
  {
    codes: Type.Array(Type.String({ minLength: 1, maxLength: 2000 }), { minItems: 1, maxItems: 4 }),
    mended: Type.Optional(Type.Record(Type.String({ maxLength: 100 }), Type.String({ maxLength: 2000 }), { maxProperties: 60 })),
  },
  closed,
);
export type ScannedFormInput = Static<typeof ScannedFormInput>;

/** What becomes of the papers that were sent with the draft of a printed form, as the reception says it. */
export interface SentPapersInput {
  /** What the office was shown of them (`sentPapers.seen`): they are taken only as they were then. */
  readonly seen: string;
  /** Papers that stay behind, and why. */
  readonly leftOut: readonly { readonly paper: string; readonly reason: string }[];
  /** Files of which only a part is here are not waited for. */
  readonly withoutArriving?: boolean;
}

/** A scanned form that is received, with what was sent with its draft; left out: nothing was shown of it. */
export interface ReceivedFormInput extends ScannedFormInput {
  readonly sentPapers?: SentPapersInput | undefined;
}

/** Papers that were sent with a draft and wait with it. */
const SentWithDraft = Type.Object({
  /** The draft, for the pictures. */
  draftId: Type.String(),
  seen: Type.String(),
  papers: Type.Array(Type.Object({
    id: Type.String(),
    name: Type.String(),
    /** The procedure in force still asks for it; else it goes in as one more paper. */
    asked: Type.Boolean(),
    files: Type.Array(Type.Object({ id: Type.String(), fileName: Type.String(), pages: Type.Integer(), signed: Type.Boolean(), warning: Nullable(Type.Union([Type.Literal('blank'), Type.Literal('blurred')])) })),
  })),
  /** Files of which only a part is here: how much of each, in whole per cent. */
  arriving: Type.Array(Type.Object({ fileName: Type.String(), percent: Type.Integer() })),
});

/** How something is put right at the counter: a text box, a list, a tick, or the rows of a table with a line for each; null where only the person can, on paper. */
const Entry = Nullable(Type.Object({
  kind: Type.Union([Type.Literal('text'), Type.Literal('choice'), Type.Literal('tick'), Type.Literal('rows')]),
  value: Type.String(),
  options: Type.Array(Type.Object({ value: Type.String(), label: Type.String() })),
  /** What stands in a row, in this order. */
  columns: Type.Array(Type.String()),
}));

/** What a scanned form says, for whoever holds the paper. */
const ScannedSheet = Type.Object({
  official: Type.String(),
  number: Nullable(Type.String()),
  version: Type.Integer(),
  procedureCode: Type.String(),
  person: Type.Object({
    fullName: Type.String(), citizenNumber: Nullable(Type.String()), birthDate: Nullable(Type.String()), sex: Nullable(Type.Union([Type.Literal('male'), Type.Literal('female')])),
    address: Type.String(), phone: Nullable(Type.String()), email: Nullable(Type.String()),
  }),
  /** How many copies of the result are asked for; null: the form does not ask, or none are wanted. */
  copies: Nullable(Type.Integer()),
  /** What was answered in one text, by the names of the fields that mean the same in every form: `child.fullName`. */
  facts: Type.Record(Type.String(), Type.String()),
  groups: Type.Array(Type.Object({ id: Type.String(), title: Type.String(), lines: Type.Array(Line) })),
  /** What keeps it from being received, field by field. */
  faults: Type.Array(Type.Object({ field: Type.String(), message: Type.String(), entry: Entry })),
  /** What should be looked at again but may stay. */
  warnings: Type.Array(Type.String()),
  /** What became of answers that were given to another version of the form. */
  carried: Nullable(Type.Object({ from: Type.Integer(), left: Type.Array(Line), asked: Type.Array(Type.String()) })),
  /** The draft it was printed from: there never was one, it is here no more (deleted, over its time, another commune’s), waits unchanged, or was changed after it was printed. */
  draft: Type.Union([Type.Literal('none'), Type.Literal('gone'), Type.Literal('waiting'), Type.Literal('changed')]),
  /** Who was named as helping with the draft; who that is and whether the person agrees is told again at the counter. */
  helper: Nullable(Type.String()),
  /** Papers that were sent with the draft; null: none, and none on their way. */
  sentPapers: Nullable(SentWithDraft),
});

/** GET /api/forms/drafts/:draftId/papers/:fileId/picture. */
export const SentPictureParams = Type.Object({ draftId: Type.String({ format: 'uuid' }), fileId: Type.String({ format: 'uuid' }) }, closed);
export const SentPictureQuery = Type.Object({ size: Type.Optional(Type.Union([Type.Literal('small'), Type.Literal('large')])) }, closed);

/** POST /api/forms/scan. */
export const ScannedFormResponse = Type.Object({
  /** The dossier that the same form has become already; then it is not received again. */
  sent: Nullable(Type.Object({ dossierId: Type.String(), waiting: Type.Boolean() })),
  sheet: Nullable(ScannedSheet),
});
export type ScannedFormResponse = Static<typeof ScannedFormResponse>;
export type ScannedSheet = Static<typeof ScannedSheet>;
