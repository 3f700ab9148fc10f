import { readFileSync } from 'node:fs';
import { createCommune, type TestCommune } from '../../../../test/commune.ts';
import { createWholeProgram, type WholeProgram } from '../../../../test/whole-program.ts';

const GOOD = new URL('../../../../test/forms/', import.meta.url);
/** A whole filling of a shipped form. */
const goodAnswers = (code: string): Readonly<Record<string, unknown>> => (JSON.parse(readFileSync(new URL(`${code}.json`, GOOD), 'utf8')) as { readonly good: Record<string, unknown> }).good;
const CONTACT = { 'contact.fullName': 'Nguyễn Thị Mai', 'contact.residence': { text: 'Thôn Hoa Phú, xã Hoa Lộc, tỉnh Thanh Hóa', commune: '16072' }, 'contact.phone': '0912345678' };
/** A birth by its mother. */
export const BIRTH: Readonly<Record<string, unknown>> = { ...goodAnswers('birth-registration'), ...CONTACT };
/** What the residence of a newborn still asks after the birth was told. */
export const RESIDENCE: Readonly<Record<string, unknown>> = {
  'newResidence': { text: 'Thôn Hoa Phú, xã Hoa Lộc, tỉnh Thanh Hóa', commune: '16072' }, 'home.kind': 'relatives', 'overseas': 'no', 'head.who': 'spouse', 'head.fullName': 'Trần Văn Nam', 'head.citizenNumber': '038093000456', 'head.consent': 'form',
  'promise': true, ...CONTACT,
};

/** What a page answered. */
export interface Page {
  readonly status: number;
  readonly body: string;
  readonly location: string;
}

/** The whole program with one commune and citizens without scripts. */
export interface BundleHouse {
  readonly program: WholeProgram;
  readonly commune: TestCommune;
  readonly get: (url: string, lang?: 'vi' | 'en') => Promise<Page>;
  readonly post: (url: string, fields?: Readonly<Record<string, string | readonly string[]>>) => Promise<Page>;
  /** Begins a bundle with these members; answers the path of its list. */
  readonly begin: (slug: string, members: readonly string[]) => Promise<string>;
  /** Opens the declaration of a member; answers the secret of its draft. */
  readonly declare: (list: string, member: string) => Promise<string>;
  /** Puts answers into a draft beside what stands there, as if they had been typed. */
  readonly answer: (token: string, answers: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly draft: (token: string) => Promise<{ readonly answers: Readonly<Record<string, unknown>>; readonly given: unknown; readonly id: string; readonly dossier_id: string; readonly sent_at: Date | null } | undefined>;
  /** Looks at what was told before and sends; answers where it leads. */
  readonly send: (token: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

let visitors = 0;

/** Builds the house; the caller closes it. */
export async function createBundleHouse(): Promise<BundleHouse> {
  const program = await createWholeProgram();
  const commune = await createCommune(program.database.db);
  const { db } = program.database;
  const address = () => {
    visitors += 1;
    return `198.51.${String(100 + (Math.floor(visitors / 250) % 100))}.${String(visitors % 250)}`;
  };
  const ask = async (method: 'GET' | 'POST', url: string, payload: string | undefined, lang: 'vi' | 'en'): Promise<Page> => {
    const answer = await program.server.inject({ method, url, headers: { 'host': 'xa.test', 'x-forwarded-for': address(), 'cookie': `ngon-ngu=${lang}`, ...(payload === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }) }, ...(payload === undefined ? {} : { payload }) });
    return { status: answer.statusCode, body: answer.body, location: answer.headers.location ?? '' };
  };
  const get: BundleHouse['get'] = (url, lang = 'vi') => ask('GET', url, undefined, lang);
  const post: BundleHouse['post'] = (url, fields = {}) => ask('POST', url, new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [value] : value).map((one): [string, string] => [name, one]))).toString(), 'vi');
  const hash = (token: string) => program.links.hash(token);
  // The last one: on a review the forms for differences stand above the one that sends.
  const hidden = (body: string, name: string): string => [...body.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'gu'))].at(-1)?.[1] ?? '';
  return {
    program, commune, get, post,
    begin: async (slug, members) => {
      const start = await get(`/khai-mot-lan/bat-dau/${slug}`);
      return (await post(`/khai-mot-lan/bat-dau/${slug}`, { ban: hidden(start.body, 'ban'), dau: hidden(start.body, 'dau'), viec: members })).location;
    },
    declare: async (list, member) => (await post(`${list}/khai/${member}`)).location.split('/')[2] ?? '',
    answer: async (token, answers) => {
      const { answers: before } = await db.selectFrom('form_draft').select('answers').where('token_hash', '=', hash(token)).executeTakeFirstOrThrow();
      await db.updateTable('form_draft').set((eb) => ({ answers: JSON.stringify({ ...(before as object), ...answers }), version: eb('version', '+', 1) })).where('token_hash', '=', hash(token)).execute();
    },
    draft: async (token) => await db.selectFrom('form_draft').select(['answers', 'given', 'id', 'dossier_id', 'sent_at']).where('token_hash', '=', hash(token)).executeTakeFirst() as Awaited<ReturnType<BundleHouse['draft']>>,
    send: async (token) => {
      const given = await get(`/to-khai/${token}/da-co`);
      if (given.status === 200) await post(`/to-khai/${token}/da-co`, { ban: hidden(given.body, 'ban') });
      const review = await get(`/to-khai/${token}/xem-lai`);
      const sent = await post(`/to-khai/${token}/gui`, { ban: hidden(review.body, 'ban') });
      if (sent.status !== 303) throw new Error(/<ul class="faults">.*?<\/ul>/u.exec(sent.body)?.[0] ?? sent.body.slice(0, 500));
      return sent.location;
    },
    close: () => program.close(),
  };
}
