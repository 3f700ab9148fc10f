import { type ReactElement, useId, useState } from 'react';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { Glyph } from '../../../../../web/staff/components/glyph/glyph.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { type SupplementPlanResponse } from '../../../contract/supplement-schemas.ts';
import { fileAddress } from '../file-address.ts';
import { PictureMarks } from '../marks/picture-marks.tsx';
import { type AskedPaper, type AskGap, reasonsFor, reasonsForAnswer } from './ask-draft.ts';
import { ASK_WORDS } from './supplement-messages.ts';

export interface AskPaperProps {
  readonly dossierId: string;
  readonly plan: SupplementPlanResponse;
  /** The paper of the plan; undefined for another one. */
  readonly paper: SupplementPlanResponse['papers'][number] | undefined;
  /** The question of the form whose answer it is; undefined for papers. */
  readonly question: SupplementPlanResponse['questions'][number] | undefined;
  /** What is written about it; undefined while nothing is wrong with it. */
  readonly asked: AskedPaper | undefined;
  readonly gapOf: (field: AskGap['field']) => string | undefined;
  readonly onTick: () => void;
  readonly onReason: (code: string) => void;
  readonly onChange: (change: Partial<AskedPaper>) => void;
}

/** One paper: its pictures, the tick that something is wrong, and then what, why and how to mend it. */
export function AskPaper(props: AskPaperProps): ReactElement {
  const { paper, question, asked, onTick } = props;
  const t = useWords(ASK_WORDS);
  const id = useId();
  return (
    <li className={asked === undefined ? 'ask-paper' : 'ask-paper ask-wrong'}>
      <div className="ask-head">
        {paper === undefined ? null : (
          <label htmlFor={id}>
            <input id={id} type="checkbox" checked={asked !== undefined} onChange={onTick} aria-label={`${paper.name}: ${t(paper.paperId === null ? 'tick-missing' : 'tick-wrong')}`} />
            <b>{paper.name}</b>
            <span className="quiet">{t(paper.paperId === null ? 'tick-missing' : 'tick-wrong')}</span>
          </label>
        )}
        {question === undefined ? null : <span><b>{question.label}</b> <span className="quiet">{t('declared', { answer: question.answer.length === 0 ? t('answer-none') : question.answer.join('; ') })}</span></span>}
        {paper === undefined ? <Button kind="plain" onPress={onTick}>{t(question === undefined ? 'drop' : 'drop-answer')}</Button> : null}
        {paper === undefined || paper.paperId === null ? null : <Pictures {...props} />}
      </div>
      {asked === undefined ? null : <AskFields {...props} asked={asked} id={id} />}
    </li>
  );
}

function Pictures({ dossierId, paper }: AskPaperProps): ReactElement {
  const t = useWords(ASK_WORDS);
  const files = paper?.files ?? [];
  if (files.length === 0) return <span className="quiet">{t('no-files')}</span>;
  return (
    <span className="thumbs">
      {files.map((file) => (
        <a key={file.id} className="thumb" href={fileAddress(dossierId, file.id)} target="_blank" rel="noreferrer" aria-label={t('open-file', { file: file.fileName })}>
          {file.mediaType.startsWith('image/') ? <img src={fileAddress(dossierId, file.id)} alt="" loading="lazy" /> : <Glyph name="paper" />}
        </a>
      ))}
    </span>
  );
}

function AskFields({ dossierId, plan, paper, question, asked, id, gapOf, onReason, onChange }: AskPaperProps & { readonly asked: AskedPaper; readonly id: string }): ReactElement {
  const t = useWords(ASK_WORDS);
  const [marking, setMarking] = useState(false);
  const pictures = (paper?.files ?? []).flatMap((file, index) => (file.mediaType.startsWith('image/') ? [{ file, page: index + 1 }] : []));
  const reasonGap = gapOf('reasons');
  return (
    <div className="ask-fields">
      {paper === undefined && question === undefined ? (
        <Field id={`${id}-name`} label={t('other-name')} fault={gapOf('paperName')}>
          {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={300} value={asked.paperName} onChange={(event) => { onChange({ paperName: event.target.value }); }} />}
        </Field>
      ) : null}
      <fieldset className="field ask-reasons" aria-invalid={reasonGap !== undefined} tabIndex={reasonGap === undefined ? undefined : -1}>
        <legend className="field-label">{t('reasons')}</legend>
        {(question === undefined ? reasonsFor(plan, paper) : reasonsForAnswer(plan)).map(({ code, label }) => (
          <label key={code}><input type="checkbox" checked={asked.reasons.includes(code)} onChange={() => { onReason(code); }} />{label}</label>
        ))}
        {reasonGap === undefined ? null : <div className="field-fault">{reasonGap}</div>}
      </fieldset>
      {pictures.length === 0 ? null : (
        <div>
          <Button kind="quiet" expanded={marking} onPress={() => { setMarking(!marking); }}>{t(marking ? 'mark-close' : 'mark')}{asked.marks.length === 0 ? '' : ` (${t('mark-count', { count: asked.marks.length })})`}</Button>
          {gapOf('marks') === undefined ? null : <div className="field-fault ask-gap" tabIndex={-1}>{gapOf('marks')}</div>}
          {marking ? pictures.map(({ file, page }) => (
            <PictureMarks key={file.id} picture={{ address: fileAddress(dossierId, file.id), name: file.fileName }} page={page} marks={asked.marks} onChange={(marks) => { onChange({ marks }); }} />
          )) : null}
        </div>
      )}
      <Field id={`${id}-words`} label={t('words')} fault={gapOf('words')}>
        {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={1000} value={asked.words} onChange={(event) => { onChange({ words: event.target.value }); }} />}
      </Field>
      <Field id={`${id}-how`} label={t('how-to-fix')} fault={gapOf('howToFix')}>
        {(control) => <textarea {...control} className="box" maxLength={1000} value={asked.howToFix} onChange={(event) => { onChange({ howToFix: event.target.value, ownHowToFix: true }); }} />}
      </Field>
      <Field id={`${id}-basis`} label={t('legal-basis')} fault={gapOf('legalBasis')}>
        {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={500} value={asked.legalBasis} onChange={(event) => { onChange({ legalBasis: event.target.value }); }} />}
      </Field>
    </div>
  );
}
