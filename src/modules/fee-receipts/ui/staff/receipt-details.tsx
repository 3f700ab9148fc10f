import { type ReactElement, useId, useState } from 'react';
import { momentWords } from '../../../../kernel/date-words.ts';
import { formatDong } from '../../../../kernel/money.ts';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { useCommand } from '../../../../web/staff/api/use-command.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { type ReceiptDone, type ReceiptResponse } from '../../contract/receipt-schemas.ts';
import { RECEIPT_WORDS, type ReceiptWord } from './receipt-messages.ts';
import { faultOf, LineField, SmallForm } from './small-form.tsx';

const WAYS = ['void', 'replace', 'adjust'] as const;
const EVENTS: Readonly<Record<string, ReceiptWord>> = {
  issued: 'event.issued', asked: 'event.asked', declined: 'event.declined', voided: 'event.voided', replaced: 'event.replaced', adjusted: 'event.adjusted', provider: 'event.provider',
};

function AskForm({ read, onDone }: { readonly read: ReceiptResponse; readonly onDone: () => void }): ReactElement {
  const t = useWords(RECEIPT_WORDS);
  const id = useId();
  const [entry, setEntry] = useState({ how: 'replace' as (typeof WAYS)[number], reason: '', payerName: read.receipt.payerName, payerAddress: read.payerAddress ?? '' });
  const { busy, refusal, send } = useCommand<ReceiptDone>(onDone);
  const change = (part: Partial<typeof entry>): void => { setEntry({ ...entry, ...part }); };
  return (
    <SmallForm
      title={t('ask')} lead={t('ask-lead')} refusal={refusal} busy={busy} shown={['reason', 'payerName']} save={t('send')} cancel={{ words: t('cancel'), onPress: onDone }}
      onSave={() => {
        const { how, reason, payerName, payerAddress } = entry;
        void send(`/api/fee-receipts/${read.receipt.id}/corrections`, { how, reason, words: how === 'void' ? null : { payerName, payerAddress: payerAddress.trim() === '' ? null : payerAddress } });
      }}
    >
      <fieldset className="receipts-radio">
        <legend className="field-label">{t('how')}</legend>
        {WAYS.map((how) => <label key={how}><input type="radio" name={`${id}-how`} checked={entry.how === how} onChange={() => { change({ how }); }} /><span>{t(`how.${how}`)}</span></label>)}
      </fieldset>
      <div className="receipts-fields">
        {entry.how === 'void' ? null : (
          <>
            <LineField id={`${id}-payer`} label={t('payer-new')} value={entry.payerName} fault={faultOf(refusal, 'payerName')} onChange={(payerName) => { change({ payerName }); }} />
            <LineField id={`${id}-address`} label={t('address-new')} value={entry.payerAddress} fault={undefined} onChange={(payerAddress) => { change({ payerAddress }); }} />
          </>
        )}
        <LineField id={`${id}-reason`} label={t('reason')} value={entry.reason} fault={faultOf(refusal, 'reason')} onChange={(reason) => { change({ reason }); }} />
      </div>
    </SmallForm>
  );
}

function Decision({ read }: { readonly read: ReceiptResponse }): ReactElement {
  const t = useWords(RECEIPT_WORDS);
  const id = useId();
  const [words, setWords] = useState('');
  const { busy, refusal, send } = useCommand<ReceiptDone>(() => undefined);
  const decide = (agree: boolean): void => { void send(`/api/fee-receipts/${read.receipt.id}/decisions`, { agree, words }); };
  return (
    <SmallForm refusal={refusal} busy={busy} shown={['words']} save={t('agree')} cancel={{ words: t('decline'), onPress: () => { decide(false); } }} onSave={() => { decide(true); }}>
      <LineField id={`${id}-words`} label={t('decline-words')} value={words} fault={faultOf(refusal, 'words')} onChange={setWords} />
    </SmallForm>
  );
}

function Facts({ read }: { readonly read: ReceiptResponse }): ReactElement {
  const t = useWords(RECEIPT_WORDS);
  const { locale } = useLocale();
  const { receipt } = read;
  const facts: readonly (readonly [string, string | null])[] = [
    [t('day'), momentWords(Date.parse(receipt.issuedAt), locale)], [t('payer'), [receipt.payerName, read.payerAddress].filter((part) => part !== null).join(', ')],
    [t('dossier'), receipt.dossierCode === null ? null : [receipt.dossierCode, read.procedureName].filter((part) => part !== null).join(', ')],
    [t('lines'), read.lines.map(({ label, amount, basis }) => `${label}: ${formatDong(amount)}${basis === null ? '' : ` (${basis})`}`).join('; ')],
    [t('amount'), formatDong(receipt.amount)], [t('in-words'), read.amountWords], [t('method'), t(`method.${receipt.method}`)], [t('collector'), receipt.collector],
    [t('provider'), receipt.provider === null ? null : [t(`provider.${receipt.provider.state}`), receipt.provider.words].filter((part) => part !== null).join('. ')], [t('lookup'), receipt.provider?.code ?? null],
    [t('corrects'), read.corrects], [t('corrected-by'), read.correctedBy], [t('end-reason'), read.endReason],
  ];
  return <dl className="receipts-facts">{facts.map(([head, words]) => (words === null || words === '' ? null : [<dt key={head}>{head}</dt>, <dd key={`${head} words`}>{words}</dd>]))}</dl>;
}

/** One receipt: what stands on it, where it is at the provider, its history, and what two people may do about it. */
export function ReceiptDetails({ id, mayAsk, mayDecide }: { readonly id: string; readonly mayAsk: boolean; readonly mayDecide: boolean }): ReactElement {
  const t = useWords(RECEIPT_WORDS);
  const { locale } = useLocale();
  const [asking, setAsking] = useState(false);
  const reading = useApi<ReceiptResponse>(`/api/fee-receipts/${id}`);
  const { data } = reading;
  if (data === undefined) return reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : <Skeleton lines={8} />;
  const { receipt } = data;
  const ended = receipt.state === 'voided' || receipt.state === 'replaced';
  return (
    <div className="receipts-form">
      <h2>{receipt.symbol} · {receipt.number} <span className={ended ? 'receipts-alert' : 'quiet'}>{t(`state.${receipt.state}`)}</span></h2>
      <Facts read={data} />
      <a className="button button-quiet" href={`/api/fee-receipts/${id}/receipt.pdf`} target="_blank" rel="noreferrer">{t('print')}</a>
      {receipt.asked === null ? null : (
        <section className="receipts-box">
          <h3>{t('decide')}: {t(`asks.${receipt.asked.how}`)}</h3>
          <p>{t('decide-words', { by: receipt.asked.by, reason: receipt.asked.reason })}</p>
          {receipt.asked.mine ? <p>{t('mine-waits')}</p> : mayDecide ? <Decision read={data} /> : null}
        </section>
      )}
      {ended || receipt.asked !== null || !mayAsk ? null : asking ? <section className="receipts-box"><AskForm read={data} onDone={() => { setAsking(false); }} /></section> : <Button kind="quiet" onPress={() => { setAsking(true); }}>{t('ask')}</Button>}
      <section>
        <h3>{t('history')}</h3>
        <ol className="receipts-history">
          {data.events.map((event) => (
            <li key={`${event.at} ${event.kind} ${event.words}`}><span className="quiet">{momentWords(Date.parse(event.at), locale)}</span> {EVENTS[event.kind] === undefined ? event.kind : t(EVENTS[event.kind] ?? 'history')} · {event.by}{event.words === '' ? '' : `: ${event.words}`}</li>
          ))}
        </ol>
      </section>
    </div>
  );
}
