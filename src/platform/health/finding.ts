/** How much a finding matters: all is well, somebody should look soon, or something is broken or in danger now. */
export type HealthGrade = 'well' | 'attention' | 'bad';

/** What one check found. `code` names its words in `health-words.ts`; `facts` fill their places. */
export interface HealthFinding {
  readonly code: string;
  readonly grade: HealthGrade;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** Makes a finding. */
export function finding(code: string, grade: HealthGrade, facts: HealthFinding['facts'] = {}): HealthFinding {
  return { code, grade, facts };
}

/** The worst grade among findings: what the whole examination comes to. */
export function worstGrade(findings: readonly HealthFinding[]): HealthGrade {
  if (findings.some(({ grade }) => grade === 'bad')) return 'bad';
  return findings.some(({ grade }) => grade === 'attention') ? 'attention' : 'well';
}
