import { type DossierHouse } from '../../../../test/dossier-house.ts';

/** One part of a multipart form: a text, or a file. */
export type FormPart =
  | { readonly name: string; readonly value: string | Buffer }
  | { readonly name: string; readonly fileName: string; readonly content: Buffer; readonly type?: string };

export const BOUNDARY = 'ranh-gioi-cua-bieu-mau';

/** The body that a browser would send for these parts. */
export function multipartBody(parts: readonly FormPart[]): Buffer {
  const chunks: Buffer[] = [];
  for (const part of parts) {
    const file = 'content' in part ? `; filename="${part.fileName}"\r\nContent-Type: ${part.type ?? 'image/jpeg'}` : '';
    chunks.push(Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${part.name}"${file}\r\n\r\n`));
    chunks.push('content' in part ? part.content : Buffer.from(part.value), Buffer.from('\r\n'));
  }
  return Buffer.concat([...chunks, Buffer.from(`--${BOUNDARY}--\r\n`)]);
}

/** Text fields by name as parts. */
export function textParts(fields: Readonly<Record<string, string>>): readonly FormPart[] {
  return Object.entries(fields).map(([name, value]) => ({ name, value }));
}

/** What a page answered. */
export interface PageAnswer {
  readonly status: number;
  readonly body: string;
  readonly location: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
}

let visitors = 0;

/** An address of its own for every visitor, so that one test does not use up the rate of another. */
export function freshAddress(): string {
  visitors += 1;
  return `198.51.${String(100 + Math.floor(visitors / 250))}.${String(visitors % 250)}`;
}

/** Opens a page as somebody without a script. */
export async function openPage(house: DossierHouse, url: string, lang: 'vi' | 'en' = 'vi'): Promise<PageAnswer> {
  return pageOf(await house.server.inject({ method: 'GET', url, headers: { 'x-forwarded-for': freshAddress(), 'cookie': `ngon-ngu=${lang}` } }));
}

/** Sends a body to the declaration form of a procedure. */
export async function postRaw(house: DossierHouse, body: Buffer | string, contentType: string | undefined, url = '/khai/1.001193', address = freshAddress()): Promise<PageAnswer> {
  const headers = { 'x-forwarded-for': address, ...(contentType === undefined ? {} : { 'content-type': contentType }) };
  return pageOf(await house.server.inject({ method: 'POST', url, headers, payload: body }));
}

/** Sends a declaration as a browser would. */
export function postParts(house: DossierHouse, parts: readonly FormPart[], url?: string, address?: string): Promise<PageAnswer> {
  return postRaw(house, multipartBody(parts), `multipart/form-data; boundary=${BOUNDARY}`, url, address);
}

function pageOf(answer: Awaited<ReturnType<DossierHouse['server']['inject']>>): PageAnswer {
  return { status: answer.statusCode, body: answer.body, location: answer.headers.location, headers: answer.headers };
}

/** The value of a hidden or text field as it stands in a page; undefined when the page has no such field. */
export function fieldValue(page: string, name: string): string | undefined {
  const tag = new RegExp(`<input[^>]* name="${name}"[^>]*>`).exec(page)?.[0];
  const value = tag === undefined ? undefined : (/ value="([^"]*)"/.exec(tag)?.[1] ?? '');
  return value?.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** The references of the files that the form says are kept. */
export function keptReferences(page: string): Readonly<Record<string, string>> {
  const names = [...page.matchAll(/name="(kept-\d+)"/g)].map((match) => match[1] ?? '');
  return Object.fromEntries(names.map((name) => [name, fieldValue(page, name) ?? '']));
}

/** The sentences of the error summary of a page, in order. */
export function faultsOf(page: string): readonly string[] {
  const summary = /<ul class="faults">(.*?)<\/ul>/.exec(page)?.[1] ?? '';
  return [...summary.matchAll(/<li>(?:<a [^>]*>)?(.*?)(?:<\/a>)?<\/li>/g)].map((match) => match[1] ?? '');
}

/** Opens the form and fills it in rightly; `change` makes it different. */
export async function filledForm(house: DossierHouse, change: Readonly<Record<string, string>> = {}, code = '1.001193'): Promise<Readonly<Record<string, string>>> {
  const { body } = await openPage(house, `/khai/${code}`);
  const hidden = Object.fromEntries(['commandId', 'dossierId', 'seal'].map((name) => [name, fieldValue(body, name) ?? '']));
  return {
    ...hidden,
    'fullName': 'nguyễn thị mẫu',
    'citizenNumber': '',
    'birthDate-day': '5',
    'birthDate-month': '3',
    'birthDate-year': '1956',
    'village': house.commune.villages[0]?.id ?? '',
    'address': '',
    'phone': '0900 000 012',
    'email': '',
    'note': '',
    'assistedBy': '',
    'ghi-chu-khac': '',
    ...change,
  };
}

/** How many declarations and files the house has, and the newest declaration. */
export async function countRows(house: DossierHouse) {
  const { db } = house.database;
  const [dossiers, files] = await Promise.all([db.selectFrom('dossier').selectAll().orderBy('id', 'desc').execute(), db.selectFrom('stored_file').selectAll().execute()]);
  return { dossiers: dossiers.length, files: files.length, newest: dossiers[0] };
}
