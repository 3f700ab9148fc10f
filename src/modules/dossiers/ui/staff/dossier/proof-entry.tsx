import { type ReactElement, useEffect, useRef, useState } from 'react';
import { uploadFile } from '../../../../../web/staff/api/upload-file.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { DOSSIER_WORDS } from './dossier-messages.ts';
import { SignaturePad } from './signature-pad.tsx';

export interface ProofEntryProps {
  readonly label: string;
  readonly note: string | undefined;
  /** JSON of the confirmed proof, or nothing. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

type ProofKind = 'signature' | 'photo';

/** A signature drawn on the screen, or a photo of the signed slip or of the moment: whichever the desk has. */
export function ProofEntry({ label, note, value, onChange }: ProofEntryProps): ReactElement {
  const t = useWords(DOSSIER_WORDS);
  const [drawing, setDrawing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | undefined>(undefined);
  const photo = useRef<HTMLInputElement>(null);
  const stop = useRef(new AbortController());
  useEffect(() => {
    const { current } = stop;
    return () => { current.abort(); };
  }, []);

  const keep = async (kind: ProofKind, file: File) => {
    setBusy(true);
    setRefusal(undefined);
    const result = await uploadFile(file, () => undefined, stop.current.signal);
    setBusy(false);
    if (!result.ok) {
      setRefusal(result.refusal.message);
      return;
    }
    setDrawing(false);
    onChange(JSON.stringify({ kind, sha256: result.value.sha256 }));
  };
  const kind = value === '' ? undefined : (JSON.parse(value) as { readonly kind: ProofKind }).kind;
  return (
    <fieldset className="field proof">
      <legend className="field-label">{label}</legend>
      {kind === undefined ? (
        <div className="button-row">
          <Button kind="quiet" busy={busy} onPress={() => { setDrawing(!drawing); }} expanded={drawing}>{t('proof.draw')}</Button>
          <Button kind="quiet" busy={busy} onPress={() => { photo.current?.click(); }}>{t('proof.photo')}</Button>
          <input
            ref={photo} className="unseen" type="file" accept="image/*" capture="environment" tabIndex={-1} aria-hidden={true}
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file !== undefined) void keep('photo', file);
              event.target.value = '';
            }}
          />
        </div>
      ) : (
        <p className="proof-kept">{t(`proof.kept-${kind}`)} <Button kind="plain" onPress={() => { onChange(''); }}>{t('proof.again')}</Button></p>
      )}
      {drawing && kind === undefined ? <SignaturePad busy={busy} onDone={(file) => { void keep('signature', file); }} /> : null}
      {note === undefined ? null : <div className="field-note">{note}</div>}
      {refusal === undefined ? null : <Notice kind="bad" live><p>{refusal}</p></Notice>}
    </fieldset>
  );
}
