import { type ReactElement, useEffect, useRef, useState } from 'react';
import { newId } from '../../../../../web/staff/api/new-id.ts';
import { uploadFile } from '../../../../../web/staff/api/upload-file.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { DOSSIER_WORDS } from './dossier-messages.ts';

export interface FilesEntryProps {
  readonly label: string;
  readonly note: string | undefined;
  /** JSON of the confirmed files, or nothing. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

interface ConfirmedFile {
  readonly id: string;
  readonly sha256: string;
  readonly fileName: string;
}

/** Files that are sent at once and enter the form when the server has confirmed them. */
export function FilesEntry({ label, note, value, onChange }: FilesEntryProps): ReactElement {
  const t = useWords(DOSSIER_WORDS);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | undefined>(undefined);
  const input = useRef<HTMLInputElement>(null);
  const stop = useRef(new AbortController());
  useEffect(() => {
    const { current } = stop;
    return () => { current.abort(); };
  }, []);
  const files = value === '' ? [] : (JSON.parse(value) as readonly ConfirmedFile[]);

  const send = async (chosen: readonly File[]) => {
    setBusy(true);
    setRefusal(undefined);
    let kept = files;
    for (const file of chosen) {
      const result = await uploadFile(file, () => undefined, stop.current.signal);
      if (!result.ok) {
        setRefusal(result.refusal.message);
        break;
      }
      kept = [...kept, { id: newId(), sha256: result.value.sha256, fileName: result.value.fileName }];
    }
    setBusy(false);
    onChange(kept.length === 0 ? '' : JSON.stringify(kept));
  };
  const drop = (id: string) => {
    const rest = files.filter((file) => file.id !== id);
    onChange(rest.length === 0 ? '' : JSON.stringify(rest));
  };
  return (
    <fieldset className="field">
      <legend className="field-label">{label}</legend>
      {files.length === 0 ? null : (
        <ul className="kept-files">
          {files.map((file) => <li key={file.id}>{file.fileName} <Button kind="plain" label={t('files.drop-named', { name: file.fileName })} onPress={() => { drop(file.id); }}>{t('files.drop')}</Button></li>)}
        </ul>
      )}
      <div className="button-row">
        <Button kind="quiet" busy={busy} onPress={() => { input.current?.click(); }}>{t(busy ? 'files.sending' : 'files.choose')}</Button>
        <input
          ref={input} className="unseen" type="file" accept="image/*,application/pdf" multiple tabIndex={-1} aria-hidden={true}
          onChange={(event) => {
            void send([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      </div>
      {note === undefined ? null : <div className="field-note">{note}</div>}
      {refusal === undefined ? null : <Notice kind="bad" live><p>{refusal}</p></Notice>}
    </fieldset>
  );
}
