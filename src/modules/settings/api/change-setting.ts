import { type StaffActor } from '../../../kernel/actor.ts';
import { refuseInstallation } from '../../../kernel/installation-standing.ts';
import { refuseRight } from '../../../kernel/assurance.ts';
import { dateAt, formatTimeOfDay, msOfDayAt, parseLocalDate } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { inCommune, inWholeInstallation } from '../../../platform/db/commune-scope.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type SettingChanged, type SettingChangeRequest, type SettingPreview, type SettingPreviewRequest, type SettingReturnRequest, type SettingValue } from '../contract/setting-schemas.ts';
import { decideSettingChange, type SettingFacts, type SettingWish } from '../domain/decide-setting-change.ts';
import { type ResolvedSetting, resolveSetting, type SettingEntry } from '../domain/resolve-setting.ts';
import { controlOf } from '../domain/setting-control.ts';
import { codeOfLevel, findSettingChange, listRevisions, listSettingChanges, listSettingOfAll, listStoredSettings, lockSetting, writeSetting } from '../store/settings.ts';
import { fitsSetting, type Setting } from './define-setting.ts';
import { allSettings, type SettingsDeps } from './deps.ts';
import { ruleOf } from './read-setting.ts';

/** A wish with its setting and everything that decides on it. */
interface Ground {
  readonly setting: Setting<unknown>;
  readonly facts: SettingFacts;
  /** Why the asker may not decide for all communes now. */
  readonly lacking: ReturnType<typeof refuseInstallation>;
}

async function groundOf(deps: SettingsDeps, db: Database | Tx, key: string, actor: StaffActor, context: RequestContext): Promise<Result<Ground>> {
  const setting = allSettings(deps).find((one) => one.key === key);
  if (setting === undefined) return refuse('settings.unknown');
  const standing = await deps.standingOf(db, actor, context.now);
  const entries = await listStoredSettings(db, actor.communeCode, [key]);
  return ok({
    setting,
    facts: {
      today: dateAt(context.now.getTime()), override: setting.override, needsReason: setting.needsReason, control: controlOf(setting.schema), fits: (value) => fitsSetting(setting, value),
      law: setting.law?.[context.locale] ?? null, entries, mayChangeInstallation: standing.speaks,
    },
    lacking: refuseInstallation(standing, actor, context.now.getTime()),
  });
}

/** A day that exists, or a refusal: 31 February is no day. */
function readDay(day: string): Result<string> {
  const read = parseLocalDate(day);
  return read.ok ? read : refuse('settings.no-such-day', { day }, 'validFrom');
}

/** The entries as they would be after a change. */
function withEntry(entries: readonly SettingEntry[], entry: SettingEntry): readonly SettingEntry[] {
  return [...entries.filter(({ level, validFrom }) => level !== entry.level || validFrom !== entry.validFrom), entry];
}

async function effectIn(deps: SettingsDeps, { setting }: Ground, entry: SettingEntry, commune: { readonly code: string; readonly name: string }, entries: readonly SettingEntry[], context: RequestContext): Promise<SettingPreview['communes'][number]> {
  const rule = ruleOf(setting);
  const at = (all: readonly SettingEntry[]): ResolvedSetting => resolveSetting(all, rule, entry.validFrom);
  const [before, after] = [at(entries), at(withEntry(entries, entry))];
  const changes = JSON.stringify(before.value) !== JSON.stringify(after.value);
  const effects = changes && setting.effect !== undefined ? await inCommune(commune.code, () => setting.effect?.(deps.db, { communeCode: commune.code, before: before.value, after: after.value, now: context.now }) ?? []) : [];
  return {
    code: commune.code, name: commune.name, before: before.value as SettingValue, after: after.value as SettingValue, keepsOwn: entry.level === 'installation' && after.from === 'commune', losesOwn: entry.level === 'installation' && before.from === 'commune' && after.from !== 'commune',
    effects: effects.map((effect) => ({ count: effect.count, words: effect[context.locale] })),
  };
}

/** A province asks 177 communes; more at once would only wait for each other, and leave no connection to the counters. */
const AT_ONCE = 4;

/** Does work for every entry, a few at once; the answers stand in the order of the entries. */
async function someAtOnce<T, R>(entries: readonly T[], work: (entry: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  const turns = entries.entries();
  const line = async (): Promise<void> => {
    for (const [place, entry] of turns) done[place] = await work(entry);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, line));
  return done;
}

/** What a change would do, commune by commune, before anybody decides. Writes nothing. */
export async function previewSetting(deps: SettingsDeps, request: SettingPreviewRequest, actor: StaffActor, context: RequestContext): Promise<Result<SettingPreview>> {
  const day = readDay(request.validFrom);
  if (!day.ok) return day;
  const ground = await groundOf(deps, deps.db, request.key, actor, context);
  if (!ground.ok) return ground;
  const decided = decideSettingChange({ ...request, validFrom: day.value }, ground.value.facts);
  if (!decided.ok) return decided;
  const revisions = await listRevisions(deps.db, actor.communeCode, [request.key]);
  const forAll = request.level === 'installation';
  const communes = (await deps.communes()).filter(({ code }) => forAll || code === actor.communeCode);
  // What every commune has set for itself, in one question; work for all of them, and only for whoever speaks for all.
  const stored = forAll ? await inWholeInstallation(() => listSettingOfAll(deps.db, request.key)) : new Map([[actor.communeCode, ground.value.facts.entries]]);
  const common = ground.value.facts.entries.filter(({ level }) => level === 'installation');
  const found = await someAtOnce(communes, (commune) => effectIn(deps, ground.value, decided.value, commune, forAll ? [...common, ...(stored.get(commune.code) ?? [])] : ground.value.facts.entries, context));
  const revision = revisions.get(`${codeOfLevel(request.level, actor.communeCode)} ${request.key}`) ?? 0;
  if (!forAll) return ok({ revision, communes: found, effects: [] });
  return ok({ revision, communes: found.map((commune) => ({ ...commune, effects: communes.length === 1 ? commune.effects : [] })), effects: communes.length === 1 ? [] : addUp(found) });
}

