/**
 * The lists of the workspace in the order of the menu, named as officers know them (domain 1.4); the two that hurt most come first.
 * `waiting`: declarations not yet received; `near`: due within a working day or late; `mine`: my step now; `new`: received, not passed on;
 * `supplement`, `payment`, `withdrawal`: something was asked of the citizen or by the citizen;
 * `unanswered`: papers or money were asked for and the last day is over, so that somebody may stop it, which nothing does by itself; `stopped`: dừng xử lý.
 */
export const WORK_LISTS = ['waiting', 'near', 'mine', 'new', 'in-progress', 'supplement', 'payment', 'unanswered', 'withdrawal', 'hand-over', 'stopped', 'all'] as const;
export type WorkList = (typeof WORK_LISTS)[number];

/** Beyond this a list that only grows is “more than”: nobody works through a thousand lines, and counting them all costs every reader. */
export const COUNTED_UP_TO = 999;

/**
 * The chips over a list, most pressing first. By the due date: late, due today, due by the end of the next working day, due later; what is
 * paused or decided in time is in none of them. By age, for what waits to be received: longer than eight working hours, since an earlier day,
 * sent today.
 */
export const TIME_CHIPS = ['late', 'today', 'soon', 'later', 'long', 'overnight', 'sent-today'] as const;
export type TimeChip = (typeof TIME_CHIPS)[number];

/** The chips that a list has; none where the due date is not what orders the work. */
export function chipsOf(list: WorkList): readonly TimeChip[] {
  switch (list) {
    case 'waiting':
      return ['long', 'overnight', 'sent-today'];
    case 'near':
      return ['late', 'today', 'soon'];
    case 'mine':
    case 'new':
    case 'in-progress':
      return ['late', 'today', 'soon', 'later'];
    case 'supplement':
    case 'payment':
    case 'unanswered':
    case 'withdrawal':
    case 'hand-over':
    case 'stopped':
    case 'all':
      return [];
  }
}

/** How many dossiers one bulk action takes: more than anybody looks through, few enough that everybody else goes on working. */
export const MOST_AT_ONCE = 200;

/** The papers that are printed of many dossiers at once. */
export const BULK_PAPERS = ['receipt', 'control-sheet', 'shelf-label'] as const;
export type BulkPaper = (typeof BULK_PAPERS)[number];
