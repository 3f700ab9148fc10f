/** Versions that come with the program are numbered below; those that an office publishes from here on. */
export const FIRST_OFFICE_FORM = 1000;

/** What is asked of a version to know whether it holds. */
export interface FormValidity {
  readonly code: string;
  readonly version: number;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly procedures: readonly string[];
}

/**
 * The version of one form that holds on a day (`YYYY-MM-DD`); both end days count. A version of the office stands before the program's for as long as it
 * holds; among those of one maker the one that began last.
 */
export function formInForce<T extends Omit<FormValidity, 'procedures'>>(versions: readonly T[], day: string): T | undefined {
  return versions.reduce<T | undefined>((best, one) => (one.validFrom <= day && (one.validTo === null || day <= one.validTo) && (best === undefined || standsBefore(one, best)) ? one : best), undefined);
}

function standsBefore(one: Omit<FormValidity, 'procedures'>, other: Omit<FormValidity, 'procedures'>): boolean {
  const [own, ownOther] = [one.version >= FIRST_OFFICE_FORM, other.version >= FIRST_OFFICE_FORM];
  if (own !== ownOther) return own;
  return one.validFrom > other.validFrom || (one.validFrom === other.validFrom && one.version > other.version);
}

/**
 * The form that a procedure is declared with on a day. Of every form the version in force speaks, so that a procedure that the office took out of a form
 * is not declared with an older version of it; a form of the office stands before one of the program.
 */
export function formOfProcedure<T extends FormValidity>(versions: readonly T[], procedure: string, day: string): T | undefined {
  const codes = new Set(versions.filter(({ procedures }) => procedures.includes(procedure)).map(({ code }) => code));
  const holding = [...codes].flatMap((code) => formInForce(versions.filter((one) => one.code === code), day) ?? []).filter(({ procedures }) => procedures.includes(procedure));
  return holding.reduce<T | undefined>((best, one) => (best === undefined || standsBefore(one, best) ? one : best), undefined);
}

/**
 * The form that a draft goes on with. It follows newer versions; when the one that it began with was taken back and nothing newer was published, it is
 * finished with the one that it began with.
 */
export function formOfDraft<T extends FormValidity>(today: T | undefined, begun: T | undefined, begunWithdrawn: boolean): T | undefined {
  if (begun === undefined || !begunWithdrawn) return today;
  const newer = today !== undefined && today.version >= FIRST_OFFICE_FORM && (today.code !== begun.code || today.version > begun.version);
  return newer ? today : begun;
}
