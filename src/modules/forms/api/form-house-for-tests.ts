import { createDossierHouse, type DossierHouse } from '../../../../test/dossier-house.ts';
import { type Actor } from '../../../kernel/actor.ts';
import { ASSISTED_PROBLEMS, assistedRoutes, createDraftHelp, sayAssisted } from '../../assisted-filing/index.ts';
import { UPLOAD_PROBLEMS, type UploadsDeps, uploadRoutes } from '../../uploads/index.ts';
import { bindPages, type DeclaredAnswers, declareDossier, findDossierHead, findHeldNumbers, openForCitizen, publicDossierRoutes } from '../../dossiers/index.ts';
import { type CompiledForm, compileForm } from '../domain/compile-form.ts';
import { type FormDefinition } from '../domain/form-definition.ts';
import { type FormPagesDeps } from './deps.ts';
import { FORM_PROBLEMS } from '../contract/problems.ts';
import { hasAnswers } from '../store/form-answers.ts';
import { declaredAnswers } from './declared-answers.tsx';
import { counterPapers } from './counter-papers.ts';
import { formPageRoutes } from './form-page-routes.ts';
import { FORM_PATHS } from './form-paths.ts';
import { prepareScanned } from './receive-scanned.ts';
import { sentPapers } from './sent-papers.ts';

/** A short birth declaration: every kind of question and two checks. The shipped forms are tried elsewhere. */
export const SHORT_BIRTH: FormDefinition = {
  code: 'short-birth', version: 1, validFrom: '2025-07-01', validTo: null,
  title: { vi: 'Đăng ký khai sinh', en: 'Birth registration' },
  official: { title: 'TỜ KHAI ĐĂNG KÝ KHAI SINH', number: null, basis: null, addressee: 'commune' },
  procedures: ['1.001193'], source: 'test',
  groups: [
    {
      id: 'applicant', title: { vi: 'Người đi khai', en: 'Who declares' },
      fields: [
        { kind: 'text', id: 'applicant.fullName', fact: 'applicant.fullName', format: 'person-name', label: { vi: 'Họ và tên bạn', en: 'Your full name' }, official: 'Họ tên' },
        { kind: 'citizen-number', id: 'applicant.citizenNumber', fact: 'applicant.citizenNumber', required: false, exchange: { moj: 'SoDinhDanhC' }, label: { vi: 'Số định danh của bạn', en: 'Your number' }, official: 'Số định danh' },
        { kind: 'date', id: 'applicant.birthDate', fact: 'applicant.birthDate', precision: 'year', span: 'past', label: { vi: 'Ngày sinh của bạn', en: 'Your birth date' }, official: 'Ngày sinh' },
        { kind: 'address', id: 'applicant.residence', fact: 'applicant.residence', abroad: true, label: { vi: 'Nơi ở của bạn', en: 'Where you live' }, official: 'Nơi cư trú' },
        { kind: 'choice', id: 'relation', label: { vi: 'Bạn là gì của em bé?', en: 'What are you to the child?' }, official: 'Quan hệ', options: [{ value: 'mother', label: { vi: 'Mẹ', en: 'Mother' } }, { value: 'other', label: { vi: 'Khác', en: 'Other' } }] },
        { kind: 'text', id: 'relationOther', when: { is: ['relation', 'other'] }, label: { vi: 'Ghi rõ quan hệ', en: 'Say which' }, official: 'Quan hệ', maxLength: 20 },
      ],
    },
    {
      id: 'child', title: { vi: 'Em bé', en: 'The child' },
      fields: [
        { kind: 'text', id: 'child.fullName', format: 'person-name', label: { vi: 'Họ và tên em bé', en: 'Name of the child' }, official: 'Họ tên' },
        { kind: 'date', id: 'child.birthDate', span: 'past', label: { vi: 'Ngày sinh của bé', en: 'Birth date of the child' }, official: 'Ngày sinh' },
        { kind: 'number', id: 'child.weight', required: false, min: 200, max: 9000, unit: { vi: 'gam', en: 'grams' }, label: { vi: 'Cân nặng', en: 'Weight' }, official: 'Cân nặng' },
        {
          kind: 'table', id: 'copies', required: false, maxRows: 3, label: { vi: 'Bản sao xin thêm', en: 'Copies' }, official: 'Bản sao',
          columns: [{ kind: 'text', id: 'for', label: { vi: 'Gửi ai', en: 'For whom' }, official: 'Gửi' }, { kind: 'number', id: 'count', min: 1, max: 20, label: { vi: 'Số bản', en: 'How many' }, official: 'Số' }],
        },
      ],
    },
    {
      id: 'promise', title: { vi: 'Cam đoan', en: 'Promise' },
      fields: [{ kind: 'statement', id: 'true', label: { vi: 'Tôi cam đoan những điều khai trên là đúng.', en: 'I promise that this is true.' }, official: 'Cam đoan' }],
    },
  ],
  checks: [
    { id: 'born-after', at: 'child.birthDate', level: 'refuse', holds: { compare: [{ answer: 'applicant.birthDate' }, '<', { answer: 'child.birthDate' }] }, message: { vi: 'Em bé phải sinh sau người đi khai. Xem lại hai ngày sinh.', en: 'The child must be born after who declares.' } },
    { id: 'light', at: 'child.weight', level: 'warn', holds: { compare: [{ answer: 'child.weight' }, '>=', { value: 1500 }] }, message: { vi: 'Cân nặng rất nhẹ. Xem lại số gam.', en: 'A very low weight. Look again.' } },
  ],
};

