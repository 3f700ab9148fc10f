import { dateAt, msOfDayAt } from '../../../kernel/local-time.ts';
import { dayWords, timeWords } from '../../../kernel/date-words.ts';
import { type Database } from '../../../platform/db/database.ts';
import { finding, type HealthFinding } from '../../../platform/health/finding.ts';
import { type DeviceRow, listDevicesToWatch } from '../store/devices.ts';
import { SILENT_MS } from './device-routes.ts';

/** A device that was ended because its key was copied is spoken of for a week. */
const ALARM_MS = 7 * 24 * 60 * 60_000;

/** A device with when it was seen last, as it is named in the examination. */
function seenWords({ name, lastSeenAt }: DeviceRow, now: Date): string {
  if (lastSeenAt === null) return `${name} (—)`;
  const time = timeWords(Math.floor(msOfDayAt(lastSeenAt.getTime()) / 60_000), 'vi');
  const day = dateAt(lastSeenAt.getTime());
  return `${name} (${day === dateAt(now.getTime()) ? time : `${time} ${dayWords(day, 'vi', 'without-year')}`})`;
}

/** Judges devices: those whose key was copied, those that nobody has seen for a day, and when the others were seen last. */
function judgeDevices(devices: readonly DeviceRow[], now: Date): readonly HealthFinding[] {
  const copied = devices.filter(({ endReason }) => endReason === 'replayed' || endReason === 'other-browser');
  const living = devices.filter(({ endedAt }) => endedAt === null);
  const isSilent = ({ lastSeenAt, pairedAt }: DeviceRow): boolean => now.getTime() - (lastSeenAt ?? pairedAt).getTime() >= SILENT_MS;
  const [silent, seen] = [living.filter(isSilent), living.filter((device) => !isSilent(device))];
  const list = (some: readonly DeviceRow[]): string => some.map((device) => seenWords(device, now)).join(', ');
  return [
    ...(copied.length === 0 ? [] : [finding('devices.copied', 'bad', { devices: copied.map(({ name }) => name).join(', ') })]),
    ...(silent.length === 0 ? [] : [finding('devices.silent', 'attention', { devices: list(silent) })]),
    ...(seen.length === 0 ? [] : [finding('devices.well', 'well', { count: seen.length, devices: list(seen) })]),
  ];
}

/** When the devices of the installation were seen last, judged; nothing where there are none. */
export async function checkDevices(db: Database, now: Date): Promise<readonly HealthFinding[]> {
  return judgeDevices(await listDevicesToWatch(db, new Date(now.getTime() - ALARM_MS)), now);
}
