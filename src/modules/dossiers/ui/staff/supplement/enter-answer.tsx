import { type ReactElement, useState } from 'react';
import { plainDateWords } from '../../../../../kernel/date-words.ts';
import { dateAt } from '../../../../../kernel/local-time.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { type DossierResponse } from '../../../contract/dossier-schemas.ts';
import { type SupplementView } from '../../../contract/supplement-schemas.ts';
import { FilesEntry } from '../dossier/files-entry.tsx';
import { ASK_WORDS } from './supplement-messages.ts';
import { useSupplementCall } from './use-supplement-call.ts';

interface Entry {
  /** JSON of the confirmed files, or nothing. */
  readonly files: string;
  readonly words: string;
  /** The right answer to a question of the form. */
  readonly answer: string;
}

const EMPTY: Entry = { files: '', words: '', answer: '' };
const CHANNELS = ['counter', 'post'] as const;
const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What was brought to the counter or came by post, fault by fault. */
export function EnterAnswer({ dossier, supplement }: { readonly dossier: DossierResponse; readonly supplement: SupplementView }): ReactElement {
  const t = useWords(ASK_WORDS);
  const { locale } = useLocale();
  const [channel, setChannel] = useState<(typeof CHANNELS)[number]>('counter');
  const [entries, setEntries] = useState<Readonly<Record<string, Entry>>>({});
  const [note, setNote] = useState('');
  const { busy, refusal, send, back, touched } = useSupplementCall(dossier.id);
  const change = (id: string, part: Partial<Entry>) => {
    setEntries({ ...entries, [id]: { ...(entries[id] ?? EMPTY), ...part } });
    touched();
  };
  const submit = () => {
    const items = supplement.items.map(({ id }) => {
      const { files, words, answer } = entries[id] ?? EMPTY;
      return { itemId: id, words: orNull(words), answer: orNull(answer), files: files === '' ? [] : (JSON.parse(files) as unknown) };
    });
    void send('supplement/answer', { expectedVersion: dossier.version, requestId: supplement.id, channel, items, words: orNull(note) }, t('done.enter'));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h1>{t('enter-title')}</h1>
      <p className="quiet">{t('enter-lead')}</p>
      {supplement.overdue && supplement.answerBy !== null ? <Notice kind="check"><p>{t('late-warning', { date: plainDateWords(dateAt(Date.parse(supplement.answerBy)), locale) })}</p></Notice> : null}
      <fieldset className="field ask-reasons">
        <legend className="field-label">{t('channel')}</legend>
        {CHANNELS.map((one) => <label key={one}><input type="radio" name="channel" checked={channel === one} onChange={() => { setChannel(one); }} />{t(`channel.${one}`)}</label>)}
      </fieldset>
      <ul className="ask-papers">
        {supplement.items.map((item) => (
          <li key={item.id} className="ask-paper ask-wrong">
            <b>{item.paperName}</b>
            <p className="quiet">{[...item.reasons, ...(item.words === null ? [] : [item.words])].join('. ')}</p>
            {item.question === null ? null : (
              <Field id={`right-${item.id}`} label={t('right-answer')} note={[t('right-answer-note', { answer: item.question.before.length === 0 ? t('answer-none') : item.question.before.join('; ') }), ...(item.question.columns === null ? [] : [t('right-answer-rows', { columns: item.question.columns.join(' | ') })])].join(' ')}>
                {(control) => (item.question?.columns == null
                  ? <input {...control} className="box" type="text" autoComplete="off" maxLength={2000} value={entries[item.id]?.answer ?? ''} onChange={(event) => { change(item.id, { answer: event.target.value }); }} />
                  : <textarea {...control} className="box" rows={4} autoComplete="off" maxLength={2000} value={entries[item.id]?.answer ?? ''} onChange={(event) => { change(item.id, { answer: event.target.value }); }} />)}
              </Field>
            )}
            {item.question !== null ? null : <FilesEntry label={t('files')} note={undefined} value={entries[item.id]?.files ?? ''} onChange={(files) => { change(item.id, { files }); }} />}
            <Field id={`answer-${item.id}`} label={t('answer-words')}>
              {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={1000} value={entries[item.id]?.words ?? ''} onChange={(event) => { change(item.id, { words: event.target.value }); }} />}
            </Field>
          </li>
        ))}
      </ul>
      <Field id="answer-note" label={t('note')}>
        {(control) => <textarea {...control} className="box" maxLength={2000} value={note} onChange={(event) => { setNote(event.target.value); }} />}
      </Field>
      {refusal === undefined ? null : <Notice kind="bad" live><p>{refusal}</p></Notice>}
      <div className="button-row ask-acts">
        <Button submit busy={busy}>{t(busy ? 'sending' : 'enter')}</Button>
        <Button kind="quiet" onPress={back}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
