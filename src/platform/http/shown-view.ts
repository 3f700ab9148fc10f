import { type Answer, type RequestContext, type Route, type ShownView } from './route.ts';

/**
 * What the journal must know before an answer leaves; undefined when it shows nobody's data. Throws when a route and its answer disagree on
 * that: such an answer does not leave.
 */
export function shownView(route: Pick<Route, 'method' | 'url' | 'shows'>, asked: { readonly params: Readonly<Record<string, string>>; readonly context: RequestContext }, answer: Answer): ShownView | undefined {
  if (answer.kind === 'problem' || answer.kind === 'redirect') return undefined;
  const said = answer.kind === 'ready' ? undefined : answer.seen;
  if (route.shows === undefined) {
    if (said == null) return undefined;
    throw new Error(`${route.method} ${route.url} shows personal data but does not say under which action`);
  }
  if (said === null) return undefined;
  const data = said ?? route.shows.of?.(asked, answer.kind === 'json' ? answer.body : undefined);
  if (data === undefined) throw new Error(`${route.method} ${route.url} shows personal data but does not say whose`);
  return { action: route.shows.action, ...data };
}
