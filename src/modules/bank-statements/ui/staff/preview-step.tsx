import { type ReactElement, useState } from 'react';
import { momentWords, plainDateWords } from '../../../../kernel/date-words.ts';
import { formatDong } from '../../../../kernel/money.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useCountWords, useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { type FindingView, type PreviewAnswer, type ReadingWish } from '../../contract/statement-schemas.ts';
import { ColumnsPart } from './columns-part.tsx';
import { IMPORT_WORDS } from './import-messages.ts';
import { PreviewLines } from './preview-lines.tsx';

export interface PreviewStepProps {
  readonly preview: PreviewAnswer;
  /** The officer chose the columns. */
  readonly chosen: boolean;
  readonly busy: 'reading' | 'importing' | null;
  readonly fault: string | undefined;
  readonly onRead: (reading: ReadingWish) => void;
  readonly onTakeOver: (more: { readonly lookedAt: boolean; readonly layoutName: string }) => void;
}

const KINDS = { stop: 'bad', confirm: 'check', note: 'info' } as const;

function Finding({ finding, busy, onRead }: { readonly finding: FindingView; readonly busy: boolean; readonly onRead: PreviewStepProps['onRead'] }): ReactElement {
  const t = useWords(IMPORT_WORDS);
  const { suggests } = finding;
  return (
    <Notice kind={KINDS[finding.weight]}>
      <p>{finding.words}</p>
      {suggests === null ? null : <div><Button kind="quiet" busy={busy} onPress={() => { onRead(suggests); }}>{t('exchange')}</Button></div>}
    </Notice>
  );
}

function Facts({ preview }: { readonly preview: PreviewAnswer }): ReactElement {
  const t = useWords(IMPORT_WORDS);
  const { locale } = useLocale();
  const count = useCountWords();
  const { layout, account, sameFile, firstOn, lastOn } = preview;
  const words = layout === null ? t('layout.none') : layout.kind === 'chosen' ? t('layout.chosen') : t(`layout.${layout.kind}`, { name: layout.name });
  return (
    <ul className="statements-facts">
      <li><b>{words}</b>{layout?.kind === 'bank' ? <small className="quiet" title={layout.source ?? undefined}>{t('layout.bank-check')}</small> : null}</li>
      {account === null ? null : <li>{t('account', { number: account.number, bank: account.bankName })}{preview.statedAccounts.length === 0 ? null : <small className="quiet">{t('account-stated', { numbers: preview.statedAccounts.join(', ') })}</small>}</li>}
      {firstOn === null || lastOn === null ? null : <li>{t('period', { from: plainDateWords(firstOn, locale), to: plainDateWords(lastOn, locale) })}</li>}
      {layout === null ? null : <li>{t('counts', { lines: count(preview.fileLines), fresh: count(preview.newLines), known: count(preview.knownLines), skipped: count(preview.skippedLines) })}</li>}
      {sameFile === null ? null : <li>{t('same-file', { by: sameFile.by, at: momentWords(Date.parse(sameFile.at), locale) })}</li>}
    </ul>
  );
}

/** What a statement is, what is strange about it, where its lines would go; nothing is written yet. */
export function PreviewStep({ preview, chosen, busy, fault, onRead, onTakeOver }: PreviewStepProps): ReactElement {
  const t = useWords(IMPORT_WORDS);
  const count = useCountWords();
  const [lookedAt, setLookedAt] = useState(false);
  const [layoutName, setLayoutName] = useState('');
  const { findings, faults, faultCount, ready, lists, newLines, layout } = preview;
  const needsLook = findings.some(({ weight }) => weight === 'confirm');
  const columns = <ColumnsPart preview={preview} busy={busy === 'reading'} layoutName={layoutName} onLayoutName={chosen && ready ? setLayoutName : undefined} onRead={onRead} />;
  return (
    <>
      <h2>{t('preview', { file: preview.fileName })}{preview.sheet === null ? null : <span className="quiet">{` · ${t('sheet', { sheet: preview.sheet })}`}</span>}</h2>
      <Facts preview={preview} />
      {findings.map((finding) => <Finding key={finding.code} finding={finding} busy={busy !== null} onRead={onRead} />)}
      {faults.length === 0 ? null : (
        <section aria-labelledby="statements-faults">
          <h3 id="statements-faults">{t('faults')}</h3>
          <ul>{faults.map(({ line, words }) => <li key={`${String(line)} ${words}`}>{t('fault-line', { line, words })}</li>)}</ul>
          {faultCount <= faults.length ? null : <p className="quiet">{t('faults-more', { count: count(faultCount - faults.length) })}</p>}
        </section>
      )}
      {layout === null || chosen ? columns : <details><summary>{t('columns-open')}</summary>{columns}</details>}
      {preview.fileLines === 0 ? null : <PreviewLines preview={preview} />}
      {fault === undefined ? null : <Notice kind="bad" live><p>{fault}</p></Notice>}
      {needsLook && ready ? <label className="statements-check"><input type="checkbox" checked={lookedAt} onChange={(event) => { setLookedAt(event.target.checked); }} /><span>{t('looked-at')}</span></label> : null}
      {busy === 'importing' ? <p role="status">{t('importing')}</p> : null}
      {ready ? (
        <div className="button-row">
          <Button busy={busy !== null} onPress={() => { onTakeOver({ lookedAt, layoutName }); }}>
            {lists.exact.count === 0 ? t('take-over-none', { lines: count(newLines) }) : t('take-over', { lines: count(newLines), paid: count(lists.exact.count), sum: formatDong(lists.exact.sum) })}
          </Button>
        </div>
      ) : layout === null ? null : <p className="quiet" role="status">{t(preview.knownLines > 0 && newLines === 0 ? 'nothing-new' : 'stopped')}</p>}
    </>
  );
}
