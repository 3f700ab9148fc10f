import { ALERTS, type AdministrationResponse, AREAS, type FigureKey, FIGURES_OF } from '../contract/administration-schemas.ts';

/** Counts one or several figures of a commune on a moment; each is another module's. */
export type CountFigures = (communeCode: string, now: Date) => Promise<Partial<Readonly<Record<FigureKey, number>>>>;

/** What the module is given by the composition root. */
export interface AdministrationDeps {
  readonly counters: readonly CountFigures[];
}

/** Every figure of what administrators look after. A figure that nobody counts is left out. */
export async function administrationView({ counters }: AdministrationDeps, communeCode: string, now: Date): Promise<AdministrationResponse> {
  const counted: Partial<Record<FigureKey, number>> = {};
  for (const part of await Promise.all(counters.map((count) => count(communeCode, now)))) Object.assign(counted, part);
  const areas = AREAS.map((area) => ({
    area,
    figures: FIGURES_OF[area].flatMap((key: FigureKey) => {
      const count = counted[key];
      return count === undefined ? [] : [{ key, count, alert: count > 0 && ALERTS.includes(key) }];
    }),
  }));
  return { areas, alerts: areas.flatMap(({ figures }) => figures).filter(({ alert }) => alert).length };
}
