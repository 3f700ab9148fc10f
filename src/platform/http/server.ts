import { randomUUID } from 'node:crypto';
import { parse as parseQuery } from 'node:querystring';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import Fastify, { LogController, type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Actor, isOpenToStrangers, refuseAssurance } from '../../kernel/actor.ts';
import { type Problem } from '../../kernel/result.ts';
import { type Soon } from '../../kernel/soon.ts';
import { inCommune, inWholeInstallation } from '../db/commune-scope.ts';
import { fillMessage } from '../i18n/catalogue.ts';
import { type ProblemEntry, type ProblemTable } from './problem-table.ts';
import { compileLazily } from './lazy-compilers.ts';
import { ANONYMOUS, createContext } from './request-context.ts';
import { type CountRequest, rateLimitStore } from './request-counts.ts';
import { type Answer, type RequestContext, type Route, type ShownView } from './route.ts';
import { shownView } from './shown-view.ts';
import { standingHeaders } from './standing-headers.ts';
import { hidesSign, withoutTurns } from './turned-writing.ts';
import { describeFaults, type FieldFault } from './validation-words.ts';

/** What a refusal looks like to the page that shows it. */
export interface ProblemView {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly faults: readonly FieldFault[];
  readonly requestId: string;
}

/** Everything the server is given; it knows no module. */
export interface ServerParts {
  readonly routes: readonly Route[];
  readonly problems: ProblemTable;
  /** Who is asking, from the session cookie; anonymous when there is none. */
  readonly identify: (request: FastifyRequest, now: Date) => Soon<Actor>;
  /** Writes into the journal what is about to be shown; a refusal keeps it from being shown. */
  readonly keepView: (view: ShownView, context: RequestContext) => Soon<Problem | undefined>;
  readonly renderProblemPage: (view: ProblemView, context: RequestContext) => string;
  readonly contentSecurityPolicy: string;
  readonly version: string;
  readonly clock: () => Date;
  /** Where requests to limited routes are counted; left out: in the memory of this process. */
  readonly countRequest?: CountRequest;
  /** How much is written about requests that failed; never what people sent. */
  readonly logLevel: 'silent' | 'info' | 'debug';
  /** Where log lines go; left out: to the standard output. */
  readonly logTo?: { readonly write: (line: string) => void };
  /** True behind HTTPS: adds Strict-Transport-Security. */
  readonly secure: boolean;
}

const CONTEXT = Symbol('context');
/** Where somebody who must have a second factor enrols one. */
const OWN_ACCOUNT = '/can-bo/tai-khoan';

declare module 'fastify' {
  interface FastifyRequest {
    /** Null until it is known who asks. */
    [CONTEXT]: RequestContext | null;
  }
}

function isApi(request: FastifyRequest): boolean {
  return request.url.startsWith('/api/') || request.url === '/health';
}

