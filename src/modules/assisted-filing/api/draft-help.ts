import { momentWords } from '../../../kernel/date-words.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { translator } from '../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { type DraftContent, type DraftHelp, type HelpState } from '../../forms/index.ts';
import { consentState } from '../domain/consent.ts';
import { PAD, strokesOfPicture } from '../domain/read-strokes.ts';
import { checkHelped, type Helper } from '../domain/who-helps.ts';
import { givenOf, listConsents } from '../store/consents.ts';
import { findFiling, helperOf, loadFilingForUpdate, markFilingSent } from '../store/filings.ts';
import { ASSISTED_WORDS } from '../ui/public/messages.ts';
import { ASSISTED_PATHS } from './assisted-paths.ts';
import { contentHash } from './content-hash.ts';
import { type HelpDeps } from './deps.ts';

/** What the pages of declarations are told of help: who helps, whether the person agreed to exactly this, and taking it into the dossier. */
export function createDraftHelp(deps: HelpDeps): DraftHelp {
  return {
    lineOf: async (draft, locale) => {
      const row = await findFiling(deps.db, draft);
      return row === undefined ? undefined : helperLine(helperOf(row), locale);
    },
    nameOf: async (draft) => (await findFiling(deps.db, draft))?.helper_name,
    told: async (draft, locale) => {
      const row = await findFiling(deps.db, draft);
      const newest = row?.sent_at == null ? undefined : (await listConsents(deps.db, draft))[0];
      return row === undefined || newest === undefined ? [] : [helperLine(helperOf(row), locale, true), consentLine({ way: newest.way, at: newest.given_at }, locale)];
    },
    drawn: async (draft) => {
      const row = await findFiling(deps.db, draft);
      const newest = row?.sent_at == null ? undefined : (await listConsents(deps.db, draft))[0];
      // Taken out at the end of its time, or as its person asked: that somebody agreed, when and how is still told.
      if (newest?.way !== 'signature' || newest.sha256 === null) return undefined;
      const read = await deps.files.read(newest.sha256);
      const path = read.ok ? strokesOfPicture(read.value.toString('utf8')) : undefined;
      return path === undefined ? undefined : { path, ...PAD, contentHash: newest.content_hash };
    },
    stateOf: (content, context) => helpState(deps, content, context),
    take: async (tx, content, state, now): Promise<Result<unknown>> => {
      const row = await loadFilingForUpdate(tx, content);
      if (state.kind === 'self' || row === undefined) return state.kind === 'self' && row === undefined ? ok(undefined) : refuse('form.draft-changed');
      const consent = consentState((await listConsents(tx, content)).map(givenOf), contentHash(content, helperOf(row)));
      if (consent.state !== 'given') return refuse(consent.state === 'none' ? 'assisted.consent-missing' : 'assisted.consent-outdated');
      await markFilingSent(tx, content, now);
      return ok(undefined);
    },
    paths: { who: ASSISTED_PATHS.who, agree: ASSISTED_PATHS.agree },
  };
}

/** Who helps and how the consent stands, for the reader. */
async function helpState(deps: HelpDeps, content: DraftContent, { actor, locale }: Pick<RequestContext, 'actor' | 'locale'>): Promise<HelpState> {
  const row = await findFiling(deps.db, content);
  if (row === undefined) return { kind: 'self' };
  const helper = helperOf(row);
  const checked = checkHelped(helper, content.person, {
    staffNumber: helper.staffId === null ? null : await deps.staffNumber(content.communeCode, helper.staffId),
    signedIn: actor.kind === 'citizen' ? actor.citizenNumber : null,
  });
  const consent = consentState((await listConsents(deps.db, content)).map(givenOf), contentHash(content, helper));
  return {
    kind: 'helped', line: helperLine(helper, locale), name: helper.name, by: helper.kind, staffId: helper.staffId,
    fault: checked.ok ? undefined : checked.problem,
    consent: consent.state === 'none' ? undefined : { way: consent.way, line: consentLine(consent, locale) },
    lacks: consent.state === 'given' ? undefined : { code: consent.state === 'none' ? 'assisted.consent-missing' : 'assisted.consent-outdated' },
  };
}

/** Who helps, in one line; `done`: who helped. */
export function helperLine({ kind, name, relation, team }: Pick<Helper, 'kind' | 'name' | 'relation' | 'team'>, locale: Locale, done = false): string {
  const t = translator(ASSISTED_WORDS, locale);
  const tense = done ? 'done' : 'line';
  switch (kind) {
    case 'officer':
      return t(`${tense}-officer`, { name });
    case 'team':
      return t(`${tense}-team`, { name, team: team ?? '' });
    case 'relative':
      return t(`${tense}-relative`, { name, relation: relation === null ? '' : t(`relation-${relation}`) });
  }
}

/** How and when the person agreed, in one line. */
export function consentLine({ way, at }: { readonly way: 'signature' | 'code' | 'recording'; readonly at: Date }, locale: Locale): string {
  const t = translator(ASSISTED_WORDS, locale);
  return t('consent-line', { moment: momentWords(at.getTime(), locale), way: t(`by-${way}`) });
}
