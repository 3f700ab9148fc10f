import { encodeQR } from 'qr';
import { Type } from 'typebox';
import { anyone, anyoneOrKiosk } from '../../../kernel/actor.ts';
import { momentWords } from '../../../kernel/date-words.ts';
import { isUuid } from '../../../kernel/uuid.ts';
import { narrowToCommune } from '../../../platform/db/commune-scope.ts';
import { type Answer, defineRoute, json, problemAnswer, redirect, type RequestContext, type Route, type RouteInput, type RouteSchema } from '../../../platform/http/route.ts';
import { fillMessage } from '../../../platform/i18n/catalogue.ts';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { answerSecret, SECRET_HEADERS } from '../../dossiers/index.ts';
import { failureWords, type GatewayFields } from '../domain/gateway-fields.ts';
import { missingOf, surplusOf } from '../domain/payable.ts';
import { findOnlinePayment, type OnlinePaymentRow } from '../store/online.ts';
import { findPayable, findPayment, listPayablesOf, type PayableRow } from '../store/payables.ts';
import { OnlinePage, type OnlineView } from '../ui/public/online-page.tsx';
import { PAY_WORDS } from '../ui/public/pay-messages.ts';
import { PayPage, type PayView } from '../ui/public/pay-page.tsx';
import { type LinkedDossier, type OnlineDeps } from './deps.ts';
import { hearGateway, payAddressOf, startOnline } from './online-payments.ts';
import { transferOf } from './payable-view.ts';
import { hearRefund } from './send-refunds.ts';

type PageInput = Pick<RouteInput<RouteSchema>, 'request' | 'context'>;

const tag = 'payments';
const TokenParams = Type.Object({ token: Type.String() });
const TryParams = Type.Object({ token: Type.String(), id: Type.String() });
const GatewayParams = Type.Object({ gateway: Type.String() });

/** Binds the way back from a gateway to the browser that set out: the secret link goes through no gateway. */
const BACK_COOKIE = 'xaso-nop-tien';

