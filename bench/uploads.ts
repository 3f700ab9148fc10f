// A photograph of 5 MB over a slow link that breaks three times, into the papers of a declaration: in pieces, with the very code that the browser
// runs, and as the one plain form that must start over each time. The link is a proxy that lets so many bytes a second through and cuts the
// connection after every 1.2 MB, three times. Usage: bench/uploads.ts [rounds]
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import sharp from 'sharp';
import { findRunningPostgres } from '../src/platform/embedded-postgres/find-running-postgres.ts';
import { sendInPieces } from '../src/web/enhance/uploads/send-in-pieces.ts';
import { startProgram } from '../test/start-program.ts';
import { summarise, words } from './statistics.ts';

const ROUNDS = Number(process.argv[2] ?? 5);
const BYTES_A_SECOND = 1_000_000;
const CUT_AFTER = 1_200_000;
const CUTS = 3;
/** A procedure without a form of its own, which is declared in general words. */
const FORM = '/khai/0.000003';

/** A link to the program that is slow upwards and breaks. */
async function openLink(port: number): Promise<{ readonly port: number; sent(): number; cuts(): number; close(): void }> {
  let sent = 0;
  let sinceCut = 0;
  let cuts = 0;
  const sockets = new Set<Socket>();
  const link = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    sockets.add(near).add(far);
    near.on('error', () => far.destroy()).on('close', () => far.destroy());
    far.on('error', () => near.destroy()).on('close', () => near.destroy());
    far.pipe(near);
    near.on('data', (bytes: Buffer) => {
      sent += bytes.length;
      sinceCut += bytes.length;
      near.pause();
      if (sinceCut >= CUT_AFTER && cuts < CUTS) {
        cuts += 1;
        sinceCut = 0;
        near.destroy();
        return;
      }
      setTimeout(() => {
        far.write(bytes);
        near.resume();
      }, (bytes.length / BYTES_A_SECOND) * 1000);
    });
  });
  await new Promise<void>((done) => { link.listen(0, '127.0.0.1', done); });
  return {
    port: (link.address() as AddressInfo).port,
    sent: () => sent,
    cuts: () => cuts,
    close: () => {
      for (const socket of sockets) socket.destroy();
      link.close();
    },
  };
}

/** A photograph of about 5 MB. */
async function photograph(): Promise<Buffer> {
  const side = 2150;
  return sharp(randomBytes(side * side * 3), { raw: { width: side, height: side, channels: 3 } }).jpeg({ quality: 88 }).toBuffer();
}

/** Opens the papers of a new declaration, as the form does. */
async function openPapers(base: string): Promise<string> {
  const page = await (await fetch(`${base}${FORM}`)).text();
  const form = new FormData();
  for (const name of ['commandId', 'dossierId', 'seal']) form.set(name, new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1] ?? '');
  form.set('buoc', 'giay-to');
  const answer = await fetch(`${base}${FORM}`, { method: 'POST', body: form, redirect: 'manual' });
  const path = answer.headers.get('location');
  if (path === null) throw new Error(`no papers were opened: ${String(answer.status)}`);
  return path;
}

/** The first paper on the list, by its address. */
async function firstPaper(base: string, path: string): Promise<string> {
  const list = await (await fetch(`${base}${path}`)).text();
  const slot = new RegExp(`href="${path}/([a-z0-9-]+)"`).exec(list)?.[1];
  if (slot === undefined) throw new Error('the list has no paper');
  return slot;
}

async function inPieces(base: string, path: string, slot: string, bytes: Buffer): Promise<void> {
  const refused = await sendInPieces(
    { id: randomUUID(), api: `${base}/api/paper-bundles/${path.split('/').at(-1) ?? ''}/transfers`, slot, name: 'anh.jpg', blob: new Blob([new Uint8Array(bytes)]) },
    { arrived: () => undefined, waiting: () => undefined, checking: () => undefined, pause: (ms) => wait(ms) },
  );
  if (refused !== undefined) throw new Error(refused);
}

async function asOneForm(base: string, path: string, slot: string, bytes: Buffer): Promise<void> {
  for (;;) {
    try {
      const form = new FormData();
      form.set('tep', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'anh.jpg');
      const answer = await fetch(`${base}${path}/${slot}`, { method: 'POST', body: form, redirect: 'manual' });
      if (answer.status === 303) return;
      throw new Error(`the form was answered ${String(answer.status)}`);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
}

const program = await startProgram({ log: 'silent' });
try {
  const connection = await findRunningPostgres(program.dataFolder);
  if (connection === undefined) throw new Error('the bundled database is not running');
  const pool = new pg.Pool({ ...connection, max: 2 });
  for (const [way, send] of [['in pieces', inPieces], ['one form', asOneForm]] as const) {
    const seconds: number[] = [];
    const again: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const bytes = await photograph();
      const path = await openPapers(program.url);
      const slot = await firstPaper(program.url, path);
      const link = await openLink(program.port);
      const began = performance.now();
      await send(`http://127.0.0.1:${String(link.port)}`, path, slot, bytes);
      seconds.push((performance.now() - began) / 1000);
      again.push((link.sent() - bytes.length) / 1024);
      if (link.cuts() !== CUTS) throw new Error(`the link broke ${String(link.cuts())} times`);
      const hash = createHash('sha256').update(bytes).digest('hex');
      const { rowCount } = await pool.query('select from upload_page where sent_hash = $1 and sent_bytes = $2', [hash, bytes.length]);
      if (rowCount !== 1) throw new Error(`the photograph did not arrive as it was sent (${way})`);
      link.close();
    }
    console.log(`${way}: ${words(summarise(seconds), 's')}; beyond the file itself ${words(summarise(again), 'KB')}; every one of ${String(ROUNDS)} intact after ${String(CUTS)} cuts`);
  }
  await pool.end();
} finally {
  await program.stop();
}
