import { type KeyboardEvent, type ReactElement } from 'react';
import { Icon } from '../../../../../web/public/icon/icon.tsx';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { groupPapers, openQuestions, type PaperQuestion } from './paper-groups.ts';
import { LookedUpItem } from './paper-details.tsx';
import { PaperItem } from './paper-item.tsx';
import { type PartProps } from './person-section.tsx';
import { type ProcedureSheet, type RequiredPaper } from './procedure-sheet.ts';
import { RECEPTION_WORDS } from './reception-messages.ts';
import { type Uploads } from './use-uploads.ts';

/** The arrows go from tick to tick, whatever stands between. */
function walkBoxes(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLInputElement) || event.target.dataset['paperBox'] === undefined) return;
  const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('[data-paper-box]')];
  const next = boxes[boxes.indexOf(event.target) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

interface FilledPartProps extends PartProps {
  readonly procedure: ProcedureSheet;
  readonly uploads: Uploads;
}

function Questions({ draft, dispatch, procedure, uploads }: FilledPartProps): ReactElement | null {
  const t = useWords(RECEPTION_WORDS);
  const groups = groupPapers(procedure.papers);
  if (groups.questions.length === 0) return null;
  const open = openQuestions(groups, draft.answers);
  const line = ({ question, papers }: PaperQuestion, index: number): ReactElement => {
    const answer = draft.answers[question];
    return (
      <li key={question} className="question">
        <fieldset className="question-line">
          <legend>{question}</legend>
          {(['yes', 'no'] as const).map((value) => (
            <label key={value} className="question-choice">
              <input type="radio" name={`question-${index}`} checked={answer === value} onChange={() => { dispatch({ kind: 'answer', question, value }); }} />
              {t(value)}
            </label>
          ))}
        </fieldset>
        {answer === 'yes' ? (
          <ul className="paper-items">
            {papers.map((paper) => <RequiredItem key={paper.id} paper={paper} draft={draft} dispatch={dispatch} uploads={uploads} />)}
          </ul>
        ) : null}
      </li>
    );
  };
  return (
    <div className="questions">
      <div className="questions-head">
        <h3>{t('questions')}</h3>
        {open.length > 1 ? (
          <Button kind="plain" onPress={() => { dispatch({ kind: 'answer-rest', questions: open.map(({ question }) => question), value: 'no' }); }}>{t('rest-no')}</Button>
        ) : null}
      </div>
      <ul>{groups.questions.map(line)}</ul>
    </div>
  );
}

interface RequiredItemProps extends Pick<PartProps, 'draft' | 'dispatch'> {
  readonly paper: RequiredPaper;
  readonly uploads: Uploads;
  readonly advice?: boolean;
  readonly first?: boolean;
}

function RequiredItem({ paper, draft, dispatch, uploads, advice = false, first = false }: RequiredItemProps): ReactElement | null {
  const entry = draft.papers.find((candidate) => candidate.requirementId === paper.id);
  if (entry === undefined) return null;
  return (
    <PaperItem
      entry={entry} required={paper} advice={advice} first={first} known={draft.known} uploads={uploads} dispatch={dispatch}
    />
  );
}

function PaperBlocks({ draft, dispatch, procedure, uploads }: FilledPartProps): ReactElement {
  const t = useWords(RECEPTION_WORDS);
  const { blocks } = groupPapers(procedure.papers);
  return (
    <ul className="paper-items">
      {blocks.map((block, index) => (block.kind === 'paper'
        ? <RequiredItem key={block.paper.id} paper={block.paper} draft={draft} dispatch={dispatch} uploads={uploads} first={index === 0} />
        : (
          <li key={block.group} className="any-of">
            <h3>{t('any-of')}</h3>
            <ul className="paper-items">
              {block.papers.map((paper, inner) => (
                <RequiredItem key={paper.id} paper={paper} draft={draft} dispatch={dispatch} uploads={uploads} advice first={index === 0 && inner === 0} />
              ))}
            </ul>
          </li>
        )))}
    </ul>
  );
}

/** The papers of the procedure: ticked, scanned, used again; what depends on the case is asked, what the office looks up is only told. */
export function PaperSection({ draft, dispatch, faultAt, uploads }: PartProps & { readonly uploads: Uploads }): ReactElement {
  const t = useWords(RECEPTION_WORDS);
  const { procedure } = draft;
  const fault = faultAt('papers');
  const loose = draft.papers.filter((paper) => paper.requirementId === null && !paper.byOffice);
  const byOffice = draft.papers.filter((paper) => paper.byOffice);
  return (
    <section className="part" id="part-papers" aria-labelledby="title-papers" onKeyDown={walkBoxes}>
      <h2 id="title-papers">{t('part.papers')}</h2>
      {fault === undefined ? null : <p className="field-fault" id="papers" tabIndex={-1}><Icon name="bad" /><span>{fault}</span></p>}
      {procedure === null ? <p className="quiet">{t('papers-first')}</p> : (
        <>
          <p className="field-note key-hint">{t('papers-hint')}</p>
          <PaperBlocks draft={draft} dispatch={dispatch} faultAt={faultAt} procedure={procedure} uploads={uploads} />
          <Questions draft={draft} dispatch={dispatch} faultAt={faultAt} procedure={procedure} uploads={uploads} />
          {loose.length === 0 ? null : (
            <div className="any-of">
              <h3>{t('loose')}</h3>
              <ul className="paper-items">
                {loose.map((entry) => (
                  <PaperItem key={entry.id} entry={entry} required={undefined} known={null} uploads={uploads} dispatch={dispatch} />
                ))}
              </ul>
            </div>
          )}
          {byOffice.length === 0 ? null : (
            <div className="looked-up">
              <h3>{t('looked-up')}</h3>
              <ul>{byOffice.map((entry) => <LookedUpItem key={entry.id} entry={entry} dispatch={dispatch} />)}</ul>
            </div>
          )}
        </>
      )}
    </section>
  );
}
