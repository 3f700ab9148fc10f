import { makeUuidV7 } from '../../kernel/uuid.ts';
import { type DemoPicture } from '../demo-pictures.ts';
import { type Random } from '../random.ts';
import { type DossierStory, type PaperFileRow } from './dossier-rows.ts';

/** States in which somebody still looks at the papers. */
const OPEN = ['submitted', 'received', 'in-progress', 'supplement-requested', 'payment-requested', 'decided'];

/** A picture for every paper of the dossiers that are still worked on; what was looked up in a database has none. */
export function attachPictures(stories: readonly DossierStory[], pictures: readonly DemoPicture[], random: Random): readonly PaperFileRow[] {
  return stories
    .filter(({ dossier }) => OPEN.includes(dossier.state))
    .flatMap(({ dossier, papers }) =>
      papers.flatMap((paper): readonly PaperFileRow[] => {
        const name = paper.name.toLowerCase();
        const picture = pictures.find(({ kinds, words }) => kinds.includes(paper.kind) || words.some((word) => name.includes(word)));
        if (picture === undefined || paper.source === 'database') return [];
        return [
          {
            commune_code: dossier.commune_code,
            dossier_id: dossier.id,
            id: makeUuidV7(dossier.submitted_at.getTime(), random.bytes(10)),
            paper_id: paper.id,
            position: 0,
            sha256: picture.sha256,
            file_name: picture.fileName,
            added_at: dossier.submitted_at,
            supplement_item_id: null,
            superseded_at: null,
          },
        ];
      }),
    );
}
