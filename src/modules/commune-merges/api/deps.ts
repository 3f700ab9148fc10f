import { type Database, type Tx } from '../../../platform/db/database.ts';

/** A commune as a merge names it. */
export interface MergingCommune {
  readonly code: string;
  /** With its kind: “Xã Hoa Lộc”. */
  readonly name: string;
}

/** What the module is given by the composition root; each is another module's front door. */
export interface CommuneMergesDeps {
  readonly db: Database;
  readonly newId: () => string;
  readonly clock: () => Date;
  /** Runs work as the owner of the database, who alone may move rows between communes; the connection is closed afterwards. */
  readonly asOwner: <T>(work: (db: Database) => Promise<T>) => Promise<T>;
  /** The communes that work for themselves. */
  readonly communes: () => Promise<readonly MergingCommune[]>;
  /** The name of a commune, also of one that has gone over. */
  readonly communeName: (code: string) => Promise<string>;
  readonly countAdministrators: (communeCode: string) => Promise<number>;
  readonly countWaitingMessages: (db: Database, communeCode: string) => Promise<number>;
  /** Working days of the coming year on which two calendars differ. */
  readonly countDifferentDays: (one: string, other: string, now: Date) => Promise<number>;
  /** Keeps everybody from writing under a commune until the transaction ends, and waits for those who do. */
  readonly lockCommune: (tx: Tx, code: string) => Promise<void>;
  /** Ends sessions, closes the commune and lets the other one speak on public pages. Answers whether it was the home commune. */
  readonly closeCommune: (tx: Tx, from: string, into: string, now: Date) => Promise<boolean>;
  readonly reopenCommune: (tx: Tx, from: string, into: string, wasHome: boolean, now: Date) => Promise<void>;
  /** After a commune was closed or opened again: what is remembered about it in memory is forgotten. */
  readonly forgetCommunes: () => void;
}

/** The job that moves rows once a merge is agreed. */
export const PERFORM_JOB = 'commune-merges.perform';
