import { fillMessage } from '../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { answerLinesOf, type ReviewDifference, compareTold, digitsIn, type DraftCompanions, type FactSource, type Told } from '../../forms/index.ts';
import { eventOfBundle, type LifeEvent } from '../domain/life-event.ts';
import { bundlePhase } from '../domain/member-standing.ts';
import { findBundleByCode, findBundleOfDraft, findTogether, markMemberSent, type WholeBundle } from '../store/bundles.ts';
import { BUNDLE_WORDS } from '../ui/public/messages.ts';
import { BUNDLE_PATHS } from './bundle-paths.ts';
import { bundleCodeDigest, bundleToken } from './bundle-secrets.ts';
import { type CompanionDeps } from './deps.ts';
import { sourceOf, tellMembers, type ToldMember } from './member-facts.ts';

type Declared = Extract<Told, { readonly state: 'open' | 'sent' }>;

/** A fact that two declarations of a bundle say differently, seen from one of them, and how it would be changed in the other. */
export interface BundleDifference {
  readonly other: string;
  readonly title: ReviewDifference['title'];
  /** The question in this declaration and in the other. */
  readonly field: string;
  readonly there: string;
  readonly shown: Pick<ReviewDifference, 'label' | 'here' | 'there'>;
  readonly told: Declared;
  readonly draftId: string;
  /** What the other would say then; undefined where that cannot be told. */
  readonly change: Parameters<typeof answerLinesOf>[2];
}

/** What the other declarations of a bundle say otherwise than one of them. Each fact is named once, by this declaration's question. */
export function bundleDifferences(event: LifeEvent, me: ToldMember, all: readonly ToldMember[], locale: Locale, now: Date): readonly BundleDifference[] {
  const mine = me.told;
  if (mine.state === 'none') return [];
  return all.flatMap((other): readonly BundleDifference[] => {
    const { row, told } = other;
    if (row.key === me.row.key || told.state === 'none' || row.draft_id === null) return [];
    const draftId = row.draft_id;
    const difference = (field: string, here: ReviewDifference['here'], label: string, there: string, said: string, change: BundleDifference['change']): BundleDifference => ({
      other: row.key, title: told.form.definition.title[locale], field, there, told, draftId, shown: { label, here, there: said }, change: told.state === 'open' && told.judged.fields.has(there) ? change : undefined,
    });
    const compare = (source: FactSource | undefined, with_: Declared) => (source === undefined ? [] : compareTold(source, with_, now));
    const taken = compare(sourceOf(event, other, me.row.key), mine).map((one) => {
      const here = answerLinesOf(mine.form, one.to, one.here, locale);
      return difference(one.to, here.answer, here.label, one.from, answerLinesOf(told.form, one.from, one.there, locale).answer, one.byHere);
    });
    const seen = new Set(taken.map(({ there }) => there));
    const given = compare(sourceOf(event, me, row.key), told).filter(({ to }) => !seen.has(to)).map((one) => {
      const here = answerLinesOf(mine.form, one.from, one.there, locale);
      return difference(one.from, here.answer, here.label, one.to, answerLinesOf(told.form, one.to, one.here, locale).answer, Array.isArray(one.byThere) ? undefined : one.byThere);
    });
    return withoutOtherDeclarant(mine, [...taken, ...given]);
  });
}

/** When name and number, or name and birth date, are others, somebody else of the family declares here: that is no mistake to be mended. */
function withoutOtherDeclarant({ form }: Declared, differences: readonly BundleDifference[]): readonly BundleDifference[] {
  const facts = new Map(form.definition.groups.flatMap(({ fields }) => fields.map(({ id, fact }) => [id, fact ?? ''] as const)));
  const differing = new Set(differences.map(({ field }) => facts.get(field) ?? ''));
  const isAnother = differing.has('applicant.fullName') && (differing.has('applicant.citizenNumber') || differing.has('applicant.birthDate'));
  return isAnother ? differences.filter(({ field }) => facts.get(field)?.startsWith('applicant.') !== true) : differences;
}