/** The pages on which a citizen pays: by the link of the slip, with or without a script; and the doors at which gateways tell. */
export function payPageRoutes(deps: OnlineDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/h/:token/nop-tien', policy: anyoneOrKiosk, summary: 'Nộp tiền cho hồ sơ / Pay for a dossier', tag, kind: 'page', schema: { params: TokenParams },
      handle: async (input) => {
        const opened = await deps.openByLink(input, input.params.token);
        return 'answer' in opened ? opened.answer : answerPayPage(deps, input, input.params.token, opened.dossier);
      },
    }),
    defineRoute({
      method: 'POST', url: '/h/:token/nop-tien', policy: anyone, summary: 'Bắt đầu nộp trực tuyến / Start an online payment', tag, kind: 'page', perMinute: 20,
      schema: { params: TokenParams, body: Type.Object({ commandId: Type.Optional(Type.String()), khoan: Type.Optional(Type.String()) }) },
      handle: async (input) => {
        const { token } = input.params;
        const { context } = input;
        const opened = await deps.openByLink(input, token);
        if ('answer' in opened) return opened.answer;
        const { communeCode, id: dossierId } = opened.dossier;
        const given = input.body.khoan ?? '';
        const payable = isUuid(given) ? await findPayable(deps.db, communeCode, given) : undefined;
        // Only what belongs to the dossier of the link: its holder starts nothing for anybody else.
        if (payable?.dossier_id !== dossierId) return redirect(`/h/${token}/nop-tien`, SECRET_HEADERS);
        const command = input.body.commandId ?? '';
        const started = await startOnline(deps, await deps.gatewayOf(communeCode), { communeCode, payableId: payable.id, commandId: isUuid(command) ? command : deps.payables.newId(), now: context.now, address: context.address });
        // Paid a moment ago, or asked for no longer: the page says how things stand.
        if (!started.ok) return redirect(`/h/${token}/nop-tien`, SECRET_HEADERS);
        return redirect(`/h/${token}/nop-tien/${started.value.id}`, { ...SECRET_HEADERS, 'set-cookie': backCookie(deps, token, started.value.id) });
      },
    }),
    defineRoute({
      method: 'GET', url: '/h/:token/nop-tien/:id', policy: anyoneOrKiosk, summary: 'Một lần nộp trực tuyến / One online payment', tag, kind: 'page', schema: { params: TryParams },
      handle: async (input) => {
        const { token, id } = input.params;
        const opened = await deps.openByLink(input, token);
        if ('answer' in opened) return opened.answer;
        const { communeCode, id: dossierId } = opened.dossier;
        const online = isUuid(id) ? await findOnlinePayment(deps.db, communeCode, id) : undefined;
        const payable = online === undefined ? undefined : await findPayable(deps.db, communeCode, online.payable_id);
        if (online === undefined || payable?.dossier_id !== dossierId) return redirect(`/h/${token}/nop-tien`, SECRET_HEADERS);
        return answerTry(deps, input, { online, payable, back: `/h/${token}/nop-tien`, here: `/h/${token}/nop-tien/${id}` });
      },
    }),
    defineRoute({
      method: 'GET', url: '/thanh-toan/:gateway/ve', policy: anyone, summary: 'Trở về từ cổng thanh toán / Back from a payment gateway', tag, kind: 'page', perMinute: 60, schema: { params: GatewayParams },
      handle: async (input) => {
        const { context } = input;
        const gateway = deps.gatewayByKey(input.params.gateway);
        if (gateway === undefined) return problemAnswer({ code: 'request.not-found' });
        const { online, verdict } = await hearGateway(deps, gateway, fieldsOf(input.request.query), { way: 'return', now: context.now, address: context.address });
        const [token, id] = (context.cookies[BACK_COOKIE] ?? '').split('.');
        // The browser that set out goes back to its own page; whoever comes with the address alone reads the outcome and nothing else.
        if (online !== undefined && token !== undefined && id === online.id) return redirect(`/h/${token}/nop-tien/${id}`, SECRET_HEADERS);
        if (online === undefined || verdict === 'forged' || verdict === 'unreadable') return answerUnknown(deps, input);
        narrowToCommune(online.commune_code);
        const [now, payable] = await Promise.all([findOnlinePayment(deps.db, online.commune_code, online.id), findPayable(deps.db, online.commune_code, online.payable_id)]);
        return now === undefined || payable === undefined ? answerUnknown(deps, input) : answerTry(deps, input, { online: now, payable, back: null, here: null });
      },
    }),
    ...(['GET', 'POST'] as const).map((method) => defineRoute({
      method, url: '/thanh-toan/:gateway/bao', policy: anyone, summary: 'Cổng thanh toán báo kết quả / A payment gateway tells', tag, kind: 'page', perMinute: 600, schema: { params: GatewayParams },
      handle: async (input) => {
        const { context } = input;
        const gateway = deps.gatewayByKey(input.params.gateway);
        if (gateway === undefined) return problemAnswer({ code: 'request.not-found' });
        // Which fields come is said by the description of the gateway, not by a contract of ours; only texts under their names go further.
        const fields = fieldsOf(method === 'GET' ? input.request.query : input.request.body);
        const { verdict } = await hearGateway(deps, gateway, fields, { way: 'callback', now: context.now, address: context.address });
        return json(gateway.description.answers[verdict]);
      },
    })),
    ...(['GET', 'POST'] as const).map((method) => defineRoute({
      method, url: '/thanh-toan/:gateway/hoan', policy: anyone, summary: 'Cổng thanh toán báo kết quả trả lại tiền / A payment gateway tells of a refund', tag, kind: 'page', perMinute: 600, schema: { params: GatewayParams },
      handle: async (input) => {
        const { context } = input;
        const gateway = deps.gatewayByKey(input.params.gateway);
        if (gateway === undefined) return problemAnswer({ code: 'request.not-found' });
        const verdict = await hearRefund(deps, gateway, fieldsOf(method === 'GET' ? input.request.query : input.request.body), { way: 'refund-callback', now: context.now, address: context.address });
        return json(gateway.description.answers[verdict]);
      },
    })),
  ];
}

/** So many fields, and so long ones, no gateway sends. */
const MOST_FIELDS = 60;
const LONGEST_FIELD = 500;

/** The texts of a query or body, each name once; undefined names and whatever is no text are left out. */
function fieldsOf(sent: unknown): GatewayFields {
  if (typeof sent !== 'object' || sent === null) return {};
  const texts = Object.entries(sent).flatMap(([name, value]: [string, unknown]) => (typeof value === 'string' || typeof value === 'number' ? [[name, String(value)] as const] : []));
  if (texts.length > MOST_FIELDS || texts.some(([name, value]) => name.length > LONGEST_FIELD || value.length > LONGEST_FIELD)) return {};
  return Object.fromEntries(texts);
}

