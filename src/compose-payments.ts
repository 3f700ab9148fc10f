import { hasRole } from './kernel/actor.ts';
import { type DossiersDeps, openByLink } from './modules/dossiers/index.ts';
import { getCommune } from './modules/identity/index.ts';
import { isRehearsing } from './modules/linked-cases/index.ts';
import { askGateways, counterRoutes, moneyNotices, createRehearsalGateway, REFUND_DECIDERS, refundRoutes, sendRefunds, createSignedGateway, loadGatewayDescription, loadRehearsalDescription, type OnlineDeps, type PayableDeps, payPageRoutes, purgeRehearsals, rehearsalRoutes } from './modules/payments/index.ts';
import { type Config } from './platform/config.ts';
import { type Database } from './platform/db/database.ts';
import { type Route } from './platform/http/route.ts';
import { type ScheduledJob, type Subscriber } from './platform/jobs/job.ts';
import { type LinkSigner } from './platform/secrets/link-signer.ts';

/** What payments stand on. */
interface PaymentGround {
  readonly foundations: { readonly db: Database; readonly links: LinkSigner; readonly config: Pick<Config, 'publicUrl' | 'gateway'> };
  readonly office: OnlineDeps['office'];
  readonly payables: PayableDeps;
  readonly dossiers: DossiersDeps;
  readonly desk: OnlineDeps['desk'];
}

/** The counter, the pages of payers, the gateways, and what goes on for them in the background. */
export function composePayments({ foundations, office, payables, dossiers, desk }: PaymentGround): { readonly routes: readonly Route[]; readonly jobs: readonly ScheduledJob[]; readonly subscribers: readonly Subscriber[] } {
  const { db, config } = foundations;
  const rehearsal = createRehearsalGateway(loadRehearsalDescription(), { merchant: 'XASO', secret: foundations.links.token('gateway', 'rehearsal') }, config.publicUrl, db);
  const own = config.gateway === undefined ? undefined : createSignedGateway(loadGatewayDescription(config.gateway.file), config.gateway, config.publicUrl);
  const deps: OnlineDeps = {
    db, office, payables, desk,
    publicUrl: config.publicUrl,
    bankAccountOf: dossiers.bankAccountOf,
    communeOf: (code) => getCommune(db, code),
    openByLink: (input, token) => openByLink(dossiers, input, token),
    gatewayOf: async (code) => ((await isRehearsing(db, code)) ? rehearsal.gateway : own),
    refundDecidersOf: async (code) => (await dossiers.colleaguesOf(code)).filter((actor) => hasRole(actor, ...REFUND_DECIDERS)).map(({ staffId }) => staffId),
    gatewayByKey: (key) => [own, rehearsal.gateway].find((one) => one?.description.key === key),
  };
  const cashiersOf = async (communeCode: string) => (await dossiers.colleaguesOf(communeCode)).filter((actor) => hasRole(actor, 'cashier')).map(({ staffId }) => staffId);
  return {
    subscribers: [moneyNotices({ dossiersOf: payables.dossiersOf, cashiersOf })],
    routes: [...counterRoutes(deps), ...refundRoutes(deps), ...payPageRoutes(deps), ...rehearsalRoutes(deps, rehearsal)],
    jobs: [
      { name: 'payments.ask-gateways', schedule: { everyMinutes: 1 }, run: (now, signal) => askGateways(deps, now, signal) },
      { name: 'payments.send-refunds', schedule: { everyMinutes: 1 }, run: (now, signal) => sendRefunds(deps, now, signal) },
      { name: 'payments.rehearse', schedule: { everyMinutes: 1 }, run: (now) => rehearsal.tellDue(deps, now) },
      { name: 'payments.purge-rehearsals', schedule: { dailyAt: '02:15' }, run: (now) => purgeRehearsals(db, now) },
    ],
  };
}
