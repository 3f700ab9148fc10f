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
export function PersonSection({ draft, dispatch, faultAt, onFormCode }: PartProps & { readonly onFormCode: (text: string) => void }): ReactElement {
  const t = useWords(RECEPTION_WORDS);
  const { person } = draft;
  const onForm = draft.form?.sheet?.person.citizenNumber ?? '';
  const declaredNumber = draft.declaration?.citizenNumber ?? onForm;
  return (
    <section className="part" id="part-person" aria-labelledby="title-person">
      <h2 id="title-person">{t('part.person')}</h2>
      {/* A declaration comes with an address that names the village but not with the village itself. */}
      <PersonFields state={draft} dispatch={dispatch} faultAt={faultAt} next="procedure" asksPhone guessesVillage={draft.declaration !== null || draft.form?.sheet != null} onFormCode={onFormCode} formDone={draft.form?.sheet != null}>
        {declaredNumber !== '' && person.citizenNumber !== '' && declaredNumber !== person.citizenNumber
          ? <Notice kind="check" live><p>{t(onForm === '' ? 'declared-number' : 'form-number', { number: declaredNumber })}</p></Notice>
          : null}
      </PersonFields>
    </section>
  );
}