/** A second version: one question is new, one is gone, one takes less. */
export const SHORT_BIRTH_2: FormDefinition = {
  ...SHORT_BIRTH, version: 2, validFrom: '2026-12-01',
  groups: SHORT_BIRTH.groups.map((group) => (group.id !== 'child' ? group : {
    ...group,
    fields: [...group.fields.filter(({ id }) => id !== 'child.weight'), { kind: 'time', id: 'child.hour', label: { vi: 'Giờ sinh', en: 'Hour of birth' }, official: 'Giờ' }],
  })),
  checks: SHORT_BIRTH.checks.filter(({ id }) => id !== 'light'),
};

/** A dossier house with the pages of declarations. `forms` may be changed by a test while it runs. */
export interface FormHouse extends DossierHouse {
  /** The personal number that the office has of every member of staff. */
  readonly numbers: { staff: string | null };
  readonly forms: { list: readonly FormDefinition[]; unreadable?: boolean };
  readonly deps: DossierHouse['deps'];
  readonly pages: FormPagesDeps;
}

/** Builds the house; the caller closes it. */
export async function createFormHouse(): Promise<FormHouse> {
  const forms: FormHouse['forms'] = { list: [SHORT_BIRTH] };
  const compiled = new Map<FormDefinition, CompiledForm>();
  const formOf = (definition: FormDefinition | undefined) => {
    if (definition === undefined) return undefined;
    const known = compiled.get(definition) ?? compileForm(definition);
    compiled.set(definition, known);
    return known;
  };
  const numbers: { staff: string | null } = { staff: null };
  let pages: FormPagesDeps | undefined;
  const version = (code: string, number: number) => (forms.unreadable === true ? undefined : formOf([SHORT_BIRTH, SHORT_BIRTH_2, ...forms.list].find((one) => one.code === code && one.version === number)));
  // The house has a database only once it is built.
  const answers = () => {
    if (pages === undefined) throw new Error('no pages');
    return declaredAnswers({ ...pages, forms: { version } });
  };
  const declared: DeclaredAnswers = {
    questions: (...given) => answers().questions(...given), view: (...given) => answers().view(...given), save: (...given) => answers().save(...given), judge: (...given) => answers().judge(...given),
    forget: (...given) => answers().forget(...given), changes: (...given) => answers().changes(...given), person: (...given) => answers().person(...given),
  };
  const house = await createDossierHouse((deps) => {
    const helping = { ...deps, staffNumber: () => Promise.resolve(numbers.staff) };
    pages = {
      ...deps,
      procedureInForce: (code, procedure, at) => deps.procedureInForce(code, procedure, at),
      forms: {
        formOf: (procedureCode, day) => formOf(forms.list.findLast(({ procedures, validFrom, validTo }) => procedures.includes(procedureCode) && validFrom <= day && (validTo === null || validTo >= day))),
        formOfDraft: ({ procedureCode }, day) => formOf(forms.list.findLast(({ procedures, validFrom, validTo }) => procedures.includes(procedureCode) && validFrom <= day && (validTo === null || validTo >= day))),
        version,
        all: () => forms.list,
      },
      declare: (declaration, context, also) => declareDossier(deps, declaration, context, also),
      sayProblem: sayAssisted,
      isReceived: async (code, id) => (await findDossierHead(deps.db, code, id)) !== undefined,
      heldDossier: (actor, id) => findHeldNumbers(deps.db, actor, id),
      openedDossier: (input, token, to = 'to-khai') => openForCitizen(deps, input, token, to),
      papers: sentPapers(deps),
      counterPapers: counterPapers(() => deps),
      help: createDraftHelp(helping),
    };
    const uploads: UploadsDeps = { db: deps.db, links: deps.links, newId: deps.newId, office: deps.office, files: deps.files, bindPages: (code, { fileName, pages: bound }, now) => bindPages(deps, code, { fileName, pages: [...bound] }, now) };
    return [...publicDossierRoutes(deps), ...formPageRoutes(pages), ...uploadRoutes(uploads), ...assistedRoutes({ ...helping, secure: false, dossierNames: () => Promise.resolve(new Map()), forms: pages })];
  }, { ...FORM_PROBLEMS, ...ASSISTED_PROBLEMS, ...UPLOAD_PROBLEMS }, {
    formPath: (code) => (forms.list.some(({ procedures }) => procedures.includes(code)) ? FORM_PATHS.start(code) : undefined),
    scannedForm: (asked, now) => (pages === undefined ? Promise.reject(new Error('no pages')) : prepareScanned(pages, asked, now)),
    declared,
    hasAnswers: (code, id) => (pages === undefined ? Promise.resolve(false) : hasAnswers(pages.db, code, id)),
  });
  if (pages === undefined) throw new Error('no pages');
  return { ...house, forms, numbers, pages };
}

