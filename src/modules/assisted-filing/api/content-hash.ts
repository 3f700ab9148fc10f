import { createHash } from 'node:crypto';
import { sortedJson } from '../../../platform/journal/journal-text.ts';
import { type DraftContent } from '../../forms/index.ts';
import { type Helper } from '../domain/who-helps.ts';

/** The sha256 of exactly what a person agrees to: the answers, the papers, and who helps. */
export function contentHash(content: DraftContent, { kind, name, relation, team, staffId }: Helper): string {
  const { procedureCode, answersHash, papers } = content;
  return createHash('sha256').update(sortedJson({ procedureCode, answersHash, papers, helper: { kind, name, relation, team, staffId } })).digest('hex');
}
