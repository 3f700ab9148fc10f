import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import Provider, { type Configuration, type InteractionResults, type JWK } from 'oidc-provider';
import { type SignOnSettings } from '../src/platform/config-sign-on.ts';

/** Somebody who has an account at the identity provider of the tests. */
export interface TestIdentity {
  readonly subject: string;
  /** What the provider knows of the person, by claim. */
  readonly claims: Readonly<Record<string, unknown>>;
  /** How surely the person is known; null: the provider does not say. */
  readonly acr: string | null;
  /** By which ways the person came in; left out: a code. */
  readonly amr?: readonly string[];
}

/** What an evil or broken provider does to the ID token that it signs, or instead of answering. */
export interface Misbehaviour {
  readonly claims?: (claims: Record<string, unknown>) => Record<string, unknown>;
  /** Signs with a key that is not in its published set, under the name of one that is. */
  readonly forgedKey?: boolean;
  /** Signs by an algorithm that was not agreed on. */
  readonly algorithm?: 'none' | 'HS256';
  /** Waits this long before it answers at the token endpoint. */
  readonly delayMs?: number;
  /** Answers the token endpoint with this body instead. */
  readonly garbage?: string;
}

/** A real OpenID Connect provider on a free port of this machine, with keys and clients of its own. */
export interface TestIdentityProvider {
  readonly issuer: string;
  /** Who signs in next; null: the person presses “cancel”. */
  next: TestIdentity | null;
  misbehaviour: Misbehaviour;
  /** Takes what the provider sends to an office server to server; answers the status. */
  deliver: (path: string, body: string) => Promise<number>;
  /** Tells the office that a person signed out at the provider: of one session there, or of all. Answers the status; the token is kept in `lastLogout`. */
  readonly tellLogout: (key: string, subject: string, session: string) => Promise<number>;
  /** The last log-out token that went out. */
  lastLogout: string;
  /** Signs any claims with the provider’s key, as an evil one could. */
  readonly sign: (claims: Record<string, unknown>, header?: Record<string, unknown>) => string;
  /** Requests that it answered, by path. */
  readonly asked: string[];
  /** How an office is set up for it. */
  readonly settings: (kind: SignOnSettings['kind'], key?: string) => SignOnSettings;
  readonly close: () => Promise<void>;
}

/** The secret that every client of the tests shares with the provider. */
const SECRET = 'bi-mat-cua-xa-trong-kiem-thu';

