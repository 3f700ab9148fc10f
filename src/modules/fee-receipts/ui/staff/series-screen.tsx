import { type ReactElement, useId, useState } from 'react';
import { plainDateWords } from '../../../../kernel/date-words.ts';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { useCommand } from '../../../../web/staff/api/use-command.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { DayField } from '../../../../web/staff/components/day-field/day-field.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useCountWords, useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { type SeriesDone, type SeriesItem, type SeriesResponse } from '../../contract/receipt-schemas.ts';
import { RECEIPT_WORDS } from './receipt-messages.ts';
import { ReceiptsFrame } from './receipts-frame.tsx';
import { faultOf, LineField, SmallForm, wholeNumber } from './small-form.tsx';

function OpenForm({ data, onDone }: { readonly data: SeriesResponse; readonly onDone: () => void }): ReactElement {
  const t = useWords(RECEIPT_WORDS);
  const id = useId();
  const [entry, setEntry] = useState({ kind: 'electronic' as SeriesItem['kind'], templateSymbol: '', symbol: '', bodyName: data.bodyName, taxCode: data.items[0]?.taxCode ?? '', firstNumber: '1', lastNumber: '', openedOn: data.today, validUntil: '', holderId: '' });
  const { busy, refusal, send } = useCommand<SeriesDone>(onDone);
  const change = (part: Partial<typeof entry>): void => { setEntry({ ...entry, ...part }); };
  const fault = (field: string): string | undefined => faultOf(refusal, field);
  const paper = entry.kind === 'paper';
  return (
    <SmallForm
      title={t('open-series')} refusal={refusal} busy={busy} shown={['templateSymbol', 'symbol', 'bodyName', 'taxCode', 'firstNumber', 'lastNumber', 'openedOn', 'validUntil', 'holderId']} save={t('save')} cancel={{ words: t('cancel'), onPress: onDone }}
      onSave={() => {
        void send('/api/receipt-series', {
          ...entry, firstNumber: wholeNumber(entry.firstNumber), lastNumber: paper ? wholeNumber(entry.lastNumber) : null, validUntil: paper && entry.validUntil !== '' ? entry.validUntil : null, holderId: paper && entry.holderId !== '' ? entry.holderId : null,
        });
      }}
    >
      <fieldset className="receipts-radio">
        <legend className="field-label">{t('kind')}</legend>
        {(['electronic', 'paper'] as const).map((kind) => <label key={kind}><input type="radio" name={`${id}-kind`} checked={entry.kind === kind} onChange={() => { change({ kind }); }} /><span>{t(`kind.${kind}`)}</span></label>)}
      </fieldset>
      <div className="receipts-fields">
        <LineField id={`${id}-template`} label={t('template-symbol')} note={t('template-note')} value={entry.templateSymbol} fault={fault('templateSymbol')} onChange={(templateSymbol) => { change({ templateSymbol }); }} />
        <LineField id={`${id}-symbol`} label={t('symbol')} {...(paper ? {} : { note: t('symbol-note') })} value={entry.symbol} fault={fault('symbol')} onChange={(symbol) => { change({ symbol }); }} />
        <LineField id={`${id}-body`} label={t('body-name')} value={entry.bodyName} fault={fault('bodyName')} onChange={(bodyName) => { change({ bodyName }); }} />
        <LineField id={`${id}-tax`} label={t('tax-code')} value={entry.taxCode} fault={fault('taxCode')} onChange={(taxCode) => { change({ taxCode }); }} />
        <LineField id={`${id}-first`} label={t('first-number')} numeric value={entry.firstNumber} fault={fault('firstNumber')} onChange={(firstNumber) => { change({ firstNumber }); }} />
        {paper ? <LineField id={`${id}-last`} label={t('last-number')} numeric value={entry.lastNumber} fault={fault('lastNumber')} onChange={(lastNumber) => { change({ lastNumber }); }} /> : null}
        <DayField id={`${id}-opened`} label={t('opened-on')} value={entry.openedOn} needed onChange={(openedOn) => { change({ openedOn }); }} fault={fault('openedOn')} />
        {paper ? (
          <>
            <DayField id={`${id}-until`} label={t('valid-until')} value={entry.validUntil} onChange={(validUntil) => { change({ validUntil }); }} fault={fault('validUntil')} />
            <Field id={`${id}-holder`} label={t('holder')} fault={fault('holderId')}>
              {(control) => <select {...control} className="box" value={entry.holderId} onChange={(event) => { change({ holderId: event.target.value }); }}><option value="">{t('holder-none')}</option>{data.holders.map(({ id: one, name }) => <option key={one} value={one}>{name}</option>)}</select>}
            </Field>
          </>
        ) : null}
      </div>
    </SmallForm>
  );
}

function CloseForm({ item, onDone }: { readonly item: SeriesItem; readonly onDone: () => void }): ReactElement {
  const t = useWords(RECEIPT_WORDS);
  const id = useId();
  const [reason, setReason] = useState('');
  const { busy, refusal, send } = useCommand<SeriesDone>(onDone);
  return (
    <SmallForm title={t('close-series')} lead={t('close-lead')} refusal={refusal} busy={busy} shown={['reason']} save={t('close-series')} cancel={{ words: t('cancel'), onPress: onDone }} onSave={() => { void send(`/api/receipt-series/${item.id}/close`, { reason }); }}>
      <LineField id={`${id}-reason`} label={t('reason')} value={reason} fault={faultOf(refusal, 'reason')} onChange={setReason} />
    </SmallForm>
  );
}

