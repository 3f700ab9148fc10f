import pg from 'pg';
import { currentScope } from './commune-scope.ts';

type Callback = (error: Error | undefined, client: pg.PoolClient | undefined, done: (release?: boolean | Error) => void) => void;

/**
 * A pool whose connections are handed out with the scope of the work that asks for one (`xaso.commune`, which the policies of the tables
 * read). A connection that was last used for the same commune is handed out as it is, so that an office of one commune pays nothing.
 */
export class ScopedPool extends pg.Pool {
  readonly #scopes = new WeakMap<pg.PoolClient, string>();

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Callback): void;
  override connect(callback?: Callback): Promise<pg.PoolClient> | void {
    // Read now: by the time a connection is free the work that gives it back is the one under way.
    const scope = currentScope();
    const ready = super.connect().then((client) => this.#turn(client, scope));
    if (callback === undefined) return ready;
    ready.then(
      (client) => { callback(undefined, client, (release) => { client.release(release); }); },
      (error: unknown) => { callback(error as Error, undefined, () => undefined); },
    );
  }

  async #turn(client: pg.PoolClient, scope: string): Promise<pg.PoolClient> {
    if (this.#scopes.get(client) === scope) return client;
    try {
      // Of the session and before any transaction, so that a rollback does not take it back.
      await client.query("select set_config('xaso.commune', $1, false)", [scope]);
    } catch (error) {
      client.release(error instanceof Error ? error : true);
      throw error;
    }
    this.#scopes.set(client, scope);
    return client;
  }
}
