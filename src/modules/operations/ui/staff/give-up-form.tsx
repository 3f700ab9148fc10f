import { type ReactElement, useState } from 'react';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { OPERATIONS_PROBLEMS } from '../../contract/problems.ts';
import { OPERATIONS_WORDS } from './operations-messages.ts';

export interface GiveUpFormProps {
  readonly id: string;
  readonly busy: boolean;
  readonly onKeep: () => void;
  readonly onGiveUp: (reason: string) => Promise<boolean>;
}

/** Asks for the reason before something is given up for good. */
export function GiveUpForm({ id, busy, onKeep, onGiveUp }: GiveUpFormProps): ReactElement {
  const t = useWords(OPERATIONS_WORDS);
  const { locale } = useLocale();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  return (
    <form
      className="ops-give-up"
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(reason.trim() === '');
        if (reason.trim() !== '') void onGiveUp(reason);
      }}
    >
      <Field id={`reason-${id}`} label={t('reason')} note={t('reason-note')} fault={missing ? OPERATIONS_PROBLEMS['jobs.reason-missing'][locale] : undefined}>
        {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={500} value={reason} onChange={(event) => { setReason(event.target.value); }} />}
      </Field>
      <div className="button-row"><Button submit busy={busy}>{t('confirm')}</Button><Button kind="plain" onPress={onKeep}>{t('keep')}</Button></div>
    </form>
  );
}
