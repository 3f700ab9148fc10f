import { Readable } from 'node:stream';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Static, type TObject, type TSchema } from 'typebox';
import { type Actor, type RoutePolicy } from '../../kernel/actor.ts';
import { type JournalObject } from '../../kernel/journal-object.ts';
import { type Problem } from '../../kernel/result.ts';
import { type Soon } from '../../kernel/soon.ts';
import { inCommune } from '../db/commune-scope.ts';
import { type Locale } from '../i18n/locale.ts';

/** What a handler knows beside the parsed request. */
export interface RequestContext {
  readonly actor: Actor;
  readonly now: Date;
  readonly locale: Locale;
  /** Large type and contrast, chosen by one switch and remembered in a cookie. */
  readonly display: DisplayChoice;
  readonly requestId: string;
  readonly address: string;
  readonly userAgent: string;
  readonly cookies: Readonly<Record<string, string | undefined>>;
}

export interface DisplayChoice {
  readonly scale: '100' | '125' | '150';
  readonly contrast: 'normal' | 'high';
  /** True on a machine that everybody uses: pages then wear the dress of the kiosk. */
  readonly kiosk?: boolean;
}

/** Whose data an answer shows, as the journal writes it before the answer leaves. */
export interface ShownData {
  /** What was opened, such as `dossier:<id>`; for lists the commune. */
  readonly object: JournalObject;
  /** Which part of it, such as `file:<id>` or the name of a list. */
  readonly part?: string;
  /** The dossiers whose people stand in a list. */
  readonly dossiers?: readonly string[];
  /** How many people or lines a list shows, where they are no dossiers. */
  readonly count?: number;
  /** The commune whose data it is, where nobody is signed in: the holder of a link looked. */
  readonly communeCode?: string;
}

/** What is shown, and the name under which the journal keeps that it was. */
export interface ShownView extends ShownData {
  readonly action: string;
}

/** `seen` on an answer says whose data it shows; null: nobody's, such as the form that asks for four digits first. */
type Seen = { readonly seen?: ShownData | null };

/** What a handler answers; only `platform/http` turns it into HTTP. */
export type Answer =
  | ({ readonly kind: 'json'; readonly status: 200 | 201; readonly body: unknown; readonly headers?: Headers } & Seen)
  | { readonly kind: 'problem'; readonly problem: Problem; readonly headers?: Headers }
  | ({ readonly kind: 'html'; readonly status: number; readonly body: string | Buffer; readonly headers?: Headers } & Seen)
  | { readonly kind: 'redirect'; readonly to: string; readonly headers?: Headers }
  | ({ readonly kind: 'bytes'; readonly body: Buffer; readonly mediaType: string; readonly headers?: Headers } & Seen)
  /** What is too much for memory: read as fast as the other side takes it. */
  | ({ readonly kind: 'stream'; readonly body: Readable; readonly mediaType: string; readonly headers?: Headers } & Seen)
  /** Complete bytes with all their own headers as name, value, name, value …: sent as they are, on the shortest way. */
  | { readonly kind: 'ready'; readonly status: 200 | 304; readonly body: Buffer; readonly headers: readonly string[] };

type Headers = Readonly<Record<string, string | readonly string[]>>;

export interface RouteSchema {
  readonly params?: TObject;
  readonly query?: TObject;
  readonly body?: TObject;
  /** The success answer of a JSON route: it is the whitelist that leaves the building. */
  readonly response?: TSchema;
}

/** Under which action the answers of a route are journalled, and whose data they show. */
export interface RouteShows {
  readonly action: string;
  readonly of?: (asked: { readonly params: Readonly<Record<string, string>>; readonly context: RequestContext }, answered: unknown) => ShownData;
}

type Parsed<S> = S extends TSchema ? Static<S> : undefined;

export interface RouteInput<S extends RouteSchema> {
  readonly params: Parsed<S['params']>;
  readonly query: Parsed<S['query']>;
  readonly body: Parsed<S['body']>;
  readonly context: RequestContext;
  /** The raw request and reply, for uploads and streams only. */
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** One route. `policy` has no default on purpose: an unguarded route does not compile. */
export interface Route<S extends RouteSchema = RouteSchema> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly policy: RoutePolicy;
  /** For OpenAPI; pages have a summary too. */
  readonly summary: string;
  readonly tag: string;
  readonly kind: 'api' | 'page';
  readonly schema: S;
  /**
   * Set where the answer carries personal data: every such answer is journalled under `action` before it leaves. `of` says whose data it is, from
   * the address and the answer; a handler that knows better says so with `showing`. A success that says neither is a fault, and nothing is shown.
   * Routes without it stand, with the reason, in test/matrix-personal.ts.
   */
  readonly shows?: RouteShows;
  /** Largest request body in bytes; default 64 KiB. */
  readonly bodyLimit?: number;
  /** Requests a minute from one address; default none. */
  readonly perMinute?: number;
  handle(input: RouteInput<S>): Soon<Answer>;
}

/** Keeps the schema's types for the handler while the list of routes stays uniform. */
export function defineRoute<const S extends RouteSchema>(route: Route<S>): Route {
  return route;
}

/** A JSON success. */
export function json(body: unknown, headers?: Headers): Answer {
  return { kind: 'json', status: 200, body, ...(headers ? { headers } : {}) };
}

/** Says whose data an answer shows; null: nobody's, although the route shows some at other times. */
export function showing(answer: Answer, seen: ShownData | null): Answer {
  return answer.kind === 'json' || answer.kind === 'html' || answer.kind === 'bytes' || answer.kind === 'stream' ? { ...answer, seen } : answer;
}

/** A refusal, answered as RFC 9457 on API routes and as a page on page routes. */
export function problemAnswer(problem: Problem, headers?: Headers): Answer {
  return { kind: 'problem', problem, ...(headers ? { headers } : {}) };
}

/** A page. */
export function html(body: string | Buffer, status = 200, headers?: Headers): Answer {
  return { kind: 'html', status, body, ...(headers ? { headers } : {}) };
}

/** 303 See Other: what every accepted form answers. */
export function redirect(to: string, headers?: Headers): Answer {
  return { kind: 'redirect', to, ...(headers ? { headers } : {}) };
}

/** A file or picture made here. */
export function bytes(body: Buffer, mediaType: string, headers?: Headers): Answer {
  return { kind: 'bytes', body, mediaType, ...(headers ? { headers } : {}) };
}

/**
 * A file of any length, made part by part while it is sent. `parts` runs in the commune's scope however long it takes; when the other side
 * goes away it is ended, and when it fails the connection breaks, so that half a file is never taken for a whole one.
 */
export function streamed(communeCode: string, parts: AsyncGenerator<string>, mediaType: string, headers?: Headers): Answer {
  const body = new Readable({
    encoding: 'utf8',
    read() {
      inCommune(communeCode, () => parts.next()).then(
        ({ done, value }) => { this.push(done === true ? null : value, 'utf8'); },
        (error: unknown) => { this.destroy(error instanceof Error ? error : new Error(String(error))); },
      );
    },
    destroy(error, done) {
      inCommune(communeCode, () => parts.return(undefined)).then(() => { done(error); }, () => { done(error); });
    },
  });
  return { kind: 'stream', body, mediaType, ...(headers ? { headers } : {}) };
}
