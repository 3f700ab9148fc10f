import { Type } from 'typebox';
import { anyone } from '../../kernel/actor.ts';
import { defineRoute, json, problemAnswer, type Route } from './route.ts';

/** What the health page reports; asked on every request. */
export interface HealthSource {
  readonly version: string;
  /** The newest migration in the database. */
  readonly migration: string;
  /** Answers the server's version; throws when the database does not answer. */
  readonly askDatabase: () => Promise<string>;
}

/** GET /health: 200 with version, database state and applied migration; 503 when the database does not answer. */
export function healthRoute(source: HealthSource): Route {
  return defineRoute({
    method: 'GET',
    url: '/health',
    policy: anyone,
    summary: 'Whether the program and its database work',
    tag: 'platform',
    kind: 'api',
    schema: {
      response: Type.Object({
        status: Type.Literal('ok'),
        version: Type.String(),
        database: Type.Object({ state: Type.Literal('up'), version: Type.String() }),
        migration: Type.String(),
      }),
    },
    handle: async () => {
      try {
        const database = await source.askDatabase();
        return json({ status: 'ok', version: source.version, database: { state: 'up', version: database }, migration: source.migration });
      } catch {
        return problemAnswer({ code: 'server.database-down' });
      }
    },
  });
}