/** Starts a provider for offices at these addresses: each is a client of its own, `xaso-<key>`, for every key. */
export async function startIdentityProvider(offices: readonly string[], keys: readonly string[] = ['vneid', 'tinh'], port = 0, who: 'the test says' | 'people choose' = 'the test says'): Promise<TestIdentityProvider> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const kid = randomBytes(6).toString('hex');
  const state: Pick<TestIdentityProvider, 'next' | 'misbehaviour' | 'asked' | 'deliver' | 'lastLogout'> = { next: null, misbehaviour: {}, asked: [], deliver: () => Promise.resolve(404), lastLogout: '' };
  const known = new Map<string, TestIdentity>();
  const answer: { handle: (request: IncomingMessage, response: ServerResponse) => void } = { handle: (_request, response) => response.end() };
  const server = createServer((request, response) => {
    answer.handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const provider = new Provider(issuer, configurationOf(offices, keys, { ...(privateKey.export({ format: 'jwk' }) as JWK), kid, use: 'sig', alg: 'RS256' }, known, async (url, body) => {
    state.lastLogout = new URLSearchParams(body).get('logout_token') ?? '';
    return state.deliver(url.pathname, body);
  }));
  const handleProvider = provider.callback();
  answer.handle = (request, response) => {
    const path = new URL(request.url ?? '/', issuer).pathname;
    state.asked.push(path);
    if (path.startsWith('/interaction/') && who === 'people choose') void letPeopleChoose(provider, request, response, known);
    else if (path.startsWith('/interaction/')) void interact(provider, request, response, state.next, known);
    else if (path === '/token') answerToken(request, response, handleProvider, state.misbehaviour, { kid, key: privateKey });
    else void handleProvider(request, response);
  };
  return Object.assign(state, {
    issuer,
    settings: (kind: SignOnSettings['kind'], key: string = kind === 'citizen' ? 'vneid' : 'tinh'): SignOnSettings => ({
      key, kind, issuer, clientId: `xaso-${key}`, clientSecret: SECRET, label: kind === 'citizen' ? { vi: 'VNeID thử', en: 'Test VNeID' } : { vi: 'Tài khoản tỉnh', en: 'Province account' },
      scope: 'openid profile email', algorithm: 'RS256' as const, claimsFile: undefined,
    }),
    sign: (claims: Record<string, unknown>, header: Record<string, unknown> = {}) => {
      const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const input = `${part({ alg: 'RS256', kid, ...header })}.${part(claims)}`;
      return `${input}.${sign('RSA-SHA256', Buffer.from(input), privateKey).toString('base64url')}`;
    },
    tellLogout: async (key: string, subject: string, session: string) => {
      const client = (await provider.Client.find(`xaso-${key}`)) as unknown as { readonly backchannelLogout: (subject: string, session: string) => Promise<void> };
      let status = 200;
      const { deliver } = state;
      state.deliver = async (path, body) => {
        status = await deliver(path, body);
        return status;
      };
      try {
        await client.backchannelLogout(subject, session);
      } catch {
        // The provider minds a refusal; what it was is what the test asks.
      } finally {
        state.deliver = deliver;
      }
      return status;
    },
    close: () => closeServer(server),
  });
}

function configurationOf(
  offices: readonly string[], keys: readonly string[], key: JWK, known: ReadonlyMap<string, TestIdentity>, deliver: (url: URL, body: string) => Promise<number>,
): Configuration {
  return {
    clients: keys.map((name) => ({
      client_id: `xaso-${name}`,
      client_secret: SECRET,
      redirect_uris: offices.map((office) => `${office}/dang-nhap/${name}/ve`),
      post_logout_redirect_uris: offices.flatMap((office) => [`${office}/cua-toi/dang-nhap`, `${office}/can-bo/dang-nhap`]),
      grant_types: ['authorization_code'],
      response_types: ['code'],
      backchannel_logout_uri: `${offices[0] ?? ''}/dang-nhap/${name}/dang-xuat`,
      backchannel_logout_session_required: true,
    })),
    jwks: { keys: [key] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    acrValues: ['urn:xaso:assurance:1', 'urn:xaso:assurance:2', 'urn:somebody:else'],
    claims: { openid: ['sub', 'amr'], profile: ['name', 'birthdate', 'citizen_number', 'staff_code'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true }, backchannelLogout: { enabled: true } },
    // Offices of the tests have no address that a network knows.
    fetch: async (url, options) => {
      const sent = new Request(url, options);
      return new Response(null, { status: await deliver(new URL(sent.url), await sent.text()) });
    },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    pkce: { required: () => true },
    ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Session: 600, Grant: 600 },
    findAccount: (_ctx, subject) => ({ accountId: subject, claims: () => ({ ...known.get(subject)?.claims, sub: subject }) }),
    // Nobody is asked to agree: that is the business of the true provider.
    loadExistingGrant: async (ctx) => {
      const { client, session } = ctx.oidc;
      const grant = new ctx.oidc.provider.Grant({ clientId: client?.clientId ?? '', accountId: session?.accountId ?? '' });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  };
}

async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse, next: TestIdentity | null, known: Map<string, TestIdentity>): Promise<void> {
  if (next !== null) known.set(next.subject, next);
  const result: InteractionResults =
    next === null
      ? { error: 'access_denied', error_description: 'the person said no' }
      : { login: { accountId: next.subject, amr: [...(next.amr ?? ['otp'])], remember: false, ...(next.acr === null ? {} : { acr: next.acr }) } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

/** Invented people for trying things out by hand. */
const PEOPLE: readonly (TestIdentity & { readonly title: string })[] = [
  { title: 'Nguyễn Thị Đào, mức 2 / level 2', subject: 'dao', claims: { citizen_number: '038190999901', name: 'Nguyễn Thị Đào' }, acr: 'urn:xaso:assurance:2' },
  { title: 'Nguyễn Thị Đào, mức 1 / level 1', subject: 'dao', claims: { citizen_number: '038190999901', name: 'Nguyễn Thị Đào' }, acr: 'urn:xaso:assurance:1' },
  { title: 'Trịnh Thị Mới, chưa có hồ sơ / no dossiers', subject: 'moi', claims: { citizen_number: '038190999955', name: 'Trịnh Thị Mới' }, acr: 'urn:xaso:assurance:2' },
  { title: 'Cán bộ / staff CB-07', subject: 'can-bo-07', claims: { name: 'Cán bộ 07', staff_code: 'CB-07', email: 'cb07@tinh.example.vn', email_verified: true }, acr: 'urn:xaso:assurance:2' },
];

async function letPeopleChoose(provider: Provider, request: IncomingMessage, response: ServerResponse, known: Map<string, TestIdentity>): Promise<void> {
  const chosen = new URL(request.url ?? '/', 'http://localhost').searchParams.get('nguoi');
  if (chosen !== null) return interact(provider, request, response, PEOPLE[Number(chosen)] ?? null, known);
  const ways = [...PEOPLE.map(({ title }, index) => `<li><a href="?nguoi=${String(index)}">${title}</a>`), '<li><a href="?nguoi=-1">Không đồng ý / cancel</a>'];
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html><meta name="viewport" content="width=device-width"><h1>Nơi đăng nhập để thử</h1><ul>${ways.join('')}</ul>`);
}

/** Lets the real provider answer and changes what it says on the way out. */
function answerToken(request: IncomingMessage, response: ServerResponse, handle: (request: IncomingMessage, response: ServerResponse) => unknown, evil: Misbehaviour, good: { readonly kid: string; readonly key: KeyObject }): void {
  const end = response.end.bind(response);
  response.end = ((body?: unknown) => {
    const text = Buffer.isBuffer(body) || typeof body === 'string' ? body.toString() : '';
    const changed = evil.garbage ?? tamper(text, evil, good);
    response.setHeader('content-length', Buffer.byteLength(changed));
    setTimeout(() => end(changed), evil.delayMs ?? 0).unref();
    return response;
  }) as ServerResponse['end'];
  void handle(request, response);
}

function tamper(text: string, evil: Misbehaviour, good: { readonly kid: string; readonly key: KeyObject }): string {
  const tokens = JSON.parse(text) as { id_token?: string };
  if (tokens.id_token === undefined || (evil.claims === undefined && evil.forgedKey !== true && evil.algorithm === undefined)) return text;
  const claims = JSON.parse(Buffer.from(tokens.id_token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const input = `${part({ alg: evil.algorithm ?? 'RS256', kid: good.kid })}.${part(evil.claims === undefined ? claims : evil.claims(claims))}`;
  const key = evil.forgedKey === true ? generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey : good.key;
  const signature = evil.algorithm === undefined ? sign('RSA-SHA256', Buffer.from(input), key).toString('base64url') : '';
  return JSON.stringify({ ...tokens, id_token: `${input}.${signature}` });
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => {
    resolve();
  }));
}

/** Walks through the provider's own pages like a browser and answers the address at the office to which it sends the browser back. */
export async function walkThrough(start: string, provider: Pick<TestIdentityProvider, 'issuer'>): Promise<URL> {
  const jar = new Map<string, string>();
  let at = start;
  for (let step = 0; step < 10; step += 1) {
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`the provider answered ${String(answer.status)}: ${await answer.text()}`);
    const next = new URL(location, at);
    if (next.origin !== provider.issuer) return next;
    at = next.href;
  }
  throw new Error('the provider leads nowhere');
}
