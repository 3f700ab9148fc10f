/** How a command ended: 0 done, 1 the input was refused (the reason is on standard error), 2 wrong use. */
export type ExitCode = 0 | 1 | 2;

/** What a command may touch, so that tests can run it without a process. */
export interface CommandIo {
  /** Writes data to standard output (no line break added). */
  readonly out: (text: string) => void;
  /** Writes words for people to standard error (a line break is added). */
  readonly say: (text: string) => void;
  /** Standard input as lines, for commands that read it. */
  readonly lines: () => AsyncIterable<string>;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** One word of the command line, such as `xaso deadline`. */
export interface Command {
  readonly name: string;
  /** One line for `xaso help`. */
  readonly summary: string;
  /** The full usage, printed on wrong use. */
  readonly usage: string;
  readonly run: (args: readonly string[], io: CommandIo) => Promise<ExitCode> | ExitCode;
}
