import { connect, type Socket } from 'node:net';

/** Load from a number of connections, each sending its next request when the answer to the last has arrived whole. */
export interface Load {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  /** The bytes of the next request; asked once per request. */
  readonly next: () => Buffer;
}

export interface LoadOutcome {
  readonly perSecond: number;
  /** Answers with another status than 200. */
  readonly failed: number;
  readonly latencies: readonly number[];
}

const HEADER_END = Buffer.from('\r\n\r\n');

/** Runs the load over raw sockets: an HTTP client library would measure itself. Answers must carry content-length. */
export async function runLoad(load: Load): Promise<LoadOutcome> {
  let done = 0;
  let failed = 0;
  const latencies: number[] = [];
  const until = performance.now() + load.seconds * 1000;
  await Promise.all(
    Array.from({ length: load.connections }, () =>
      drive(load, until, (status, ms) => {
        done += 1;
        if (status !== 200) failed += 1;
        latencies.push(ms);
      }),
    ),
  );
  return { perSecond: done / load.seconds, failed, latencies };
}

function drive(load: Load, until: number, count: (status: number, ms: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(load.port, '127.0.0.1');
    socket.setNoDelay(true);
    let pending = Buffer.alloc(0);
    let sentAt = 0;
    const send = () => {
      if (performance.now() >= until) {
        socket.end();
        resolve();
        return;
      }
      sentAt = performance.now();
      socket.write(load.next());
    };
    socket.on('connect', send);
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
      const end = pending.indexOf(HEADER_END);
      if (end < 0) return;
      const head = pending.subarray(0, end).toString('latin1');
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
      if (Number.isNaN(length)) {
        reject(new Error(`an answer without content-length:\n${head}`));
        socket.destroy();
        return;
      }
      if (pending.length < end + 4 + length) return;
      pending = Buffer.alloc(0);
      count(Number(head.slice(9, 12)), performance.now() - sentAt);
      send();
    });
  });
}

/** The bytes of a GET request with these headers. */
export function getRequest(path: string, headers: Readonly<Record<string, string>> = {}): Buffer {
  const lines = Object.entries({ host: '127.0.0.1', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
}

/** The bytes of a JSON POST with these headers. */
export function postRequest(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Buffer {
  const payload = Buffer.from(JSON.stringify(body));
  const all = { host: '127.0.0.1', 'content-type': 'application/json', 'content-length': String(payload.length), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n`), payload]);
}
