import { type Static, Type } from 'typebox';
import { FIGURES, type Figure } from '../domain/report-figures.ts';
import { closed, IsoDate, NeededWords, Nullable, Uuid } from './parts.ts';

/** GET /api/reports/dossiers: the report on handling of any period, first and last day included. */
export const ReportQuery = Type.Object(
  {
    from: IsoDate,
    to: IsoDate,
    by: Type.Union([Type.Literal('field'), Type.Literal('procedure'), Type.Literal('unit')]),
    field: Type.Optional(NeededWords(200)),
    procedure: Type.Optional(NeededWords(40)),
    unit: Type.Optional(Uuid),
  },
  closed,
);
export type ReportQuery = Static<typeof ReportQuery>;

const Counts = Type.Object(Object.fromEntries(FIGURES.map((figure) => [figure, Type.Integer()])) as Record<Figure, ReturnType<typeof Type.Integer>>);
const Sums = Type.Object({
  toHandle: Type.Integer(), finished: Type.Integer(), underWay: Type.Integer(), goneBack: Type.Integer(),
  onTimeShare: Nullable(Type.Number()), onTimeShare766: Nullable(Type.Number()),
});

const ReportRow = Type.Object({
  /** What opens its dossiers: a field, a procedure code, or the id of a unit. */
  key: Type.String(),
  label: Type.String(),
  counts: Counts,
  sums: Sums,
});

export const ReportResponse = Type.Object({
  from: Type.String(),
  to: Type.String(),
  by: ReportQuery.properties.by,
  rows: Type.Array(ReportRow),
  total: Type.Object({ counts: Counts, sums: Sums }),
});
export type ReportResponse = Static<typeof ReportResponse>;
