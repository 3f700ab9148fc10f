import { type ReactElement } from 'react';
import { Icon } from '../../../../../web/public/icon/icon.tsx';
import { UNREACHABLE } from '../../../../../web/staff/api/refusal.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Glyph } from '../../../../../web/staff/components/glyph/glyph.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { FilePreview } from './file-preview.tsx';
import { type KeptUpload, type PaperEntry } from './reception-draft.ts';
import { RECEPTION_WORDS } from './reception-messages.ts';
import { type Upload, type Uploads } from './use-uploads.ts';

interface PaperFilesProps {
  readonly entry: PaperEntry;
  readonly sending: readonly Upload[];
  readonly uploads: Uploads;
  readonly onRemove: (fileId: string) => void;
}

function SendingFile({ upload, uploads }: { readonly upload: Upload; readonly uploads: Uploads }): ReactElement {
  const t = useWords(RECEPTION_WORDS);
  const { file, part, refusal } = upload;
  if (refusal !== null) {
    return (
      <li className="file-line file-failed" role="alert">
        <Icon name="bad" />
        <span>{refusal.code === UNREACHABLE ? t('file-no-answer', { name: file.name }) : refusal.message}</span>
        <Button kind="plain" onPress={() => { uploads.retry(upload.id); }}>{t('file-retry')}</Button>
        <button type="button" className="icon-button" aria-label={t('file-remove', { name: file.name })} onClick={() => { uploads.drop(upload.id); }}><Glyph name="close" /></button>
      </li>
    );
  }
  const percent = Math.round(part * 100);
  return (
    <li className="file-line">
      <progress max={100} value={percent} aria-label={t('file-sending', { name: file.name, percent })} />
      <span className="quiet">{t('file-sending', { name: file.name, percent })}</span>
      <button type="button" className="icon-button" aria-label={t('file-remove', { name: file.name })} onClick={() => { uploads.drop(upload.id); }}><Glyph name="close" /></button>
    </li>
  );
}

/** The scans of one paper: those that the server has, and those on their way with their progress or their fault. */
export function PaperFiles({ entry, sending, uploads, onRemove }: PaperFilesProps): ReactElement | null {
  const t = useWords(RECEPTION_WORDS);
  if (entry.files.length === 0 && sending.length === 0) return null;
  const preview = (file: KeptUpload): ReactElement => {
    if (file.address === null) return <FilePreview file={uploads.fileOf(file.id)} />;
    return (
      <a className="file-preview" href={file.address} target="_blank" rel="noreferrer" aria-label={t('file-open', { name: file.fileName })}>
        {/\.(?:jpe?g|png|webp)$/i.test(file.fileName) ? <img src={file.address} alt="" loading="lazy" /> : <Glyph name="paper" />}
      </a>
    );
  };
  return (
    <ul className="file-lines">
      {entry.files.map((file) => (
        <li key={file.id} className="file-line">
          {preview(file)}
          <span className="file-name">{file.fileName}</span>
          <Icon name="good" />
          {entry.reusedFrom === null ? (
            <button type="button" className="icon-button" aria-label={t('file-remove', { name: file.fileName })} onClick={() => { onRemove(file.id); }}><Glyph name="close" /></button>
          ) : null}
        </li>
      ))}
      {sending.map((upload) => <SendingFile key={upload.id} upload={upload} uploads={uploads} />)}
    </ul>
  );
}
