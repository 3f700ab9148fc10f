import { type ReactElement } from 'react';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useCountWords, useWords } from '../../../../web/staff/locale.tsx';
import { type ImportResponse, type SourceListResponse } from '../../contract/exchange-schemas.ts';
import { EXCHANGE_WORDS } from './exchange-messages.ts';
import { LineTable } from './line-table.tsx';
import { TeachWords } from './teach-words.tsx';
import { type WayDraft } from './way-draft.ts';

export interface PreviewStepProps {
  readonly read: ImportResponse;
  readonly counts: NonNullable<ImportResponse['counts']>;
  readonly procedures: SourceListResponse['procedures'];
  readonly draft: WayDraft;
  readonly busy: boolean;
  /** Lines left while it runs; null: it does not. */
  readonly running: number | null;
  readonly fault: string | undefined;
  readonly onChange: (draft: WayDraft) => void;
  readonly onBack: () => void;
  readonly onCheck: () => void;
  readonly onRun: () => void;
}

/** Where an import was written. */
export function wrongFileAddress(id: string): string {
  return `/api/exchange/imports/${id}/wrong.xlsx`;
}

/** The third step: what would happen to every line, before anything happens. */
export function PreviewStep({ read, counts, procedures, draft, busy, running, fault, onChange, onBack, onCheck, onRun }: PreviewStepProps): ReactElement {
  const t = useWords(EXCHANGE_WORDS);
  const count = useCountWords();
  const begun = read.outcomes !== null && Object.values(read.outcomes).some((done) => done > 0);
  const unknown = read.unknown.statuses.length + read.unknown.channels.length + read.unknown.procedures.length;
  const total = Object.values(counts).reduce((sum, one) => sum + one, 0);
  const choices = (['wrong', 'new', 'changed', 'same', 'skipped'] as const).map((plan) => ({ query: `plan=${plan}`, word: `plan.${plan}` as const, count: counts[plan] }));
  return (
    <>
      <p className="quiet">{`${read.fileName} · ${read.source?.name ?? ''}`}</p>
      {begun ? null : <TeachWords unknown={read.unknown} procedures={procedures} draft={draft} onChange={onChange} />}
      {unknown > 0 && !begun ? <div className="button-row"><Button kind="quiet" busy={busy} onPress={onCheck}>{t(busy ? 'checking' : 'check-again')}</Button></div> : null}
      <LineTable key={Object.values(counts).join()} importId={read.id} choices={choices} />
      {counts.wrong === 0 ? null : <p><a href={wrongFileAddress(read.id)}>{t('wrong-file')}</a></p>}
      {fault === undefined ? null : <Notice kind="bad" live><p>{fault}</p></Notice>}
      {running === null ? null : (
        <>
          <p role="status">{t('running', { left: count(running) })}</p>
          <progress className="exchange-meter" max={total} value={total - running} aria-label={t('running', { left: count(running) })} />
        </>
      )}
      <div className="button-row">
        <Button busy={running !== null || busy} onPress={onRun}>{begun ? t('continue', { left: count(read.left) }) : counts.new === 0 ? t('run-none') : t('run', { count: count(counts.new) })}</Button>
        {begun ? null : <Button kind="quiet" busy={running !== null || busy} onPress={onBack}>{t('back-to-way')}</Button>}
      </div>
    </>
  );
}
