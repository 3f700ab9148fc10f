import { type SupplementPlanResponse } from '../../../contract/supplement-schemas.ts';
import { type PictureMark } from '../../../domain/picture-marks.ts';

type Paper = SupplementPlanResponse['papers'][number];

/** What an officer has written about one paper. */
export interface AskedPaper {
  readonly id: string;
  /** Its place in the plan; null for a paper that is not in it. */
  readonly place: number | null;
  readonly paperName: string;
  readonly reasons: readonly string[];
  readonly words: string;
  readonly howToFix: string;
  /** Whether the officer changed the words that the reasons proposed. */
  readonly ownHowToFix: boolean;
  readonly legalBasis: string;
  readonly marks: readonly PictureMark[];
}

/** A whole request as it is being written. */
export interface AskDraft {
  readonly papers: readonly AskedPaper[];
  readonly words: string;
  readonly answerDays: number;
  readonly proposalWords: string;
}

/** An empty request with the usual days. */
export function emptyAsk(plan: SupplementPlanResponse): AskDraft {
  return { papers: [], words: '', answerDays: plan.answerDays.usual, proposalWords: '' };
}

/** Begins to write about a paper of the plan, or about another one. */
export function addAsked(draft: AskDraft, plan: SupplementPlanResponse, place: number | null, id: string): AskDraft {
  const paper = place === null ? undefined : plan.papers[place];
  const missing = paper?.paperId === null;
  const empty: AskedPaper = { id, place, paperName: paper?.name ?? '', reasons: [], words: '', howToFix: '', ownHowToFix: false, legalBasis: paper?.legalBasis ?? '', marks: [] };
  const first = missing ? plan.reasons.find(({ of }) => of === 'missing') : undefined;
  return { ...draft, papers: [...draft.papers, first === undefined ? empty : withReasons(empty, plan, [first.code])] };
}

/** Leaves a paper out again. */
export function dropAsked(draft: AskDraft, id: string): AskDraft {
  return { ...draft, papers: draft.papers.filter((paper) => paper.id !== id) };
}

/** Changes what is written about a paper. */
export function changeAsked(draft: AskDraft, id: string, change: Partial<AskedPaper>): AskDraft {
  return { ...draft, papers: draft.papers.map((paper) => (paper.id === id ? { ...paper, ...change } : paper)) };
}

/** The reasons that can be given for a paper: what is not there cannot be blurred. */
export function reasonsFor(plan: SupplementPlanResponse, paper: Paper | undefined): SupplementPlanResponse['reasons'] {
  const there = paper !== undefined && paper.paperId !== null;
  return plan.reasons.filter(({ of }) => of === 'any' || of === (there ? 'given' : 'missing'));
}

/** Ticks or unticks a reason; until the officer writes otherwise, the way to mend it follows the reasons and what the procedure says of the paper. */
export function toggleReason(draft: AskDraft, plan: SupplementPlanResponse, id: string, code: string): AskDraft {
  return {
    ...draft,
    papers: draft.papers.map((paper) => {
      if (paper.id !== id) return paper;
      return withReasons(paper, plan, paper.reasons.includes(code) ? paper.reasons.filter((one) => one !== code) : [...paper.reasons, code]);
    }),
  };
}

function withReasons(paper: AskedPaper, plan: SupplementPlanResponse, reasons: readonly string[]): AskedPaper {
  if (paper.ownHowToFix) return { ...paper, reasons };
  const ways = plan.reasons.filter(({ code }) => reasons.includes(code)).map(({ howToFix }) => howToFix).filter((words) => words !== '');
  const help = paper.place === null || ways.length === 0 || !reasons.includes('missing') ? null : (plan.papers[paper.place]?.help ?? null);
  return { ...paper, reasons, howToFix: [...ways, ...(help === null ? [] : [help])].join(' ') };
}

/** Where something is still to be written before the request can go out: the paper and what it lacks. */
export interface AskGap {
  /** Null: the request as a whole. */
  readonly id: string | null;
  readonly field: 'papers' | 'paperName' | 'reasons' | 'words' | 'howToFix' | 'legalBasis' | 'marks' | 'proposalWords';
}

/** The first thing that is missing; undefined when the request is complete. The server decides again. */
export function findAskGap(draft: AskDraft, plan: SupplementPlanResponse): AskGap | undefined {
  if (draft.papers.length === 0) return { id: null, field: 'papers' };
  for (const paper of draft.papers) {
    const { id } = paper;
    if (paper.paperName.trim() === '') return { id, field: 'paperName' };
    if (paper.reasons.length === 0) return { id, field: 'reasons' };
    const unwritten = plan.reasons.some(({ code, howToFix }) => howToFix === '' && paper.reasons.includes(code));
    if (unwritten && paper.words.trim() === '') return { id, field: 'words' };
    if (paper.howToFix.trim() === '') return { id, field: 'howToFix' };
    if (paper.legalBasis.trim() === '') return { id, field: 'legalBasis' };
    if (paper.marks.some(({ words }) => words.trim() === '')) return { id, field: 'marks' };
  }
  return plan.needsLeader && draft.proposalWords.trim() === '' ? { id: null, field: 'proposalWords' } : undefined;
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** The request of a complete draft, but for its command id. */
export function askBody(draft: AskDraft, plan: SupplementPlanResponse, ids: { readonly requestId: string; readonly expectedVersion: number }): Readonly<Record<string, unknown>> {
  return {
    ...ids,
    faults: draft.papers.map((paper) => {
      const known = paper.place === null ? undefined : plan.papers[paper.place];
      return {
        id: paper.id, paperId: known?.paperId ?? null, requirementId: known?.requirementId ?? null, paperName: paper.paperName.trim(), reasons: paper.reasons, words: orNull(paper.words),
        legalBasis: orNull(paper.legalBasis), howToFix: paper.howToFix.trim(), marks: paper.marks,
      };
    }),
    words: orNull(draft.words),
    answerDays: draft.answerDays,
    proposalWords: plan.needsLeader ? orNull(draft.proposalWords) : null,
  };
}
