/** One field that a request got wrong, as the server names it. */
interface RefusedField {
  /** Path of the field with dots, such as `person.phone`. */
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** Why the server did not do what was asked, in words for people; RFC 9457 as this server writes it. */
export interface Refusal {
  /** The HTTP status; 0 when no answer came at all. */
  readonly status: number;
  readonly code: string;
  /** A whole sentence in the reader's language, or empty when no answer came: then the screen has its own words. */
  readonly message: string;
  readonly faults: readonly RefusedField[];
  /** The dossier for which the server first wants to know why it is opened. */
  readonly dossierId?: string;
}

/** What a call answers: the value, or the refusal as data. */
export type ApiResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

/** No answer came: the network, or the server, is not there. Nothing is known about what was saved. */
export const UNREACHABLE = 'network.unreachable';

/** The refusal for a call without an answer. */
export function unreachable(): Refusal {
  return { status: 0, code: UNREACHABLE, message: '', faults: [] };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Reads a problem answer; anything that is not one, such as a page of a proxy in between, counts as no answer. */
export function readRefusal(status: number, body: unknown): Refusal {
  const problem = record(body);
  const code = text(problem['code']);
  if (code === '') return { ...unreachable(), status };
  const dossierId = text(record(problem['facts'])['dossierId']);
  const faults = Array.isArray(problem['faults']) ? problem['faults'].map(record) : [];
  return {
    status,
    code,
    message: text(problem['title']),
    ...(dossierId === '' ? {} : { dossierId }),
    faults: faults.map((fault) => ({ field: text(fault['field']), code: text(fault['code']), message: text(fault['message']) })),
  };
}

/** An error that carries a refusal, for the query library, which knows failures only as errors. */
export type RefusalError = Error & { readonly refusal: Refusal };

/** Wraps a refusal for the query library. */
export function refusalError(refusal: Refusal): RefusalError {
  return Object.assign(new Error(refusal.code), { refusal });
}

/** The refusal inside an error; an error of another kind counts as no answer. */
export function refusalOf(error: unknown): Refusal {
  const inside = record(error)['refusal'];
  return typeof inside === 'object' && inside !== null ? (inside as Refusal) : unreachable();
}
