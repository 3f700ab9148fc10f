import { Type } from 'typebox';
import { anyoneOrKiosk } from '../../../kernel/actor.ts';
import { keepFile } from '../../../platform/files/keep-upload.ts';
import { type Answer, defineRoute, problemAnswer, redirect, type Route, type RouteInput, type RouteSchema } from '../../../platform/http/route.ts';
import { type FieldFault } from '../../../platform/http/validation-words.ts';
import { translator } from '../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { type DeclarationEntries, NO_ENTRIES } from '../ui/public/declaration-entries.ts';
import { DOSSIER_PAGE_WORDS } from '../ui/public/messages.ts';
import { type DossierPageWord } from '../ui/public/messages-vi.ts';
import { paperField } from '../ui/public/paper-view.ts';
import { answerNothingHere } from './answer-nothing-here.tsx';
import { type CheckedEntries, checkEntries, entriesOf } from './check-entries.ts';
import { BUNDLE_PARAMETER, findDeclarationBundle, findReturned, openDeclarationBundle, prepareDeclarationBundle } from './declaration-bundle.ts';
import { answerForm, declarationPath, type DeclarationSetting, findDeclarationSetting, HONEYPOT } from './declaration-form.tsx';
import { type DeclarationIds, makeDeclarationIds, readDeclarationIds, sealDeclarationIds } from './declaration-ids.ts';
import { MAX_DECLARED_FILES, MAX_SENT_BYTES } from './declaration-limits.ts';
import { type DeclaredPaper, declareDossier } from './declare-dossier.ts';
import { type DossierProcedure, type DossiersDeps } from './deps.ts';
import { SECRET_HEADERS } from './find-by-link.ts';
import { type DeclaredFile, readKeptFileReference } from './kept-file-reference.ts';
import { openedCookie } from './opened-dossier.ts';
import { isSent } from './paper-plan.ts';
import { type DeclarationParts, readDeclarationParts } from './read-declaration-parts.ts';
import { sayProblem } from './say-problem.ts';

const CodeParams = Type.Object({ code: Type.String() });
type PageInput = Pick<RouteInput<RouteSchema>, 'request' | 'context'>;

/** “Khai báo ở nhà”, or at a kiosk in the hall: the form and what it is sent to. Both work without a script. */
export function declarationRoutes(deps: DossiersDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      url: '/khai/:code',
      policy: anyoneOrKiosk,
      summary: 'Khai báo ở nhà hoặc tại ki-ốt / Declare from home or at a kiosk',
      tag: 'dossiers',
      kind: 'page',
      // Messengers add their own marks to shared links: other names are let through. `?chung=1`: only papers, though the procedure has a form.
      schema: { params: CodeParams, query: Type.Object({ [BUNDLE_PARAMETER]: Type.Optional(Type.String()), chung: Type.Optional(Type.String()) }) },
      handle: async (input) => {
        const { now } = input.context;
        const setting = await findDeclarationSetting(deps, input.params.code, now);
        if (setting === undefined) return answerNothingHere(deps, input, 'procedure');
        const token = input.query[BUNDLE_PARAMETER];
        const returned = token === undefined ? undefined : await findReturned(deps, setting.commune.code, setting.procedure.code, token, now);
        if (returned?.state.phase === 'open') {
          const ids = sealDeclarationIds(deps.links, returned.commandId, returned.state.id);
          return answerForm(deps, input, setting, { ids, entries: returned.entries, kept: [], faults: [], posted: true, bundle: returned.state });
        }
        // Nobody answers ten pages in the hall: at a kiosk the general declaration goes with its person to the counter.
        const formPath = input.query.chung === '1' || input.context.display.kiosk === true ? undefined : deps.formPath?.(setting.procedure.code, input.context.now);
        if (formPath !== undefined) return redirect(formPath);
        return answerForm(deps, input, setting, { ids: makeDeclarationIds(deps), entries: NO_ENTRIES, kept: [], faults: [], posted: false });
      },
    }),
    defineRoute({
      method: 'POST',
      url: '/khai/:code',
      policy: anyoneOrKiosk,
      summary: 'Gửi bản khai / Send a declaration',
      tag: 'dossiers',
      kind: 'page',
      bodyLimit: MAX_SENT_BYTES,
      perMinute: 30,
      schema: { params: CodeParams },
      handle: async (input) => {
        const { request, context } = input;
        const setting = await findDeclarationSetting(deps, input.params.code, context.now);
        if (setting === undefined) return answerNothingHere(deps, input, 'procedure');
        const fileFields = new Set(setting.procedure.papers.filter(isSent).map((paper) => paperField(paper.id)));
        const parts = await readDeclarationParts(
          request,
          (field) => fileFields.has(field),
          (content, name) => keepFile(deps.db, deps.files, setting.commune.code, content, name, context.now),
        );
        return parts.ok ? takeDeclaration(deps, input, setting, parts.value) : problemAnswer(parts.problem);
      },
    }),
  ];
}

