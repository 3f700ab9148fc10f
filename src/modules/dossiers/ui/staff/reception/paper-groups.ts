import { type RequiredPaper } from './procedure-sheet.ts';

/** One entry of the list of papers: a single paper, or alternatives of which one is enough. */
type PaperBlock =
  | { readonly kind: 'paper'; readonly paper: RequiredPaper }
  | { readonly kind: 'any'; readonly group: string; readonly papers: readonly RequiredPaper[] };

/** The papers that one question decides on. */
export interface PaperQuestion {
  readonly question: string;
  readonly papers: readonly RequiredPaper[];
}

export interface PaperGroups {
  /** What is needed in any case, in the order of the procedure. */
  readonly blocks: readonly PaperBlock[];
  /** What depends on the case. */
  readonly questions: readonly PaperQuestion[];
}

/** Answers by question; a question that was not asked has none. */
export type Answers = Readonly<Record<string, 'yes' | 'no'>>;

/**
 * Sorts the papers of a procedure into what is always needed, alternatives, and questions. Inside a group of alternatives with an
 * unconditional member the conditions only advise: any member is enough. A group whose every member is conditional is asked for.
 */
export function groupPapers(papers: readonly RequiredPaper[]): PaperGroups {
  const blocks: PaperBlock[] = [];
  const questions = new Map<string, RequiredPaper[]>();
  const membersOf = (group: string) => papers.filter((paper) => paper.anyOf === group);
  const isOpen = (group: string) => membersOf(group).some((paper) => paper.onlyWhen === null);
  const seen = new Set<string>();
  for (const paper of papers) {
    if (paper.anyOf !== null && isOpen(paper.anyOf)) {
      if (seen.has(paper.anyOf)) continue;
      seen.add(paper.anyOf);
      const members = membersOf(paper.anyOf);
      blocks.push(members.length === 1 ? { kind: 'paper', paper } : { kind: 'any', group: paper.anyOf, papers: members });
    } else if (paper.onlyWhen === null) {
      blocks.push({ kind: 'paper', paper });
    } else {
      questions.set(paper.onlyWhen.question, [...(questions.get(paper.onlyWhen.question) ?? []), paper]);
    }
  }
  return { blocks, questions: [...questions].map(([question, asked]) => ({ question, papers: asked })) };
}

/** Something that is needed and not ticked: one paper, or one of several. */
export interface MissingPaper {
  readonly papers: readonly RequiredPaper[];
}

/** What the answers make necessary and nobody has ticked, in the order of the list. */
export function missingPapers(groups: PaperGroups, answers: Answers, isTicked: (paperId: string) => boolean): readonly MissingPaper[] {
  const missing: MissingPaper[] = [];
  for (const block of groups.blocks) {
    const papers = block.kind === 'paper' ? [block.paper] : block.papers;
    if (!papers.some((paper) => isTicked(paper.id))) missing.push({ papers });
  }
  const asked = groups.questions.filter(({ question }) => answers[question] === 'yes').flatMap(({ papers }) => papers);
  const seen = new Set<string>();
  for (const paper of asked) {
    if (paper.anyOf !== null && seen.has(paper.anyOf)) continue;
    if (paper.anyOf !== null) seen.add(paper.anyOf);
    const papers = paper.anyOf === null ? [paper] : asked.filter((other) => other.anyOf === paper.anyOf);
    if (!papers.some((other) => isTicked(other.id))) missing.push({ papers });
  }
  return missing;
}

/** Whether the answers leave the paper out: its question was answered with no. */
export function isLeftOut(groups: PaperGroups, answers: Answers, paperId: string): boolean {
  return groups.questions.some(({ question, papers }) => answers[question] === 'no' && papers.some((paper) => paper.id === paperId));
}

/** The questions that were not asked yet. */
export function openQuestions(groups: PaperGroups, answers: Answers): readonly PaperQuestion[] {
  return groups.questions.filter(({ question }) => answers[question] === undefined);
}
