import { limitWords } from '../../../kernel/legal-clock/limit-words.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import {
  type CatalogueReportView, type ListedProcedures, type ProcedureForStaff, type SuggestedProcedures,
} from '../contract/procedure-schemas.ts';
import { type Procedure } from '../domain/effective-procedure.ts';
import { type CatalogueReading } from '../store/read-catalogue.ts';
import { feeWords, nameWords, notReceivableWords, textIn, timeWords } from '../ui/procedure-words.ts';

/** The short form of a procedure for the counter's list. */
export function suggestedView(procedure: Procedure, locale: Locale): SuggestedProcedures['items'][number] {
  const { pack } = procedure;
  return {
    code: pack.code,
    name: nameWords(pack, locale),
    officialName: pack.name,
    field: pack.field,
    timeWords: timeWords(procedure, locale),
    receivable: notReceivableWords(procedure, locale) === null,
    onlineLevel: pack.onlineLevel,
  };
}

/** The whole procedure for staff. */
export function staffView(procedure: Procedure, locale: Locale): ProcedureForStaff {
  const { pack, steps } = procedure;
  const reason = notReceivableWords(procedure, locale);
  return {
    code: pack.code,
    version: pack.version,
    name: nameWords(pack, locale),
    officialName: pack.name,
    field: pack.field,
    timeLimitWords: timeWords(procedure, locale),
    feeWords: feeWords(pack.fee, locale),
    papers: pack.papers.map((paper) => ({
      id: paper.id,
      name: textIn(paper.name, locale),
      help: paper.help === null ? null : textIn(paper.help, locale),
      handling: paper.handling,
      copies: paper.copies,
      onlyWhen: paper.onlyWhen === null ? null : { question: textIn(paper.onlyWhen.question, locale), label: textIn(paper.onlyWhen.label, locale) },
      anyOf: paper.anyOf,
    })),
    lookedUp: pack.lookedUp.map((one) => ({ name: textIn(one.name, locale), source: textIn(one.source, locale) })),
    steps: steps.map((step) => ({ key: step.key, role: step.role, hours: step.hours, label: textIn(step.label, locale) })),
    results: pack.results.map((result) => textIn(result, locale)),
    receivable: reason === null,
    reason,
  };
}

/** The procedures without a published limit: those that wait for the commune, or those that it completed. */
export function listView(procedures: readonly Procedure[], state: 'undetermined' | 'completed', locale: Locale): ListedProcedures {
  const items = procedures.flatMap(({ pack, completion }) => {
    if (pack.timeLimit.unit !== 'undetermined' || (completion !== null) !== (state === 'completed')) return [];
    const { value, note } = pack.timeLimit;
    return [{
      code: pack.code,
      name: nameWords(pack, locale),
      officialName: pack.name,
      field: pack.field,
      value,
      note: note === null ? null : textIn(note, locale),
      completed: completion === null ? null : {
        unit: completion.limit.unit,
        value: completion.limit.unit === 'same-day' ? null : completion.limit.value,
        words: limitWords(completion.limit, locale),
        basis: completion.basis,
        completedAt: new Date(completion.completedAt).toISOString(),
      },
    }];
  });
  return { items };
}

/** The load report for the administrator. `isCompleted` says whether the commune filled in a limit. */
export function reportView({ files, report }: CatalogueReading, isCompleted: (code: string) => boolean, locale: Locale): CatalogueReportView {
  return {
    date: report.date,
    counts: {
      files,
      citizen: report.packs.length,
      hidden: report.hidden.length,
      undetermined: report.undetermined.length,
      notInForce: report.notInForce.length,
      faults: report.faults.length,
    },
    faults: report.faults.map(({ file, field, code, words }) => ({ file, field, code, words: words[locale] })),
    hidden: report.hidden.map(({ code, name, reason, detail }) => ({ code, name, reason, detail })),
    undetermined: report.undetermined.map(({ code, name, value }) => ({ code, name, value, completed: isCompleted(code) })),
    duplicates: report.duplicates.map(({ name, codes, files: named }) => ({ name, codes: [...codes], files: [...named] })),
    notInForce: report.notInForce.map(({ code, name }) => ({ code, name })),
  };
}