/** Builds the HTTP server from its routes. Every route is guarded by its policy before its handler runs. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const server = Fastify({
    // `info` is what an administrator reads: requests that failed. The rest is for debugging.
    logger: parts.logLevel === 'silent' ? false : { level: parts.logLevel === 'info' ? 'warn' : 'debug', base: null, ...(parts.logTo === undefined ? {} : { stream: parts.logTo }) },
    genReqId: () => randomUUID(),
    bodyLimit: 64 * 1024,
    logController: new LogController({ disableRequestLogging: true }),
    return503OnClosing: true,
    // A stranger's X-Forwarded-For is believed only from a proxy on this machine.
    trustProxy: 'loopback',
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    // An address that cannot be read, or has a part longer than any that is given out, never comes to a route or a hook.
    frameworkErrors: (error, request, reply) => { sendUnread(request, reply, error.code === 'FST_ERR_MAX_PARAM_LENGTH' ? 'request.not-found' : 'request.not-readable'); },
  });

  compileLazily(server);
  refuseNul(server);
  // Pieces of files: bytes as they are; only a route that expects them looks at them.
  server.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) => { done(null, body); });
  await server.register(cookie);
  await server.register(formbody, { bodyLimit: 64 * 1024, parser: parseForm });
  await server.register(multipart, { limits: { fileSize: 20 * 1024 * 1024, files: 20, fields: 60, fieldSize: 20_000, fieldNameSize: 100, parts: 80 } });
  await server.register(rateLimit, { global: false, ...(parts.countRequest === undefined ? {} : { store: rateLimitStore(parts.countRequest, parts.clock) }) });
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Xã Số', version: parts.version, description: 'Máy chủ Một cửa của xã / The one-stop office of a commune' },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'xaso-phien' } } },
    },
  });

  const standing = standingHeaders(parts);
  const standingPairs = Object.entries(standing).flat();
  server.decorateRequest(CONTEXT, null);
  const contextOf = (request: FastifyRequest): RequestContext => request[CONTEXT] ?? createContext(request, ANONYMOUS, parts.clock());

  const entryOf = (code: string): ProblemEntry => {
    const entry = parts.problems[code];
    if (entry === undefined) throw new Error(`problem ${code} has no entry in the table`);
    return entry;
  };

  function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem, faults: readonly FieldFault[] = []): FastifyReply {
    const context = contextOf(request);
    const entry = entryOf(problem.code);
    const message = fillMessage(entry[context.locale], problem.facts);
    const all = problem.field === undefined ? faults : [{ field: problem.field, code: problem.code, message }, ...faults];
    void reply.code(entry.status).header('cache-control', 'no-store');
    if (isApi(request)) {
      return reply.type('application/problem+json').send(
        JSON.stringify({
          type: 'about:blank',
          title: message,
          status: entry.status,
          code: problem.code,
          requestId: request.id,
          ...(problem.facts ? { facts: problem.facts } : {}),
          ...(all.length > 0 ? { faults: all } : {}),
        }),
      );
    }
    return reply
      .type('text/html; charset=utf-8')
      .send(parts.renderProblemPage({ status: entry.status, code: problem.code, message, faults: all, requestId: request.id }, context));
  }

  function sendUnread(request: FastifyRequest, reply: FastifyReply, code: 'request.not-found' | 'request.not-readable'): void {
    void reply.headers({ ...standing, 'x-request-id': request.id });
    request[CONTEXT] = { actor: ANONYMOUS, now: parts.clock(), locale: 'vi', display: { scale: '100', contrast: 'normal' }, requestId: request.id, address: '', userAgent: '', cookies: {} };
    void sendProblem(request, reply, { code });
  }

  server.addHook('onRequest', (request, reply, done) => {
    if (request.url.includes('%00')) sendProblem(request, reply, { code: 'request.not-readable' });
    else if (request.method !== 'GET' && request.method !== 'HEAD' && isCrossSite(request)) sendProblem(request, reply, { code: 'request.cross-site' });
    else done();
  });

  server.addHook('onSend', (request, reply, _payload, done) => {
    // A page with needs of its own, such as the workspace and its scripts, has said so already.
    for (const [name, value] of Object.entries(standing)) if (!reply.hasHeader(name)) void reply.header(name, value);
    void reply.header('x-request-id', request.id);
    done();
  });

  server.setNotFoundHandler((request, reply) => sendProblem(request, reply, { code: 'request.not-found' }));

  server.setErrorHandler((error: FastifyError, request, reply) => {
    if (error.validation) {
      const { locale } = contextOf(request);
      return sendProblem(request, reply, { code: 'request.invalid' }, describeFaults(error.validation, locale));
    }
    const known = KNOWN_ERRORS[error.code] ?? (CUT_FORM.test(error.message) ? 'request.not-readable' : undefined);
    if (known !== undefined) return sendProblem(request, reply, { code: known });
    if (error.statusCode === 429) {
      const seconds = Number(reply.getHeader('retry-after') ?? 60);
      return sendProblem(request, reply, { code: 'request.too-many', facts: { seconds } });
    }
    if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
      return sendProblem(request, reply, { code: 'request.not-readable' });
    }
    // The message may quote what a person sent: only the kind of fault and the place are logged.
    request.log.error({ requestId: request.id, name: error.name, code: error.code, stack: stackWithoutMessage(error) }, 'request failed');
    return sendProblem(request, reply, { code: error.code === DISK_FULL ? 'server.disk-full' : 'server.unavailable' });
  });

  for (const route of parts.routes) {
    server.route({
      method: route.method,
      url: route.url,
      ...(route.bodyLimit === undefined ? {} : { bodyLimit: route.bodyLimit }),
      schema: {
        ...(route.schema.params ? { params: route.schema.params } : {}),
        ...(route.schema.query ? { querystring: route.schema.query } : {}),
        ...(route.schema.body ? { body: route.schema.body } : {}),
        ...(route.schema.response ? { response: { 200: route.schema.response } } : {}),
        summary: route.summary,
        tags: [route.tag],
        hide: route.kind === 'page',
        ...(isOpenToStrangers(route.policy) ? {} : { security: [{ session: [] }] }),
      },
      config: {
        policy: route.policy.name,
        ...(route.perMinute === undefined ? {} : { rateLimit: { max: route.perMinute, timeWindow: '1 minute' } }),
      },
      // Before the body is read: a stranger's upload is not parsed.
      onRequest: (request, reply, done) => {
        const now = parts.clock();
        const admit = (actor: Actor): void => {
          request[CONTEXT] = createContext(request, actor, now);
          if (route.policy.allows(actor)) {
            const lacking = refuseAssurance(route.policy, actor, now.getTime());
            if (lacking === undefined) done();
            else if (route.kind === 'page' && route.method === 'GET' && (lacking === 'access.second-factor-first' || lacking === 'access.password-first')) void reply.redirect(OWN_ACCOUNT, 303);
            else sendProblem(request, reply, { code: lacking });
          } else if (route.kind === 'page' && (actor.kind === 'anonymous' || route.policy.signInAt !== undefined)) {
            void reply.redirect(`${route.policy.signInAt ?? '/can-bo/dang-nhap'}?tiep=${encodeURIComponent(request.url)}`, 303);
          }
          else sendProblem(request, reply, { code: actor.kind === 'anonymous' ? 'access.sign-in-first' : actor.kind === 'device' ? 'access.not-on-this-device' : 'access.not-allowed' });
        };
        const actor = parts.identify(request, now);
        if (actor instanceof Promise) actor.then(admit).catch(done);
        else admit(actor);
      },
      handler: (request, reply) => {
        const context = request[CONTEXT];
        if (context === null) throw new Error('request without context');
        const answer = inScopeOf(route, context.actor, () => route.handle({
          params: request.params as never,
          query: request.query as never,
          body: request.body as never,
          context,
          request,
          reply,
        }));
        const send = (one: Answer): Soon<FastifyReply> => {
          const view = shownView(route, { params: request.params as Readonly<Record<string, string>>, context }, one);
          return view === undefined ? sendAnswer(request, reply, one) : sendShown(request, reply, one, view, context);
        };
        if (answer instanceof Promise) return answer.then(send);
        const sent = send(answer);
        return sent instanceof Promise ? sent : undefined;
      },
    });
  }

  /** Personal data leaves only after the journal has it that it did. */
  async function sendShown(request: FastifyRequest, reply: FastifyReply, answer: Answer, view: ShownView, context: RequestContext): Promise<FastifyReply> {
    const refused = await parts.keepView(view, context);
    return refused === undefined ? sendAnswer(request, reply, answer) : sendProblem(request, reply, refused);
  }

  function sendAnswer(request: FastifyRequest, reply: FastifyReply, answer: Answer): FastifyReply {
    if (answer.kind === 'ready') return sendReady(request, reply, answer);
    if (answer.headers) void reply.headers(answer.headers as Record<string, string>);
    if (answer.kind === 'problem') return sendProblem(request, reply, answer.problem);
    switch (answer.kind) {
      case 'json':
        if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
        return reply.code(answer.status).send(answer.body);
      case 'html':
        if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
        return reply.code(answer.status).type('text/html; charset=utf-8').send(answer.body);
      case 'redirect':
        return reply.redirect(answer.to, 303);
      case 'bytes':
      case 'stream':
        if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'private, no-store');
        return reply.type(answer.mediaType).send(answer.body);
    }
  }

  /** The bytes and their headers are complete: nothing of the framework has anything to add. */
  function sendReady(request: FastifyRequest, reply: FastifyReply, answer: Extract<Answer, { kind: 'ready' }>): FastifyReply {
    const { raw } = reply.hijack();
    raw.writeHead(answer.status, [...standingPairs, 'x-request-id', request.id, ...answer.headers]);
    raw.end(answer.body);
    return reply;
  }

  return server;
}

