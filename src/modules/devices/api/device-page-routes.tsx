import { type ReactElement } from 'react';
import { Type } from 'typebox';
import { anyoneOrDevice, type DeviceActor, deviceOf, onlyDevices } from '../../../kernel/actor.ts';
import { dateWords, momentWords, timeWords } from '../../../kernel/date-words.ts';
import { normalize } from '../../../kernel/legal-clock/working-time.ts';
import { dateAt, msOfDayAt } from '../../../kernel/local-time.ts';
import { type Answer, defineRoute, redirect, type RequestContext, type Route, type RouteInput, type RouteSchema } from '../../../platform/http/route.ts';
import { answerPage } from '../../../web/public/page-cache/answer-page.ts';
import { DEVICE_PATHS } from '../../../web/public/kiosk/kiosk-paths.ts';
import { KIOSK_STYLES } from '../../../web/public/kiosk/kiosk-styles.ts';
import { CHOICES } from '../../../web/public/public-page/display-choices.ts';
import { ownPath } from '../../../web/public/public-page/own-path.ts';
import { type PublicPageProps } from '../../../web/public/public-page/public-page.tsx';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { digestCookie } from '../../identity/index.ts';
import { DEVICE_PROBLEMS } from '../contract/problems.ts';
import { PAIRING_LIFE_MS, pairingState } from '../domain/judge-pairing.ts';
import { showPairingCode } from '../domain/pairing-code.ts';
import { findDevice } from '../store/devices.ts';
import { findPairing } from '../store/pairings.ts';
import { DEVICE_WORDS, type DeviceWord } from '../ui/public/device-messages.ts';
import { KioskPage } from '../ui/public/kiosk-page.tsx';
import { PairingPage, StaffAtDevicePage } from '../ui/public/pairing-page.tsx';
import { CounterScreenPage, DisplayPage, type ScreenNow } from '../ui/public/screen-pages.tsx';
import { type DevicesDeps } from './deps.ts';
import { DEVICE_KEY_COOKIE, endedKeyCookie, endedPairingCookie, keyCookie, PAIRING_COOKIE, pairingCookie } from './device-cookies.ts';
import { beginPairing, claimKey, codeOfSecret } from './pair-device.ts';
import { renewKey, whyNoDevice } from './renew-key.ts';

type PageInput = Pick<RouteInput<RouteSchema>, 'request' | 'context'>;
type Look = Partial<Pick<PublicPageProps, 'refreshSeconds' | 'screen' | 'sheet'>>;

