import { type Dispatch, type ReactElement } from 'react';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { PersonFields } from '../../../../../web/staff/person/person-fields.tsx';
import { type FaultPlace } from './find-faults.ts';
import { type ReceptionDraft } from './reception-draft.ts';
import { RECEPTION_WORDS } from './reception-messages.ts';
import { type ReceptionEvent } from './reduce-reception.ts';

export interface PartProps {
  readonly draft: ReceptionDraft;
  readonly dispatch: Dispatch<ReceptionEvent>;
  /** The words of a fault by its place. */
  readonly faultAt: (place: FaultPlace) => string | undefined;
}

/** The person who files; of a declaration from home also whether the card at the counter is that of the person who declared. */
export function PersonSection({ draft, dispatch, faultAt }: PartProps): ReactElement {
  const t = useWords(RECEPTION_WORDS);
  const { person } = draft;
  const declaredNumber = draft.declaration?.citizenNumber ?? '';
  return (
    <section className="part" id="part-person" aria-labelledby="title-person">
      <h2 id="title-person">{t('part.person')}</h2>
      {/* A declaration comes with an address that names the village but not with the village itself. */}
      <PersonFields state={draft} dispatch={dispatch} faultAt={faultAt} next="procedure" asksPhone guessesVillage={draft.declaration !== null}>
        {declaredNumber !== '' && person.citizenNumber !== '' && declaredNumber !== person.citizenNumber
          ? <Notice kind="check" live><p>{t('declared-number', { number: declaredNumber })}</p></Notice>
          : null}
      </PersonFields>
    </section>
  );
}
