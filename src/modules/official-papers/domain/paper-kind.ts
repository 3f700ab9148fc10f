/**
 * The papers that are issued with a number of their own: the seven forms of TT 03/2025/TT-VPCP and the slips of the office, in the order
 * of the life of a dossier.
 */
export const PAPER_KINDS = ['receipt', 'supplement', 'refusal', 'apology', 'stop', 'control-sheet', 'register-book', 'hand-over-slip', 'result-receipt', 'envelope-label'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];
