import { type Turn } from './plan-files.ts';

/** What can be done with a page that is here. */
export const PAGE_ACTIONS = ['turn', 'up', 'down', 'remove', 'keep'] as const;
export type PageAction = (typeof PAGE_ACTIONS)[number];

/** The next quarter turn clockwise. */
export function nextTurn(turn: Turn): Turn {
  return turn === 270 ? 0 : ((turn + 90) as Turn);
}

/** The order with one page a place nearer to the front or to the end; at the ends it stays. */
export function arrangePages(ids: readonly string[], id: string, direction: 'up' | 'down'): readonly string[] {
  const from = ids.indexOf(id);
  const to = Math.min(ids.length - 1, Math.max(0, from + (direction === 'up' ? -1 : 1)));
  return from === -1 ? ids : ids.filter((one) => one !== id).toSpliced(to, 0, id);
}
