import { onlyRoles, staffOf } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { refuse, type Result, ok } from '../../../kernel/result.ts';
import { bytes, defineRoute, json, problemAnswer, type RequestContext, type Route, showing } from '../../../platform/http/route.ts';
import { showsOne } from '../../../platform/http/shows.ts';
import { findDossierPerson, listReachable } from '../../dossiers/index.ts';
import { writeCsv } from '../../exchange/index.ts';
import { ConsentCountsResponse, ConsentParams, ConsentRequest, ConsentResponse, DossierConsentsResponse, RecipientsParams } from '../contract/consent-schemas.ts';
import { isConsented, purposesOn } from '../domain/consent.ts';
import { listStanding, listStandingOfAll } from '../store/consents.ts';
import { consentingPeople, sayConsent } from './consents.ts';
import { type PrivacyDeps } from './deps.ts';
import { consentPurposes } from './privacy-data.ts';

const tag = 'privacy';
const counter = onlyRoles('reception');
const deciders = onlyRoles('president', 'administrator');
type Deps = Pick<PrivacyDeps, 'db' | 'newId'>;
type Asked = Pick<RequestContext, 'now' | 'locale'>;

/** What the person of a dossier may be asked for, with what was said; refuses a dossier that is not there. */
async function dossierConsents({ db }: Deps, communeCode: string, dossierId: string, { now, locale }: Asked): Promise<Result<DossierConsentsResponse>> {
  const person = await findDossierPerson(db, communeCode, dossierId);
  if (person === undefined) return refuse('dossier.not-found');
  const { personId, fullName, hasPhone } = person;
  const standing = personId === null ? [] : await listStanding(db, { communeCode, personId }, now);
  const day = dateAt(now.getTime());
  return ok({
    fullName, hasPhone, known: personId !== null,
    items: purposesOn(consentPurposes(), day).map(({ purpose, name, words }) => {
      const said = standing.find((one) => one.purpose === purpose);
      return {
        purpose, name: name[locale], words: words[locale], standing: said?.act ?? null, at: said?.at.toISOString() ?? null,
        outdated: said?.act === 'given' && !isConsented(consentPurposes(), standing, purpose, day),
      };
    }),
  });
}

async function consentCounts({ db }: Deps, communeCode: string, { now, locale }: Asked): Promise<ConsentCountsResponse> {
  const all = await listStandingOfAll(db, communeCode, now);
  const items: ConsentCountsResponse['items'] = [];
  for (const { purpose, name, words, version } of purposesOn(consentPurposes(), dateAt(now.getTime()))) {
    const said = all.filter((one) => one.purpose === purpose);
    const reachable = await listReachable(db, communeCode, await consentingPeople(db, communeCode, purpose, now));
    items.push({
      purpose, name: name[locale], words: words[locale], given: said.filter((one) => one.act === 'given' && one.version === version).length, withdrawn: said.filter((one) => one.act === 'withdrawn').length,
      outdated: said.filter((one) => one.act === 'given' && one.version !== version).length, reachable: reachable.length,
    });
  }
  return { items };
}

/** Consents at the counter and what rests on them: whoever has not consented is on no list of recipients. */
export function consentRoutes(deps: Deps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/api/dossiers/:id/consents', policy: counter, summary: 'What the person of a dossier has consented to', tag, kind: 'api',
      shows: showsOne('consents.viewed', 'dossier', { part: 'consents' }), schema: { params: ConsentParams, response: DossierConsentsResponse },
      handle: async ({ params, context }) => {
        const view = await dossierConsents(deps, staffOf(context.actor).communeCode, params.id, context);
        return view.ok ? json(view.value) : problemAnswer(view.problem);
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/dossiers/:id/consents', policy: counter, summary: 'Write down what the person at the counter says about one purpose', tag, kind: 'api',
      schema: { params: ConsentParams, body: ConsentRequest, response: ConsentResponse },
      handle: async ({ params, body, context }) => {
        const { communeCode } = staffOf(context.actor);
        const person = await findDossierPerson(deps.db, communeCode, params.id);
        if (person === undefined) return problemAnswer({ code: 'dossier.not-found' });
        if (person.personId === null) return problemAnswer({ code: 'privacy.person-not-found' });
        const said = await sayConsent(deps, { communeCode, personId: person.personId }, { ...body, channel: 'counter' }, context.actor, context);
        return said.ok ? json({ purpose: body.purpose, standing: body.act }) : problemAnswer(said.problem);
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/consents', policy: deciders, summary: 'How many people have consented to each purpose', tag, kind: 'api', schema: { response: ConsentCountsResponse },
      handle: async ({ context }) => json(await consentCounts(deps, staffOf(context.actor).communeCode, context)),
    }),
    defineRoute({
      method: 'GET', url: '/api/consents/:purpose/recipients.csv', policy: deciders, summary: 'Names and phones of those who have consented to a purpose, and of nobody else', tag, kind: 'api', perMinute: 10,
      schema: { params: RecipientsParams }, shows: { action: 'consents.recipients-taken' },
      handle: async ({ params, context }) => {
        const { communeCode } = staffOf(context.actor);
        if (!purposesOn(consentPurposes(), dateAt(context.now.getTime())).some(({ purpose }) => purpose === params.purpose)) return problemAnswer({ code: 'privacy.purpose-unknown', field: 'purpose' });
        const people = await listReachable(deps.db, communeCode, await consentingPeople(deps.db, communeCode, params.purpose, context.now));
        const file = bytes(writeCsv([['Họ và tên', 'Số điện thoại'], ...people.map(({ fullName, phone }) => [fullName, phone])]), 'text/csv; charset=utf-8', { 'content-disposition': `attachment; filename="nguoi-nhan-${params.purpose}.csv"`, 'cache-control': 'no-store' });
        return showing(file, { object: `commune:${communeCode}`, part: params.purpose, count: people.length });
      },
    }),
  ];
}
