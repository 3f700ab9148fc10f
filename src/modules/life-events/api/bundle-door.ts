import { type LocalDate } from '../../../kernel/local-time.ts';
import { eventInForce, type LifeEvent } from '../domain/life-event.ts';
import { BUNDLE_PATHS } from './bundle-paths.ts';

/** The page where everything of a life event is declared together on a day; undefined when there is none. */
export function bundleDoor(events: readonly LifeEvent[], slug: string, day: LocalDate): string | undefined {
  const event = eventInForce(events, slug, day);
  return event === undefined ? undefined : BUNDLE_PATHS.start(event.slug);
}
