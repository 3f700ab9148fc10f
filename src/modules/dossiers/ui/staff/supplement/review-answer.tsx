import { type ReactElement, useState } from 'react';
import { MarkedPicture } from '../../../../../web/public/marked-picture/marked-picture.tsx';
import '../../../../../web/public/marked-picture/marked-picture.css';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { type DossierResponse } from '../../../contract/dossier-schemas.ts';
import { type RequestsResponse, type SupplementView } from '../../../contract/supplement-schemas.ts';
import { fileAddress } from '../file-address.ts';
import { ASK_WORDS } from './supplement-messages.ts';
import { useSupplementCall } from './use-supplement-call.ts';

type Item = SupplementView['items'][number];

function FileSide({ dossierId, files, marks, empty }: { readonly dossierId: string; readonly files: Item['before']; readonly marks: Item['marks']; readonly empty: string }): ReactElement {
  const t = useWords(ASK_WORDS);
  if (files.length === 0) return <p className="quiet">{empty}</p>;
  return (
    <>
      {files.map((file, index) => {
        const address = fileAddress(dossierId, file.id);
        return file.mediaType.startsWith('image/')
          ? <MarkedPicture key={file.id} id={`review-${file.id}`} src={address} alt={file.fileName} marks={marks.filter(({ page }) => page === index + 1)} />
          : <p key={file.id}><a href={address} target="_blank" rel="noreferrer">{t('open-file', { file: file.fileName })}</a></p>;
      })}
    </>
  );
}

function isChanged({ before, after }: NonNullable<Item['question']>): boolean {
  return after !== null && before.join('\n') !== after.join('\n');
}

/** Old and new side by side, fault by fault; then the holder takes the answer over. */
export function ReviewAnswer({ dossier, supplement, unlike }: { readonly dossier: DossierResponse; readonly supplement: SupplementView; readonly unlike: RequestsResponse['unlike'] }): ReactElement {
  const t = useWords(ASK_WORDS);
  const [keepOld, setKeepOld] = useState<readonly string[]>(() => supplement.items.filter(({ adds }) => adds).map(({ id }) => id));
  const { busy, refusal, send, back } = useSupplementCall(dossier.id);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send('supplement/accept', { expectedVersion: dossier.version, keepOld, note: null }, t('done.review'));
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey) event.currentTarget.requestSubmit();
      }}
    >
      <h1>{t('review-title')}</h1>
      <p className="quiet">{t('review-lead')}</p>
      {supplement.answerWords === null ? null : <Notice kind="info"><p>{t('answer-said', { words: supplement.answerWords })}</p></Notice>}
      <ul className="ask-papers">
        {supplement.items.map((item) => (
          <li key={item.id} className="ask-paper">
            <b>{item.paperName}</b>
            <p className="quiet">{[...item.reasons, ...(item.words === null ? [] : [item.words])].join('. ')}</p>
            {item.answerWords === null ? null : <p>{t('answer-said', { words: item.answerWords })}</p>}
            {item.question === null ? null : (
              <div className="review-sides">
                <section><h3>{t('before')}</h3><p>{item.question.before.length === 0 ? t('answer-none') : item.question.before.join('; ')}</p></section>
                <section className={isChanged(item.question) ? 'review-changed' : undefined}>
                  <h3>{t('after')}</h3>
                  <p>{isChanged(item.question) ? <mark>{item.question.after?.length === 0 ? t('answer-none') : item.question.after?.join('; ')}</mark> : t('answer-same')}</p>
                </section>
              </div>
            )}
            {item.question !== null ? null : <div className="review-sides">
              <section><h3>{t('before')}</h3><FileSide dossierId={dossier.id} files={item.before} marks={item.marks} empty={t('nothing-before')} /></section>
              <section><h3>{t('after')}</h3><FileSide dossierId={dossier.id} files={item.after} marks={[]} empty={t('nothing-after')} /></section>
            </div>}
            {item.before.length === 0 || item.after.length === 0 ? null : (
              <label className="ask-keep">
                <input type="checkbox" checked={keepOld.includes(item.id)} onChange={(event) => { setKeepOld(event.target.checked ? [...keepOld, item.id] : keepOld.filter((id) => id !== item.id)); }} />
                {t('keep-old')}
              </label>
            )}
          </li>
        ))}
      </ul>
      {supplement.followed.length === 0 ? null : (
        <section>
          <h2>{t('followed')}</h2>
          <ul>{supplement.followed.map((one) => <li key={one.label}>{one.label}: {one.before.length === 0 ? t('answer-none') : one.before.join('; ')} → <mark>{one.after.length === 0 ? t('answer-none') : one.after.join('; ')}</mark></li>)}</ul>
        </section>
      )}
      {unlike.length === 0 ? null : <Notice kind="check"><p>{t('unlike', { facts: unlike.map((fact) => t(`fact.${fact}`)).join(', ') })}</p></Notice>}
      <p className="quiet">{t('not-enough')}</p>
      {refusal === undefined ? null : <Notice kind="bad" live><p>{refusal}</p></Notice>}
      <div className="button-row ask-acts">
        <Button submit busy={busy} keyHint="Ctrl Enter">{t(busy ? 'sending' : 'accept')}</Button>
        <Button kind="quiet" onPress={back}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