/** The declarations of one life event as the pages of each of them see the others. */
export function createCompanions(deps: CompanionDeps): DraftCompanions {
  const open = async (communeCode: string, draftId: string, now: Date) => {
    const found = await findBundleOfDraft(deps.db, communeCode, draftId);
    const event = found === undefined ? undefined : eventOf(deps, found);
    return found === undefined || event === undefined || bundlePhase({ expiresAt: found.bundle.expires_at, closedAt: found.bundle.closed_at }, now) === 'closed' ? undefined : { ...found, event };
  };
  return {
    of: async ({ communeCode, draftId }, locale) => {
      const found = await findBundleOfDraft(deps.db, communeCode, draftId);
      const event = found === undefined ? undefined : eventOf(deps, found);
      return found === undefined || event === undefined || found.bundle.closed_at !== null ? undefined : { label: fillMessage(BUNDLE_WORDS[locale]['list-title'], { event: event.name[locale] }), href: BUNDLE_PATHS.list(bundleToken(deps, found.bundle.id)) };
    },
    differences: async ({ communeCode, draftId }, { locale, now }) => {
      const found = await open(communeCode, draftId, now);
      if (found === undefined) return [];
      const all = await tellMembers(deps, found, now);
      const me = all.find(({ row }) => row.key === found.member.key);
      if (me === undefined) return [];
      const token = bundleToken(deps, found.bundle.id);
      return bundleDifferences(found.event, me, all, locale, now).map((one): ReviewDifference => ({
        field: one.field, label: one.shown.label, here: one.shown.here, title: one.title, there: one.shown.there, sent: one.told.state === 'sent', open: one.told.path,
        change: one.change === undefined ? undefined : { action: BUNDLE_PATHS.change(token), hidden: { tu: me.row.key, cau: one.field, sang: one.other, ban: String(one.told.version) } },
      }));
    },
    sent: async (tx, { communeCode, draftId, dossierId }, now) => {
      const found = await findBundleOfDraft(tx, communeCode, draftId);
      const event = found === undefined ? undefined : eventOf(deps, found);
      if (found === undefined) return;
      await markMemberSent(tx, communeCode, draftId, dossierId, now);
      await deps.noteTogether(tx, communeCode, dossierId, event?.name.vi ?? found.bundle.event_code, now);
    },
    openByCode: async (communeCode, code, digits, now) => {
      const found = await findBundleByCode(deps.db, communeCode, bundleCodeDigest(deps, code));
      if (found === undefined || bundlePhase({ expiresAt: found.bundle.expires_at, closedAt: found.bundle.closed_at }, now) !== 'open') return undefined;
      const known = await knownDigits(deps, found, now);
      return known.includes(digits) || found.bundle.opening_digits === digits ? BUNDLE_PATHS.list(bundleToken(deps, found.bundle.id)) : undefined;
    },
  };
}

/** The life event that a bundle was begun with. */
export function eventOf({ events }: Pick<CompanionDeps, 'events'>, { bundle }: Pick<WholeBundle, 'bundle'>): LifeEvent | undefined {
  return eventOfBundle(events, bundle.event_code, bundle.event_from);
}

/** The four digits that open a bundle: the ends of every phone and number in its declarations. */
export async function knownDigits(deps: Pick<CompanionDeps, 'db' | 'links' | 'forms'>, found: WholeBundle, now: Date): Promise<readonly string[]> {
  const all = await tellMembers(deps, found, now);
  return all.flatMap(({ told }) => (told.state === 'none' ? [] : digitsIn(told.form, told.judged.answers)));
}

/** The matter that a dossier was declared for, with all its dossiers; undefined for one that stands alone. */
export async function togetherOf({ db, events }: Pick<CompanionDeps, 'db' | 'events'>, communeCode: string, dossierId: string): Promise<{ readonly event: { readonly vi: string; readonly en: string }; readonly dossierIds: readonly string[] } | undefined> {
  const found = await findTogether(db, communeCode, dossierId);
  if (found === undefined) return undefined;
  const event = eventOfBundle(events, found.eventCode, found.eventFrom);
  return { event: event?.name ?? { vi: found.eventCode, en: found.eventCode }, dossierIds: found.dossierIds };
}
