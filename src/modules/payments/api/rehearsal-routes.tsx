import { anyone } from '../../../kernel/actor.ts';
import { inCommune } from '../../../platform/db/commune-scope.ts';
import { defineRoute, problemAnswer, redirect, type Route } from '../../../platform/http/route.ts';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { answerSecret, SECRET_HEADERS } from '../../dossiers/index.ts';
import { type GatewayFields } from '../domain/gateway-fields.ts';
import { findByOrderNumber } from '../store/online.ts';
import { REHEARSAL_WORDS, RehearsalPage } from '../ui/public/rehearsal-page.tsx';
import { type OnlineDeps } from './deps.ts';
import { type RehearsalGateway, REHEARSALS } from './rehearsal-gateway.ts';

const tag = 'payments';

/** The texts of what was sent; what is no text is left out. */
function textsOf(sent: unknown): GatewayFields {
  if (typeof sent !== 'object' || sent === null) return {};
  return Object.fromEntries(Object.entries(sent).flatMap(([name, value]: [string, unknown]) => (typeof value === 'string' && value.length <= 500 ? [[name, value]] : [])));
}

/** The pages of the rehearsal gateway. They open for signed orders of this installation alone, and such orders exist in a demonstration only. */
export function rehearsalRoutes(deps: OnlineDeps, rehearsal: RehearsalGateway): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/cong-tap-duot', policy: anyone, summary: 'Cổng thanh toán tập dượt / Rehearsal gateway', tag, kind: 'page', schema: {},
      handle: async (input) => {
        const fields = textsOf(input.request.query);
        const order = rehearsal.readOrder(fields);
        if (order === undefined) return problemAnswer({ code: 'request.not-found' });
        const { context } = input;
        const page = renderPublicPage(
          { context, office: await deps.office(), title: REHEARSAL_WORDS[context.locale].title, path: '/', indexed: false },
          <RehearsalPage locale={context.locale} number={order.number} amount={order.amount} choices={REHEARSALS} order={fields} />,
        );
        return answerSecret(input, page);
      },
    }),
    defineRoute({
      method: 'POST', url: '/cong-tap-duot', policy: anyone, summary: 'Chọn điều xảy ra ở cổng tập dượt / Choose what the rehearsal gateway does', tag, kind: 'page', perMinute: 60, schema: {},
      handle: async ({ request, context }) => {
        const sent = textsOf(request.body);
        const fields = Object.fromEntries(Object.entries(sent).flatMap(([name, value]) => (name.startsWith('don-') ? [[name.slice(4), value]] : [])));
        const order = rehearsal.readOrder(fields);
        const chosen = REHEARSALS.find((one) => one === sent['chon']);
        const online = order === undefined ? undefined : await findByOrderNumber(deps.db, rehearsal.gateway.description.key, order.number);
        if (order === undefined || chosen === undefined || online === undefined) return problemAnswer({ code: 'request.not-found' });
        const back = await inCommune(online.commune_code, () => rehearsal.play(deps, order, online.commune_code, chosen, { now: context.now, address: context.address }));
        const { pathname, search } = new URL(back);
        return redirect(`${pathname}${search}`, SECRET_HEADERS);
      },
    }),
  ];
}
