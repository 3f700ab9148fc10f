import { type ReactElement, useState } from 'react';
import { parseDong } from '../../../../../kernel/money.ts';
import { FEE_UNITS } from '../../../../../kernel/fee-formula.ts';
import { UNREACHABLE } from '../../../../../web/staff/api/refusal.ts';
import { useCommand } from '../../../../../web/staff/api/use-command.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { DayField } from '../../../../../web/staff/components/day-field/day-field.tsx';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../../web/staff/messages.ts';
import { announce } from '../../../../../web/staff/shell/announcement.ts';
import { type RateEntered, type RatesResponse } from '../../../contract/fee-schemas.ts';
import { CHARGE_KINDS } from '../../../domain/tariff.ts';
import { RATE_WORDS } from './rate-messages.ts';

export interface RateFormProps {
  readonly rate: RatesResponse['rates'][number];
  readonly today: string;
  readonly onDone: () => void;
}

/** The amount of one charge from a day on; a procedure that no tariff knows also gets the name of its charge, its kind and its unit. */
export function RateForm({ rate, today, onDone }: RateFormProps): ReactElement {
  const t = useWords(RATE_WORDS);
  const shell = useWords(STAFF_WORDS);
  const [entry, setEntry] = useState({ amount: rate.today === null ? '' : String(rate.today), validFrom: today, basis: '', label: rate.label, kind: rate.kind, unit: rate.unit });
  const [unreadable, setUnreadable] = useState(false);
  const { busy, refusal, send } = useCommand<RateEntered>(() => {
    announce(t('saved'));
    onDone();
  });
  const faultOf = (field: string) => refusal?.faults.find((fault) => fault.field === field)?.message;
  const id = (name: string) => `rate-${name}-${rate.code.replace(/[^a-z0-9]/gu, '-')}`;
  return (
    <form
      noValidate className="rate-form"
      onSubmit={(event) => {
        event.preventDefault();
        const amount = entry.amount.trim() === '' ? null : parseDong(entry.amount);
        setUnreadable(amount?.ok === false);
        if (amount?.ok === false) return;
        const { validFrom, basis, label, kind, unit } = entry;
        void send('/api/fee-rates', { code: rate.code, kind, unit, label, amount: amount === null ? null : amount.value, basis: basis.normalize('NFC').trim(), validFrom });
      }}
    >
      {rate.known ? null : (
        <>
          <Field id={id('label')} label={t('label')} fault={faultOf('label')} wide>
            {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={200} value={entry.label} onChange={(event) => { setEntry({ ...entry, label: event.target.value }); }} />}
          </Field>
          <Field id={id('kind')} label={t('kind')}>
            {(control) => (
              <select {...control} className="box" value={entry.kind} onChange={(event) => { setEntry({ ...entry, kind: CHARGE_KINDS.find((kind) => kind === event.target.value) ?? entry.kind }); }}>
                {CHARGE_KINDS.map((kind) => <option key={kind} value={kind}>{t(`kind.${kind}`)}</option>)}
              </select>
            )}
          </Field>
          <Field id={id('unit')} label={t('unit')}>
            {(control) => (
              <select {...control} className="box" value={entry.unit} onChange={(event) => { setEntry({ ...entry, unit: FEE_UNITS.find((unit) => unit === event.target.value) ?? entry.unit }); }}>
                {FEE_UNITS.map((unit) => <option key={unit} value={unit}>{t(`unit.${unit}`)}</option>)}
              </select>
            )}
          </Field>
        </>
      )}
      <Field id={id('amount')} label={t('amount')} note={t('amount-note')} fault={unreadable ? t('amount-typed-wrong') : faultOf('amount')}>
        {(control) => <input {...control} className="box" type="text" inputMode="numeric" autoComplete="off" maxLength={20} value={entry.amount} onChange={(event) => { setEntry({ ...entry, amount: event.target.value }); }} />}
      </Field>
      <DayField id={id('day')} label={t('valid-from')} value={entry.validFrom} needed fault={faultOf('validFrom')} onChange={(validFrom) => { setEntry({ ...entry, validFrom }); }} />
      <Field id={id('basis')} label={t('basis')} fault={faultOf('basis')} wide>
        {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={500} value={entry.basis} onChange={(event) => { setEntry({ ...entry, basis: event.target.value }); }} />}
      </Field>
      {refusal === null || refusal.faults.length > 0 ? null : <Notice kind="bad" live><p>{refusal.code === UNREACHABLE ? shell('no-answer') : refusal.message}</p></Notice>}
      <div className="button-row"><Button submit busy={busy}>{t('save')}</Button><Button kind="quiet" onPress={onDone}>{t('cancel')}</Button></div>
    </form>
  );
}
