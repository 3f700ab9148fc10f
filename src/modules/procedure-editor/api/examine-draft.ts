import { type Locale } from '../../../platform/i18n/locale.ts';
import { checkPack, type PackFault, type ProcedurePack, type VersionEntry } from '../../procedures/index.ts';
import { FINDING_WORDS } from '../contract/finding-words.ts';
import { diffPacks, type PackDifference } from '../domain/diff-packs.ts';
import { type LintFinding, lintPack } from '../domain/lint-pack.ts';
import { type ProcedureEditorDeps } from './deps.ts';

/** What the checks say about the content of a draft. */
export interface DraftExamination {
  /** The pack, when its shape is sound. */
  readonly pack: ProcedurePack | undefined;
  readonly faults: readonly PackFault[];
  readonly findings: readonly LintFinding[];
  readonly differences: readonly PackDifference[];
  /** The version that it is compared with: the one in force on its first day. */
  readonly comparedWith: number | null;
}

/** What is known when a draft is examined. */
export interface ExaminationScope {
  readonly communeCode: string;
  readonly code: string;
  readonly today: string;
  readonly versions: readonly VersionEntry[];
}

/** Examines a draft: its shape with every fault, then the rules for publishing, and what differs from the version in force. */
export async function examineDraft(deps: ProcedureEditorDeps, content: object, scope: ExaminationScope): Promise<DraftExamination> {
  const { communeCode, code, today, versions } = scope;
  const { validFrom } = content as { readonly validFrom?: unknown };
  // The first day is chosen when it is published: until then a day that is over stands for today.
  const numbered = { ...content, code, ...(typeof validFrom === 'string' && validFrom < today ? { validFrom: today } : {}) };
  const version = (numbered as { version?: unknown }).version;
  const checked = checkPack(numbered, `${code}.v${typeof version === 'number' ? String(version) : '1'}.json`);
  const inForce = deps.catalogue.findForStaff(communeCode, code, today)?.pack;
  const compared = inForce === undefined ? undefined : versions.find((one) => one.version === inForce.version);
  const differences = diffPacks(compared?.pack as object | undefined, numbered);
  const common = { differences, comparedWith: compared?.version ?? null };
  if (!checked.ok) return { pack: undefined, faults: checked.problem, findings: [], ...common };
  const pack = checked.value;
  const findings = lintPack(pack, {
    hasAccount: await deps.hasAccount(communeCode), hasForm: deps.hasForm(code, pack.validFrom), today, papersBefore: inForce?.papers.map(({ id }) => id) ?? [],
  });
  return { pack, faults: [], findings, ...common };
}

/** The same for the screen, in the reader's language: faults of the shape stop too. */
export function examinationView({ faults, findings, differences, comparedWith }: DraftExamination, locale: Locale): { findings: { rule: string; level: 'stop' | 'look'; field: string; words: string }[]; differences: PackDifference[]; comparedWith: number | null } {
  return {
    findings: [
      ...faults.map(({ code, field, words }) => ({ rule: code, level: 'stop' as const, field, words: words[locale] })),
      ...findings.map(({ rule, level, field }) => ({ rule, level, field, words: FINDING_WORDS[rule][locale] })),
    ],
    differences: [...differences],
    comparedWith,
  };
}
