import { STAFF_SIGN_IN } from '../staff-paths.ts';
import { type ApiResult, readRefusal, refusalError, unreachable } from './refusal.ts';
import { proofWanted, prove } from './step-up.ts';

/** Longer than the slowest honest answer; after it the officer is told and may repeat, which changes nothing twice. */
const PATIENCE_MS = 30_000;

/** Told to the window when a position does not allow something: perhaps the positions have changed while the page was open. */
export const NOT_ALLOWED = 'xaso-not-allowed';

/** Opens the sign-in page, which leads back here; what was typed stays in this tab. */
export function goToSignIn(): void {
  const here = window.location.pathname + window.location.search;
  window.location.assign(`${STAFF_SIGN_IN}?tiep=${encodeURIComponent(here)}`);
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * Calls the server and answers its value or its refusal, never throws. Without a session it leaves for the sign-in page. Where the server first wants
 * a proof of who asks, the person is asked in place and the request repeated as it was, its id included.
 */
export async function callApi<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<ApiResult<T>> {
  const result = await callApiAsItIs<T>(method, path, body, signal);
  const wanted = result.ok ? undefined : proofWanted(result.refusal);
  if (wanted === undefined || signal?.aborted === true) return result;
  return (await prove(wanted, method !== 'GET')) ? callApiAsItIs<T>(method, path, body, signal) : result;
}

/** The same without asking for a proof: for what proves, and for what has words of its own about it. */
export async function callApiAsItIs<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<ApiResult<T>> {
  // AbortSignal.any would be shorter, but the last browser for Windows 7 does not have it.
  const stop = new AbortController();
  const abort = () => { stop.abort(); };
  const timer = setTimeout(abort, PATIENCE_MS);
  signal?.addEventListener('abort', abort, { once: true });
  try {
    const response = await fetch(path, {
      method,
      signal: stop.signal,
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    // The server checks every answer against its contract before it leaves; it is not checked a second time here.
    if (response.ok) return { ok: true, value: answer as T };
    if (response.status === 401) goToSignIn();
    const refusal = readRefusal(response.status, answer);
    if (refusal.code === 'access.not-allowed') window.dispatchEvent(new Event(NOT_ALLOWED));
    return { ok: false, refusal };
  } catch {
    return { ok: false, refusal: unreachable() };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

/** Reads one address for the query library: the value, or an error that carries the refusal. */
export async function readApi<T>(path: string, signal: AbortSignal): Promise<T> {
  const result = await callApi<T>('GET', path, undefined, signal);
  if (result.ok) return result.value;
  throw refusalError(result.refusal);
}
