import { type ReactElement, useState } from 'react';
import { Icon } from '../../../../../web/public/icon/icon.tsx';
import { newId } from '../../../../../web/staff/api/new-id.ts';
import { UNREACHABLE } from '../../../../../web/staff/api/refusal.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Glyph } from '../../../../../web/staff/components/glyph/glyph.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { type PageEdit, pagesOf } from '../../../domain/page-edit.ts';
import { pageAddress } from '../pages/page-address.ts';
import { PageEditor } from '../pages/page-editor.tsx';
import { PAGE_WORDS } from '../pages/page-messages.ts';
import { FilePreview } from './file-preview.tsx';
import { type KeptUpload, type PaperEntry } from './reception-draft.ts';
import { RECEPTION_WORDS } from './reception-messages.ts';
import { type Upload, type Uploads } from './use-uploads.ts';

interface PaperFilesProps {
  readonly entry: PaperEntry;
  readonly sending: readonly Upload[];
  readonly uploads: Uploads;
  readonly onRemove: (fileId: string) => void;
  readonly onBound: (file: KeptUpload) => void;
}

/** The pages that the editor begins with: those of the files, or what a file was made of. Signed files stay out. */
function pagesToArrange(files: readonly KeptUpload[]): readonly PageEdit[] {
  return files.flatMap((file) => file.made ?? pagesOf([{ sha256: file.sha256, pages: file.pages ?? 0, signed: file.signed }]));
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
export function PaperFiles({ entry, sending, uploads, onRemove, onBound }: PaperFilesProps): ReactElement | null {
  const t = useWords(RECEPTION_WORDS);
  const p = useWords(PAGE_WORDS);
  const [arranging, setArranging] = useState(false);
  if (entry.files.length === 0 && sending.length === 0) return null;
  const preview = (file: KeptUpload): ReactElement => {
    if (file.made !== null) return <span className="file-preview"><img src={pageAddress({ sha256: file.sha256, page: 1 }, 'small')} alt="" /></span>;
    if (file.address === null) return <FilePreview file={uploads.fileOf(file.id)} />;
    return (
      <a className="file-preview" href={file.address} target="_blank" rel="noreferrer" aria-label={t('file-open', { name: file.fileName })}>
        {/\.(?:jpe?g|png|webp)$/i.test(file.fileName) ? <img src={file.address} alt="" loading="lazy" /> : <Glyph name="paper" />}
      </a>
    );
  };
  const canArrange = entry.reusedFrom === null && sending.length === 0 && entry.files.some(({ signed, pages }) => !signed && pages !== null);
  return (
    <>
      <ul className="file-lines">
        {entry.files.map((file) => (
          <li key={file.id} className="file-line">
            {preview(file)}
            <span className="file-name">
              {file.fileName}
              {file.pages === null ? null : <small className="quiet"> · {p('pages', { count: file.pages })}{file.signed ? ` · ${p('signed-short')}` : ''}</small>}
              {file.warning === null ? null : <span className="field-check"><Icon name="overdue" /><span>{p(`warn.${file.warning}`)}</span></span>}
            </span>
            {file.warning === null ? <Icon name="good" /> : null}
            {entry.reusedFrom === null ? (
              <button type="button" className="icon-button" aria-label={t('file-remove', { name: file.fileName })} onClick={() => { onRemove(file.id); }}><Glyph name="close" /></button>
            ) : null}
          </li>
        ))}
        {sending.map((upload) => <SendingFile key={upload.id} upload={upload} uploads={uploads} />)}
      </ul>
      {canArrange ? <div><Button kind="plain" onPress={() => { setArranging(true); }}>{p('open')}</Button></div> : null}
      {arranging ? (
        <PageEditor
          paperName={entry.name}
          initial={pagesToArrange(entry.files)}
          onClose={() => { setArranging(false); }}
          onDone={({ sha256, fileName, pages }, made) => {
            onBound({ id: newId(), sha256, fileName, pages, signed: false, warning: null, made, address: null });
            setArranging(false);
          }}
        />
      ) : null}
    </>
  );
}
