import { type ReactElement, useState } from 'react';
import { momentWords, plainDateWords } from '../../../../../kernel/date-words.ts';
import { UNREACHABLE } from '../../../../../web/staff/api/refusal.ts';
import { useCommand } from '../../../../../web/staff/api/use-command.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { DayField } from '../../../../../web/staff/components/day-field/day-field.tsx';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../../web/staff/messages.ts';
import { announce } from '../../../../../web/staff/shell/announcement.ts';
import { type RateEntered, type RatesResponse } from '../../../contract/fee-schemas.ts';
import { CHARGE_KINDS, type ChargeKind } from '../../../domain/tariff.ts';
import { RATE_WORDS } from './rate-messages.ts';

type Online = RatesResponse['online'];

function OnlineForm({ online, today, onDone }: { readonly online: Online; readonly today: string; readonly onDone: () => void }): ReactElement {
  const t = useWords(RATE_WORDS);
  const shell = useWords(STAFF_WORDS);
  const [entry, setEntry] = useState({
    percent: String(online.today?.percent ?? online.suggestion?.percent ?? ''), kinds: online.today?.kinds ?? ['service-fee', 'state-charge'] satisfies ChargeKind[], basis: online.suggestion?.basis ?? '', validFrom: online.suggestion?.validFrom ?? today,
  });
  const { busy, refusal, send } = useCommand<RateEntered>(() => {
    announce(t('saved'));
    onDone();
  });
  const faultOf = (field: string) => refusal?.faults.find((fault) => fault.field === field)?.message;
  return (
    <form
      noValidate className="rate-form"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = entry.percent.trim();
        void send('/api/fee-rates/online', { percent: typed === '' || typed === '0' ? null : Number(typed.replace(',', '.')) || -1, kinds: entry.kinds, basis: entry.basis.normalize('NFC').trim(), validFrom: entry.validFrom });
      }}
    >
      <Field id="online-percent" label={t('percent')} note={t('percent-note')} fault={faultOf('percent')}>
        {(control) => <input {...control} className="box" type="text" inputMode="numeric" autoComplete="off" maxLength={5} value={entry.percent} onChange={(event) => { setEntry({ ...entry, percent: event.target.value }); }} />}
      </Field>
      <DayField id="online-day" label={t('valid-from')} value={entry.validFrom} needed fault={faultOf('validFrom')} onChange={(validFrom) => { setEntry({ ...entry, validFrom }); }} />
      <fieldset className="rate-kinds">
        <legend className="field-label">{t('kinds')}</legend>
        {CHARGE_KINDS.map((kind) => (
          <label key={kind}><input type="checkbox" checked={entry.kinds.includes(kind)} onChange={(event) => { setEntry({ ...entry, kinds: CHARGE_KINDS.filter((one) => (one === kind ? event.target.checked : entry.kinds.includes(one))) }); }} /> {t(`kind.${kind}`)}</label>
        ))}
        {faultOf('kinds') === undefined ? null : <p className="field-fault">{faultOf('kinds')}</p>}
      </fieldset>
      <Field id="online-basis" label={t('basis')} fault={faultOf('basis')} wide>
        {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={500} value={entry.basis} onChange={(event) => { setEntry({ ...entry, basis: event.target.value }); }} />}
      </Field>
      {refusal === null || refusal.faults.length > 0 ? null : <Notice kind="bad" live><p>{refusal.code === UNREACHABLE ? shell('no-answer') : refusal.message}</p></Notice>}
      <div className="button-row"><Button submit busy={busy}>{t('save')}</Button><Button kind="quiet" onPress={onDone}>{t('cancel')}</Button></div>
    </form>
  );
}

/** What the province takes off dossiers filed online: today's, what is known of the province, and the way to enter it. */
export function OnlinePart({ online, today }: { readonly online: Online; readonly today: string }): ReactElement {
  const t = useWords(RATE_WORDS);
  const { locale } = useLocale();
  const [entering, setEntering] = useState(false);
  const kindsOf = (kinds: readonly ChargeKind[]) => kinds.map((kind) => t(`kind.${kind}`)).join(', ');
  const now = online.today;
  return (
    <section className="rate-part" aria-labelledby="online-title">
      <h2 id="online-title">{t('online-title')}</h2>
      <p>{now === null ? t('online-none') : t(now.percent === 100 ? 'online-free' : 'online-now', { percent: now.percent, kinds: kindsOf(now.kinds), day: plainDateWords(now.validFrom, locale), basis: now.basis })}</p>
      {now !== null || online.suggestion === null ? null : <Notice kind="info"><p>{t('online-suggestion', { percent: online.suggestion.percent, basis: online.suggestion.basis })}</p></Notice>}
      {entering ? <OnlineForm online={online} today={today} onDone={() => { setEntering(false); }} /> : <div><Button kind="quiet" onPress={() => { setEntering(true); }}>{t('online-change')}</Button></div>}
      {online.entries.length === 0 ? null : (
        <details>
          <summary>{t('history', { count: online.entries.length })}</summary>
          <ul className="rate-history">
            {online.entries.map((entry) => (
              <li key={entry.at}>
                {t('entry', { day: plainDateWords(entry.validFrom, locale), amount: entry.percent === null ? t('entry-online-ended') : `${String(entry.percent)}% ${kindsOf(entry.kinds)}`, basis: entry.basis })}
                <small className="quiet"> {t('by', { name: entry.by, moment: momentWords(Date.parse(entry.at), locale) })}</small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
