import { createHash } from 'node:crypto';
import { type Answer, type RouteInput, type RouteSchema } from '../../../platform/http/route.ts';
import { lookOf } from '../public-page/display-choices.ts';
import { answerPage } from './answer-page.ts';
import { compressPage, type PageEncoding, pageEncodingOf } from './compress-page.ts';

/** What tells one page from another beside the visitor's look. */
export interface PageKey {
  /** Only what changes the page: the path and the query parameters that the page reads, in one order. */
  readonly path: string;
  /** Changes whenever the content does; pages of an older version fall out by themselves. */
  readonly version: string | number;
  /** For content without a version: how long the page may be shown before it is made again, in milliseconds. */
  readonly freshForMs?: number | undefined;
}

interface ReadyPage {
  readonly answers: Readonly<Record<PageEncoding, Answer>>;
  readonly unchanged: Readonly<Record<PageEncoding, Answer>>;
  readonly etag: string;
  readonly freshUntil: number;
  readonly byteCount: number;
  usedAt: number;
}

const REORDER_MS = 1_000;

/** Ready pages in memory, the least recently asked for leaving first. */
export interface PageCache {
  find(key: string, now: number): ReadyPage | undefined;
  /** Keeps a page; `make` runs once however many ask at the same time. */
  keep(key: string, make: () => Promise<ReadyPage>): Promise<ReadyPage>;
  /** Forgets everything, for changes that no version tells. */
  clear(): void;
  readonly byteCount: number;
  readonly pageCount: number;
}

/** Makes a page cache that holds at most `maxBytes` (default 16 MiB) of pages, all encodings together. */
export function createPageCache({ maxBytes = 16 * 1024 * 1024 }: { readonly maxBytes?: number } = {}): PageCache {
  const pages = new Map<string, ReadyPage>();
  const coming = new Map<string, Promise<ReadyPage>>();
  let byteCount = 0;
  let generation = 0;

  function drop(key: string): void {
    byteCount -= pages.get(key)?.byteCount ?? 0;
    pages.delete(key);
  }

  function put(key: string, page: ReadyPage): void {
    drop(key);
    if (page.byteCount > maxBytes) return;
    pages.set(key, page);
    byteCount += page.byteCount;
    for (const oldest of pages.keys()) {
      if (byteCount <= maxBytes) break;
      drop(oldest);
    }
  }

  return {
    find(key, now) {
      const page = pages.get(key);
      if (page === undefined) return undefined;
      if (page.freshUntil <= now) {
        drop(key);
        return undefined;
      }
      // The order of leaving need not be exact to the request: a page that was moved to the end a moment ago stays where it is.
      if (Math.abs(now - page.usedAt) >= REORDER_MS) {
        page.usedAt = now;
        pages.delete(key);
        pages.set(key, page);
      }
      return page;
    },
    keep(key, make) {
      const already = coming.get(key);
      if (already) return already;
      const startedIn = generation;
      const page = make()
        .then((made) => {
          // A page begun before `clear` may show what was just changed: it is answered, but not kept.
          if (startedIn === generation) put(key, made);
          return made;
        })
        .finally(() => {
          if (coming.get(key) === page) coming.delete(key);
        });
      coming.set(key, page);
      return page;
    },
    clear() {
      generation++;
      pages.clear();
      coming.clear();
      byteCount = 0;
    },
    get byteCount() {
      return byteCount;
    },
    get pageCount() {
      return pages.size;
    },
  };
}

const NOTHING = Buffer.alloc(0);
/** What an entry costs beside its bytes: the key, the objects, the headers. */
const OVERHEAD_BYTES = 2048;

async function makeReady(page: string, freshUntil: number, now: number): Promise<ReadyPage> {
  const identity = Buffer.from(page);
  const [br, gzip] = await Promise.all([compressPage(identity, 'br', 'often'), compressPage(identity, 'gzip', 'often')]);
  const etag = createHash('sha256').update(identity).digest('base64url').slice(0, 22);
  const bodies = { br, gzip, identity };
  const answer = (encoding: PageEncoding, status: 200 | 304): Answer => ({
    kind: 'ready',
    status,
    body: status === 304 ? NOTHING : bodies[encoding],
    headers: [
      // Browsers keep the page but ask before showing it: a change of procedure must not wait for a cache.
      'cache-control', 'no-cache',
      'vary', 'Accept-Encoding, Cookie',
      'etag', `"${etag}-${encoding}"`,
      ...(status === 304 ? [] : ['content-type', 'text/html; charset=utf-8', 'content-length', String(bodies[encoding].length)]),
      ...(status === 304 || encoding === 'identity' ? [] : ['content-encoding', encoding]),
    ],
  });
  return {
    answers: { br: answer('br', 200), gzip: answer('gzip', 200), identity: answer('identity', 200) },
    unchanged: { br: answer('br', 304), gzip: answer('gzip', 304), identity: answer('identity', 304) },
    etag,
    freshUntil,
    usedAt: now,
    byteCount: identity.length + br.length + gzip.length + OVERHEAD_BYTES,
  };
}

function pick(page: ReadyPage, input: CachedInput): Answer {
  const { headers } = input.request;
  const encoding = pageEncodingOf(headers['accept-encoding']);
  return headers['if-none-match']?.includes(page.etag) === true ? page.unchanged[encoding] : page.answers[encoding];
}

type CachedInput = Pick<RouteInput<RouteSchema>, 'context' | 'request'>;

/**
 * Answers a page that is the same for every visitor with the same language and display choices, from ready bytes when it can.
 * A signed-in member of staff gets a page of their own that is not kept: what `render` sees may depend on who asks.
 */
export function answerCached(cache: PageCache, input: CachedInput, key: PageKey, render: () => string | Promise<string>): Answer | Promise<Answer> {
  const { context } = input;
  if (context.actor.kind !== 'anonymous') return Promise.resolve(render()).then((page) => answerPage(input, page));
  const look = lookOf(context);
  const name = `${key.version} ${look.locale} ${look.scale} ${look.contrast} ${look.theme} ${key.path}`;
  const now = context.now.getTime();
  const ready = cache.find(name, now);
  if (ready) return pick(ready, input);
  const freshUntil = key.freshForMs === undefined ? Infinity : now + key.freshForMs;
  return cache.keep(name, async () => makeReady(await render(), freshUntil, now)).then((page) => pick(page, input));
}
