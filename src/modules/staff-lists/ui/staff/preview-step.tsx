import { type ReactElement, useState } from 'react';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useCountWords, useWords } from '../../../../web/staff/locale.tsx';
import { type PreviewAnswer } from '../../contract/staff-list-schemas.ts';
import { ListChoices } from './list-choices.tsx';
import { ListLines } from './list-lines.tsx';
import { STAFF_LIST_WORDS } from './staff-list-messages.ts';

export interface PreviewStepProps {
  readonly preview: PreviewAnswer;
  readonly busy: boolean;
  readonly fault: string | undefined;
  readonly onFaults: () => void;
  readonly onWrite: (choices: { readonly close: readonly string[]; readonly end: readonly string[] }) => void;
}

/** What the list would do, line by line, and what it does not name; nothing is written yet. */
export function PreviewStep({ preview, busy, fault, onFaults, onWrite }: PreviewStepProps): ReactElement {
  const t = useWords(STAFF_LIST_WORDS);
  const count = useCountWords();
  const [close, setClose] = useState<readonly string[]>([]);
  const [end, setEnd] = useState<readonly string[]>([]);
  const { newcomers, changing, counts } = preview;
  const endings = close.length + end.length;
  const something = newcomers + changing + endings > 0;
  const write = `${t('write', { added: count(newcomers), changed: count(changing) })}${endings === 0 ? '' : t('write-choices', { count: count(endings) })}`;
  return (
    <>
      <h2>{t('preview', { file: preview.fileName })}{preview.sheet === null ? null : <span className="quiet">{` · ${t('preview-sheet', { sheet: preview.sheet })}`}</span>}</h2>
      {counts.error === 0 ? null : (
        <Notice kind="check">
          <p>{t('faults-note', { count: count(counts.error) })}</p>
          <div><Button kind="quiet" onPress={onFaults}>{t('faults-file')}</Button></div>
        </Notice>
      )}
      <ListLines preview={preview} />
      <ListChoices
        id="lists-absent" title={t('absent', { count: count(preview.absent.length) })} note={t('absent-note')} chosen={close} onChange={setClose}
        items={preview.absent.map(({ staffId, fullName, userName, positions, self }) => ({ id: staffId, name: fullName, detail: [userName, positions].filter((part) => part !== '').join(' · '), fixed: self ? t('self') : undefined }))}
      />
      <ListChoices
        id="lists-left" title={t('left', { count: count(preview.left.length) })} note={t('left-note')} chosen={end} onChange={setEnd}
        items={preview.left.map(({ positionId, fullName, position }) => ({ id: positionId, name: fullName, detail: position }))}
      />
      {fault === undefined ? null : <Notice kind="bad" live><p>{fault}</p></Notice>}
      {busy ? <p role="status">{t('writing')}</p> : null}
      {something ? <div className="button-row"><Button busy={busy} onPress={() => { onWrite({ close, end }); }}>{write}</Button></div> : <p className="quiet" role="status">{t('write-none')}</p>}
    </>
  );
}
