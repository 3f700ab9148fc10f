import { type ReactElement, useState } from 'react';
import { momentWords } from '../../../../../kernel/date-words.ts';
import { Glyph } from '../../../../../web/staff/components/glyph/glyph.tsx';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { type DossierResponse } from '../../../contract/dossier-schemas.ts';
import { fileAddress } from '../file-address.ts';
import { DOSSIER_WORDS } from './dossier-messages.ts';
import { PaperViewer, type ViewedFile } from './paper-viewer.tsx';

type Paper = DossierResponse['papers'][number];

/** The files of a dossier in the order of its papers. */
function viewedFiles(dossierId: string, papers: readonly Paper[]): readonly ViewedFile[] {
  return papers.flatMap((paper) => paper.files.map((file) => ({ ...file, paperName: paper.name, address: fileAddress(dossierId, file.id) })));
}

function FileThumb({ file, onOpen }: { readonly file: ViewedFile; readonly onOpen: () => void }): ReactElement {
  const t = useWords(DOSSIER_WORDS);
  if (!file.mediaType.startsWith('image/')) {
    return (
      <a className="thumb" href={file.address} target="_blank" rel="noreferrer" aria-label={t('file.open-tab', { name: file.fileName })} title={file.fileName}>
        <Glyph name="paper" />
        <small>{t('file.pdf')}</small>
      </a>
    );
  }
  return (
    <button type="button" className="thumb" aria-label={t('file.open', { name: file.fileName })} title={file.fileName} onClick={onOpen}>
      <img src={file.address} alt="" loading="lazy" />
    </button>
  );
}

function PaperRow({ paper, files, onOpen }: { readonly paper: Paper; readonly files: readonly ViewedFile[]; readonly onOpen: (id: string) => void }): ReactElement {
  const t = useWords(DOSSIER_WORDS);
  const { locale } = useLocale();
  const { lookedUp } = paper;
  const database = lookedUp === null ? t('paper.database') : t('paper.looked-up', { database: lookedUp.database, moment: momentWords(Date.parse(lookedUp.at), locale, 'without-year') });
  const source = paper.source === 'shown' ? t('paper.shown') : paper.source === 'database' ? database : t(`paper.${paper.kind}`);
  const facts = [
    source,
    ...(paper.copies > 1 ? [t('paper.copies', { count: paper.copies })] : []),
    ...(paper.pageCount === null ? [] : [t('paper.pages', { count: paper.pageCount })]),
    ...(files.length === 0 && paper.source === 'submitted' && paper.erased === null ? [t('paper.no-file')] : []),
  ];
  return (
    <li className="paper-row">
      <div className="paper-words">
        {paper.name}
        <small className="quiet">{facts.join(' · ')}</small>
        {paper.erased === null ? null : <small className="quiet">{t(paper.erased.byRequest ? 'paper.erased-asked' : 'paper.erased', { count: paper.erased.count, moment: momentWords(Date.parse(paper.erased.at), locale) })}</small>}
        {paper.originalKept ? <small className="paper-kept-here">{paper.shelf === null ? t('paper.kept') : t('paper.kept-on', { shelf: paper.shelf })}</small> : null}
        {paper.reused ? <small className="paper-reused"><Glyph name="reuse" />{t('paper.reused')}</small> : null}
        {paper.reuses > 0 ? <small className="quiet">{t('paper.reuses', { count: paper.reuses })}</small> : null}
      </div>
      {files.length === 0 ? null : (
        <div className="thumbs">
          {files.map((file) => <FileThumb key={file.id} file={file} onOpen={() => { onOpen(file.id); }} />)}
        </div>
      )}
    </li>
  );
}

/** The papers of a dossier with small pictures; a picture opens the viewer. */
export function PaperList({ dossierId, papers }: { readonly dossierId: string; readonly papers: readonly Paper[] }): ReactElement {
  const t = useWords(DOSSIER_WORDS);
  const [openId, setOpenId] = useState<string | null>(null);
  const files = viewedFiles(dossierId, papers);
  return (
    <section aria-labelledby="papers-title">
      <h3 id="papers-title">{t('papers')}</h3>
      {papers.length === 0 ? <p className="quiet">{t('papers-none')}</p> : (
        <ul>
          {papers.map((paper) => (
            <PaperRow key={paper.id} paper={paper} files={files.filter((file) => paper.files.some((own) => own.id === file.id))} onOpen={setOpenId} />
          ))}
        </ul>
      )}
      {openId === null ? null : <PaperViewer files={files} startId={openId} onClose={() => { setOpenId(null); }} />}
    </section>
  );
}
