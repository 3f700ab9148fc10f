import { dataProblem } from '../set-up-problem-from-error.ts';
import { clusterPaths, findPassword, OWNER } from './cluster.ts';
import { addressOf, connectionTo, type PostgresConnection } from './postgres-address.ts';
import { findPostmaster } from './postmaster-file.ts';

/**
 * The connection to the bundled database of a data folder while some program keeps it running, for commands that work
 * beside the server and must not take its folder; undefined when it is not running. Throws a SetUpProblem when the folder
 * may not be read.
 */
export async function findRunningPostgres(dataFolder: string): Promise<PostgresConnection | undefined> {
  const { folder, password } = clusterPaths(dataFolder);
  try {
    const state = await findPostmaster(folder);
    if (state.kind !== 'running' || state.file.status !== 'ready') return undefined;
    const secret = await findPassword(password);
    return secret === undefined ? undefined : connectionTo(addressOf(state.file), { user: OWNER, password: secret, database: OWNER });
  } catch (error) {
    throw dataProblem(error, dataFolder) ?? error;
  }
}