async function takeDeclaration(deps: DossiersDeps, input: PageInput, setting: DeclarationSetting, parts: DeclarationParts): Promise<Answer> {
  const { context } = input;
  const { locale, now } = context;
  const t = translator(DOSSIER_PAGE_WORDS, locale);
  const general: FieldFault[] = [];
  const addGeneral = (word: DossierPageWord) => general.push({ field: '', code: `declaration.${word}`, message: t(word) });

  const known = readDeclarationIds(deps.links, parts.fields);
  const ids = known ?? makeDeclarationIds(deps);
  if (known === undefined) addGeneral('fault-form-stale');
  // Filing on line with an officer's account would make help at the counter look like a filing from home.
  if (context.actor.kind === 'staff') addGeneral('fault-officer');
  if (!parts.complete) addGeneral('fault-broken-off');
  if ((parts.fields.get(HONEYPOT) ?? '') !== '') addGeneral('fault-honeypot');

  const entries = entriesOf(parts.fields);
  const checked = checkEntries(entries, setting, now.getTime(), locale);
  const files = collectFiles(deps, known, setting.procedure, parts);
  if (files.unknownReference && known !== undefined) addGeneral('fault-reference');

  const own = `/h/${deps.links.token('dossier', ids.dossierId)}`;
  const bundle = known === undefined ? undefined : await findDeclarationBundle(deps, setting.commune.code, setting.procedure.code, ids, now);
  // Sent already, by an impatient finger or from another window.
  if (bundle === 'taken') return redirect(`${own}?moi=1`, SECRET_HEADERS);
  if (parts.fields.get('buoc') === BUNDLE_PARAMETER && general.length === 0) {
    const place = { communeCode: setting.commune.code, procedure: setting.procedure, path: declarationPath(setting.procedure.code) };
    const opened = await openDeclarationBundle(deps, place, ids, entries, files.files, now);
    return redirect(opened.ok ? opened.value.path : `${own}?moi=1`, SECRET_HEADERS);
  }
  const faults = [...general, ...checked.faults, ...fileFaults([...parts.refused, ...files.refused], locale)];
  const state = { ids, entries, kept: files.files, faults, posted: true, bundle: bundle?.state };
  if (faults.length > 0) return answerForm(deps, input, setting, state, 422);

  const ready = bundle === undefined ? undefined : await prepareDeclarationBundle(deps, setting.commune.code, ids.dossierId, now);
  const outcome = ready?.ok === false ? ready : await declareDossier(deps, { ...declarationOf(setting, ids, entries, checked, files.files), bundle: ready?.value }, context);
  if (outcome.ok) {
    // The browser that sent papers may look at their receipt; the link of the slip alone leads to no picture.
    const opened = ready === undefined ? {} : { 'set-cookie': openedCookie(deps, deps.links.token('dossier', ids.dossierId), ids.dossierId, context) };
    return redirect(`${own}?moi=1`, { ...SECRET_HEADERS, ...opened });
  }
  if (outcome.problem.code.startsWith('uploads.')) {
    // Not whole yet, or changed on another device in this moment: the form shows the papers as they are now.
    const again = await findDeclarationBundle(deps, setting.commune.code, setting.procedure.code, ids, now);
    if (again === 'taken') return redirect(`${own}?moi=1`, SECRET_HEADERS);
    return answerForm(deps, input, setting, { ...state, bundle: again?.state, faults: [{ field: '', code: outcome.problem.code, message: sayProblem(outcome.problem, locale).sentence }] }, 409);
  }
  if (outcome.problem.code !== 'command.reused-id') return problemAnswer(outcome.problem);
  // The browser went back to a form that was sent already and sent it with other content: nothing is lost, nothing is doubled unasked.
  addGeneral('fault-already-sent');
  return answerForm(deps, input, setting, { ...state, ids: makeDeclarationIds(deps), faults: general, sentBefore: own }, 409);
}

