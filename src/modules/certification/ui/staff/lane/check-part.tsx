import { type Dispatch, type ReactElement } from 'react';
import { Icon } from '../../../../../web/public/icon/icon.tsx';
import { focusPart } from '../../../../../web/staff/keyboard/focus-part.ts';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { type LaneDraft, type LaneEvent, type LaneProcedure } from './lane-draft.ts';
import { LANE_WORDS } from './lane-messages.ts';

export interface CheckPartProps {
  readonly draft: LaneDraft;
  readonly dispatch: Dispatch<LaneEvent>;
  readonly procedure: LaneProcedure;
  readonly fault: string | undefined;
  /** The id of the control after the check. */
  readonly next: string;
}

/** That the original was looked at, and the reasons for which certification must be refused (NĐ 23/2015/NĐ-CP, Điều 22 and 25). */
export function CheckPart({ draft, dispatch, procedure, fault, next }: CheckPartProps): ReactElement {
  const t = useWords(LANE_WORDS);
  if (procedure.refusals.length === 0) return <p className="quiet">{t('no-check')}</p>;
  return (
    <>
      <div className="field">
        <label className="lane-tick">
          <input
            id="checked" type="checkbox" checked={draft.checked} aria-invalid={fault !== undefined} aria-describedby={fault === undefined ? 'checked-note' : 'checked-note checked-fault'}
            onChange={(event) => { dispatch({ kind: 'entry', change: { checked: event.target.checked } }); }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.ctrlKey) return;
              event.preventDefault();
              focusPart(next);
            }}
          />
          <b>{t('checked')}</b>
        </label>
        <div className="field-note key-hint" id="checked-note">{t('checked-key')}</div>
        {fault === undefined ? null : <div className="field-fault" id="checked-fault"><Icon name="bad" /><span>{fault}</span></div>}
      </div>
      <details open={draft.found.length > 0 || undefined}>
        <summary>{t('refusals', { basis: procedure.refusalBasis ?? '' })}</summary>
        <ul className="lane-reasons">
          {procedure.refusals.map(({ id, words }) => (
            <li key={id}>
              <label className="lane-tick">
                <input type="checkbox" checked={draft.found.includes(id)} onChange={(event) => { dispatch({ kind: 'found', reason: id, on: event.target.checked }); }} />
                <span>{words}</span>
              </label>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
