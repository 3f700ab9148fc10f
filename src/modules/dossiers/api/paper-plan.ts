import { type Locale } from '../../../platform/i18n/locale.ts';
import { type PaperPlan, type PaperWords, type SendablePaper } from '../ui/public/paper-view.ts';
import { type DossierProcedure, type ProcedurePaper, type ProcedureWords } from './deps.ts';

/** Words in the reader's language, or the official Vietnamese ones where no others exist. */
export function wordsFor(words: ProcedureWords, locale: Locale): PaperWords {
  return locale === 'en' && words.en !== null ? { text: words.en, lang: 'en' } : { text: words.vi, lang: 'vi' };
}

function sendable(paper: ProcedurePaper, locale: Locale): SendablePaper {
  return {
    id: paper.id,
    name: wordsFor(paper.name, locale),
    help: paper.help === null ? null : wordsFor(paper.help, locale),
    onlyWhen: paper.onlyWhen === null ? null : wordsFor(paper.onlyWhen.label, locale),
    form: paper.handling === 'form',
  };
}

/** Whether a picture of the paper may be sent; a paper that is only shown to the officer is never collected (Luật 91/2025/QH15: no more than needed). */
export function isSent(paper: ProcedurePaper): boolean {
  return paper.handling !== 'show';
}

/** The papers of a procedure as the declaration form asks for them; alternatives stand together where the first of them stands. */
export function paperPlan(procedure: Pick<DossierProcedure, 'papers' | 'lookedUp'>, locale: Locale): PaperPlan {
  const send: SendablePaper[][] = [];
  const groups = new Map<string, SendablePaper[]>();
  for (const paper of procedure.papers.filter(isSent)) {
    const known = paper.anyOf === null ? undefined : groups.get(paper.anyOf);
    if (known !== undefined) {
      known.push(sendable(paper, locale));
      continue;
    }
    const group = [sendable(paper, locale)];
    send.push(group);
    if (paper.anyOf !== null) groups.set(paper.anyOf, group);
  }
  return {
    send,
    bring: procedure.papers.filter((paper) => !isSent(paper)).map((paper) => wordsFor(paper.name, locale)),
    lookedUp: procedure.lookedUp.map((paper) => wordsFor(paper.name, locale)),
  };
}

/**
 * The papers that are always needed and that nobody has sent, neither they nor another of their group; of a group only the first is named.
 * Forms are left out: the counter has them.
 */
export function missingPapers(procedure: Pick<DossierProcedure, 'papers'>, sentIds: readonly (string | null)[], locale: Locale): readonly PaperWords[] {
  const groups: Set<string | null> = new Set(procedure.papers.filter((paper) => sentIds.includes(paper.id)).map((paper) => paper.anyOf));
  const missing: ProcedurePaper[] = [];
  for (const paper of procedure.papers) {
    const needed = isSent(paper) && paper.handling !== 'form' && paper.onlyWhen === null;
    if (!needed || sentIds.includes(paper.id) || (paper.anyOf !== null && groups.has(paper.anyOf))) continue;
    groups.add(paper.anyOf);
    missing.push(paper);
  }
  return missing.map((paper) => wordsFor(paper.name, locale));
}