interface CollectedFiles {
  readonly files: readonly DeclaredFile[];
  readonly refused: DeclarationParts['refused'];
  /** A reference came that this server did not sign for this form, or for a paper that the procedure no longer has. */
  readonly unknownReference: boolean;
}

/** The files of the declaration: those kept from an earlier sending and those that came now, up to the bound. */
function collectFiles(deps: DossiersDeps, ids: DeclarationIds | undefined, procedure: DossierProcedure, parts: DeclarationParts): CollectedFiles {
  const files: DeclaredFile[] = [];
  const refused: DeclarationParts['refused'][number][] = [];
  let unknownReference = false;
  const add = (file: DeclaredFile) => {
    if (!files.some((other) => other.paperId === file.paperId && other.sha256 === file.sha256)) files.push(file);
  };
  for (const [name, value] of parts.fields) {
    if (!name.startsWith('kept-')) continue;
    const file = ids === undefined ? undefined : readKeptFileReference(deps.links, ids.dossierId, value);
    const paper = file && procedure.papers.find(({ id }) => id === file.paperId);
    if (file === undefined || paper === undefined || files.length >= MAX_DECLARED_FILES) unknownReference = true;
    else add(file);
  }
  for (const { field, file } of parts.files) {
    const paper = procedure.papers.find(({ id }) => paperField(id) === field);
    if (paper === undefined) throw new Error(`a file of the unknown field ${field} was kept`);
    if (files.length < MAX_DECLARED_FILES) add({ paperId: paper.id, sha256: file.sha256, fileName: file.fileName });
    else refused.push({ field, problem: { code: 'declaration.file-count', facts: { file: file.fileName, files: MAX_DECLARED_FILES } } });
  }
  return { files, refused, unknownReference };
}

/** One fault for every field, with a sentence for each of its files: the summary leads to a field once. */
function fileFaults(refused: DeclarationParts['refused'], locale: Locale): readonly FieldFault[] {
  const byField = new Map<string, FieldFault>();
  for (const { field, problem } of refused) {
    const { sentence } = sayProblem(problem, locale);
    const before = byField.get(field);
    byField.set(field, before === undefined ? { field, code: problem.code, message: sentence } : { ...before, message: `${before.message} ${sentence}` });
  }
  return [...byField.values()];
}

function declarationOf(
  { commune, procedure }: DeclarationSetting,
  ids: DeclarationIds,
  entries: DeclarationEntries,
  { applicant, assistance }: Pick<CheckedEntries, 'applicant' | 'assistance'>,
  files: readonly DeclaredFile[],
): Parameters<typeof declareDossier>[1] {
  const papers = procedure.papers.flatMap((paper): readonly DeclaredPaper[] => {
    const own = files.filter((file) => file.paperId === paper.id);
    if (own.length === 0) return [];
    return [{ requirementId: paper.id, name: paper.name.vi, files: own.map(({ sha256, fileName }) => ({ sha256, fileName })) }];
  });
  return {
    commandId: ids.commandId,
    dossierId: ids.dossierId,
    communeCode: commune.code,
    procedureCode: procedure.code,
    applicant,
    content: entries.note,
    assistance,
    papers,
  };
}
