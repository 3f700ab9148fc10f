import { type ReactElement } from 'react';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { type PartProps } from './person-section.tsx';
import { RECEPTION_WORDS } from './reception-messages.ts';

/** Why a finished dossier is corrected; the new one cannot be received without it. */
export function CorrectionSection({ draft, dispatch, faultAt }: PartProps): ReactElement | null {
  const t = useWords(RECEPTION_WORDS);
  const { corrects } = draft;
  if (corrects === null) return null;
  return (
    <section className="part" aria-label={t('correction-reason')}>
      <Field id="correctionReason" label={t('correction-reason')} fault={faultAt('correctionReason')} wide>
        {(control) => (
          <textarea {...control} className="box" rows={2} maxLength={2000} value={corrects.reason} onChange={(event) => { dispatch({ kind: 'entry', change: { corrects: { ...corrects, reason: event.target.value } } }); }} />
        )}
      </Field>
    </section>
  );
}
