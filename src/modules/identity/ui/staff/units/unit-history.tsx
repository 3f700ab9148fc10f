import { type ReactElement } from 'react';
import { momentWords, plainDateWords } from '../../../../../kernel/date-words.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { announce } from '../../../../../web/staff/shell/announcement.ts';
import { type UnitTree } from '../../../contract/units.ts';
import { useStaffSave } from '../use-staff-save.ts';
import { UNIT_WORDS, type UnitWord } from './unit-messages.ts';

/** Every change of units and villages, the newest first; what has not begun can be withdrawn. */
export function UnitHistory({ changes }: { readonly changes: UnitTree['changes'] }): ReactElement {
  const t = useWords(UNIT_WORDS);
  const { locale } = useLocale();
  const save = useStaffSave();
  const withdraw = async (id: string) => {
    save.touched();
    if (await save.send('POST', `/api/units/changes/${id}/withdraw`, {})) announce(t('withdraw-done'));
  };
  if (changes.length === 0) return <p className="quiet">{t('history-none')}</p>;
  return (
    <>
      {save.notice === undefined ? null : <Notice kind="bad" live><p>{save.notice}</p></Notice>}
      <ul className="unit-tree">
        {changes.map((change) => (
          <li key={change.id} className={change.withdrawn === null ? 'unit-node' : 'unit-node unit-ended'}>
            <div className="unit-words">
              <b>{t(`said.${change.kind}` as UnitWord, { from: change.from.join(', '), to: change.to.join(', ') })}</b>
              <small className="quiet">{[t('since', { date: plainDateWords(change.effectiveOn, locale) }), ...(change.canWithdraw ? [t('planned')] : []), change.reason].join(' · ')}</small>
              <small className="quiet">{t('entered', { by: change.enteredBy, at: momentWords(Date.parse(change.enteredAt), locale) })}</small>
              {change.withdrawn === null ? null : <small>{t('withdrawn', { by: change.withdrawn.by, at: momentWords(Date.parse(change.withdrawn.at), locale) })}</small>}
            </div>
            {change.canWithdraw ? <div className="unit-acts"><Button kind="quiet" busy={save.busy} onPress={() => { void withdraw(change.id); }}>{t('withdraw')}</Button></div> : null}
          </li>
        ))}
      </ul>
    </>
  );
}
