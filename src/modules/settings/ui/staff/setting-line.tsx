import { type ReactElement, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { dayWords, momentWords } from '../../../../kernel/date-words.ts';
import { callApi } from '../../../../web/staff/api/call-api.ts';
import { newId } from '../../../../web/staff/api/new-id.ts';
import { UNREACHABLE } from '../../../../web/staff/api/refusal.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../web/staff/messages.ts';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type SettingEntryView, type SettingItem } from '../../contract/setting-schemas.ts';
import { SettingForm } from './setting-form.tsx';
import { SETTING_WORDS } from './setting-messages.ts';
import { useValueWords } from './use-value-words.ts';

export interface SettingLineProps {
  readonly item: SettingItem;
  readonly today: string;
  readonly mayChangeInstallation: boolean;
  /** How many communes the installation serves. */
  readonly communes: number;
}

/** One setting: what it does, what holds and where that comes from, what is planned, and its change. */
export function SettingLine({ item, today, communes, mayChangeInstallation }: SettingLineProps): ReactElement {
  const t = useWords(SETTING_WORDS);
  const shell = useWords(STAFF_WORDS);
  const { locale } = useLocale();
  const say = useValueWords();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [fault, setFault] = useState<string>();
  const withdraw = async (entry: SettingEntryView): Promise<void> => {
    const { level, validFrom } = entry;
    const answer = await callApi('POST', '/api/settings/changes', {
      commandId: newId(), expectedRevision: item.revision[level], key: item.key, level, act: 'withdraw', value: null, fixed: false, validFrom, reason: t('withdraw'),
    });
    setFault(answer.ok ? undefined : answer.refusal.code === UNREACHABLE ? shell('no-answer') : answer.refusal.message);
    await queries.invalidateQueries();
  };
  const holding = item.from === 'commune' ? item.commune : item.from === 'installation' ? item.installation : null;
  const may = mayChangeInstallation || (item.override === 'commune' && !item.fixed);
  const below = item.from === 'default' ? [] : [item.from === 'commune' && item.installation !== null ? t('common-is', { value: say(item, item.installation.value) }) : '', t('default-is', { value: say(item, item.fallback) })];
  return (
    <li className="set-line">
      <div className="set-words">
        <h3>{item.name}</h3>
        <p className="quiet">{item.does}</p>
        {item.override === 'installation' ? <small className="quiet">{t('only-installation')}</small> : null}
      </div>
      <div className="set-value">
        <b>{say(item, item.value)}</b>
        <small className={`set-from set-from-${item.from}`}>{t(`from.${item.from}`)}{item.fixed ? ` · ${t('fixed')}` : ''}</small>
        <small className="quiet">{[...(holding?.byName == null ? [] : [t('changed-by', { name: holding.byName, moment: momentWords(Date.parse(holding.at), locale) })]), ...below.filter((part) => part !== '')].join(' · ')}</small>
        {item.planned.map((entry) => (
          <small key={`${entry.level} ${entry.validFrom}`} className="set-planned">
            {t(`level.${entry.level}`)}: {entry.value === null ? t('planned-inherit', { day: dayWords(entry.validFrom, locale) }) : t('planned', { day: dayWords(entry.validFrom, locale), value: say(item, entry.value) })}{' '}
            {(entry.level === 'commune' ? item.override === 'commune' : mayChangeInstallation) ? <Button kind="plain" onPress={() => { void withdraw(entry); }}>{t('withdraw')}</Button> : null}
          </small>
        ))}
      </div>
      <div className="set-acts">
        {may ? <Button kind="quiet" expanded={open} label={`${t('change')}: ${item.name}`} onPress={() => { setOpen(!open); }}>{t(open ? 'close' : 'change')}</Button> : null}
        <Link href={`${STAFF_PATHS.settingHistory}?key=${item.key}`}>{t('history-of')}</Link>
      </div>
      {fault === undefined ? null : <div className="set-form"><Notice kind="bad" live><p>{fault}</p></Notice></div>}
      {open ? <SettingForm item={item} today={today} communes={communes} mayChangeInstallation={mayChangeInstallation} onDone={() => { setOpen(false); }} /> : null}
    </li>
  );
}
