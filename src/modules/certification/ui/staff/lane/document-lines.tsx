import { type Dispatch, type KeyboardEvent, type ReactElement } from 'react';
import { formatDong } from '../../../../../kernel/money.ts';
import { newId } from '../../../../../web/staff/api/new-id.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { Glyph } from '../../../../../web/staff/components/glyph/glyph.tsx';
import { focusPart } from '../../../../../web/staff/keyboard/focus-part.ts';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { type DocumentEntry, feeOf, isBlank, isCapped, type LaneDraft, type LaneEvent, type LaneProcedure, MOST_DOCUMENTS } from './lane-draft.ts';
import { type LanePlace } from './lane-faults.ts';
import { LANE_WORDS } from './lane-messages.ts';

export interface DocumentLinesProps {
  readonly draft: LaneDraft;
  readonly dispatch: Dispatch<LaneEvent>;
  readonly procedure: LaneProcedure;
  readonly names: readonly string[];
  readonly faultAt: (place: LanePlace) => string | undefined;
  /** The id of the control after the documents. */
  readonly next: string;
}

const NAMES_ID = 'lane-names';

/** Adds a line and puts the focus on it; on an empty last line only the focus. */
export function addDocument(draft: LaneDraft, dispatch: Dispatch<LaneEvent>): void {
  const last = draft.documents.at(-1);
  if (last !== undefined && (isBlank(last) || draft.documents.length >= MOST_DOCUMENTS)) {
    focusPart(`name-${last.id}`);
    return;
  }
  const id = newId();
  dispatch({ kind: 'document-added', id });
  focusPart(`name-${id}`);
}

/** What is to be certified: a line for each kind of document with its pages, copies and fee. Enter leads from box to box, and from an empty line on. */
export function DocumentLines({ draft, dispatch, procedure, names, faultAt, next }: DocumentLinesProps): ReactElement {
  const t = useWords(LANE_WORDS);
  const walk = (document: DocumentEntry, index: number) => (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const { id } = event.currentTarget;
    if (id === `name-${document.id}` && isBlank(document)) focusPart(next);
    else if (id === `name-${document.id}`) focusPart(`pages-${document.id}`);
    else if (id === `pages-${document.id}`) focusPart(`copies-${document.id}`);
    else {
      const following = draft.documents[index + 1];
      if (following === undefined) addDocument(draft, dispatch);
      else focusPart(`name-${following.id}`);
    }
  };
  return (
    <>
      <datalist id={NAMES_ID}>{names.map((name) => <option key={name} value={name} />)}</datalist>
      <ol className="lane-lines">
        {draft.documents.map((document, index) => {
          const fee = feeOf(document, procedure);
          const number = index + 1;
          const box = (part: 'pages' | 'copies'): ReactElement => (
            <Field id={`${part}-${document.id}`} label={t(part)} fault={faultAt(`${part}-${document.id}`)}>
              {(control) => (
                <input
                  {...control} className="box lane-count" type="text" inputMode="numeric" maxLength={4} autoComplete="off" value={document[part]}
                  onChange={(event) => { dispatch({ kind: 'document', id: document.id, change: { [part]: event.target.value } }); }}
                  onFocus={(event) => { event.target.select(); }}
                  onKeyDown={walk(document, index)}
                />
              )}
            </Field>
          );
          return (
            <li key={document.id} className="lane-line" aria-label={t('document', { number })}>
              <Field id={`name-${document.id}`} label={t('document-name')} fault={faultAt(`name-${document.id}`)}>
                {(control) => (
                  <input
                    {...control} className="box" type="text" maxLength={300} autoComplete="off" list={NAMES_ID} value={document.name}
                    onChange={(event) => { dispatch({ kind: 'document', id: document.id, change: { name: event.target.value } }); }}
                    onKeyDown={walk(document, index)}
                  />
                )}
              </Field>
              {box('pages')}
              {box('copies')}
              <div className="lane-fee">
                <span className="field-label">{t('fee')}</span>
                <output htmlFor={`pages-${document.id} copies-${document.id}`}>{fee === undefined ? '–' : formatDong(fee)}</output>
                {isCapped(document, procedure) ? <small className="quiet">{t('capped')}</small> : null}
              </div>
              <button
                type="button" className="lane-remove" aria-label={t('document-remove', { number })}
                onClick={() => {
                  dispatch({ kind: 'document-removed', id: document.id });
                  focusPart(`name-${draft.documents[index - 1]?.id ?? draft.documents[index + 1]?.id ?? document.id}`);
                }}
              >
                <Glyph name="close" />
              </button>
            </li>
          );
        })}
      </ol>
      <div className="lane-under">
        <Button kind="quiet" keyHint="F2" onPress={() => { addDocument(draft, dispatch); }}>{t('document-add')}</Button>
        <p className="field-note">{t('documents-note')}</p>
      </div>
    </>
  );
}
