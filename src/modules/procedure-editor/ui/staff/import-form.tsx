import { type ReactElement, useState } from 'react';
import { useLocation } from 'wouter';
import { callApi } from '../../../../web/staff/api/call-api.ts';
import { newId } from '../../../../web/staff/api/new-id.ts';
import { UNREACHABLE } from '../../../../web/staff/api/refusal.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../web/staff/messages.ts';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type ImportResponse } from '../../contract/editor-schemas.ts';
import { EDITOR_WORDS } from './editor-messages.ts';
import { packsOf } from './packs-of-file.ts';
import { placeWords } from './place-words.ts';

type PackItem = ImportResponse['items'][number];

/** Reads a file with procedures and the forms beside them, and says of each what became of it. */
export function ImportForm({ onCancel }: { readonly onCancel: () => void }): ReactElement {
  const t = useWords(EDITOR_WORDS);
  const shell = useWords(STAFF_WORDS);
  const [done, setDone] = useState<ImportResponse | null>(null);
  const [fault, setFault] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [commandId, setCommandId] = useState(newId);
  const read = async (file: File | undefined): Promise<void> => {
    setDone(null);
    setFault(undefined);
    if (file === undefined) return;
    const read = packsOf(await file.text());
    if (read === undefined) {
      setFault(t('import-unreadable'));
      return;
    }
    setBusy(true);
    const answer = await callApi<ImportResponse>('POST', '/api/procedure-editor/import', { commandId, ...read });
    setBusy(false);
    if (answer.ok) {
      setDone(answer.value);
      setCommandId(newId());
    } else setFault(answer.refusal.code === UNREACHABLE ? shell('no-answer') : answer.refusal.message);
  };
  return (
    <section className="editor-section" aria-label={t('import')} aria-busy={busy}>
      <p className="quiet">{t('import-lead')}</p>
      <Field id="editor-file" label={t('import')} fault={fault}>
        {(control) => <input {...control} type="file" accept=".json,application/json" disabled={busy} onChange={(event) => { void read(event.target.files?.[0]); }} />}
      </Field>
      {done === null ? null : (
        <div role="status">
          <h3>{t('import-packs')}</h3>
          <ul className="editor-imported">{done.items.map((item, position) => <PackLine key={position} item={item} />)}</ul>
          {done.forms.length === 0 ? null : (
            <>
              <h3>{t('import-forms')}</h3>
              <ul className="editor-imported">
                {done.forms.map(({ title, code, outcome, draftId, words, places }, position) => (
                  <li key={position} data-outcome={outcome}>
                    <DraftLink to={draftId === null ? null : STAFF_PATHS.formDraft(draftId)} words={title === '' ? code : title} />
                    <p>{words}</p>
                    {places.length === 0 ? null : <ul>{places.map((place, number) => <li key={number}>{place}</li>)}</ul>}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
      <Button kind="quiet" onPress={onCancel}>{done === null ? t('cancel') : t('close')}</Button>
    </section>
  );
}

function PackLine({ item: { code, name, outcome, draftId, places } }: { readonly item: PackItem }): ReactElement {
  const t = useWords(EDITOR_WORDS);
  if (outcome === 'unreadable') return <li data-outcome={outcome}><p>{t('import-no-code')}</p></li>;
  return (
    <li data-outcome={outcome}>
      <DraftLink to={draftId === null ? null : STAFF_PATHS.procedureDraft(draftId)} words={`${code} ${name}`.trim()} />
      <p>{outcome === 'draft-open-already' ? t('import-open') : places.length > 0 ? t('import-faults', { count: places.length }) : t('import-draft')}</p>
      {places.length === 0 ? null : <ul>{places.map(({ field, words }, number) => <li key={number}>{placeWords(field, t)}: {words}</li>)}</ul>}
    </li>
  );
}

function DraftLink({ to, words }: { readonly to: string | null; readonly words: string }): ReactElement {
  const [, go] = useLocation();
  return to === null ? <b>{words}</b> : <a href={`/can-bo${to}`} onClick={(event) => { event.preventDefault(); go(to); }}>{words}</a>;
}
