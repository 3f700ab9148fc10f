import { createHash, randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { createDossierHouse, type DossierHouse } from '../../../../test/dossier-house.ts';
import { bindPages } from '../../dossiers/index.ts';
import { type FileStore } from '../../../platform/files/file-store.ts';
import { UPLOAD_PROBLEMS } from '../contract/problems.ts';
import { type UploadsDeps } from './deps.ts';
import { type BundlePlan, bundleToken, openBundle, type SlotPlan } from './open-bundle.ts';
import { uploadRoutes } from './upload-routes.ts';

/** A house in which papers can be sent. */
export interface UploadHouse extends DossierHouse {
  readonly uploads: UploadsDeps;
  /** The disk is full from now on, or has room again. */
  fillDisk(full: boolean): void;
}

/** Builds the house; the caller closes it. */
export async function createUploadHouse(): Promise<UploadHouse> {
  let full = false;
  let uploads: UploadsDeps | undefined;
  const house = await createDossierHouse((deps) => {
    const files: FileStore = { ...deps.files, put: (bytes) => (full ? Promise.reject(Object.assign(new Error('no room'), { code: 'ENOSPC' })) : deps.files.put(bytes)) };
    uploads = {
      db: deps.db, links: deps.links, newId: deps.newId, office: deps.office, files,
      bindPages: (code, { fileName, pages }, now) => bindPages({ ...deps, files }, code, { fileName, pages: [...pages] }, now),
    };
    return uploadRoutes(uploads);
  }, UPLOAD_PROBLEMS);
  if (uploads === undefined) throw new Error('the house asked for no routes');
  return { ...house, uploads, fillDisk: (wish) => { full = wish; } };
}

/** A paper that is asked for. */
export function slot(id: string, change: Partial<SlotPlan> = {}): SlotPlan {
  return { id, name: { vi: `Giấy ${id}`, en: `Paper ${id}` }, help: null, onlyWhen: null, anyOf: null, required: true, ...change };
}

/** A bundle that was opened a moment ago. */
export interface OpenedBundle {
  readonly id: string;
  readonly token: string;
  readonly path: string;
  readonly api: string;
}

/** Opens a bundle with two papers that are needed and one that is not; `change` makes it different. */
export async function openFresh(house: UploadHouse, change: Partial<BundlePlan> = {}): Promise<OpenedBundle> {
  const id = randomUUID();
  const plan: BundlePlan = {
    communeCode: house.commune.commune.code, id, title: { vi: 'Đăng ký khai sinh', en: 'Birth registration' }, returnPath: '/khai/1.001193',
    slots: [slot('birth-notice'), slot('form'), slot('extra', { required: false })], ...change,
  };
  const opened = await house.database.db.transaction().execute((tx) => openBundle(tx, house.deps.links, plan, house.clock.now()));
  if (!opened.ok) throw new Error(opened.problem.code);
  const token = bundleToken(house.deps.links, plan.id);
  return { id: plan.id, token, path: opened.value.path, api: `/api/paper-bundles/${token}/transfers` };
}

/** A photograph with something written on it, each seed another one; about as many bytes as asked for. */
export async function photograph(seed: number, side = 200): Promise<Buffer> {
  const noise = Buffer.from(Array.from({ length: side * side * 3 }, (_, at) => (Math.imul(at + 1, 2_654_435_761 + seed * 97) >>> 16) & 255));
  return sharp(noise, { raw: { width: side, height: side, channels: 3 } }).jpeg({ quality: 92 }).toBuffer();
}

export function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

interface ApiAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

let callers = 0;

/** Asks the way in pieces as a browser does. */
export async function call(house: UploadHouse, method: 'GET' | 'POST' | 'PUT', url: string, body?: unknown): Promise<ApiAnswer> {
  callers += 1;
  const headers = { 'x-forwarded-for': `198.51.${String(Math.floor(callers / 250) % 250)}.${String(callers % 250)}`, ...(Buffer.isBuffer(body) ? { 'content-type': 'application/octet-stream' } : {}) };
  const answer = await house.server.inject({ method, url, headers, ...(body === undefined ? {} : { payload: body as object }) });
  return { status: answer.statusCode, body: JSON.parse(answer.body) as Record<string, unknown> };
}

/** Announces a file; answers its id and what the server says. */
export async function announce(house: UploadHouse, bundle: OpenedBundle, bytes: Buffer, change: Readonly<Record<string, unknown>> = {}): Promise<ApiAnswer & { readonly id: string }> {
  const id = randomUUID();
  const answer = await call(house, 'POST', bundle.api, { transferId: id, slotId: 'birth-notice', fileName: 'anh.jpg', byteCount: bytes.length, sha256: hashOf(bytes), ...change });
  return { ...answer, id };
}

/** Sends a whole file in pieces of a size and finishes it. */
export async function sendWhole(house: UploadHouse, bundle: OpenedBundle, bytes: Buffer, change: Readonly<Record<string, unknown>> = {}, size = 100_000): Promise<ApiAnswer & { readonly id: string }> {
  const begun = await announce(house, bundle, bytes, change);
  if (begun.status !== 200) return begun;
  const id = String(begun.body['transferId']);
  for (let at = Number(begun.body['received']); at < bytes.length; at += size) await call(house, 'PUT', `${bundle.api}/${id}?at=${String(at)}`, bytes.subarray(at, at + size));
  return { ...(await call(house, 'POST', `${bundle.api}/${id}/finish`)), id };
}
