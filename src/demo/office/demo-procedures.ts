import { dateOf, type DayNumber, type LocalDate } from '../../kernel/local-time.ts';
import { type Catalogue, type ProcedureToReceive } from '../../modules/procedures/index.ts';
import { type DemoTask } from '../demo-data.ts';
import { DEMO_COMMUNE } from '../demo-office.ts';

/** A procedure as it could be received on a day, with how it may be filed. */
export interface DemoProcedure extends ProcedureToReceive {
  readonly channels: readonly string[];
}

/** The procedures that could be received on a day, by code. */
export type ProceduresOn = (day: LocalDate) => ReadonlyMap<string, DemoProcedure>;

/** Asks the catalogue for the procedures of the demonstration on every one of the days; those without a time limit are left out. */
export async function findDemoProcedures(catalogue: Catalogue, tasks: readonly DemoTask[], days: readonly DayNumber[]): Promise<ProceduresOn> {
  const found = new Map<LocalDate, ReadonlyMap<string, DemoProcedure>>();
  const known = new Map<string, DemoProcedure>();
  for (const day of days.map(dateOf)) {
    const ofDay = new Map<string, DemoProcedure>();
    for (const { code } of tasks) {
      const procedure = catalogue.find(DEMO_COMMUNE.code, code, day);
      if (procedure === undefined || procedure.timeLimit === null) continue;
      const key = `${code} ${procedure.pack.version}`;
      const received = known.get(key) ?? (await readProcedure(catalogue, code, day, procedure.pack.channels));
      if (received === undefined) continue;
      known.set(key, received);
      ofDay.set(code, received);
    }
    found.set(day, ofDay);
  }
  return (day) => found.get(day) ?? new Map<string, DemoProcedure>();
}

async function readProcedure(catalogue: Catalogue, code: string, day: LocalDate, channels: readonly string[]): Promise<DemoProcedure | undefined> {
  const received = await catalogue.dossierProcedure(DEMO_COMMUNE.code, code, Date.parse(`${day}T08:00:00+07:00`));
  return received === undefined || received.steps.length === 0 ? undefined : { ...received, channels };
}
