import { SetUpProblem } from './set-up-problem.ts';
import { findPortHolder } from './set-up-problem-port-holder.ts';

/** Where a database was looked for, without its password. */
export interface DatabaseWhere {
  /** `host:port`, or the folder of a socket. */
  readonly server: string;
  readonly user: string;
  readonly database: string;
}

const NETWORK_FAULTS = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EPIPE', 'ENOENT', 'EACCES', 'EADDRNOTAVAIL']);
const NAME_FAULTS = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL']);
/** SQLSTATE: starting up, shutting down, crash recovery, connection failures. */
const NOT_READY = new Set(['57P01', '57P02', '57P03', '08000', '08001', '08003', '08004', '08006']);

/** The `code` of a system error, or the SQLSTATE of a database error; an aggregate answers its first member's. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError) return error.errors.map(errorCode).find((code) => code !== undefined);
  return undefined;
}

/** Explains why the program could not listen; undefined when the error is not about the set-up. */
export async function listenProblem(error: unknown, at: { readonly host: string; readonly port: number }): Promise<SetUpProblem | undefined> {
  const code = errorCode(error);
  if (code === 'EADDRINUSE') return new SetUpProblem('port-taken', { port: at.port, holder: await findPortHolder(at.port) }, error);
  if (code === 'EACCES' || code === 'EPERM') return new SetUpProblem('port-forbidden', { port: at.port }, error);
  if (code === 'EADDRNOTAVAIL' || code === 'EINVAL' || (code !== undefined && NAME_FAULTS.has(code))) {
    return new SetUpProblem('host-unavailable', { host: at.host }, error);
  }
  return undefined;
}

/** Explains why a file or folder of the data folder could not be used; undefined when the error is not about the set-up. */
export function dataProblem(error: unknown, path: string): SetUpProblem | undefined {
  switch (errorCode(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new SetUpProblem('data-not-writable', { path }, error);
    case 'ENOTDIR':
    case 'EEXIST':
      return new SetUpProblem('data-not-a-folder', { path }, error);
    case 'ENOSPC':
    case 'EDQUOT':
      return new SetUpProblem('disk-full', { path }, error);
    default:
      return undefined;
  }
}

/** Explains why the database server of DATABASE_URL could not be used; undefined when the error is not about the set-up. */
export function databaseProblem(error: unknown, where: DatabaseWhere): SetUpProblem | undefined {
  const { server, user, database } = where;
  const code = errorCode(error) ?? '';
  if (code === '28P01') return new SetUpProblem('database-password', { server, user }, error);
  if (code === '28000' || code === '42501') return new SetUpProblem('database-refuses-user', { server, user }, error);
  if (code === '3D000') return new SetUpProblem('database-missing', { server, database }, error);
  if (code === '53300') return new SetUpProblem('database-full-up', { server }, error);
  if (NAME_FAULTS.has(code)) return new SetUpProblem('database-host-unknown', { server }, error);
  if (NETWORK_FAULTS.has(code) || NOT_READY.has(code)) return new SetUpProblem('database-unreachable', { server }, error);
  // Faults that the driver itself raises carry words but no code.
  const words = error instanceof Error ? error.message : '';
  if (/password must be a (non-empty )?string/.test(words)) return new SetUpProblem('database-password', { server, user }, error);
  if (/SSL|TLS|certificate/i.test(words) || /CERT|SSL|TLS/.test(code)) return new SetUpProblem('database-encryption', { server }, error);
  if (/timeout|terminated|ended/i.test(words)) return new SetUpProblem('database-unreachable', { server }, error);
  return undefined;
}
