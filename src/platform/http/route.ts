import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Static, type TObject, type TSchema } from 'typebox';
import { type Actor, type RoutePolicy } from '../../kernel/actor.ts';
import { type Problem } from '../../kernel/result.ts';
import { type Soon } from '../../kernel/soon.ts';
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
}

/** What a handler answers; only `platform/http` turns it into HTTP. */
export type Answer =
  | { readonly kind: 'json'; readonly status: 200 | 201; readonly body: unknown; readonly headers?: Headers }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'html'; readonly status: number; readonly body: string | Buffer; readonly headers?: Headers }
  | { readonly kind: 'redirect'; readonly to: string; readonly headers?: Headers }
  | { readonly kind: 'bytes'; readonly body: Buffer; readonly mediaType: string; readonly headers?: Headers }
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

/** A refusal, answered as RFC 9457 on API routes and as a page on page routes. */
export function problemAnswer(problem: Problem): Answer {
  return { kind: 'problem', problem };
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
