/** How one refusal code is answered: its HTTP status and its sentence in every language. */
export interface ProblemEntry {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 503;
  /** What happened, what it means, what to do next. `{places}` are filled from the problem's facts. */
  readonly vi: string;
  readonly en: string;
}

/** The refusals of one module, or of all of them together, by code. */
export type ProblemTable = Readonly<Record<string, ProblemEntry>>;