/** Figures of all communes together: how many of whom stays with each commune. */
function addUp(communes: SettingPreview['communes']): SettingPreview['effects'] {
  const sums = new Map<string, number>();
  for (const { count, words } of communes.flatMap(({ effects }) => effects)) sums.set(words, (sums.get(words) ?? 0) + count);
  return [...sums].map(([words, count]) => ({ count, words }));
}

async function save(deps: SettingsDeps, kind: string, request: { readonly commandId: string; readonly expectedRevision: number }, wish: SettingWish & { readonly key: string }, actor: StaffActor, context: RequestContext): Promise<Result<SettingChanged>> {
  const { communeCode } = actor;
  const { now } = context;
  const { key, level } = wish;
  // How people sign in is a way into every account: whoever changes it has proved lately who it is.
  const lacking = key.startsWith('identity.') ? refuseRight(actor.assurance, 'recover-account', now.getTime()) : undefined;
  if (lacking !== undefined) return refuse(lacking);
  const code = codeOfLevel(level, communeCode);
  const envelope = { communeCode, commandId: request.commandId, kind, actor, request, now, address: context.address };
  const work = (): Promise<Result<SettingChanged>> => runCommand<SettingChanged>(deps.db, envelope, async (tx) => {
    await lockSetting(tx, code, key);
    const revision = (await listRevisions(tx, communeCode, [key])).get(`${code} ${key}`) ?? 0;
    if (revision !== request.expectedRevision) {
      const last = (await listSettingChanges(tx, communeCode, [key], { before: null, limit: 50 })).find((change) => change.level === level);
      return refuse('settings.changed-meanwhile', { by: last?.actorName ?? '–', time: last === undefined ? '–' : formatTimeOfDay(Math.floor(msOfDayAt(last.at.getTime()) / 60_000)) });
    }
    const ground = await groundOf(deps, tx, key, actor, context);
    if (!ground.ok) return ground;
    if (level === 'installation') {
      const refused = refuseAbove(ground.value);
      if (refused !== undefined) return refused;
    }
    const decided = decideSettingChange(wish, ground.value.facts);
    if (!decided.ok) return decided;
    await writeSetting(tx, communeCode, { ...decided.value, key }, { staffId: actor.staffId, name: actor.fullName, at: now });
    const next = (await listRevisions(tx, communeCode, [key])).get(`${code} ${key}`) ?? 0;
    const { value, fixed, withdrawn, validFrom, reason } = decided.value;
    return ok({ result: { key, revision: next }, journal: { action: 'setting.changed', object: `setting:${key}`, facts: { level, value, fixed, withdrawn, validFrom, reason, change: next } } });
  });
  // What holds for the whole installation is written as work on the whole of it; only who may change it comes here with that level.
  const done = await (level === 'installation' ? inWholeInstallation(work) : work());
  if (done.ok) deps.onChanged();
  return done;
}

/** Why somebody may not change what holds for all communes; undefined when nothing stands against it. */
function refuseAbove({ lacking }: Ground): ReturnType<typeof refuse> | undefined {
  if (lacking === undefined) return undefined;
  return lacking === 'not-yours' ? refuse('settings.installation-not-yours', {}, 'level') : refuse(lacking);
}

/** Changes a setting of the commune or the installation from a day on, with its history and the journal. Refuses whoever looked at an older value. */
export async function changeSetting(deps: SettingsDeps, request: SettingChangeRequest, actor: StaffActor, context: RequestContext): Promise<Result<SettingChanged>> {
  const day = readDay(request.validFrom);
  if (!day.ok) return day;
  const allowed = await groundOf(deps, deps.db, request.key, actor, context);
  if (!allowed.ok) return allowed;
  const refused = request.level === 'installation' ? refuseAbove(allowed.value) : undefined;
  if (refused !== undefined) return refused;
  return save(deps, 'change-setting', request, { ...request, validFrom: day.value }, actor, context);
}

/** Lets an earlier value of the history hold again from today on: a new change, with the day of the old one as its reason. */
export async function returnToSetting(deps: SettingsDeps, request: SettingReturnRequest, actor: StaffActor, context: RequestContext): Promise<Result<SettingChanged>> {
  const change = await findSettingChange(deps.db, actor.communeCode, request.changeId);
  if (change === undefined || change.value === null) return refuse('settings.change-unknown');
  const allowed = await groundOf(deps, deps.db, change.key, actor, context);
  if (!allowed.ok) return refuse('settings.change-unknown');
  const refused = change.level === 'installation' ? refuseAbove(allowed.value) : undefined;
  if (refused !== undefined) return refused;
  const [year, month, date] = dateAt(change.at.getTime()).split('-');
  const wish: SettingWish & { readonly key: string } = {
    key: change.key, level: change.level, act: 'set', value: change.value, fixed: change.fixed, validFrom: dateAt(context.now.getTime()),
    reason: `Dùng lại giá trị của lần đổi ngày ${date ?? ''}/${month ?? ''}/${year ?? ''}`,
  };
  return save(deps, 'return-to-setting', request, wish, actor, context);
}
