import { stat } from 'node:fs/promises';
import { type Config } from '../config.ts';
import { finding, type HealthFinding } from './finding.ts';

/** The part of the configuration that can be weak. */
export type WeakConfig = Pick<Config, 'host' | 'publicUrl' | 'exchange' | 'agencies'>;

const LOCAL = /^(?:127\.|localhost$|::1$|\[::1\]$)/u;

/** Whether a machine elsewhere can reach this address. */
function isOutside(address: string): boolean {
  return !LOCAL.test(address);
}

/** The rights on the file of the secret key; undefined where there is none. */
export async function readKeyMode(path: string): Promise<number | undefined> {
  return (await stat(path).catch(() => undefined))?.mode;
}

/** Open to the network without HTTPS, other systems spoken to in the clear, a secret key that others on this machine can read. */
export function judgeConfiguration({ host, publicUrl, exchange, agencies }: WeakConfig, keyMode: number | undefined, platform: string): readonly HealthFinding[] {
  const found: HealthFinding[] = [];
  if (isOutside(host) && !publicUrl.startsWith('https:')) found.push(finding('configuration.open-without-https', 'attention', { host, url: publicUrl }));
  else if (!isOutside(host) && isOutside(new URL(publicUrl).hostname) && !publicUrl.startsWith('https:')) found.push(finding('configuration.public-without-https', 'attention', { url: publicUrl }));
  for (const line of [exchange, agencies]) {
    if (line !== undefined && line.url.startsWith('http:') && isOutside(new URL(line.url).hostname)) found.push(finding('configuration.line-in-the-clear', 'attention', { url: new URL(line.url).origin }));
  }
  // Windows has no such rights.
  if (keyMode !== undefined && platform !== 'win32' && (keyMode & 0o077) !== 0) found.push(finding('configuration.key-readable', 'attention', { mode: (keyMode & 0o777).toString(8) }));
  return found.length > 0 ? found : [finding('configuration.well', 'well')];
}
