import { type DossierPaperRow } from './dossier-rows.ts';
import { type DemoProcedure } from './demo-procedures.ts';

type Requirement = DemoProcedure['papers'][number];

const KIND = {
  'submit-original': 'original',
  'submit-copy': 'copy',
  'submit-certified-copy': 'certified-copy',
  show: 'original',
  form: 'form',
} as const satisfies Record<Requirement['handling'], DossierPaperRow['kind']>;

/** What a paper of a dossier says beside its keys. */
export type TakenPaper = Pick<DossierPaperRow, 'requirement_id' | 'name' | 'kind' | 'source' | 'copies' | 'database_name'>;

/**
 * The papers that somebody hands in: what is always needed, one of every group of alternatives, and as electronic files when declared
 * on line; `lookUp` adds what the office finds in a database. Never empty: a dossier without papers cannot be received.
 */
export function takePapers({ papers, lookedUp }: DemoProcedure, { lookUp, online }: { readonly online: boolean; readonly lookUp: boolean }): readonly TakenPaper[] {
  const always = papers.filter(({ onlyWhen }) => onlyWhen === null);
  const needed = (always.length > 0 ? always : papers.slice(0, 1)).filter(
    ({ anyOf }, place, list) => anyOf === null || list.findIndex((other) => other.anyOf === anyOf) === place,
  );
  const taken = needed.map((paper): TakenPaper => ({
    requirement_id: paper.id,
    name: paper.name.vi,
    kind: online ? 'electronic' : KIND[paper.handling],
    source: !online && paper.handling === 'show' ? 'shown' : 'submitted',
    copies: Math.max(1, paper.copies),
    database_name: null,
  }));
  const found = (lookUp ? lookedUp : []).slice(0, 1).map(({ name, source }): TakenPaper => ({ requirement_id: null, name: name.vi, kind: 'data', source: 'database', copies: 0, database_name: source.vi }));
  return taken.length > 0 || found.length > 0
    ? [...taken, ...found]
    : [{ requirement_id: null, name: 'Giấy tờ theo hướng dẫn của thủ tục', kind: 'original', source: 'submitted', copies: 1, database_name: null }];
}
