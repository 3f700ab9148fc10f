import { type Static, Type } from 'typebox';

const People = Type.Array(Type.String());

/** GET /api/staff/figures: every figure with the ids of those whom it opens. */
export const StaffFiguresView = Type.Object({
  /** People who hold a position today: how many, and those of them without an open account. */
  placed: Type.Integer(),
  withoutAccount: People,
  /** Those with an open account who administer or sign and have a password alone. */
  withoutSecondFactor: People,
  /** Open accounts with which nobody ever signed in. */
  neverSignedIn: People,
  closed: People,
  /** Open accounts without a position today. */
  withoutPosition: People,
  /** The last twelve weeks, the newest first, each with its Monday. */
  weeks: Type.Array(Type.Object({ monday: Type.String(), signedIn: Type.Integer(), people: Type.Integer() })),
});
export type StaffFigures = Static<typeof StaffFiguresView>;
