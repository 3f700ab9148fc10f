import { type Static, Type } from 'typebox';
import { closed, Instant, IsoDate, NeededWords, Nullable, Uuid } from './parts.ts';

export const AbsenceParams = Type.Object({ id: Uuid });
export const AbsenceOfParams = Type.Object({ staffId: Uuid });

/** POST /api/absences: all open dossiers of somebody go to a colleague (`toStaffId`), or to nobody in particular (null). */
export const AbsenceRequest = Type.Object(
  { commandId: Uuid, staffId: Uuid, toStaffId: Nullable(Uuid), reason: NeededWords(500), fromDay: IsoDate, untilDay: IsoDate },
  closed,
);
export type AbsenceRequest = Static<typeof AbsenceRequest>;

/** POST /api/absences/:id/continue and /end. */
export const AbsenceActRequest = Type.Object({ commandId: Uuid }, closed);
export type AbsenceActRequest = Static<typeof AbsenceActRequest>;

const Person = Type.Object({ id: Type.String(), fullName: Type.String() });

const AbsenceSummary = {
  id: Type.String(),
  staff: Person,
  /** Null: whoever's position holds the step. */
  to: Nullable(Person),
  reason: Type.String(),
  fromDay: IsoDate,
  untilDay: IsoDate,
  givenAt: Instant,
  givenBy: Type.String(),
  endedAt: Nullable(Instant),
  endedBy: Nullable(Type.String()),
  moved: Type.Integer(),
  stayed: Type.Integer(),
  /** Not yet done, because the giving broke off. */
  waiting: Type.Integer(),
  /** Whether the reader may take the list back, or go on with what broke off. */
  mayAct: Type.Boolean(),
};

/** GET /api/absences: the newest first; leaders see everybody's, others those that they gave or were given. */
export const AbsencesResponse = Type.Object({ items: Type.Array(Type.Object(AbsenceSummary)) });
export type AbsencesResponse = Static<typeof AbsencesResponse>;

/** GET /api/absences/:id, and what giving and taking back answer: every dossier with what became of it. */
export const AbsenceResponse = Type.Object({
  ...AbsenceSummary,
  dossiers: Type.Array(
    Type.Object({
      id: Type.String(),
      code: Type.String(),
      procedureName: Type.String(),
      applicantName: Type.String(),
      outcome: Type.Union([Type.Literal('waiting'), Type.Literal('moved'), Type.Literal('stayed')]),
      /** Why it stayed; null when it did not. */
      why: Nullable(Type.String()),
      back: Nullable(Type.Union([Type.Literal('moved'), Type.Literal('stayed')])),
      backWhy: Nullable(Type.String()),
    }),
  ),
});
export type AbsenceResponse = Static<typeof AbsenceResponse>;

/** GET /api/absences/of/:staffId: what somebody's list holds, and who could have how much of it. */
export const AbsencePlanResponse = Type.Object({
  staff: Person,
  dossiers: Type.Integer(),
  colleagues: Type.Array(Type.Object({ id: Type.String(), fullName: Type.String(), title: Type.String(), fits: Type.Integer() })),
});
export type AbsencePlanResponse = Static<typeof AbsencePlanResponse>;

/** GET /api/absences/people: whose list the reader may give. */
export const AbsencePeopleResponse = Type.Object({ people: Type.Array(Type.Object({ id: Type.String(), fullName: Type.String(), title: Type.String() })) });
export type AbsencePeopleResponse = Static<typeof AbsencePeopleResponse>;
