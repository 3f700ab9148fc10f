/** What the rules look at in a pack; the pack itself has been checked for its shape before. */
export interface LintedPack {
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly legalBasis: readonly string[];
  readonly timeLimit: { readonly unit: string; readonly basis: string | null };
  readonly fee: { readonly known: boolean; readonly lines: readonly { readonly amount: number; readonly basis: string | null }[] };
  readonly channels: readonly string[];
  readonly papers: readonly { readonly id: string; readonly help: unknown; readonly officialName: string | null; readonly handling: string }[];
  readonly steps: readonly { readonly key: string; readonly role: string }[];
  readonly everyday: unknown;
  readonly results: readonly unknown[];
}

/** What is known around a pack. */
export interface LintSurroundings {
  /** Whether the office has an account that fees can be paid into. */
  readonly hasAccount: boolean;
  /** Whether a form is bound to the procedure on its first day; without one the general declaration is used. */
  readonly hasForm: boolean;
  readonly today: string;
  /** Papers of the version in force. */
  readonly papersBefore: readonly string[];
}

export type LintCode =
  | 'no-legal-basis'
  | 'limit-undetermined'
  | 'limit-without-basis'
  | 'fee-unknown'
  | 'fee-without-basis'
  | 'fee-but-no-account'
  | 'no-steps'
  | 'no-approval'
  | 'one-person-decides'
  | 'paper-without-help'
  | 'paper-without-official-name'
  | 'no-papers'
  | 'no-everyday-words'
  | 'online-without-form'
  | 'no-result'
  | 'begins-in-the-past'
  | 'over-already'
  | 'paper-added';

/** One thing that an administrator should look at. `stop`: it cannot be published like this. */
export interface LintFinding {
  readonly rule: LintCode;
  readonly level: 'stop' | 'look';
  /** Path in the pack. */
  readonly field: string;
}

/**
 * Looks a pack over before it is published. What would mislead citizens or break the office's work stops it; what only makes it poorer is to
 * be looked at. A paper that the version in force did not ask for is named: nobody may invent papers (NĐ 63/2010/NĐ-CP, Điều 18).
 */
export function lintPack(pack: LintedPack, around: LintSurroundings): readonly LintFinding[] {
  const found: LintFinding[] = [];
  const stop = (rule: LintCode, field: string) => found.push({ rule, level: 'stop', field });
  const look = (rule: LintCode, field: string) => found.push({ rule, level: 'look', field });

  if (pack.legalBasis.length === 0) stop('no-legal-basis', 'legalBasis');
  if (pack.validFrom < around.today) stop('begins-in-the-past', 'validFrom');
  if (pack.validTo !== null && pack.validTo < around.today) stop('over-already', 'validTo');

  if (pack.timeLimit.unit === 'undetermined') look('limit-undetermined', 'timeLimit');
  else if (pack.timeLimit.basis === null) look('limit-without-basis', 'timeLimit.basis');

  if (!pack.fee.known) look('fee-unknown', 'fee');
  for (const [place, line] of pack.fee.lines.entries()) if (line.amount > 0 && line.basis === null) stop('fee-without-basis', `fee.lines[${String(place)}].basis`);
  if (!around.hasAccount && pack.fee.lines.some(({ amount }) => amount > 0)) look('fee-but-no-account', 'fee');

  if (pack.steps.length === 0 && pack.timeLimit.unit !== 'undetermined') stop('no-steps', 'steps');
  if (pack.steps.length > 0 && !pack.steps.some(({ key }) => key === 'approve')) look('no-approval', 'steps');
  const appraisers = new Set(pack.steps.filter(({ key }) => key === 'appraise').map(({ role }) => role));
  if (pack.steps.some(({ key, role }) => key === 'approve' && appraisers.has(role))) look('one-person-decides', 'steps');

  if (pack.papers.length === 0) look('no-papers', 'papers');
  for (const paper of pack.papers) {
    if (paper.help === null) look('paper-without-help', `papers[${paper.id}].help`);
    if (paper.officialName === null) look('paper-without-official-name', `papers[${paper.id}].officialName`);
    if (around.papersBefore.length > 0 && !around.papersBefore.includes(paper.id)) look('paper-added', `papers[${paper.id}]`);
  }
  if (pack.everyday === null) look('no-everyday-words', 'everyday');
  if (pack.results.length === 0) look('no-result', 'results');
  if (pack.channels.includes('online') && !around.hasForm) look('online-without-form', 'channels');
  return found;
}
