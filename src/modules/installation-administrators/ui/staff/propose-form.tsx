import { type ReactElement, useState } from 'react';
import { addDays } from '../../../../kernel/local-time.ts';
import { foldForSearch } from '../../../../kernel/text-folding.ts';
import { newId } from '../../../../web/staff/api/new-id.ts';
import { UNREACHABLE } from '../../../../web/staff/api/refusal.ts';
import { useCommand } from '../../../../web/staff/api/use-command.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { DayField } from '../../../../web/staff/components/day-field/day-field.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useCountWords, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../web/staff/messages.ts';
import { announce } from '../../../../web/staff/shell/announcement.ts';
import { type InstallationView, type NamingDone } from '../../contract/installation-schemas.ts';
import { INSTALLATION_WORDS } from './installation-messages.ts';

/** A year, the first and the last day included. */
const YEAR_DAYS = 364;

export interface ProposeFormProps {
  readonly candidates: InstallationView['candidates'];
  readonly today: string;
}

/** Proposes somebody who administers a commune, for some days and with a reason; another installation administrator agrees. */
export function ProposeForm({ candidates, today }: ProposeFormProps): ReactElement {
  const t = useWords(INSTALLATION_WORDS);
  const shell = useWords(STAFF_WORDS);
  const count = useCountWords();
  const [text, setText] = useState('');
  const [staffId, setStaffId] = useState('');
  const [validFrom, setValidFrom] = useState(today);
  const [validTo, setValidTo] = useState(addDays(today, YEAR_DAYS));
  const [reason, setReason] = useState('');
  const [id, setId] = useState(newId);
  const [sent, setSent] = useState(false);
  const [unchosen, setUnchosen] = useState(false);
  const { busy, refusal, send } = useCommand<NamingDone>(() => {
    setId(newId());
    setStaffId('');
    setReason('');
    setText('');
    setSent(true);
    announce(t('proposed'));
  });
  const words = foldForSearch(text).split(' ');
  const found = candidates.filter((one) => one.staffId === staffId || words.every((word) => foldForSearch(`${one.fullName} ${one.communeName}`).includes(word)));
  const faultOf = (field: string): string | undefined => refusal?.faults.find((fault) => fault.field === field)?.message;
  const told = refusal !== null && refusal.faults.length === 0;
  return (
    <section aria-labelledby="inst-name">
      <h2 id="inst-name">{t('name')}</h2>
      <p className="inst-lead">{t('name-lead')}</p>
      {sent ? <Notice kind="good" live><p>{t('proposed')}</p></Notice> : null}
      <form
        className="inst-form"
        onSubmit={(event) => {
          event.preventDefault();
          setSent(false);
          setUnchosen(staffId === '');
          if (staffId !== '') void send('/api/installation-administrators', { id, staffId, validFrom, validTo, reason });
        }}
      >
        {candidates.length > 12 ? (
          <Field id="inst-find" label={t('find')}>{(control) => <input {...control} className="box" type="search" autoComplete="off" maxLength={80} value={text} onChange={(event) => { setText(event.target.value); }} />}</Field>
        ) : null}
        <Field id="inst-person" label={t('person')} fault={unchosen && staffId === '' ? t('choose', { count: count(found.length) }) : faultOf('staffId')}>
          {(control) => (
            <select {...control} className="box" value={staffId} onChange={(event) => { setStaffId(event.target.value); }}>
              <option value="">{t('choose', { count: count(found.length) })}</option>
              {found.map((one) => <option key={one.staffId} value={one.staffId}>{`${one.communeName} – ${one.fullName}`}</option>)}
            </select>
          )}
        </Field>
        <div className="inst-days">
          <DayField id="inst-from" label={t('valid-from')} needed value={validFrom} fault={faultOf('validFrom')} onChange={setValidFrom} />
          <DayField id="inst-to" label={t('valid-to')} needed value={validTo} fault={faultOf('validTo')} onChange={setValidTo} />
        </div>
        <p className="field-note">{t('valid-note')}</p>
        <Field id="inst-why" label={t('why')} note={t('why-note')} fault={faultOf('reason')}>
          {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={300} value={reason} onChange={(event) => { setReason(event.target.value); }} />}
        </Field>
        {told ? <Notice kind="bad" live><p>{refusal.code === UNREACHABLE ? shell('no-answer') : refusal.message}</p></Notice> : null}
        <div className="button-row"><Button submit busy={busy}>{t('propose')}</Button></div>
      </form>
    </section>
  );
}
