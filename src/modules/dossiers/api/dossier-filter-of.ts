import { dayOf, instantOn, type LocalDate, parseLocalDate } from '../../../kernel/local-time.ts';
import { type WorkFilter } from '../contract/work-filter-schemas.ts';
import { type ReportPeriod } from '../store/figure-condition.ts';
import { type DossierFilter } from '../store/filter-condition.ts';

/** The first instant of a day so many days later; null for a day that does not exist: it narrows nothing. */
function startOf(date: LocalDate | undefined, later = 0): Date | null {
  return date !== undefined && parseLocalDate(date).ok ? new Date(instantOn(dayOf(date) + later, 0)) : null;
}

/** Days of a report as instants. A period that is not over yet ends now. */
export function reportPeriod(from: LocalDate, to: LocalDate, now: Date): ReportPeriod {
  const until = startOf(to, 1) ?? now;
  // What happened at this very instant has happened.
  return { from: startOf(from) ?? now, until: until <= now ? until : new Date(now.getTime() + 1) };
}

/** What stands in an address as the condition that the store takes. A unit that is not of this commune holds nothing. */
export function dossierFilterOf(filter: WorkFilter, units: readonly { readonly id: string; readonly fields: readonly string[] }[], now: Date): DossierFilter {
  const range = (from: LocalDate | undefined, to: LocalDate | undefined) => (from === undefined && to === undefined ? undefined : { from: startOf(from), until: startOf(to, 1) });
  const { figure, from, to } = filter;
  return {
    procedure: filter.procedure,
    field: filter.field,
    state: filter.state,
    unit: filter.unit === undefined ? undefined : { id: filter.unit, fields: units.find(({ id }) => id === filter.unit)?.fields ?? [] },
    holder: filter.holder === 'nobody' ? null : filter.holder,
    channel: filter.channel,
    received: range(filter.receivedFrom, filter.receivedTo),
    due: range(filter.dueFrom, filter.dueTo),
    lateAt: filter.late === undefined ? undefined : now,
    supplements: filter.supplements === undefined ? undefined : Number(filter.supplements),
    way: filter.way,
    figure: figure === undefined || from === undefined || to === undefined ? undefined : { name: figure, period: reportPeriod(from, to, now) },
  };
}
