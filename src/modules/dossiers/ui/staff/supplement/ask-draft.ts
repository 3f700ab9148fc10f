import { type SupplementPlanResponse } from '../../../contract/supplement-schemas.ts';
import { type PictureMark } from '../../../domain/picture-marks.ts';

type Paper = SupplementPlanResponse['papers'][number];
type Question = SupplementPlanResponse['questions'][number];

/** What an officer has written about one paper, or about one answer of the form. */
export interface AskedPaper {
  readonly id: string;
  /** Its place in the plan; null for a paper that is not in it. */
  readonly place: number | null;
  /** The question of the form, by its field id; null for a paper. */
  readonly question: string | null;
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
  const empty: AskedPaper = { id, place, question: null, paperName: paper?.name ?? '', reasons: [], words: '', howToFix: '', ownHowToFix: false, legalBasis: paper?.legalBasis ?? '', marks: [] };
  const first = missing ? plan.reasons.find(({ of }) => of === 'missing') : undefined;
  return { ...draft, papers: [...draft.papers, first === undefined ? empty : withReasons(empty, plan, [first.code])] };
}

/** Begins to write about an answer of the form. An answer that was left out is incomplete from the start. */
export function addAskedQuestion(draft: AskDraft, plan: SupplementPlanResponse, field: string, id: string): AskDraft {
  const question = plan.questions.find((one) => one.field === field);
  if (question === undefined || draft.papers.some((paper) => paper.question === field)) return draft;
  const fresh: AskedPaper = { id, place: null, question: field, paperName: question.label, reasons: [], words: '', howToFix: '', ownHowToFix: false, legalBasis: question.legalBasis, marks: [] };
  const left = question.answer.length > 0 ? undefined : plan.reasons.find(({ code }) => code === 'answer-incomplete');
  return { ...draft, papers: [...draft.papers, left === undefined ? fresh : withReasons(fresh, plan, [left.code])] };
}

/** A request that begins with answers that were marked beside the dossier. */
export function askAbout(plan: SupplementPlanResponse, fields: readonly string[], makeId: () => string): AskDraft {
  return fields.reduce((draft, field) => addAskedQuestion(draft, plan, field, makeId()), emptyAsk(plan));
}

/** The questions of the plan by the parts of the form. */
export function questionGroups({ questions }: SupplementPlanResponse): readonly { readonly group: string; readonly questions: readonly Question[] }[] {
  const names = [...new Set(questions.map(({ group }) => group))];
  return names.map((group) => ({ group, questions: questions.filter((one) => one.group === group) }));
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
  return plan.reasons.filter(({ of }) => of === 'any' || of === 'all' || of === (there ? 'given' : 'missing'));
}

/** The reasons that can be given for an answer. */
export function reasonsForAnswer(plan: SupplementPlanResponse): SupplementPlanResponse['reasons'] {
  return plan.reasons.filter(({ of }) => of === 'answer' || of === 'all');
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
        id: paper.id, paperId: known?.paperId ?? null, requirementId: known?.requirementId ?? null, answerField: paper.question, paperName: paper.paperName.trim(), reasons: paper.reasons, words: orNull(paper.words),
        legalBasis: orNull(paper.legalBasis), howToFix: paper.howToFix.trim(), marks: paper.marks,
      };
    }),
    words: orNull(draft.words),
    answerDays: draft.answerDays,
    proposalWords: plan.needsLeader ? orNull(draft.proposalWords) : null,
  };
}
