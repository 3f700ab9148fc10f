import { type ReactElement, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { newId } from '../../../../web/staff/api/new-id.ts';
import { type Refusal, UNREACHABLE } from '../../../../web/staff/api/refusal.ts';
import { type KeptFile, sendForm } from '../../../../web/staff/api/send-form.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../web/staff/messages.ts';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type ImportedAnswer, type PreviewAnswer, type ReadingWish } from '../../contract/statement-schemas.ts';
import { IMPORT_WORDS } from './import-messages.ts';
import { ImportedStep } from './imported-step.tsx';
import { PreviewStep } from './preview-step.tsx';
import './statements.css';

/** A file that was looked at in one way, with the id that makes taking it over twice harmless. */
interface Looked {
  readonly file: KeptFile;
  readonly preview: PreviewAnswer;
  /** How the officer chose to read it; null: by its headings. */
  readonly reading: ReadingWish | null;
  readonly commandId: string;
}

/** Takes a statement over: file, preview with everything strange about it, order. A refusal at any step keeps the file and the choices. */
export function ImportScreen(): ReactElement {
  const t = useWords(IMPORT_WORDS);
  const shell = useWords(STAFF_WORDS);
  const queries = useQueryClient();
  const box = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState<'reading' | 'importing' | null>(null);
  const [fault, setFault] = useState<string>();
  const [looked, setLooked] = useState<Looked | null>(null);
  const [imported, setImported] = useState<ImportedAnswer | null>(null);
  const say = ({ code, message }: Refusal) => { setFault(code === UNREACHABLE ? shell('no-answer') : message); };

  const look = async (file: KeptFile, reading: ReadingWish | null, sheet: string | null) => {
    setBusy('reading');
    setFault(undefined);
    const fields = { ...(reading === null ? {} : { reading: JSON.stringify(reading) }), ...(sheet === null ? {} : { sheet }) };
    const answer = await sendForm('/api/bank-statements/preview', file, fields, (response) => response.json() as Promise<PreviewAnswer>);
    setBusy(null);
    if (answer.ok) setLooked({ file, preview: answer.value, reading, commandId: newId() });
    else {
      if (reading === null) setLooked(null);
      say(answer.refusal);
    }
  };
  const takeOver = async ({ file, preview, reading, commandId }: Looked, more: { readonly lookedAt: boolean; readonly layoutName: string }) => {
    setBusy('importing');
    setFault(undefined);
    const fields = { commandId, basis: preview.basis, lookedAt: more.lookedAt ? '1' : '', layoutName: more.layoutName, ...(reading === null ? {} : { reading: JSON.stringify(reading) }), ...(preview.sheet === null ? {} : { sheet: preview.sheet }) };
    const answer = await sendForm('/api/bank-statements', file, fields, (response) => response.json() as Promise<ImportedAnswer>);
    setBusy(null);
    if (!answer.ok) {
      say(answer.refusal);
      return;
    }
    setImported(answer.value);
    await queries.invalidateQueries();
  };
  const restart = () => {
    setImported(null);
    setLooked(null);
  };

  return (
    <section className="statements-page" aria-labelledby="statements-title">
      <p><Link href={STAFF_PATHS.bankStatements}>{t('back')}</Link></p>
      <h1 id="statements-title">{t('title')}</h1>
      {imported !== null ? <ImportedStep imported={imported} onAnother={restart} /> : (
        <>
          <p className="statements-lead">{t('lead')}</p>
          <Field id="statements-file" label={t('file')} note={t('file-note')} fault={looked === null ? fault : undefined}>
            {(control) => (
              // The browser's own box speaks the browser's language: the visible words are ours.
              <div className="button-row">
                <Button kind={looked === null ? 'main' : 'quiet'} busy={busy !== null} onPress={() => { box.current?.click(); }}>{t(busy === 'reading' ? 'reading' : looked === null ? 'choose' : 'choose-other')}</Button>
                <input {...control} ref={box} className="unseen" type="file" tabIndex={-1} accept=".xlsx,.csv,.txt,.tsv" onChange={(event) => {
                  const [chosen] = event.target.files ?? [];
                  // The same file downloaded again must count as a new choice.
                  event.target.value = '';
                  // Read into memory at once: what is taken over is what was looked at.
                  if (chosen !== undefined) void chosen.arrayBuffer().then((bytes) => look({ name: chosen.name, content: new Blob([bytes]) }, null, null));
                }} />
              </div>
            )}
          </Field>
          {looked === null ? null : (
            <PreviewStep
              key={looked.commandId} preview={looked.preview} chosen={looked.reading !== null} busy={busy} fault={fault}
              onRead={(reading) => { void look(looked.file, reading, looked.preview.sheet); }} onTakeOver={(more) => { void takeOver(looked, more); }}
            />
          )}
        </>
      )}
    </section>
  );
}
