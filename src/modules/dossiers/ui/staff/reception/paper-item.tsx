import { type Dispatch, type ReactElement, useId, useRef, useState } from 'react';
import { dateAt } from '../../../../../kernel/local-time.ts';
import { newId } from '../../../../../web/staff/api/new-id.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Glyph } from '../../../../../web/staff/components/glyph/glyph.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { keptAddress } from '../file-address.ts';
import { LookUpEntry, PaperDetails } from './paper-details.tsx';
import { PaperFiles } from './paper-files.tsx';
import { type RequiredPaper } from './procedure-sheet.ts';
import { type KnownPerson } from '../../../../../web/staff/person/person-entries.ts';
import { PAPER_FORMS, type PaperEntry, type PaperForm } from './reception-draft.ts';
import { RECEPTION_WORDS } from './reception-messages.ts';
import { type ReceptionEvent } from './reduce-reception.ts';
import { earlierPaper, expiredPaper } from './reusable-papers.ts';
import { shownDate } from '../../../../../web/staff/typed-date.ts';
import { type Uploads } from './use-uploads.ts';

export interface PaperItemProps {
  readonly entry: PaperEntry;
  /** What the procedure says of it; undefined for a paper that a citizen sent along. */
  readonly required: RequiredPaper | undefined;
  /** Say when the paper is needed: inside alternatives its condition is advice. */
  readonly advice?: boolean;
  /** The first box of the list is where the focus goes after the procedure. */
  readonly first?: boolean;
  readonly known: KnownPerson | null;
  readonly uploads: Uploads;
  readonly dispatch: Dispatch<ReceptionEvent>;
}

/** A form may come as a form; nothing else can. */
function formsFor(required: RequiredPaper | undefined): readonly PaperForm[] {
  return PAPER_FORMS.filter((form) => (required?.handling === 'form' ? ['form', 'electronic', 'shown'].includes(form) : form !== 'form'));
}

function pastedFiles(data: DataTransfer): readonly File[] {
  return [...data.files];
}

/** One paper: a tick, the form in which it was taken, its scans, and the earlier paper that can stand in for it. */
export function PaperItem({ entry, required, advice = false, first = false, known, uploads, dispatch }: PaperItemProps): ReactElement {
  const t = useWords(RECEPTION_WORDS);
  const helpId = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const earlier = entry.reusedFrom === null && entry.files.length === 0 ? earlierPaper(entry, known) : undefined;
  const expired = earlier === undefined && entry.reusedFrom === null && entry.files.length === 0 ? expiredPaper(entry, known) : undefined;
  const sending = uploads.items.filter((item) => item.paperId === entry.id);
  const send = (files: readonly File[]) => { if (files.length > 0) uploads.send(entry.id, files); };
  const facts = required === undefined ? [] : [
    t(`handling.${required.handling}`),
    ...(required.copies > 1 ? [t('copies-of', { count: required.copies })] : []),
    ...(advice && required.onlyWhen !== null ? [required.onlyWhen.label] : []),
  ];
  const open = entry.ticked || entry.files.length > 0 || sending.length > 0;
  const boxId = first ? 'part-papers-first' : `paper-${entry.id}`;
  return (
    <li
      className={over ? 'paper-item paper-over' : 'paper-item'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => { setOver(false); }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        send(pastedFiles(event.dataTransfer));
      }}
      onPaste={(event) => {
        const files = pastedFiles(event.clipboardData);
        if (files.length === 0) return;
        event.preventDefault();
        send(files);
      }}
    >
      <input
        type="checkbox"
        id={boxId}
        data-paper-box=""
        checked={entry.ticked}
        aria-describedby={helpId}
        onChange={(event) => { dispatch({ kind: 'paper', paperId: entry.id, change: { ticked: event.target.checked } }); }}
      />
      <div className="paper-item-words">
        <label htmlFor={boxId}>{entry.name}</label>
        <div id={helpId} className="paper-item-help">
          {facts.length === 0 ? null : <span>{facts.join(' · ')}</span>}
          {required?.help == null ? null : <span>{required.help}</span>}
        </div>
        {earlier === undefined ? null : (
          <div>
            <Button
              kind="quiet"
              onPress={() => {
                dispatch({
                  kind: 'reuse', paperId: entry.id, earlier: { id: earlier.id, givenAt: earlier.givenAt },
                  files: earlier.files.map((file) => ({ id: newId(), sha256: file.sha256, fileName: file.fileName, pages: null, signed: false, warning: null, made: null, address: keptAddress(earlier.dossierId, file.sha256) })),
                });
              }}
            >
              <Glyph name="reuse" />
              {t('reuse', { date: shownDate(dateAt(Date.parse(earlier.givenAt))), count: earlier.files.length })}
            </Button>
            {earlier.validTo === null ? null : <small className="quiet"> {t('reuse-valid', { date: shownDate(earlier.validTo) })}</small>}
          </div>
        )}
        {expired?.validTo == null ? null : <p className="quiet">{t('reuse-expired', { date: shownDate(expired.validTo) })}</p>}
        {entry.reusedFrom === null ? null : (
          <p className="paper-reused">
            <Glyph name="reuse" />
            {t('reused', { date: shownDate(dateAt(Date.parse(entry.reusedFrom.givenAt))) })}
            <Button kind="plain" onPress={() => { dispatch({ kind: 'reuse-undone', paperId: entry.id }); }}>{t('reuse-undo')}</Button>
          </p>
        )}
        {open && entry.reusedFrom === null && entry.form === 'data' ? <LookUpEntry entry={entry} dispatch={dispatch} /> : null}
        {open && entry.form !== 'data' && entry.form !== 'shown' ? <PaperDetails entry={entry} dispatch={dispatch} /> : null}
        <PaperFiles
          entry={entry} sending={sending} uploads={uploads}
          onRemove={(fileId) => { dispatch({ kind: 'file-removed', paperId: entry.id, fileId }); }}
          onBound={(file) => { dispatch({ kind: 'pages-bound', paperId: entry.id, file }); }}
        />
      </div>
      {open ? (
        <div className="paper-item-tools">
          {entry.reusedFrom !== null ? null : (
            <select
              className="box"
              aria-label={t('taken-as-of', { name: entry.name })}
              value={entry.form}
              onChange={(event) => {
                const form = PAPER_FORMS.find((candidate) => candidate === event.target.value);
                if (form !== undefined) dispatch({ kind: 'paper', paperId: entry.id, change: { form, ...(form === 'data' && entry.lookedUpAt === '' ? { lookedUpAt: new Date().toISOString() } : {}) } });
              }}
            >
              {formsFor(required).map((form) => <option key={form} value={form}>{t(`form.${form}`)}</option>)}
            </select>
          )}
          <button type="button" className="icon-button paper-attach" aria-label={t('attach-to', { name: entry.name })} title={t('attach')} onClick={() => { chooser.current?.click(); }}>
            <Glyph name="attach" />
          </button>
          <input
            ref={chooser}
            type="file"
            hidden
            multiple
            accept="image/jpeg,image/png,image/webp,application/pdf"
            onChange={(event) => {
              send([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
        </div>
      ) : null}
    </li>
  );
}
