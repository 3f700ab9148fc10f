import { type ReactElement, useEffect, useRef, useState } from 'react';
import { callApi } from '../../../../../web/staff/api/call-api.ts';
import { newId } from '../../../../../web/staff/api/new-id.ts';
import { type Refusal, UNREACHABLE } from '../../../../../web/staff/api/refusal.ts';
import { uploadFile } from '../../../../../web/staff/api/upload-file.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { BoxDialog } from '../../../../../web/staff/components/dialog/box-dialog.tsx';
import { Glyph } from '../../../../../web/staff/components/glyph/glyph.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { announce } from '../../../../../web/staff/shell/announcement.ts';
import { type BindPagesRequest, type BindPagesResponse } from '../../../contract/page-schemas.ts';
import { MAX_PAGES, movePage, type PageEdit, pagesOf, turnPage } from '../../../domain/page-edit.ts';
import { PAGE_WORDS } from './page-messages.ts';
import { PagePreview } from './page-preview.tsx';
import { type EditedPage, PageStrip } from './page-strip.tsx';
import './page-editor.css';

export interface PageEditorProps {
  /** Also the name of the file that is made. */
  readonly paperName: string;
  readonly initial: readonly PageEdit[];
  readonly onDone: (file: BindPagesResponse, pages: readonly PageEdit[]) => void;
  readonly onClose: () => void;
}

/** The bound of one file, said before anybody meets it; the server keeps it. */
const MEGABYTES = 15;

const named = (pages: readonly PageEdit[]): readonly EditedPage[] => pages.map((page) => ({ ...page, id: newId() }));
const plain = (pages: readonly EditedPage[]): PageEdit[] => pages.map(({ sha256, page, turn, crop }) => ({ sha256, page, turn, crop }));

/** Puts the pages of one paper in order, turned and cut; the server makes one PDF of them. Nothing is lost when it is closed. */
export function PageEditor({ paperName, initial, onDone, onClose }: PageEditorProps): ReactElement {
  const t = useWords(PAGE_WORDS);
  const [pages, setPages] = useState<readonly EditedPage[]>(() => named(initial));
  const [at, setAt] = useState(0);
  const [busy, setBusy] = useState<string | null>(null);
  const [fault, setFault] = useState<string | undefined>(undefined);
  const chooser = useRef<HTMLInputElement>(null);
  const stop = useRef(new AbortController());
  useEffect(() => {
    const { current } = stop;
    return () => { current.abort(); };
  }, []);
  const page = pages[at];

  const say = (refusal: Refusal) => { setFault(refusal.code === UNREACHABLE ? t('no-answer') : refusal.message); };
  const change = (edit: (page: PageEdit) => PageEdit) => { setPages((last) => last.map((one, index) => (index === at ? { ...edit(one), id: one.id } : one))); };
  const move = (from: number, to: number) => {
    setPages((last) => movePage(last, from, to));
    setAt(Math.min(pages.length - 1, Math.max(0, to)));
  };
  const remove = () => {
    setPages((last) => last.filter((_, index) => index !== at));
    setAt(Math.max(0, Math.min(at, pages.length - 2)));
  };
  const add = async (files: readonly File[]) => {
    setFault(undefined);
    for (const file of files) {
      setBusy(t('adding', { name: file.name }));
      const sent = await uploadFile(file, () => undefined, stop.current.signal);
      if (stop.current.signal.aborted) return;
      if (!sent.ok) say(sent.refusal);
      else if (sent.value.signed) setFault(t('signed', { name: sent.value.fileName }));
      else setPages((last) => [...last, ...named(pagesOf([sent.value]))]);
    }
    setBusy(null);
  };
  const bind = async () => {
    setBusy(t('binding'));
    setFault(undefined);
    const body: BindPagesRequest = { fileName: paperName.slice(0, 120), pages: plain(pages) };
    const bound = await callApi<BindPagesResponse>('POST', '/api/uploads/pages', body, stop.current.signal);
    if (stop.current.signal.aborted) return;
    setBusy(null);
    if (!bound.ok) {
      say(bound.refusal);
      return;
    }
    announce(t('bound', { count: bound.value.pages, name: bound.value.fileName }));
    onDone(bound.value, body.pages);
  };
  return (
    <BoxDialog title={t('title', { name: paperName })} onClose={onClose} place="wide">
      <div className="page-editor">
        <p className="field-note page-how">{t('how')} {t('bounds', { pages: MAX_PAGES, megabytes: MEGABYTES })}</p>
        <div className="page-desk">
          <PageStrip pages={pages} at={at} onChoose={setAt} onMove={move} onTurn={() => { change(turnPage); }} onRemove={remove} />
          {page === undefined ? <p className="quiet">{t('none')}</p> : (
            <div className="page-large">
              <div className="button-row">
                <Button kind="quiet" onPress={() => { change(turnPage); }}><Glyph name="turn" />{t('turn')}</Button>
                <Button kind="quiet" onPress={() => { move(at, at - 1); }} busy={at === 0}>{t('earlier')}</Button>
                <Button kind="quiet" onPress={() => { move(at, at + 1); }} busy={at === pages.length - 1}>{t('later')}</Button>
                {page.crop === null ? null : <Button kind="plain" onPress={() => { change((one) => ({ ...one, crop: null })); }}>{t('whole')}</Button>}
                <Button kind="plain" onPress={remove}>{t('remove')}</Button>
              </div>
              <PagePreview page={page} onCrop={(crop) => { change((one) => ({ ...one, crop })); }} />
              <p className="field-note">{t('crop-how')}</p>
            </div>
          )}
        </div>
        {fault === undefined ? null : <Notice kind="bad" live><p>{fault}</p></Notice>}
        <div className="page-foot">
          <Button kind="quiet" busy={busy !== null} onPress={() => { chooser.current?.click(); }}><Glyph name="plus" />{t('add')}</Button>
          <input
            ref={chooser} className="unseen" type="file" multiple tabIndex={-1} aria-hidden={true} accept="image/jpeg,image/png,image/webp,application/pdf"
            onChange={(event) => {
              void add([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
          <span className="quiet" role="status">{busy ?? t('pages', { count: pages.length })}</span>
          <Button busy={busy !== null || pages.length === 0} onPress={() => { void bind(); }}>{t('bind', { count: pages.length })}</Button>
        </div>
      </div>
    </BoxDialog>
  );
}
