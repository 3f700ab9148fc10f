import { isUuid } from '../../../kernel/uuid.ts';
import { type RouteInput, type RouteSchema } from '../../../platform/http/route.ts';
import { type Answers } from '../domain/answers.ts';
import { type Entries } from '../domain/read-entries.ts';

/** The texts of a posted form by name, in their order. What is no form has none. */
export function entriesOf({ request }: Pick<RouteInput<RouteSchema>, 'request'>): Entries {
  const entries = new Map<string, readonly string[]>();
  const { body } = request;
  if (typeof body !== 'object' || body === null) return entries;
  for (const [name, value] of Object.entries(body)) entries.set(name, (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string'));
  return entries;
}

/** The first text of a name. */
export function entryOf(entries: Entries, name: string): string {
  return entries.get(name)?.[0] ?? '';
}

/** The id of the page that was drawn; undefined when the browser made it up. */
export function pageIdOf(entries: Entries): string | undefined {
  const id = entryOf(entries, 'trang');
  return isUuid(id) ? id : undefined;
}

/** Answers that a page carried along as JSON; none where it is not what was put there. Only what the page itself sees depends on them. */
export function carriedAlong(text: string): Answers {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Answers) : {};
  } catch {
    return {};
  }
}
