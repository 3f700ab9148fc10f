import { type ReactElement } from 'react';
import { FeePicker } from '../../../../../web/staff/components/dossier-fees/dossier-fees.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { type PartProps } from './person-section.tsx';
import { RECEPTION_WORDS } from './reception-messages.ts';

/** What is charged for the procedure, and on what ground nothing or less is. */
export function FeeSection({ draft, dispatch, faultAt }: PartProps): ReactElement | null {
  const t = useWords(RECEPTION_WORDS);
  if (draft.procedure?.receivable !== true) return null;
  return (
    <section className="part" id="part-fees" aria-labelledby="title-fees">
      <h2 id="title-fees">{t('procedure-fee')}</h2>
      <FeePicker
        subject={{ procedureCode: draft.procedure.code, channel: draft.channel, day: null, filedOn: draft.declaration?.filedOn ?? null }}
        draft={draft.fees} copies={draft.form?.sheet?.copies ?? draft.declaration?.copiesWanted ?? null} onChange={(fees) => { dispatch({ kind: 'entry', change: { fees } }); }} fault={faultAt('fees')}
      />
    </section>
  );
}
