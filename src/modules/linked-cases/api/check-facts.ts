import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type CaseFacts, missingFacts, wrongFacts } from '../domain/fill-request.ts';
import { type LinkedGroup } from '../domain/linked-group.ts';

/** Refuses facts of a group that are missing or cannot be right; `path` is where they stand in the request. */
export function checkFacts(group: LinkedGroup, facts: CaseFacts, path: string): Result<undefined> {
  const label = (key: string): string => group.facts.find((fact) => fact.key === key)?.label.vi ?? key;
  const [missing] = missingFacts(group, facts);
  if (missing !== undefined) return refuse('linked-case.fact-missing', { label: label(missing) }, `${path}.${missing}`);
  const [wrong] = wrongFacts(group, facts);
  return wrong === undefined ? ok(undefined) : refuse('linked-case.fact-wrong', { label: label(wrong) }, `${path}.${wrong}`);
}
