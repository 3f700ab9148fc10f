import { hasRole } from './kernel/actor.ts';
import { tellUnusualHelpers } from './modules/assisted-filing/index.ts';
import { adoptOfficialDays, settleCalendarChanges } from './modules/calendar/index.ts';
import { type CommuneMergesDeps, PERFORM_JOB, performAgreedMerges } from './modules/commune-merges/index.ts';
import { purgeDevices } from './modules/devices/index.ts';
import { type DossiersDeps, tellLateDossiers, tellSilentAgencies, tellUntakenHandovers } from './modules/dossiers/index.ts';
import { sendDue } from './modules/exchange/index.ts';
import { type FeeReceiptsDeps } from './modules/fee-receipts/index.ts';
import { purgeDrafts } from './modules/forms/index.ts';
import { purgeLifeBundles } from './modules/life-events/index.ts';
import { listCommunes, listWorkingCommunes, purgeOldIdentity, settleUnits } from './modules/identity/index.ts';
import { type ArchiveDeps, archiveJournals, noteVerifications } from './modules/journal/index.ts';
import { exchange, type LinkedCasesDeps, tellTrouble, tellUnacknowledged } from './modules/linked-cases/index.ts';
import { eraseWhenDue, type PrivacyDeps, tellDataRequests } from './modules/privacy/index.ts';
import { purgeSignOn } from './modules/single-sign-on/index.ts';
import { purgeBundles } from './modules/uploads/index.ts';
import { receiptJobs } from './compose-receipts.ts';
import { clearOutFiles } from './platform/files/clear-out-files.ts';
import { type FileStore } from './platform/files/file-store.ts';
import { forgetRequestCounts } from './platform/http/request-counts.ts';
import { type ScheduledJob } from './platform/jobs/job.ts';
import { forgetToldMessages } from './platform/jobs/outbox-tasks.ts';

/** What the work of the background is done with. */
export interface JobParts {
  readonly files: FileStore;
  readonly exchange: Parameters<typeof sendDue>[0];
  readonly archive: ArchiveDeps;
  readonly dossiers: DossiersDeps;
  readonly calendar: Parameters<typeof settleCalendarChanges>[0];
  readonly merges: CommuneMergesDeps;
  readonly linked: LinkedCasesDeps;
  readonly units: Parameters<typeof settleUnits>[0];
  readonly privacy: PrivacyDeps;
  readonly receipts: FeeReceiptsDeps;
  readonly payments: readonly ScheduledJob[];
}

/** Everything that is done on a schedule. An office's machine is off at night: what is due then is done when it starts in the morning. */
export function officeJobs({ files, exchange: line, archive, dossiers, calendar, merges, linked, units, privacy, receipts, payments }: JobParts): readonly ScheduledJob[] {
  const { db, archives } = archive;
  return [
    { name: 'dossiers.tell-late', schedule: { everyMinutes: 1 }, run: (now, signal) => tellLateDossiers(dossiers, now, signal) },
    { name: 'linked-cases.exchange', schedule: { everyMinutes: 1 }, run: (now) => exchange(linked, null, now) },
    { name: 'dossiers.tell-silent-agencies', schedule: { dailyAt: '07:05' }, run: (now, signal) => tellSilentAgencies(dossiers, now, signal) },
    { name: 'assisted-filing.tell-unusual', schedule: { dailyAt: '06:40' }, run: async (now, signal) => tellUnusualHelpers({ db, newId: dossiers.newId, communes: (await listWorkingCommunes(db)).map(({ code }) => code), leadersOf: async (code) => (await dossiers.colleaguesOf(code)).filter((actor) => hasRole(actor, 'president')) }, now, signal) },
    { name: 'dossiers.tell-handovers', schedule: { everyMinutes: 1 }, run: (now, signal) => tellUntakenHandovers(dossiers, now, signal) },
    { name: 'calendar.settle', schedule: { everyMinutes: 1 }, run: (now, signal) => settleCalendarChanges(calendar, now, signal) },
    { name: 'calendar.adopt-official-days', schedule: { dailyAt: '00:30' }, run: (now, signal) => adoptOfficialDays(calendar, now, signal) },
    { name: PERFORM_JOB, schedule: { everyMinutes: 1 }, run: (now, signal) => performAgreedMerges(merges, now, signal) },
    ...receiptJobs(receipts),
    { name: 'exchange.send', schedule: { everyMinutes: 1 }, run: (now, signal) => sendDue(line, null, now, signal) },
    {
      name: 'linked-cases.tell-unacknowledged', schedule: { everyMinutes: 1 },
      run: (now, signal) => tellUnacknowledged({ db, tell: (tx, found, transfer, at) => tellTrouble(linked, tx, found, transfer, 'transfer-unacknowledged', null, at) }, now, signal),
    },
    ...payments,
    { name: 'identity.settle-units', schedule: { everyMinutes: 1 }, run: (now, signal) => settleUnits(units, now, signal) },
    { name: 'privacy.tell-requests', schedule: { everyMinutes: 1 }, run: (now, signal) => tellDataRequests(privacy, now, signal) },
    { name: 'privacy.retention', schedule: { dailyAt: '01:40' }, run: async (now, signal) => eraseWhenDue(privacy, (await listCommunes(db)).map(({ code }) => code), now, signal) },
    { name: 'journal.archive', schedule: { dailyAt: '01:10' }, run: (now, signal) => archiveJournals(archive, now, signal) },
    { name: 'journal.verify', schedule: { dailyAt: '02:40' }, run: (now, signal) => noteVerifications(db, archives, now, signal) },
    { name: 'identity.purge', schedule: { dailyAt: '02:00' }, run: (now) => purgeOldIdentity(db, now) },
    { name: 'single-sign-on.purge', schedule: { dailyAt: '02:05' }, run: (now) => purgeSignOn(db, now) },
    { name: 'forms.purge-drafts', schedule: { dailyAt: '02:06' }, run: (now, signal) => purgeDrafts(db, now, signal) },
    { name: 'life-events.purge', schedule: { dailyAt: '02:07' }, run: (now, signal) => purgeLifeBundles(db, now, signal) },
    { name: 'devices.purge', schedule: { dailyAt: '02:08' }, run: (now) => purgeDevices(db, now) },
    { name: 'uploads.purge', schedule: { dailyAt: '02:09' }, run: (now) => purgeBundles(db, now) },
    { name: 'files.clear-out', schedule: { dailyAt: '02:10' }, run: (now, signal) => clearOutFiles(db, files, now, signal) },
    { name: 'requests.forget', schedule: { everyMinutes: 30 }, run: (now) => forgetRequestCounts(db, now) },
    { name: 'outbox.forget', schedule: { dailyAt: '02:20' }, run: (now) => forgetToldMessages(db, now) },
  ];
}