function FateForm({ item, onDone }: { readonly item: SeriesItem; readonly onDone: () => void }): ReactElement {
  const t = useWords(RECEIPT_WORDS);
  const id = useId();
  const [entry, setEntry] = useState({ fate: 'spoiled' as 'spoiled' | 'lost', to: String(item.next ?? ''), reason: '' });
  const { busy, refusal, send } = useCommand<SeriesDone>(onDone);
  return (
    <SmallForm
      title={t('fate')} lead={t('fate-lead', { next: item.next ?? 0 })} refusal={refusal} busy={busy} shown={['to', 'reason']} save={t('save')} cancel={{ words: t('cancel'), onPress: onDone }}
      onSave={() => { void send(`/api/receipt-series/${item.id}/numbers`, { fate: entry.fate, to: wholeNumber(entry.to), reason: entry.reason }); }}
    >
      <fieldset className="receipts-radio">
        {(['spoiled', 'lost'] as const).map((fate) => <label key={fate}><input type="radio" name={`${id}-fate`} checked={entry.fate === fate} onChange={() => { setEntry({ ...entry, fate }); }} /><span>{t(`fate.${fate}`)}</span></label>)}
      </fieldset>
      <div className="receipts-fields">
        <LineField id={`${id}-to`} label={t('fate-to')} numeric value={entry.to} fault={faultOf(refusal, 'to')} onChange={(to) => { setEntry({ ...entry, to }); }} />
        <LineField id={`${id}-reason`} label={t('reason')} value={entry.reason} fault={faultOf(refusal, 'reason')} onChange={(reason) => { setEntry({ ...entry, reason }); }} />
      </div>
    </SmallForm>
  );
}

function SeriesBox({ item, mayChange }: { readonly item: SeriesItem; readonly mayChange: boolean }): ReactElement {
  const t = useWords(RECEIPT_WORDS);
  const { locale } = useLocale();
  const count = useCountWords();
  const [act, setAct] = useState<'close' | 'fate' | null>(null);
  const standing = item.closedAt !== null ? t('series-closed') : !item.own ? t('series-former') : item.next === null ? t('series-used') : t('series-open');
  const facts: readonly (readonly [string, string | null])[] = [
    [t('template-symbol'), item.templateSymbol], [t('first-number'), count(item.firstNumber)], [t('last-number'), item.lastNumber === null ? null : count(item.lastNumber)], [t('taken'), item.taken === null ? t('none-yet') : count(item.taken)],
    [t('next-number'), item.next === null ? null : count(item.next)], [t('holder'), item.holder], [t('opened-on'), `${plainDateWords(item.openedOn, locale)}, ${item.openedBy}`],
    [t('valid-until'), item.validUntil === null ? null : plainDateWords(item.validUntil, locale)], [t('body-name'), `${item.bodyName} (${t('tax-code')} ${item.taxCode})`],
  ];
  const done = (): void => { setAct(null); };
  return (
    <section className="receipts-box">
      <h2>{item.symbol} · {t(`kind.${item.kind}`)} <span className="quiet">{standing}</span></h2>
      <dl className="receipts-facts">{facts.map(([head, words]) => (words === null ? null : [<dt key={head}>{head}</dt>, <dd key={`${head} words`}>{words}</dd>]))}</dl>
      {item.closeReason === null ? null : <p className="quiet">{item.closedBy}: {item.closeReason}</p>}
      {item.fates.length === 0 ? null : (
        <div>
          <h3>{t('fates')}</h3>
          <ul>{item.fates.map((fate) => <li key={fate.from}>{fate.from === fate.to ? count(fate.from) : `${count(fate.from)}–${count(fate.to)}`}: {t(`fate.${fate.fate}`)}, {fate.reason} ({fate.by})</li>)}</ul>
        </div>
      )}
      {item.silent.length === 0 ? null : <Notice kind="bad"><p>{t('silent', { numbers: item.silent.join(', ') })}</p></Notice>}
      {!mayChange || item.closedAt !== null || !item.own ? null : act === 'close' ? <CloseForm item={item} onDone={done} /> : act === 'fate' ? <FateForm item={item} onDone={done} /> : (
        <div className="button-row">
          <Button kind="quiet" onPress={() => { setAct('close'); }}>{t('close-series')}</Button>
          {item.kind === 'paper' && item.next !== null ? <Button kind="quiet" onPress={() => { setAct('fate'); }}>{t('fate')}</Button> : null}
        </div>
      )}
    </section>
  );
}

/** Series of electronic receipts and books on paper: which numbers were given, what became of the others. */
export function SeriesScreen(): ReactElement {
  const t = useWords(RECEIPT_WORDS);
  const [opening, setOpening] = useState(false);
  const reading = useApi<SeriesResponse>('/api/receipt-series', { keepLast: true });
  const { data } = reading;
  return (
    <ReceiptsFrame tab="series">
      <p className="receipts-lead">{t('series-lead')}</p>
      {reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : null}
      {data === undefined ? (reading.isError ? null : <Skeleton lines={6} />) : (
        <>
          {data.items.length === 0 ? <p>{t('no-series')}</p> : null}
          {!data.mayChange ? null : opening ? <section className="receipts-box"><OpenForm data={data} onDone={() => { setOpening(false); }} /></section> : <div><Button onPress={() => { setOpening(true); }}>{t('open-series')}</Button></div>}
          {data.items.map((item) => <SeriesBox key={item.id} item={item} mayChange={data.mayChange} />)}
        </>
      )}
    </ReceiptsFrame>
  );
}
