import { type ReactElement } from 'react';
import { formatDong } from '../../../../../kernel/money.ts';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { type LaneResponse } from '../../../contract/certification-schemas.ts';
import { countsOf, feeOf, feeSoFar, type LaneDraft, type LaneProcedure } from './lane-draft.ts';
import { LANE_WORDS } from './lane-messages.ts';
import { StopWatchFace } from './stop-watch-face.tsx';

export interface LaneSummaryProps {
  readonly draft: LaneDraft;
  readonly procedure: LaneProcedure;
  readonly today: LaneResponse['today'];
  readonly busy: boolean;
  readonly faultCount: number;
  /** What stands above the save button about the visit as a whole. */
  readonly notice: { readonly bad: boolean; readonly words: string } | null;
  readonly onSave: () => void;
}

function Due({ code }: { readonly code: string }): ReactElement {
  const t = useWords(LANE_WORDS);
  const due = useApi<{ readonly words: string }>(`/api/deadline?procedureCode=${encodeURIComponent(code)}`, { every: 60_000 });
  return <p>{t('due')}: <b>{due.data?.words ?? t('due-waiting')}</b></p>;
}

/** Beside the form: the watch, the fee as it grows, the day of the result, and the save button. */
export function LaneSummary({ draft, procedure, today, busy, faultCount, notice, onSave }: LaneSummaryProps): ReactElement {
  const t = useWords(LANE_WORDS);
  return (
    <aside className="lane-summary" aria-label={t('summary')}>
      <StopWatchFace watch={draft.watch} today={today} />
      <div className="lane-sum">
        <p className="field-label">{t('total')}</p>
        <p className="lane-total" aria-live="polite">{formatDong(feeSoFar(draft, procedure))}</p>
        <ul className="lane-sum-lines">
          {draft.documents.map((document, index) => {
            const counts = countsOf(document);
            const fee = feeOf(document, procedure);
            if (counts === undefined || fee === undefined) return null;
            return (
              <li key={document.id}>
                <span>{t('line', { name: document.name.trim() === '' ? t('line-nameless', { number: index + 1 }) : document.name.trim(), ...counts })}</span>
                <span>{formatDong(fee)}</span>
              </li>
            );
          })}
        </ul>
        <p className="field-note">{t('basis', { basis: procedure.feeBasis })}</p>
        <Due code={procedure.code} />
      </div>
      <div className="lane-acts">
        {faultCount === 0 ? null : <Notice kind="bad" live><p>{faultCount === 1 ? t('faults-one') : t('faults-many', { count: faultCount })}</p></Notice>}
        {notice === null ? null : <Notice kind={notice.bad ? 'bad' : 'check'} live><p>{notice.words}</p></Notice>}
        <div className="button-row"><Button id="save" busy={busy} keyHint="Ctrl Enter" onPress={onSave}>{busy ? t('saving') : t('save')}</Button></div>
      </div>
    </aside>
  );
}
