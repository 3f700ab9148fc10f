import { type ReactElement, useRef, useState } from 'react';
import { Link } from 'wouter';
import { useQueryClient } from '@tanstack/react-query';
import { Icon } from '../../../../web/public/icon/icon.tsx';
import { newId } from '../../../../web/staff/api/new-id.ts';
import { type Refusal, UNREACHABLE } from '../../../../web/staff/api/refusal.ts';
import { type KeptFile, sendForm } from '../../../../web/staff/api/send-form.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../web/staff/messages.ts';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type PreviewAnswer, type WrittenAnswer } from '../../contract/staff-list-schemas.ts';
import { PreviewStep } from './preview-step.tsx';
import { newSeed, saveFile } from './send-list.ts';
import { STAFF_LIST_WORDS } from './staff-list-messages.ts';
import { WrittenStep } from './written-step.tsx';
import './staff-lists.css';

/** A file that was looked at, with the ids that make writing it twice harmless. */
interface Looked {
  readonly file: KeptFile;
  readonly preview: PreviewAnswer;
  readonly listId: string;
  readonly seed: string;
}

/** A list of staff from a spreadsheet: template, preview, writing, slips. A refusal at any step keeps the file and the choices. */
export function StaffListScreen(): ReactElement {
  const t = useWords(STAFF_LIST_WORDS);
  const shell = useWords(STAFF_WORDS);
  const queries = useQueryClient();
  const box = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState<'reading' | 'writing' | null>(null);
  const [fault, setFault] = useState<string>();
  const [looked, setLooked] = useState<Looked | null>(null);
  const [written, setWritten] = useState<WrittenAnswer | null>(null);
  const say = ({ code, message }: Refusal) => { setFault(code === UNREACHABLE ? shell('no-answer') : message); };

  const look = async (chosen: File) => {
    setBusy('reading');
    setFault(undefined);
    // Read into memory at once: a file that is saved again meanwhile could not be sent a second time.
    const file = { name: chosen.name, content: new Blob([await chosen.arrayBuffer()]) };
    const answer = await sendForm('/api/staff-lists/preview', file, {}, (response) => response.json() as Promise<PreviewAnswer>);
    setBusy(null);
    if (!answer.ok) {
      setLooked(null);
      say(answer.refusal);
      return;
    }
    setLooked({ file, preview: answer.value, listId: newId(), seed: newSeed() });
  };
  const write = async ({ file, preview, listId, seed }: Looked, choices: { readonly close: readonly string[]; readonly end: readonly string[] }) => {
    setBusy('writing');
    setFault(undefined);
    const fields = { commandId: listId, basis: preview.basis, seed, close: choices.close.join(','), end: choices.end.join(',') };
    const answer = await sendForm('/api/staff-lists', file, fields, (response) => response.json() as Promise<WrittenAnswer>);
    setBusy(null);
    if (!answer.ok) {
      say(answer.refusal);
      // The next try may carry other choices: a new command, so that its content may differ.
      if (answer.refusal.code !== UNREACHABLE) setLooked({ file, preview, listId: newId(), seed });
      return;
    }
    setWritten(answer.value);
    await queries.invalidateQueries();
  };
  const faults = async ({ file }: Looked) => {
    const answer = await sendForm('/api/staff-lists/faults', file, {}, (response) => response.blob());
    if (answer.ok) saveFile(answer.value, answer.value.type.startsWith('text/csv') ? 'danh-sach-can-sua.csv' : 'danh-sach-can-sua.xlsx');
    else say(answer.refusal);
  };

  return (
    <section className="lists-page" aria-labelledby="lists-title">
      <p><Link href={STAFF_PATHS.staff}>{t('back')}</Link></p>
      <h1 id="lists-title">{t('title')}</h1>
      {written !== null && looked !== null ? (
        <WrittenStep written={written} listId={looked.listId} seed={looked.seed} onAnother={() => {
          setWritten(null);
          setLooked(null);
        }} />
      ) : (
        <>
          <p className="lists-lead">{t('lead')}</p>
          <p className="lists-template">
            <Icon name="download" />
            <span>{t('template')}: <a href="/api/staff-lists/template/xlsx">{t('template-xlsx')}</a> · <a href="/api/staff-lists/template/csv">{t('template-csv')}</a> <span className="quiet">({t('template-note')})</span></span>
          </p>
          <Field id="lists-file" label={t('file')} note={t('file-note')} fault={looked === null ? fault : undefined}>
            {(control) => (
              // The browser's own box speaks the browser's language: the visible words are ours.
              <div className="button-row">
                <Button kind={looked === null ? 'main' : 'quiet'} busy={busy !== null} onPress={() => { box.current?.click(); }}>{t(busy === 'reading' ? 'reading' : looked === null ? 'choose' : 'choose-other')}</Button>
                <input {...control} ref={box} className="unseen" type="file" tabIndex={-1} accept=".xlsx,.csv,.txt,.tsv" onChange={(event) => {
                  const [chosen] = event.target.files ?? [];
                  // The same file mended and saved must count as a new choice.
                  event.target.value = '';
                  if (chosen !== undefined) void look(chosen);
                }} />
              </div>
            )}
          </Field>
          {looked === null ? null : <PreviewStep key={looked.preview.basis} preview={looked.preview} busy={busy === 'writing'} fault={fault} onFaults={() => { void faults(looked); }} onWrite={(choices) => { void write(looked, choices); }} />}
        </>
      )}
    </section>
  );
}
