import type { Problem } from '../../../kernel/result.ts';

/** Carries the refusal of a file out of the reading of it; never leaves the worker. */
export class FileRefusal extends Error {
  readonly problem: Problem;
  constructor(code: string, facts: NonNullable<Problem['facts']> = {}) {
    super(code);
    this.problem = { code, facts, field: 'file' };
  }
}