const TAG = 'devices';
/** How soon a waiting device sees that it was paired. */
const PAIRING_REFRESH_S = 5;
/** How soon a screen shows what is new, and notices that it was revoked. */
const SCREEN_REFRESH_S = 30;
/** Somebody may stand before a kiosk and read. */
const KIOSK_REFRESH_S = 300;
/** As many as a screen shows legibly. */
const MOST_CODES = 24;
const HOMES = { 'kiosk': DEVICE_PATHS.kiosk, 'display': DEVICE_PATHS.display, 'counter-screen': DEVICE_PATHS.counterScreen } as const satisfies Record<DeviceActor['deviceKind'], string>;
/** The pages of a dossier: four digits that were typed at a kiosk count there for minutes, and not after “finished”. */
const DOSSIER = /^\/h\/([\w-]{22})(?=$|[/?#])/u;

/** The pages of devices: pairing, and the first page of each kind. All of them work without a script. */
export function devicePageRoutes(deps: DevicesDeps): readonly Route[] {
  const secure = (request: { readonly protocol: string }): boolean => deps.publicUrl.startsWith('https:') || request.protocol === 'https';

  const answer = async (input: PageInput, title: string, path: string, content: ReactElement, look: Look, cookies: readonly string[] = [], status = 200): Promise<Answer> => {
    const { context } = input;
    const page = await answerPage(input, renderPublicPage({ context, office: await deps.office(), title, path, indexed: false, ...look }, content), status);
    return page.kind === 'html' && cookies.length > 0 ? { ...page, headers: { ...page.headers, 'set-cookie': cookies } } : page;
  };

  /** The first page of a device, with its next key when that is due. */
  const home = async (input: PageInput, title: string, path: string, content: ReactElement, look: Look): Promise<Answer> => {
    const key = await renewKey(deps, deviceOf(input.context.actor), input.context);
    return answer(input, title, path, content, look, key === undefined ? [] : [keyCookie(key, secure(input.request))]);
  };

  const screenNow = async ({ actor, locale, now }: RequestContext): Promise<ScreenNow> => {
    const at = now.getTime();
    const next = normalize(await deps.calendarOf(deviceOf(actor).communeCode), at);
    return {
      locale,
      time: timeWords(Math.floor(msOfDayAt(at) / 60_000), locale),
      day: dateWords(dateAt(at), locale),
      isOpen: next?.reason === null,
      opensAt: next === undefined || next.reason === null ? null : momentWords(next.at, locale, 'without-year'),
      hours: (await deps.office())?.hours ?? [],
    };
  };

  return [
    defineRoute({
      method: 'GET', url: DEVICE_PATHS.pair, policy: anyoneOrDevice, summary: 'Ghép thiết bị: mã cho quản trị nhập / Pair this device', tag: TAG, kind: 'page', perMinute: 240,
      schema: { query: Type.Object({ moi: Type.Optional(Type.String({ maxLength: 10 })) }) },
      handle: async (input) => {
        const { context, request, query } = input;
        const { actor, locale } = context;
        if (actor.kind === 'device') return redirect(HOMES[actor.deviceKind], { 'cache-control': 'no-store' });
        const title = DEVICE_WORDS[locale]['pair-title'];
        if (actor.kind === 'staff') return answer(input, title, DEVICE_PATHS.pair, <StaffAtDevicePage locale={locale} devicesAddress="/can-bo/thiet-bi" />, { sheet: KIOSK_STYLES });
        const pairing = await pairingOf(deps, context, query.moi !== undefined);
        if (pairing.kind === 'paired') {
          return redirect(pairing.home, { 'cache-control': 'no-store', 'set-cookie': [keyCookie(pairing.key, secure(request)), endedPairingCookie(secure(request))] });
        }
        const forgotten = context.cookies[DEVICE_KEY_COOKIE] === undefined ? [] : [endedKeyCookie(secure(request))];
        const cookies = pairing.kind === 'code' && pairing.fresh ? [...forgotten, pairingCookie(pairing.secret, secure(request))] : forgotten;
        const code = pairing.kind === 'code' ? showPairingCode(codeOfSecret(pairing.secret) ?? '') : undefined;
        const scan = `${deps.publicUrl}/can-bo/thiet-bi?${new URLSearchParams({ ma: code?.replace(' ', '') ?? '' }).toString()}`;
        const words = pairing.kind === 'refused' ? DEVICE_PROBLEMS[pairing.problem][locale] : undefined;
        return answer(
          input, title, DEVICE_PATHS.pair,
          <PairingPage locale={locale} code={code} minutesLeft={pairing.kind === 'code' ? pairing.minutesLeft : 0} scanAddress={scan} news={pairing.kind === 'refused' ? undefined : pairing.news} refusal={words} />,
          { sheet: KIOSK_STYLES, ...(pairing.kind === 'code' ? { refreshSeconds: PAIRING_REFRESH_S } : {}) }, cookies, pairing.kind === 'refused' ? 429 : 200,
        );
      },
    }),
    defineRoute({
      method: 'GET', url: DEVICE_PATHS.kiosk, policy: onlyDevices('kiosk'), summary: 'Trang đầu của ki-ốt / First page of a kiosk', tag: TAG, kind: 'page',
      schema: { query: Type.Object({ xong: Type.Optional(Type.String({ maxLength: 10 })) }) },
      handle: (input) => {
        const { locale } = input.context;
        return home(input, DEVICE_WORDS[locale]['kiosk-title'], DEVICE_PATHS.kiosk, <KioskPage locale={locale} wiped={input.query.xong !== undefined} />, { refreshSeconds: KIOSK_REFRESH_S });
      },
    }),
    defineRoute({
      method: 'GET', url: DEVICE_PATHS.kioskDone, policy: onlyDevices('kiosk'), summary: 'Xóa thông tin của một lượt ở ki-ốt / Clear a visit at the kiosk', tag: TAG, kind: 'page',
      schema: { query: Type.Object({ tu: Type.Optional(Type.String({ maxLength: 500 })) }) },
      handle: ({ context, query }) => {
        const token = DOSSIER.exec(ownPath(query.tu))?.[1];
        const cookies = [
          ...Object.keys(CHOICES).filter((name) => context.cookies[name] !== undefined).map((name) => `${name}=; Path=/; Max-Age=0; SameSite=Lax`),
          ...(token === undefined ? [] : [`xaso-ho-so=; Path=/h/${token}; Max-Age=0; HttpOnly; SameSite=Lax`]),
        ];
        return redirect(`${DEVICE_PATHS.kiosk}?xong=1`, { 'cache-control': 'no-store', 'clear-site-data': '"storage"', ...(cookies.length === 0 ? {} : { 'set-cookie': cookies }) });
      },
    }),
    defineRoute({
      method: 'GET', url: DEVICE_PATHS.display, policy: onlyDevices('display'), summary: 'Màn hình của sảnh / The display of the hall', tag: TAG, kind: 'page', schema: {},
      handle: async (input) => {
        const { context } = input;
        const { communeCode } = deviceOf(context.actor);
        const ready = await deps.readyToday(communeCode, context.now);
        return home(
          input, DEVICE_WORDS[context.locale]['ready-title'], DEVICE_PATHS.display,
          <DisplayPage now={await screenNow(context)} codes={ready.codes.slice(0, MOST_CODES)} waiting={ready.waiting} received={ready.received} />,
          { refreshSeconds: SCREEN_REFRESH_S, screen: true },
        );
      },
    }),
    defineRoute({
      method: 'GET', url: DEVICE_PATHS.counterScreen, policy: onlyDevices('counter-screen'), summary: 'Màn hình của quầy / The screen of a counter', tag: TAG, kind: 'page', schema: {},
      handle: async (input) => {
        const { context } = input;
        const { communeCode, deviceId, name } = deviceOf(context.actor);
        const device = await findDevice(deps.db, deviceId);
        const unit = (await deps.unitsOf(communeCode)).find(({ id }) => id === device?.unitId);
        return home(
          input, DEVICE_WORDS[context.locale].welcome, DEVICE_PATHS.counterScreen,
          <CounterScreenPage now={await screenNow(context)} counter={device?.place === '' || device === undefined ? name : device.place} unitName={unit?.name ?? null} />,
          { refreshSeconds: SCREEN_REFRESH_S, screen: true },
        );
      },
    }),
  ];
}

type PairingStanding =
  | { readonly kind: 'paired'; readonly home: string; readonly key: string }
  | { readonly kind: 'code'; readonly secret: string; readonly fresh: boolean; readonly minutesLeft: number; readonly news: DeviceWord | undefined }
  | { readonly kind: 'none'; readonly news: DeviceWord }
  | { readonly kind: 'refused'; readonly problem: 'device.too-many-waiting' };

/** What this browser's pairing has come to; a browser without one begins. */
async function pairingOf(deps: DevicesDeps, context: RequestContext, anew: boolean): Promise<PairingStanding> {
  const secret = context.cookies[PAIRING_COOKIE];
  const browserHash = digestCookie(secret);
  const pairing = browserHash === undefined ? undefined : await findPairing(deps.db, browserHash);
  if (secret !== undefined && pairing !== undefined) {
    const state = pairingState(pairing, context.now);
    if (state === 'accepted') {
      const key = await claimKey(deps, secret, context);
      const device = pairing.deviceId === null ? undefined : await findDevice(deps.db, pairing.deviceId);
      if (key !== undefined && device !== undefined) return { kind: 'paired', home: HOMES[device.kind], key };
    }
    if (state === 'waiting') {
      const left = pairing.beganAt.getTime() + PAIRING_LIFE_MS - context.now.getTime();
      return { kind: 'code', secret, fresh: false, minutesLeft: Math.max(1, Math.ceil(left / 60_000)), news: undefined };
    }
    if (!anew) return { kind: 'none', news: state === 'expired' ? 'pair-expired' : 'pair-claimed' };
  }
  const begun = await beginPairing(deps, context);
  if (!begun.ok) return { kind: 'refused', problem: 'device.too-many-waiting' };
  return { kind: 'code', secret: begun.value, fresh: true, minutesLeft: PAIRING_LIFE_MS / 60_000, news: await whyNoDevice(deps, context) };
}
