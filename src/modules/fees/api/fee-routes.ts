import { anyStaff, onlyRoles, staffOf } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { type Result } from '../../../kernel/result.ts';
import { type Answer, defineRoute, json, problemAnswer, type Route } from '../../../platform/http/route.ts';
import { showsOne } from '../../../platform/http/shows.ts';
import { ChangeFeesRequest, EnterOnlineExemptionRequest, EnterRateRequest, FeesDone, FeesParams, FeesResponse, PreviewRequest, PreviewResponse, RateEntered, RatesResponse } from '../contract/fee-schemas.ts';
import { assessFees } from '../domain/assess-fees.ts';
import { changeFees } from './change-fees.ts';
import { type FeesDeps } from './deps.ts';
import { enterOnlineExemption, enterRate } from './enter-rate.ts';
import { assessmentView, FEE_KEEPERS, feesView, optionsView } from './fees-view.ts';
import { feeFacts } from './prepare-fees.ts';
import { ratesView } from './rates-view.ts';

const tag = 'fees';

const answerOf = <T>(done: Result<T>): Answer => (done.ok ? json(done.value) : problemAnswer(done.problem));

/** Fees of dossiers, and the amounts that the province and the office set. */
export function feeRoutes(deps: FeesDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'POST', url: '/api/fees/preview', policy: onlyRoles(...FEE_KEEPERS), summary: 'The fees of a dossier before anything is written: lines, exemptions, what may be claimed', tag, kind: 'api',
      schema: { body: PreviewRequest, response: PreviewResponse },
      handle: async ({ body, context }) => {
        const today = dateAt(context.now.getTime());
        const { procedureCode, channel, day, filedOn, fees } = body;
        const facts = await feeFacts(deps, { communeCode: staffOf(context.actor).communeCode, procedureCode, channel, day: day ?? today, filedOn: filedOn ?? today });
        if (!facts.ok) return problemAnswer(facts.problem);
        const assessed = assessFees(facts.value, fees);
        return assessed.ok ? json({ ...assessmentView(assessed.value, facts.value, context.locale), options: optionsView(facts.value, context.locale) }) : problemAnswer(assessed.problem);
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/dossiers/:id/fees', policy: anyStaff, summary: 'The fees of a dossier: lines with basis, what was asked for, and how they were changed', tag, kind: 'api',
      schema: { params: FeesParams, response: FeesResponse },
      shows: showsOne('dossier.viewed', 'dossier', { part: 'fees' }),
      handle: async ({ params, context }) => answerOf(await feesView(deps, params.id, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/dossiers/:id/fees', policy: onlyRoles(...FEE_KEEPERS), summary: 'Changes the fees of a dossier with a reason, or assesses them for the first time', tag, kind: 'api',
      schema: { params: FeesParams, body: ChangeFeesRequest, response: FeesDone },
      handle: async ({ params, body, context }) => answerOf(await changeFees(deps, params.id, body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'GET', url: '/api/fee-rates', policy: onlyRoles('administrator'), summary: 'The amounts that the province and the office set, with their history', tag, kind: 'api',
      schema: { response: RatesResponse },
      handle: async ({ context }) => json(await ratesView(deps, staffOf(context.actor).communeCode, context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/fee-rates', policy: onlyRoles('administrator'), summary: 'Enters the amount of a charge from a day on, or ends it', tag, kind: 'api',
      schema: { body: EnterRateRequest, response: RateEntered },
      handle: async ({ body, context }) => answerOf(await enterRate(deps, body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/fee-rates/online', policy: onlyRoles('administrator'), summary: 'Enters what the province takes off dossiers filed online, from a day on', tag, kind: 'api',
      schema: { body: EnterOnlineExemptionRequest, response: RateEntered },
      handle: async ({ body, context }) => answerOf(await enterOnlineExemption(deps, body, staffOf(context.actor), context)),
    }),
  ];
}
