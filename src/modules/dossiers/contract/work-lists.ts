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
