import { isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';
import { resolve } from 'node:path';
import { ok, type Result } from '../kernel/result.ts';
import { type GatewaySettings, readGateway } from './config-gateway.ts';
import { readSignOn, type SignOnSettings } from './config-sign-on.ts';
import { SetUpProblem } from './set-up-problem.ts';
import { type SetUpSentence } from './set-up-problem-sentences.ts';

const LOG_LEVELS = ['silent', 'info', 'debug'] as const;

/** How much the program writes about itself. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The settings of one run, read once at the start; frozen. */
export interface Config {
  /** TCP port of the web pages; 0 lets the system choose a free one. */
  readonly port: number;
  readonly host: string;
  /** Absolute path of the one folder that holds everything of this office. */
  readonly dataFolder: string;
  /** A PostgreSQL server to use instead of the bundled one. */
  readonly databaseUrl: string | undefined;
  /** Whether a data folder that is still empty is filled with the demonstration commune. */
  readonly demo: boolean;
  /** The address that phones reach, printed in QR codes; without a slash at its end. */
  readonly publicUrl: string;
  readonly log: LogLevel;
  /** The folder with copies of the office's data, which somebody else makes; undefined: nobody has said where. */
  readonly backupFolder: string | undefined;
  /** Where states of dossiers that came from another system are told to it; undefined: they are entered there by hand. */
  readonly exchange: { readonly url: string; readonly token: string | undefined } | undefined;
  /** The line to the agencies of linked cases; undefined: everything is handed over by hand. */
  readonly agencies: { readonly url: string; readonly token: string | undefined } | undefined;
  /** The provider of electronic receipts: where it is, what messages are signed with, how it speaks; undefined: receipts stay in the building. */
  readonly receipts: { readonly url: string; readonly token: string | undefined; readonly secret: string; readonly layout: string } | undefined;
  /** By whose word people may sign in beside passwords and slips; none: nothing of it is shown. */
  readonly signOn: readonly SignOnSettings[];
  /** Where citizens pay online; undefined: nothing is offered beside the rehearsal of a demonstration. */
  readonly gateway: GatewaySettings | undefined;
}

/** What the settings depend on besides the environment. */
export interface ConfigPlace {
  /** The folder that relative paths begin at. */
  readonly workingFolder: string;
  /** The address of this machine on its network, for QR codes when HOST is open to all. */
  readonly networkAddress: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads all settings from an environment; an empty value counts as not set. Refuses with every fault at once. */
export function parseConfig(env: Environment, place: ConfigPlace): Result<Config, readonly SetUpSentence[]> {
  const faults: SetUpSentence[] = [];
  const setting = <T>(name: string, fallback: T, read: (text: string) => T | undefined, wants: SetUpSentence, secret = false): T => {
    const text = env[name]?.trim() ?? '';
    if (text === '') return fallback;
    const value = read(text);
    if (value !== undefined) return value;
    const shown = secret ? name : `${name}=${text}`;
    faults.push({ vi: `${shown}: ${wants.vi}`, en: `${shown}: ${wants.en}` });
    return fallback;
  };

  const port = setting('PORT', 8080, readPort, { vi: 'phải là số nguyên từ 0 đến 65535', en: 'must be a whole number from 0 to 65535' });
  const host = setting('HOST', '127.0.0.1', readHost, {
    vi: 'phải là tên máy hoặc địa chỉ IP, không kèm “http://” hay cổng',
    en: 'must be a machine name or an IP address, without “http://” or a port',
  });
  const dataFolder = setting('XASO_DATA', resolve(place.workingFolder, 'xaso-data'), (text) => (text.includes('\0') ? undefined : resolve(place.workingFolder, text)), {
    vi: 'phải là đường dẫn của một thư mục',
    en: 'must be the path of a folder',
  });
  const databaseUrl = setting<string | undefined>(
    'DATABASE_URL',
    undefined,
    readDatabaseUrl,
    {
      vi: 'phải có dạng postgres://người-dùng:mật-khẩu@máy-chủ:5432/tên-cơ-sở-dữ-liệu (ký tự đặc biệt trong mật khẩu viết dạng %XX)',
      en: 'must look like postgres://user:password@server:5432/database (special characters of the password written as %XX)',
    },
    true,
  );
  const demo = setting('XASO_DEMO', true, (text) => ({ '0': false, '1': true })[text], { vi: 'phải là 0 hoặc 1', en: 'must be 0 or 1' });
  const publicUrl = setting('XASO_PUBLIC_URL', ownAddress(host, port, place.networkAddress), readOrigin, {
    vi: 'phải có dạng https://tên-miền hoặc http://địa-chỉ:cổng, không kèm đường dẫn',
    en: 'must look like https://name or http://address:port, without a path',
  });
  const log = setting('XASO_LOG', 'info', (text) => LOG_LEVELS.find((level) => level === text), {
    vi: `phải là một trong: ${LOG_LEVELS.join(', ')}`,
    en: `must be one of: ${LOG_LEVELS.join(', ')}`,
  });
  const backupFolder = setting<string | undefined>('XASO_BACKUPS', undefined, (text) => (text.includes('\0') ? undefined : resolve(place.workingFolder, text)), {
    vi: 'phải là đường dẫn của một thư mục',
    en: 'must be the path of a folder',
  });
  const otherSystem = (name: string): Config['exchange'] => {
    const url = setting<string | undefined>(`${name}_URL`, undefined, readAddress, {
      vi: `phải có dạng https://tên-miền/đường-dẫn, không kèm mật khẩu; đặt mã truy cập ở ${name}_TOKEN`,
      en: `must look like https://name/path without a password; an access token belongs in ${name}_TOKEN`,
    });
    const token = setting<string | undefined>(`${name}_TOKEN`, undefined, (text) => (/^[\x21-\x7e]{8,4000}$/.test(text) ? text : undefined), {
      vi: 'phải gồm từ 8 ký tự không dấu, không có khoảng trắng',
      en: 'must have at least 8 plain characters without spaces',
    }, true);
    return url === undefined ? undefined : { url, token };
  };
  const readReceipts = (system: Config['exchange']): Config['receipts'] => {
    const secret = setting('XASO_RECEIPTS_SECRET', '', (text) => (/^[\x21-\x7e]{16,4000}$/.test(text) ? text : undefined), {
      vi: 'phải gồm từ 16 ký tự không dấu, không có khoảng trắng: khóa để ký tin gửi nhà cung cấp biên lai điện tử',
      en: 'must have at least 16 plain characters without spaces: messages to the provider of electronic receipts are signed with it',
    }, true);
    const layout = setting('XASO_RECEIPTS_LAYOUT', 'generic', (text) => (/^[a-z0-9-]{1,40}$/.test(text) ? text : undefined), {
      vi: 'phải là tên một mục trong data/receipts/provider-layouts.json',
      en: 'must name an entry of data/receipts/provider-layouts.json',
    });
    if (system !== undefined && secret === '') {
      faults.push({ vi: 'XASO_RECEIPTS_SECRET: phải có khi đặt XASO_RECEIPTS_URL, để ký mọi tin gửi đi', en: 'XASO_RECEIPTS_SECRET: is needed with XASO_RECEIPTS_URL, to sign every message' });
    }
    return system === undefined ? undefined : { ...system, secret, layout };
  };
  const exchange = otherSystem('XASO_EXCHANGE');
  const agencies = otherSystem('XASO_AGENCIES');
  const receipts = readReceipts(otherSystem('XASO_RECEIPTS'));
  const signOn = readSignOn(env);
  const gateway = readGateway(env, place.workingFolder);
  faults.push(...signOn.faults, ...gateway.faults);

  if (faults.length > 0) return { ok: false, problem: faults };
  return ok(Object.freeze({ port, host, dataFolder, databaseUrl, demo, publicUrl, log, backupFolder, exchange, agencies, receipts, signOn: signOn.providers, gateway: gateway.gateway }));
}

/** The settings of this process. Throws a SetUpProblem that names every fault. */
export function readConfig(env: Environment = process.env): Config {
  const result = parseConfig(env, { workingFolder: process.cwd(), networkAddress: findNetworkAddress() });
  if (!result.ok) throw new SetUpProblem('settings-invalid', { faults: result.problem });
  return result.value;
}

function readPort(text: string): number | undefined {
  const port = Number(text);
  return /^\d{1,5}$/.test(text) && port <= 65_535 ? port : undefined;
}

function readHost(text: string): string | undefined {
  return isIPv6(text) || /^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(text) ? text : undefined;
}

function readDatabaseUrl(text: string): string | undefined {
  const url = URL.parse(text);
  const named = url !== null && (url.protocol === 'postgres:' || url.protocol === 'postgresql:') && url.pathname.length > 1;
  return named && !url.pathname.slice(1).includes('/') && isDecodable(url) ? text : undefined;
}

/** A password with a bare % would make the driver throw halfway through the start. */
function isDecodable(url: URL): boolean {
  try {
    return [url.username, url.password, url.pathname].every((part) => decodeURIComponent(part) !== '\0');
  } catch {
    return false;
  }
}

function readOrigin(text: string): string | undefined {
  const url = URL.parse(text);
  const web = url !== null && (url.protocol === 'http:' || url.protocol === 'https:');
  return web && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' ? url.origin : undefined;
}

function ownAddress(host: string, port: number, networkAddress: string | undefined): string {
  const open = host === '0.0.0.0' || host === '::';
  const name = open ? (networkAddress ?? 'localhost') : host;
  return `http://${isIPv6(name) ? `[${name}]` : name}${port === 80 ? '' : `:${port}`}`;
}

function findNetworkAddress(): string | undefined {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return addresses.find((address) => address.family === 'IPv4' && !address.internal)?.address;
}

function readAddress(text: string): string | undefined {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') && url.username === '' && url.password === '' ? url.href : undefined;
}