/**
 * Behind the sign-in staff, citizens and devices stay in one commune. What is open to everybody may be about any commune, whoever looks: it is narrowed
 * as soon as a link, a code or the page has named one.
 */
function inScopeOf<T>(route: Route, actor: Actor, work: () => T): T {
  return actor.kind !== 'anonymous' && !isOpenToStrangers(route.policy) ? inCommune(actor.communeCode, work) : inWholeInstallation(work);
}

/** PostgreSQL keeps no NUL character and no form needs one: it is refused where a body is read, whatever field it hides in. */
class NulCharacter extends Error {
  readonly code = 'XASO_NUL';
  readonly statusCode = 400;
}

function refuseNul(server: FastifyInstance): void {
  const parseJson = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    // The escape may itself be escaped (a backslash and the letters u0000); such a text is no loss.
    if (hidesSign(body as string)) done(new NulCharacter('a hidden sign in JSON'));
    else void parseJson(request, withoutTurns(body as string), done);
  });
}

/** Signs that turn the direction of writing, as forms write them. */
const TURNS_IN_A_FORM = /%D8%9C|%E2%80%(?:8[EF]|A[A-E])|%E2%81%A[6-9]/giu;

function parseForm(text: string): Record<string, unknown> {
  if (text.includes('%00') || text.includes('\0')) throw new NulCharacter('NUL in a form');
  return parseQuery(withoutTurns(text).replace(TURNS_IN_A_FORM, ''));
}

/** PostgreSQL has no room left on its disk. */
const DISK_FULL = '53100';

const KNOWN_ERRORS: Readonly<Record<string, string>> = {
  XASO_NUL: 'request.not-readable',
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too-large',
  FST_REQ_FILE_TOO_LARGE: 'request.too-large',
  FST_FILES_LIMIT: 'request.too-large',
  FST_PARTS_LIMIT: 'request.too-large',
  FST_FIELDS_LIMIT: 'request.too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.wrong-media-type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request.not-readable',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request.not-readable',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'request.wrong-media-type',
};

/** A form that breaks off in the middle; its parser gives the fault no code. */
const CUT_FORM = /\bend of multipart data$/u;

/** Browsers say where a request comes from; one that another site made is refused. Programs without a browser pass. */
function isCrossSite(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (typeof site === 'string') return site !== 'same-origin' && site !== 'none';
  const origin = request.headers.origin;
  if (origin === undefined) return false;
  try {
    return new URL(origin).host !== request.headers.host;
  } catch {
    return true;
  }
}

function stackWithoutMessage(error: Error): string {
  return (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 12).join('\n');
}