/** What a page answered. */
export interface Answered {
  readonly status: number;
  readonly body: string;
  readonly location: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

let visitors = 0;

/** A browser without scripts: it fills in what a page has, and presses a button. */
export function createVisitor(house: FormHouse, { lang = 'vi', actor }: { readonly lang?: 'vi' | 'en'; readonly actor?: Actor } = {}) {
  visitors += 1;
  const address = `198.51.${String(100 + Math.floor(visitors / 250))}.${String(visitors % 250)}`;
  const jar = new Map<string, string>([['ngon-ngu', lang]]);
  const headersOf = () => ({ ...(actor === undefined ? {} : house.as(actor)), 'x-forwarded-for': address, 'cookie': [...jar].map(([name, value]) => `${name}=${value}`).join('; ') });
  const answered = (answer: Awaited<ReturnType<DossierHouse['server']['inject']>>): Answered => {
    for (const { name, value } of answer.cookies) jar.set(name, value);
    return { status: answer.statusCode, body: answer.body, location: answer.headers.location ?? '', headers: answer.headers };
  };
  const get = async (url: string): Promise<Answered> => answered(await house.server.inject({ method: 'GET', url, headers: headersOf() }));
  const post = async (url: string, fields: Readonly<Record<string, string>>): Promise<Answered> =>
    answered(await house.server.inject({ method: 'POST', url, headers: { ...headersOf(), 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams(fields).toString() }));
  /** Sends a form with files, as the pages of supplements are. */
  const send = async (url: string, fields: Readonly<Record<string, string>>, files: Readonly<Record<string, Buffer>> = {}): Promise<Answered> => {
    const line = 'xaso-test-boundary';
    const parts = [
      ...Object.entries(fields).map(([name, value]) => Buffer.from(`--${line}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)),
      ...Object.entries(files).flatMap(([name, content]) => [Buffer.from(`--${line}\r\ncontent-disposition: form-data; name="${name}"; filename="anh.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`), content, Buffer.from('\r\n')]),
      Buffer.from(`--${line}--\r\n`),
    ];
    return answered(await house.server.inject({ method: 'POST', url, headers: { ...headersOf(), 'content-type': `multipart/form-data; boundary=${line}` }, payload: Buffer.concat(parts) }));
  };
  return {
    address, get, post, send,
    /** Posts a page with what stands in its boxes, changed, by a button. */
    async press(page: { readonly url: string; readonly body: string }, fields: Readonly<Record<string, string>>, button = 'tiep'): Promise<Answered> {
      return post(page.url, { ...boxesOf(page.body), ...fields, buoc: button });
    },
    /** Begins a draft and answers its secret. */
    async begin(code = '1.001193'): Promise<string> {
      const start = await get(`/to-khai/bat-dau/${code}`);
      const begun = await post(`/to-khai/bat-dau/${code}`, boxesOf(start.body));
      return begun.location.split('/')[2] ?? '';
    },
    async open(url: string): Promise<Answered & { readonly url: string }> {
      const page = await get(url);
      return page.status === 303 ? this.open(page.location) : { ...page, url };
    },
  };
}

const ENTITIES: readonly (readonly [string, string])[] = [['&quot;', '"'], ['&#x27;', '\''], ['&lt;', '<'], ['&gt;', '>'], ['&amp;', '&']];
const plain = (text: string): string => ENTITIES.reduce((all, [entity, sign]) => all.replaceAll(entity, sign), text);

/** What a browser would send of a page: the texts of its boxes, the chosen buttons and options. */
export function boxesOf(page: string): Readonly<Record<string, string>> {
  const boxes: Record<string, string> = {};
  for (const [tag] of page.matchAll(/<input[^>]*>/gu)) {
    const name = / name="([^"]*)"/u.exec(tag)?.[1];
    const type = / type="([^"]*)"/u.exec(tag)?.[1] ?? 'text';
    if (name === undefined || ((type === 'radio' || type === 'checkbox') && !tag.includes(' checked'))) continue;
    boxes[plain(name)] = plain(/ value="([^"]*)"/u.exec(tag)?.[1] ?? '');
  }
  for (const [, name = '', inside = ''] of page.matchAll(/<textarea[^>]* name="([^"]*)"[^>]*>([^<]*)/gu)) boxes[plain(name)] = plain(inside);
  for (const [, name = '', inside = ''] of page.matchAll(/<select[^>]* name="([^"]*)"[^>]*>(.*?)<\/select>/gu)) boxes[plain(name)] = plain(/<option value="([^"]*)" selected/u.exec(inside)?.[1] ?? '');
  return boxes;
}