function backCookie({ publicUrl }: OnlineDeps, token: string, id: string): string {
  return `${BACK_COOKIE}=${token}.${id}; Path=/thanh-toan; Max-Age=3600; HttpOnly; SameSite=Lax${publicUrl.startsWith('https:') ? '; Secure' : ''}`;
}

async function answerPayPage(deps: OnlineDeps, input: PageInput, token: string, dossier: LinkedDossier): Promise<Answer> {
  const { context } = input;
  const { communeCode } = dossier;
  const [rows, account, gateway, office, commune] = await Promise.all([listPayablesOf(deps.db, communeCode, dossier.id), deps.bankAccountOf(communeCode), deps.gatewayOf(communeCode), deps.office(), deps.communeOf(communeCode)]);
  const payables = rows.flatMap((row): readonly PayView[] => {
    const surplus = surplusOf(row);
    if (row.state === 'cancelled' && surplus === 0) return [];
    const transfer = transferOf(account, row);
    return [{
      id: row.id, purpose: row.purpose, state: row.state, amount: row.amount, missing: missingOf(row), surplus, commandId: deps.payables.newId(),
      transfer: transfer === null ? null : { ...transfer, modules: encodeQR(transfer.qr, 'raw') },
    }];
  });
  const words = PAY_WORDS[context.locale];
  const path = `/h/${token}/nop-tien`;
  const page = renderPublicPage(
    { context, office, title: fillMessage(words.title, { code: dossier.code }), path, indexed: false },
    // A machine that everybody uses is no place for cards and passwords: the phone scans the code from it.
    <PayPage locale={context.locale} code={dossier.code} procedure={dossier.procedure} payables={payables} gateway={gateway === undefined || context.display.kiosk === true ? null : gateway.description.label[context.locale]} action={path} back={`/h/${token}`} commune={commune} />,
  );
  return answerSecret(input, page);
}

async function onlineView(deps: OnlineDeps, online: OnlinePaymentRow, payable: PayableRow, { now, locale, address }: RequestContext): Promise<OnlineView> {
  const gateway = deps.gatewayByKey(online.gateway);
  const payment = online.payment_id === null ? undefined : await findPayment(deps.db, online.commune_code, online.payment_id);
  const failure = online.code === null || gateway === undefined ? undefined : failureWords(gateway.description, online.code);
  const open = online.state === 'started' && online.ends_at > now && payable.state === 'open' && gateway !== undefined;
  return {
    state: online.state, amount: online.amount, received: payment?.amount ?? null, missing: missingOf(payable), surplus: surplusOf(payable),
    gateway: gateway?.description.label[locale] ?? online.gateway, until: momentWords(online.ends_at.getTime(), locale, 'without-year'),
    address: open ? payAddressOf(deps, gateway, online, { address, locale }) : null,
    failure: online.state === 'failed' ? (failure?.[locale] ?? null) : null,
  };
}

async function answerTry(deps: OnlineDeps, input: PageInput, shown: { readonly online: OnlinePaymentRow; readonly payable: PayableRow; readonly back: string | null; readonly here: string | null }): Promise<Answer> {
  const { context } = input;
  const [office, commune, view] = await Promise.all([deps.office(), deps.communeOf(shown.online.commune_code), onlineView(deps, shown.online, shown.payable, context)]);
  const page = renderPublicPage(
    { context, office, title: PAY_WORDS[context.locale][shown.here === null ? 'return-title' : 'online-title'], path: shown.here ?? '/tra-cuu', indexed: false },
    <OnlinePage locale={context.locale} view={view} back={shown.back} here={shown.here} commune={commune} />,
  );
  return answerSecret(input, page);
}

async function answerUnknown(deps: OnlineDeps, input: PageInput): Promise<Answer> {
  const { context } = input;
  const words = PAY_WORDS[context.locale];
  const page = renderPublicPage({ context, office: await deps.office(), title: words['return-title'], path: '/tra-cuu', indexed: false }, <><h1>{words['return-title']}</h1><p>{words['return-unknown']}</p></>);
  return answerSecret(input, page, 404);
}
