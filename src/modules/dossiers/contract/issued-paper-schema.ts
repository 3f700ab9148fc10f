import { type Static, Type } from 'typebox';
import { Instant, Nullable } from './parts.ts';

/** One issued paper in the list of a dossier. */
export const IssuedPaperSchema = Type.Object({
  id: Type.String(),
  kind: Type.Union([
    Type.Literal('receipt'), Type.Literal('supplement'), Type.Literal('refusal'), Type.Literal('apology'), Type.Literal('stop'),
    Type.Literal('control-sheet'), Type.Literal('register-book'), Type.Literal('hand-over-slip'), Type.Literal('result-receipt'), Type.Literal('envelope-label'),
  ]),
  title: Type.String(),
  number: Type.String(),
  issuedAt: Instant,
  issuedBy: Type.String(),
  /** Withdrawn or replaced; `replacedBy` is the number of the new paper. */
  voided: Nullable(Type.Object({ at: Instant, by: Type.String(), reason: Type.String(), replacedBy: Nullable(Type.String()) })),
});
export type IssuedPaper = Static<typeof IssuedPaperSchema>;
