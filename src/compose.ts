import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { formRoutes } from './compose-forms.ts';
import { dossierFees, exemptionsOf, feesDeps, localFeesOf } from './compose-fees.ts';
import { declarationPages, familyMatters, formEars } from './compose-declarations.ts';
import { administrationFigures, bookDeps } from './compose-figures.ts';
import { composePayments } from './compose-payments.ts';
import { cashDesk, feeReceiptRoutes, moneyEars, receiptDeps, receiptsOfDossiers } from './compose-receipts.ts';
import { officeJobs } from './compose-jobs.ts';
import { remember } from './compose-remember.ts';
import { PROBLEMS, SETTINGS } from './compose-tables.ts';
import { hasRole } from './kernel/actor.ts';
import { dateAt, dayAt, instantOn } from './kernel/local-time.ts';
import { createUuidSource } from './kernel/uuid.ts';
import { administrationRoutes } from './modules/administration/index.ts';
import { countOpenMessages, createJsonOutgoing, exchangeRoutes, queueState } from './modules/exchange/index.ts';
import { type CalendarMove, calendarRoutes, createCalendars, differentWorkingDays, findHoursNotice, installDefaultCalendar, type MoveReason } from './modules/calendar/index.ts';
import { bindPages, correctPerson, countOpenByUnit, dossierRoutes, type DossiersDeps, eraseOfPerson, findCitizenAffairs, findDossierCodes, findHeldNumbers, findKnownNumbers, findPersonCard, findPersonCardByNumber, findReadyResults, findViewStanding, followMoney, listCaseDossiers, listPayableDossiers, listPersonDossiers, lockDossier, moveDeadlines, moveUnitDossiers, openForCitizen, prepareCaseReception, previewDeadlineMoves, publicDossierRoutes, restrictPerson } from './modules/dossiers/index.ts';
import { checkDevices, devicePageRoutes, deviceRoutes, type DevicesDeps, withDevices } from './modules/devices/index.ts';
import { accountSafetyRoutes } from './modules/account-safety/index.ts';
import { bankStatementRoutes } from './modules/bank-statements/index.ts';
import { certificationRoutes, signCertification, signerCompares } from './modules/certification/index.ts';
import { communeMergeRoutes, type CommuneMergesDeps } from './modules/commune-merges/index.ts';
import {
  checkAccounts,
  closeCommune,
  type CommuneChoice,
  countAdministrators,
  createHomeCommune,
  createIdentify,
  findBankAccount, getCommune,
  identityRoutes,
  listCommunes,
  listStaffActors, listStaffMembers, listUnits,
  listVillages, listWorkingCommunes, lockCommune,
  makeSecretToken,
  readCommuneChoice,
  reopenCommune,
  type SetUpCode,
  unitRoutes,
} from './modules/identity/index.ts';
import { feeRoutes } from './modules/fees/index.ts';
import { type FormCatalogue } from './modules/forms/index.ts';
import { checkInstallation, findInstallationStanding, installationRoutes, openNamingsOf } from './modules/installation-administrators/index.ts';
import { numberBookRoutes } from './modules/number-books/index.ts';
import { checkReceipt, receiptSubscriber } from './modules/fee-receipts/index.ts';
import { operationsRoutes } from './modules/operations/index.ts';
import { paperRoutes, verifyRoutes } from './modules/official-papers/index.ts';
import { checkJournals, createViewKeeper, type JournalDeps, journalRoutes, listViewers, MONTHS_IN_TABLES, openArchiveFiles } from './modules/journal/index.ts';
import { inboxRoutes, inboxSubscriber } from './modules/notifications/index.ts';
import { bundleDoor, togetherOf } from './modules/life-events/index.ts';
import { citizenCase, createHttpLine, createRehearsalLine, followDossier, groupInForce, isRehearsing, linkedCaseRoutes, type LinkedCasesDeps, loadLinkedGroups, NO_LINE } from './modules/linked-cases/index.ts';
import { findCommune as findPlace, findPlaces } from './modules/places/index.ts';
import { createDossierPayables, type PayableDeps } from './modules/payments/index.ts';
import { listHeldDossiers, personSources, type PrivacyDeps, privacyRoutes } from './modules/privacy/index.ts';
import { portalRoutes } from './modules/portal/index.ts';
import { roleRoutes } from './modules/roles/index.ts';
import { readSetting, settingsRoutes } from './modules/settings/index.ts';
import { createSingleSignOn } from './modules/single-sign-on/index.ts';
import { staffListRoutes } from './modules/staff-lists/index.ts';
import { type Catalogue, proceduresRoutes, type ScanCounter } from './modules/procedures/index.ts';
import { uploadRoutes, type UploadsDeps } from './modules/uploads/index.ts';
import { type Config } from './platform/config.ts';
import { inWholeInstallation } from './platform/db/commune-scope.ts';
import { type Database, type Tx } from './platform/db/database.ts';
import { examineHealth } from './platform/health/examine.ts';
import { type FileStore } from './platform/files/file-store.ts';
import { type HealthSource, healthRoute } from './platform/http/health-route.ts';
import { countInDatabase } from './platform/http/request-counts.ts';
import { type Route } from './platform/http/route.ts';
import { type ServerParts } from './platform/http/server.ts';
import { type JobList } from './platform/jobs/job.ts';
import { countWaitingMessages } from './platform/jobs/count-waiting.ts';
import { type LinkSigner } from './platform/secrets/link-signer.ts';
import { type Sealer } from './platform/secrets/sealer.ts';
import { apiDocsRoutes } from './web/api-docs/api-docs-routes.tsx';
import { type PageCache } from './web/public/page-cache/page-cache.ts';
import { createProblemPage } from './web/public/problem-page/problem-page.tsx';
import { renderPublicPage } from './web/public/public-page/render-public-page.tsx';
import { type PublicOffice } from './web/public/public-page/public-office.ts';
import { publicContentSecurityPolicy } from './web/public/security-policy/security-policy.ts';
import { builtScript, staffAssetRoutes } from './web/staff-assets.ts';

