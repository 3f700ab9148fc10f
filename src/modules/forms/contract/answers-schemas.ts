import { type Static, type TSchema, Type } from 'typebox';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ format: 'uuid' });
const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const AnswersParams = Type.Object({ id: Uuid }, closed);

/** GET /api/dossiers/:id/answers: what was declared, in the order of the form; numbers are masked. */
export const DossierAnswersResponse = Type.Object({
  /** Null when the dossier was declared without a form. */
  form: Nullable(Type.Object({
    code: Type.String(),
    version: Type.Integer(),
    /** As printed on the paper form. */
    official: Type.String(),
    basis: Nullable(Type.String()),
    filledBy: Type.Union([Type.Literal('citizen'), Type.Literal('helper'), Type.Literal('officer')]),
    agreedAt: Type.String(),
  })),
  groups: Type.Array(Type.Object({
    id: Type.String(),
    title: Type.String(),
    fields: Type.Array(Type.Object({ id: Type.String(), official: Type.String(), label: Type.String(), answer: Type.Array(Type.String()), masked: Type.Boolean(),
      /** Whether a request for supplements may name this answer: it was given to a question, and does not follow by itself. */
      mayMark: Type.Boolean(),
      /** What was declared before the newest correction that changed it; null where it stands as it was declared. */
      before: Nullable(Type.Array(Type.String())),
    })),
  })),
  /** The newest correction; `by` is null when the citizen made it. */
  corrected: Nullable(Type.Object({ at: Type.String(), by: Nullable(Type.String()) })),
  /** Other systems whose fields the form names, such as `moj`. */
  systems: Type.Array(Type.String()),
  /** Whether the reader may take the answers over into another system now. */
  mayCopy: Type.Boolean(),
});
export type DossierAnswersResponse = Static<typeof DossierAnswersResponse>;

/** POST /api/dossiers/:id/answers/copy: the answers whole, in the order of another system, for whoever holds the step. */
export const CopyAnswersRequest = Type.Object({ commandId: Uuid, system: Type.String({ maxLength: 40 }) }, closed);
export type CopyAnswersRequest = Static<typeof CopyAnswersRequest>;

export const CopyAnswersResponse = Type.Object({
  fields: Type.Array(Type.Object({ name: Type.String(), official: Type.String(), value: Type.String() })),
  /** The screen forgets them again after so many milliseconds. */
  hideAfter: Type.Integer(),
});
export type CopyAnswersResponse = Static<typeof CopyAnswersResponse>;
