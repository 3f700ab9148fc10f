import { type SetUpSentence } from './set-up-problem-sentences.ts';

/** An identity provider of OpenID Connect as the installation names it. */
export interface SignOnSettings {
  /** Its short name in addresses and settings, such as `vneid`. */
  readonly key: string;
  /** For whom it speaks: citizens (VNeID-like), or the staff of the offices (a province's). */
  readonly kind: 'citizen' | 'staff';
  /** The issuer, exactly as the provider writes it into its tokens. */
  readonly issuer: string;
  readonly clientId: string;
  /** Undefined for a client without a secret. */
  readonly clientSecret: string | undefined;
  /** The provider's name on buttons, such as “VNeID”. */
  readonly label: { readonly vi: string; readonly en: string };
  readonly scope: string;
  /** By which algorithm its ID tokens are signed: one, so that no token chooses for itself. */
  readonly algorithm: SigningAlgorithm;
  /** A file with the names of its claims and levels instead of ours in `data/single-sign-on`. */
  readonly claimsFile: string | undefined;
}

const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const;
type SigningAlgorithm = (typeof ALGORITHMS)[number];

const KEY = /^[a-z][a-z0-9]{1,19}$/;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the identity providers: `XASO_SSO` names them (`vneid,tinh`), `XASO_SSO_VNEID_ISSUER` and so on describe each. Answers them
 * with every fault; without `XASO_SSO` there is none. An address without HTTPS passes on this very machine only.
 */
export function readSignOn(env: Environment): { readonly providers: readonly SignOnSettings[]; readonly faults: readonly SetUpSentence[] } {
  const faults: SetUpSentence[] = [];
  const keys = [...new Set((env['XASO_SSO'] ?? '').split(/[\s,]+/u).filter((key) => key !== ''))];
  const providers = keys.flatMap((key) => {
    if (KEY.test(key)) return readProvider(env, key, faults);
    faults.push({ vi: `XASO_SSO=${key}: tên chỉ gồm chữ thường và số, từ 2 đến 20 ký tự, ví dụ vneid`, en: `XASO_SSO=${key}: a name has 2 to 20 small letters and digits, such as vneid` });
    return [];
  });
  return { providers, faults };
}

function readProvider(env: Environment, key: string, faults: SetUpSentence[]): readonly SignOnSettings[] {
  const name = (setting: string) => `XASO_SSO_${key.toUpperCase()}_${setting}`;
  const text = (setting: string): string => env[name(setting)]?.trim() ?? '';
  const before = faults.length;
  const refuse = (setting: string, vi: string, en: string): void => {
    faults.push({ vi: `${name(setting)}: ${vi}`, en: `${name(setting)}: ${en}` });
  };
  const kind = (['citizen', 'staff'] as const).find((one) => one === text('KIND'));
  if (kind === undefined) refuse('KIND', 'phải là citizen (người dân) hoặc staff (cán bộ)', 'must be citizen or staff');
  const issuer = readIssuer(text('ISSUER'));
  if (issuer === undefined) refuse('ISSUER', 'phải có dạng https://tên-miền, đúng như nhà cung cấp ghi (http chỉ dùng cho localhost)', 'must look like https://name, exactly as the provider writes it (http for localhost only)');
  const clientId = text('CLIENT_ID');
  if (clientId === '') refuse('CLIENT_ID', 'còn thiếu', 'is missing');
  const algorithm = ALGORITHMS.find((one) => one === (text('ALGORITHM') === '' ? 'RS256' : text('ALGORITHM')));
  if (algorithm === undefined) refuse('ALGORITHM', `phải là một trong: ${ALGORITHMS.join(', ')}`, `must be one of: ${ALGORITHMS.join(', ')}`);
  const label = text('LABEL') === '' ? key : text('LABEL');
  const scope = text('SCOPE') === '' ? 'openid profile' : text('SCOPE');
  if (!scope.split(/\s+/u).includes('openid')) refuse('SCOPE', 'phải có openid', 'must contain openid');
  if (faults.length > before || kind === undefined || issuer === undefined || algorithm === undefined) return [];
  return [
    Object.freeze({
      key, kind, issuer, clientId, algorithm, scope,
      clientSecret: text('CLIENT_SECRET') === '' ? undefined : text('CLIENT_SECRET'),
      label: { vi: label, en: text('LABEL_EN') === '' ? label : text('LABEL_EN') },
      claimsFile: text('CLAIMS') === '' ? undefined : text('CLAIMS'),
    }),
  ];
}

/** An issuer is compared letter by letter, so it stays as it was typed. */
function readIssuer(text: string): string | undefined {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return undefined;
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname)) ? text : undefined;
}
