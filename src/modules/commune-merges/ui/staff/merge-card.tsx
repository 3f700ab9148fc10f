import { type ReactElement, useState } from 'react';
import { dayWords, momentWords } from '../../../../kernel/date-words.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useCountWords, useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { type MergeView } from '../../contract/merge-schemas.ts';
import { MERGE_WORDS } from './merge-messages.ts';
import { type Send } from './send-merge.ts';
import { UndoForm } from './undo-form.tsx';

export interface MergeCardProps {
  readonly merge: MergeView;
  readonly busy: boolean;
  readonly send: Send;
}

/** One merge: where it stands, who did what, and what the reader may do with it. */
export function MergeCard({ merge, busy, send }: MergeCardProps): ReactElement {
  const t = useWords(MERGE_WORDS);
  const { locale } = useLocale();
  const count = useCountWords();
  const [undoing, setUndoing] = useState(false);
  const { from, into, version } = merge;
  const moment = (iso: string | null): string => (iso === null ? '' : momentWords(Date.parse(iso), locale, 'with-year'));
  const seconds = (ms: number | null): string => count(Math.max(1, Math.round((ms ?? 0) / 1000)));
  const act = (action: MergeView['actions'][number], more: Readonly<Record<string, unknown>> = {}) => send(`/${merge.id}/actions`, { expectedVersion: version, action, ...more });
  const story = [
    t('proposed-by', { name: merge.proposedByName, at: moment(merge.proposedAt) }),
    ...(merge.agreedByName === null ? [] : [t('agreed-by', { name: merge.agreedByName, at: moment(merge.agreedAt) })]),
    ...(merge.mergedAt === null ? [] : [t('merged-at', { at: moment(merge.mergedAt), seconds: seconds(merge.mergeMs), dossiers: count(merge.moved?.['dossier'] ?? 0) })]),
    ...(merge.undoProposedByName === null ? [] : [t('undo-by', { name: merge.undoProposedByName, reason: merge.undoReason ?? '' })]),
    ...(merge.undoneAt === null ? [] : [t('undone-at', { at: moment(merge.undoneAt), seconds: seconds(merge.undoMs) })]),
    ...(merge.cancelledByName === null ? [] : [t('cancelled-by', { name: merge.cancelledByName })]),
  ];
  return (
    <article className="merges-card">
      <h3>{t('pair', { from: from.name, into: into.name })}</h3>
      <p className="merges-state" role="status">{t(`state.${merge.state}`, { from: from.name })}</p>
      <p className="quiet">{t('by-resolution', { resolution: merge.resolution, day: dayWords(merge.resolutionOn, locale) })}</p>
      <ol className="merges-story">{story.map((line) => <li key={line}>{line}</li>)}</ol>
      {merge.fault === null ? null : <Notice kind="bad"><p>{t('fault', { fault: merge.fault })}</p></Notice>}
      {merge.actions.includes('agree') ? <p>{t('agree-warning', { from: from.name })}</p> : null}
      {undoing ? <UndoForm merge={merge} busy={busy} onKeep={() => { setUndoing(false); }} onAsk={async (reason) => { if (await act('propose-undo', { reason })) setUndoing(false); }} /> : null}
      {merge.actions.length === 0 || undoing ? null : (
        <div className="button-row">
          {merge.actions.map((action) => (
            <Button key={action} kind={action === 'agree' || action === 'agree-undo' ? 'main' : 'quiet'} busy={busy} onPress={() => { if (action === 'propose-undo') setUndoing(true); else void act(action); }}>{t(`act.${action}`)}</Button>
          ))}
        </div>
      )}
    </article>
  );
}