/** The sentences of the summary of faults, in their order. */
export function faultsOf(page: string): readonly string[] {
  const summary = /<ul class="faults">(.*?)<\/ul>/u.exec(page)?.[1] ?? '';
  return [...summary.matchAll(/<li>(?:<a [^>]*>)?(.*?)(?:<\/a>)?<\/li>/gu)].map((match) => plain(match[1] ?? ''));
}

/** Right answers to the short form, page by page. */
export const RIGHT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  applicant: { 'applicant.fullName': 'nguyễn thị mẫu', 'applicant.citizenNumber': '003190999901', 'applicant.birthDate-day': '5', 'applicant.birthDate-month': '3', 'applicant.birthDate-year': '1990', 'applicant.residence': 'Thôn Hoa Phú, xã Hoa Lộc, tỉnh Thanh Hóa', 'relation': 'mother' },
  child: { 'child.fullName': 'Trần Gia Thử', 'child.birthDate-day': '12', 'child.birthDate-month': '11', 'child.birthDate-year': '2026', 'child.weight': '3200' },
  promise: { true: 'co' },
  'lien-he': { 'applicant.phone': '0900 000 012', 'contact.phone': '0900 000 012' },
};

/** Fills in the whole short form; answers the secret of the draft, which waits at its review. */
export async function fillWhole(visitor: ReturnType<typeof createVisitor>, token: string): Promise<void> {
  for (const group of ['applicant', 'child', 'lien-he', 'promise']) {
    const page = await visitor.open(`/to-khai/${token}/${group}`);
    const answer = await visitor.press(page, RIGHT[group] ?? {});
    if (answer.status !== 303) throw new Error(`${group}: ${String(answer.status)} ${faultsOf(answer.body).join(' ')}`);
  }
}
