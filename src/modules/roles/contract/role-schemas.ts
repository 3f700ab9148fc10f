import { type Static, Type } from 'typebox';
import { ROLES } from '../../../kernel/actor.ts';

const Sentences = Type.Array(Type.String());

/** GET /api/roles: what every role may do, asked of the policies themselves, and who holds it today. */
export const RolesResponse = Type.Object({
  today: Type.String(),
  /** What every position opens, whatever its role. */
  everybody: Sentences,
  roles: Type.Array(Type.Object({
    role: Type.Enum([...ROLES]),
    /** Which of the five steps it holds. */
    steps: Sentences,
    /** Beside the common ones. */
    may: Sentences,
    /** What is done to one dossier of its field. */
    mayDo: Sentences,
    mayNot: Sentences,
    limits: Type.Object({ fields: Type.Boolean(), units: Type.Boolean(), steps: Type.Boolean() }),
    /** Signs or administers: a second factor is needed where the commune requires it. */
    secondFactor: Type.Boolean(),
    holders: Type.Array(Type.Object({
      staffId: Type.String(), fullName: Type.String(), title: Type.String(), unit: Type.String(), fields: Type.Array(Type.String()), ownUnit: Type.Boolean(), steps: Sentences,
      /** For whom, while that person is on leave. */
      actingFor: Type.Union([Type.String(), Type.Null()]),
    })),
  })),
});
export type RolesAnswer = Static<typeof RolesResponse>;
