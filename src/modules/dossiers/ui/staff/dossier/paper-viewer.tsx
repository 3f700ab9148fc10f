import { type ReactElement, useState } from 'react';
import { Icon } from '../../../../../web/public/icon/icon.tsx';
import { BoxDialog } from '../../../../../web/staff/components/dialog/box-dialog.tsx';
import { Glyph } from '../../../../../web/staff/components/glyph/glyph.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { DOSSIER_WORDS } from './dossier-messages.ts';

/** One file that can be looked at. */
export interface ViewedFile {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly address: string;
  readonly paperName: string;
}

interface PaperViewerProps {
  readonly files: readonly ViewedFile[];
  readonly startId: string;
  readonly onClose: () => void;
}

/** Looks at the files of a dossier one after another, by arrow keys too. PDFs open in their own tab. */
export function PaperViewer({ files, startId, onClose }: PaperViewerProps): ReactElement | null {
  const t = useWords(DOSSIER_WORDS);
  const [index, setIndex] = useState(Math.max(0, files.findIndex((file) => file.id === startId)));
  const [brokenId, setBrokenId] = useState('');
  const file = files[index];
  if (file === undefined) return null;
  const move = (step: number) => { setIndex(Math.min(files.length - 1, Math.max(0, index + step))); };
  const isPicture = file.mediaType.startsWith('image/');
  return (
    <BoxDialog title={file.paperName} onClose={onClose} place="wide">
      <div
        className="viewer"
        onKeyDown={(event) => {
          if (event.key === 'ArrowRight') move(1);
          if (event.key === 'ArrowLeft') move(-1);
        }}
      >
        <div className="viewer-bar">
          <button type="button" className="icon-button" aria-label={t('viewer-previous')} aria-disabled={index === 0} onClick={() => { move(-1); }}><Icon name="previous" /></button>
          <span role="status">{t('viewer-place', { index: index + 1, count: files.length })}</span>
          <button type="button" className="icon-button" aria-label={t('viewer-next')} aria-disabled={index === files.length - 1} onClick={() => { move(1); }}><Icon name="next" /></button>
          <a className="button button-quiet" href={file.address} target="_blank" rel="noreferrer"><Glyph name="outside" />{t('file.open-tab', { name: file.fileName })}</a>
        </div>
        <div className="viewer-stage" tabIndex={0} role="group" aria-label={file.fileName}>
          {isPicture && brokenId !== file.id
            ? <img key={file.id} src={file.address} alt={`${file.paperName}: ${file.fileName}`} onError={() => { setBrokenId(file.id); }} />
            : <p className="quiet">{isPicture ? t('viewer-broken') : t('viewer-pdf')}</p>}
        </div>
      </div>
    </BoxDialog>
  );
}