export { PROBLEMS, SETTINGS };

/** What the program has when its routes are built. */
export interface Foundations {
  readonly config: Pick<Config, 'host' | 'publicUrl' | 'log' | 'backupFolder' | 'exchange' | 'agencies' | 'receipts' | 'signOn' | 'gateway'>;
  readonly version: string;
  readonly db: Database;
  /** Runs work as the owner of the database, on a connection that is closed afterwards. */
  readonly asOwner: <T>(work: (db: Database) => Promise<T>) => Promise<T>;
  readonly files: FileStore;
  readonly links: LinkSigner;
  readonly sealer: Sealer;
  readonly catalogue: Catalogue;
  /** What citizens are asked when they declare a procedure. */
  readonly forms: FormCatalogue;
  readonly scans: ScanCounter;
  /** Public pages that are ready; forgotten whenever reference data changes. */
  readonly cache: PageCache;
  readonly setUpCode: SetUpCode;
  readonly health: HealthSource;
  /** The data folder. */
  readonly folder: string;
  /** Where pages and papers that were made once are kept. */
  readonly cacheFolder: string;
  readonly clock: () => Date;
}

/** A commune with its kind in front: “Xã Hoa Lộc”. */
function communeName({ kind, name }: { readonly kind: string; readonly name: string }): string {
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${name}`;
}

/** A place as a choice for the set-up, or nothing for one whose kind is not a commune's. */
function choices(place: Parameters<typeof readCommuneChoice>[0]): readonly CommuneChoice[] {
  const choice = readCommuneChoice(place);
  return choice === undefined ? [] : [choice];
}

/** Builds from all modules the server's parts (the routes, who asks, how refusals look) and what goes on in the background. */
export function compose(foundations: Foundations): ServerParts & { readonly background: JobList } {
  const { db, clock, config, version, cache } = foundations;
  const today = () => dateAt(clock().getTime());
  const newId = createUuidSource({ now: () => clock().getTime(), randomBytes });
  const calendars = createCalendars(db);
  const homeCommune = createHomeCommune(db);
  const identify = createIdentify(db, newId);

  // Everybody, with an account still open or not: old dossiers keep the names of those who handled them.
  const staffNames = remember(clock, async () => {
    const communes = await listCommunes(db);
    const lists = await Promise.all(communes.map(({ code }) => listStaffMembers(db, code, today())));
    return new Map(lists.flat().map((person) => [person.id, person.fullName]));
  });
  const villages = remember(clock, async () => {
    const commune = await homeCommune.find();
    return commune === undefined ? [] : listVillages(db, commune.code, today());
  });
  let lastOffice: PublicOffice | undefined;
  const office = remember(clock, async (): Promise<PublicOffice | undefined> => {
    const commune = await homeCommune.find();
    if (commune === undefined) return undefined;
    lastOffice = {
      name: communeName(commune),
      centreName: commune.centreName,
      address: commune.address,
      hotline: commune.hotline,
      ...(await findHoursNotice(db, commune.code, today())),
    };
    return lastOffice;
  });

  const signOnLabel = config.signOn.find(({ kind }) => kind === 'citizen')?.label;
  const groups = loadLinkedGroups();
  const family = familyMatters({ db, links: foundations.links }, foundations.forms, foundations.catalogue, groups);
  const following = { groups, newId, calendarOf: calendars.getCalendar };
  const staffName = async (_communeCode: string, id: string) => (await staffNames()).get(id);
  const archives = openArchiveFiles(join(foundations.folder, 'archives', 'journal'), foundations.sealer);
  const archiveDeps = { db, archives, heldDossiers: (code: string) => listHeldDossiers(db, code), monthsOf: (code: string, now: Date) => readSetting(db, code, MONTHS_IN_TABLES, now) };
  const journalDeps: JournalDeps = {
    ...archiveDeps, publicUrl: config.publicUrl, office, homeCommune: () => homeCommune.find(), communeOf: (code) => getCommune(db, code), staffName,
    standingOf: (actor, dossierId) => findViewStanding(db, actor, dossierId),
    unitsOf: (code) => listUnits(db, code, today()),
    peopleOf: (code) => listStaffMembers(db, code, today()),
    codesOf: (code, ids) => findDossierCodes(db, code, ids),
  };
  const receipts = receiptDeps({ db, newId, randomBytes, publicUrl: config.publicUrl, settings: config.receipts, today });
  const payableDeps: PayableDeps = {
    newId, randomBytes, lockDossier,
    dossiersOf: listPayableDossiers,
    onMoney: (tx, change) => followMoney(dossierDeps, tx, change),
    ...moneyEars(receipts),
  };
  const fees = feesDeps({ db, newId, catalogue: foundations.catalogue, calendarOf: calendars.getCalendar, payables: payableDeps, onRates: () => { cache.clear(); } });
  const dossierDeps: DossiersDeps = {
    db,
    files: foundations.files,
    links: foundations.links,
    publicUrl: config.publicUrl,
    newId,
    randomBytes,
    homeCommune: () => homeCommune.find(),
    office,
    communeOf: (code, tx) => getCommune(tx ?? db, code),
    calendarOf: calendars.getCalendar,
    onStateChange: (tx, change) => queueState(newId, tx, change),
    procedureInForce: (communeCode, code, at) => foundations.catalogue.dossierProcedure(communeCode, code, at),
    ...formEars(db, foundations.forms, family.companions, { newId, homeCommune: () => homeCommune.find(), whole: () => dossierDeps }),
    procedureSpan: (code) => foundations.catalogue.span(code),
    togetherOf: (communeCode, dossierId) => togetherOf(family, communeCode, dossierId),
    villagesOf: (code) => listVillages(db, code, today()),
    colleaguesOf: (code) => listStaffActors(db, code, today()),
    unitsOf: (code) => listUnits(db, code, today()),
    onSigned: signCertification, signerCompares,
    bankAccountOf: (code) => findBankAccount(db, code),
    money: createDossierPayables(payableDeps, { db, bankAccountOf: (code) => findBankAccount(db, code), desk: cashDesk(receipts) }),
    fees: dossierFees(fees, db),
    feeReceipts: receiptsOfDossiers(receipts),
    signOnLabel,
    staffName,
    viewersOf: (communeCode, dossierId, locale) => listViewers(journalDeps, communeCode, dossierId, locale),
    caseOf: (communeCode, caseId, context) => citizenCase({ ...following, db }, communeCode, caseId, context),
    onCaseDossier: (tx, dossier) => followDossier(following, tx, dossier),
  };
  const payments = composePayments({ foundations, office, payables: payableDeps, dossiers: dossierDeps, desk: cashDesk(receipts) });
  const calendarDeps = {
    db, calendars, newId,
    previewMoves: previewDeadlineMoves,
    moveDossiers: (tx: Tx, move: CalendarMove, reason: MoveReason) => moveDeadlines(dossierDeps, tx, move, reason),
  };
  const listFields = (code: string, day: string) => [...new Set(foundations.catalogue.inForce(code, day).map(({ pack }) => pack.field))];
  const unitDeps = {
    db, identify, newId, listFields,
    openDossiers: countOpenByUnit,
    moveDossiers: (tx: Tx, move: Parameters<typeof moveUnitDossiers>[2], limit: number) => moveUnitDossiers(dossierDeps, tx, move, limit),
  };
  const uploadsDeps: UploadsDeps = {
    db, newId, office,
    files: foundations.files,
    links: foundations.links,
    bindPages: (communeCode, { fileName, pages }, now) => bindPages(dossierDeps, communeCode, { fileName, pages: [...pages] }, now),
  };
  const rehearsal = createRehearsalLine();
  const line = config.agencies === undefined ? NO_LINE : createHttpLine({ ...config.agencies, timeout: 15_000 });
  const linkedDeps: LinkedCasesDeps = {
    ...following,
    db,
    staffName: dossierDeps.staffName,
    colleaguesOf: dossierDeps.colleaguesOf,
    lineOf: async (communeCode) => ((await isRehearsing(db, communeCode)) ? rehearsal : line),
    prepareDossier: (request, part, actor, now) => prepareCaseReception(dossierDeps, request, part, actor, now),
    listCaseDossiers: (communeCode, caseId) => listCaseDossiers(db, communeCode, caseId),
  };

  const privacyDeps: PrivacyDeps = {
    db, newId, office,
    maskedParts: findHeldNumbers,
    personNumbers: findKnownNumbers,
    findPerson: findPersonCard,
    findPersonByNumber: findPersonCardByNumber,
    correctPerson, restrictPerson, eraseOfPerson,
    personDossiers: listPersonDossiers,
    decidersOf: async (code) => (await listStaffActors(db, code, today())).filter((actor) => hasRole(actor, 'administrator', 'president')),
    sources: personSources(dossierDeps.staffName),
    officeOf: (code) => getCommune(db, code),
    openedDossier: (input, token) => openForCitizen(dossierDeps, input, token),
  };
  const mergeDeps: CommuneMergesDeps = {
    db, newId, clock, lockCommune, closeCommune, reopenCommune, countWaitingMessages,
    asOwner: foundations.asOwner,
    communes: () => listWorkingCommunes(db),
    communeName: async (code) => communeName(await getCommune(db, code)),
    countAdministrators: (code) => countAdministrators(db, code, today()),
    countDifferentDays: async (one, other, now) => differentWorkingDays(await calendars.getCalendar(one), await calendars.getCalendar(other), dateAt(now.getTime())),
    forgetCommunes: () => { homeCommune.forget(); },
  };

  const devicesDeps: DevicesDeps = {
    db, newId, office, publicUrl: config.publicUrl,
    sealer: foundations.sealer,
    newSecret: makeSecretToken,
    communeName: async (code) => communeName(await getCommune(db, code)),
    unitsOf: (code) => listUnits(db, code, today()),
    staffName,
    calendarOf: calendars.getOpening,
    readyToday: (code, now) => findReadyResults(db, code, new Date(instantOn(dayAt(now.getTime()), 0)), 24),
  };
  const outgoing = config.exchange === undefined ? undefined : createJsonOutgoing({ ...config.exchange, timeout: 15_000 });
  const paperDeps = { db, publicUrl: config.publicUrl, trackingLink: (dossierId: string) => `${config.publicUrl}/h/${foundations.links.token('dossier', dossierId)}` };
  const signOn = createSingleSignOn(
    config.signOn,
    { db, links: foundations.links, publicUrl: config.publicUrl, newId, staffName, staff: { db, identify, homeCommune, newId }, homeCommune: () => homeCommune.find(), office, affairsOf: (actor, context) => findCitizenAffairs(dossierDeps, actor, context) },
    identify.identify,
    clock,
  );
  const identifyAll = withDevices(devicesDeps, signOn.identify);
  const outside = !['127.0.0.1', 'localhost', '::1'].includes(config.host);
  const examine = () => inWholeInstallation(() => examineHealth(
    { db, files: foundations.files, folder: foundations.folder, keyPath: join(foundations.folder, 'secret-key'), config, clock, more: [() => checkAccounts(db, today(), outside), () => checkInstallation(db, today()), () => checkDevices(db, clock()), ({ all }) => checkJournals(db, archives, clock(), all)] },
    { all: false },
  ));
  const routes: readonly Route[] = [
    healthRoute(foundations.health),
    ...exchangeRoutes({
      db,
      newId,
      dossiers: dossierDeps,
      proceduresOf: (communeCode, now) => foundations.catalogue.inForce(communeCode, dateAt(now.getTime())).map(({ pack }) => ({ code: pack.code, name: pack.name })),
      outgoing,
      randomBytes,
    }),
    ...portalRoutes({ signOnLabel, getOffice: office, listVillages: villages, cache, version }),
    ...signOn.routes,
    ...identityRoutes({
      db,
      identify,
      homeCommune,
      newId,
      sealer: foundations.sealer,
      publicUrl: config.publicUrl,
      passkeyScript: builtScript('passkey-sign-in'),
      installCalendar: installDefaultCalendar,
      listFields,
      openNamingsOf,
      secure: config.publicUrl.startsWith('https:'),
      renderPage: async (page, children) => renderPublicPage({ ...page, office: await office() }, children),
      setUpCode: foundations.setUpCode,
      signOn: signOn.staff,
      searchCommunes: (query) => Promise.resolve(findPlaces(query).flatMap((place) => place.todayCommunes.flatMap(choices))),
      findCommuneChoice: (code) => {
        const place = findPlace(code);
        return Promise.resolve(place === undefined ? undefined : readCommuneChoice(place));
      },
    }),
    ...accountSafetyRoutes({
      db, identify, homeCommune, newId, sealer: foundations.sealer, secure: config.publicUrl.startsWith('https:'),
      renderPage: async (page, children) => renderPublicPage({ ...page, office: await office() }, children),
    }),
    ...unitRoutes(unitDeps),
    ...staffListRoutes({ db, newId, listFields, openNamingsOf, officeOf: (code) => getCommune(db, code), signInAddress: `${config.publicUrl}/can-bo`, forgetStaff: (id) => { identify.forgetStaff(id); } }),
    ...roleRoutes({ db, routes: () => routes }),
    ...proceduresRoutes({ db, catalogue: foundations.catalogue, scans: foundations.scans, cache, version, newId, homeCommune: () => homeCommune.find(), office, publicUrl: config.publicUrl, cacheFolder: foundations.cacheFolder, clock, exemptionsOf, localFeesOf: localFeesOf(db), bundleDoor: (slug, day) => bundleDoor(family.events, slug, day) }),
    ...formRoutes({ db, catalogue: foundations.catalogue, forms: foundations.forms, newId, office, publicUrl: config.publicUrl }),
    ...dossierRoutes(dossierDeps),
    ...publicDossierRoutes(dossierDeps),
    ...uploadRoutes(uploadsDeps),
    ...feeRoutes(fees),
    ...declarationPages(dossierDeps, foundations.forms, { ...family, groupInForce: (code, day) => groupInForce(groups, code, day) !== undefined }),
    ...privacyRoutes(privacyDeps),
    ...inboxRoutes(db),
    ...calendarRoutes(calendarDeps),
    ...journalRoutes(journalDeps),
    ...numberBookRoutes(bookDeps(db)),
    ...administrationRoutes({ counters: administrationFigures(db, receipts, SETTINGS.flatMap(({ settings }) => settings.map(({ key }) => key))) }),
    ...installationRoutes({ db, newId }),
    ...settingsRoutes({ db, groups: SETTINGS, communes: () => listWorkingCommunes(db), standingOf: findInstallationStanding, onChanged: () => { identify.forgetSettings(); } }),
    ...operationsRoutes({ db, exchangeTrouble: (communeCode) => countOpenMessages(db, communeCode), examine }),
    ...communeMergeRoutes(mergeDeps),
    ...linkedCaseRoutes(linkedDeps),
    ...certificationRoutes(dossierDeps),
    ...payments.routes,
    ...bankStatementRoutes({ db, newId, payables: payableDeps, accountOf: dossierDeps.bankAccountOf }),
    ...paperRoutes(paperDeps),
    ...feeReceiptRoutes(receipts),
    ...verifyRoutes({ ...paperDeps, office, others: [checkReceipt] }),
    ...deviceRoutes(devicesDeps),
    ...devicePageRoutes(devicesDeps),
    ...staffAssetRoutes(),
    ...apiDocsRoutes({ problems: PROBLEMS, getOffice: office, cache, version }),
  ];

  const background: JobList = {
    subscribers: [inboxSubscriber(newId), ...payments.subscribers, receiptSubscriber(receipts)],
    jobs: officeJobs({
      files: foundations.files, exchange: { db, outgoing, randomBytes }, archive: archiveDeps, payments: payments.jobs, receipts,
      dossiers: dossierDeps, calendar: calendarDeps, merges: mergeDeps, linked: linkedDeps, units: unitDeps, privacy: privacyDeps,
    }),
  };

  return {
    background,
    routes,
    problems: PROBLEMS,
    identify: identifyAll,
    keepView: createViewKeeper(journalDeps),
    renderProblemPage: createProblemPage(() => lastOffice),
    contentSecurityPolicy: publicContentSecurityPolicy(),
    version,
    clock,
    countRequest: countInDatabase(db),
    logLevel: config.log,
    secure: config.publicUrl.startsWith('https:'),
  };
}
