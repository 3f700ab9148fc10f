import { type ReactElement, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useSearch } from 'wouter';
import { dayWords, momentWords } from '../../../../kernel/date-words.ts';
import { callApi } from '../../../../web/staff/api/call-api.ts';
import { newId } from '../../../../web/staff/api/new-id.ts';
import { UNREACHABLE } from '../../../../web/staff/api/refusal.ts';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../web/staff/messages.ts';
import { announce } from '../../../../web/staff/shell/announcement.ts';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type SettingHistory } from '../../contract/setting-schemas.ts';
import { SETTING_WORDS } from './setting-messages.ts';
import { useValueWords } from './use-value-words.ts';
import './settings.css';

type Change = SettingHistory['items'][number];

interface PageProps {
  readonly settingKey: string | null;
  readonly before: number | null;
}

function HistoryPage({ settingKey, before }: PageProps): ReactElement {
  const t = useWords(SETTING_WORDS);
  const shell = useWords(STAFF_WORDS);
  const { locale } = useLocale();
  const say = useValueWords();
  const queries = useQueryClient();
  const [fault, setFault] = useState<string>();
  const [more, setMore] = useState(false);
  const query = [...(settingKey === null ? [] : [`key=${encodeURIComponent(settingKey)}`]), ...(before === null ? [] : [`before=${String(before)}`])].join('&');
  const reading = useApi<SettingHistory>(`/api/settings/changes${query === '' ? '' : `?${query}`}`, { keepLast: true });
  const bringBack = async (change: Change): Promise<void> => {
    if (change.returnTo === null) return;
    const answer = await callApi('POST', '/api/settings/returns', { commandId: newId(), changeId: change.id, expectedRevision: change.returnTo });
    setFault(answer.ok ? undefined : answer.refusal.code === UNREACHABLE ? shell('no-answer') : answer.refusal.message);
    if (answer.ok) announce(t('returned'));
    await queries.invalidateQueries();
  };
  if (reading.isError) return <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} />;
  if (reading.data === undefined) return <Skeleton lines={8} />;
  const { items } = reading.data;
  const last = items.at(-1);
  if (items.length === 0) return <p className="quiet">{before === null ? t('history-none') : ''}</p>;
  return (
    <>
      {fault === undefined ? null : <Notice kind="bad" live><p>{fault}</p></Notice>}
      <ul>
        {items.map((change) => (
          <li key={change.id} className="set-line">
            <div className="set-words">
              <h3>{change.name}</h3>
              <p>{t(`level.${change.level}`)}: <b>{t(`act.${change.act}`, { value: say(change, change.value) })}</b>, {t('valid-from').toLocaleLowerCase(locale)} {dayWords(change.validFrom, locale)}{change.fixed ? ` · ${t('fixed')}` : ''}</p>
              {change.reason === null ? null : <p className="quiet">{t('reason')}: {change.reason}</p>}
            </div>
            <div className="set-value"><small className="quiet">{t('changed-by', { name: change.byName ?? t('program'), moment: momentWords(Date.parse(change.at), locale) })}</small></div>
            <div className="set-acts">{change.returnTo === null ? null : <Button kind="quiet" onPress={() => { void bringBack(change); }}>{t('return')}</Button>}</div>
          </li>
        ))}
      </ul>
      {reading.data.more && last !== undefined ? (more ? <HistoryPage settingKey={settingKey} before={last.id} /> : <div><Button kind="quiet" onPress={() => { setMore(true); }}>{t('older')}</Button></div>) : null}
    </>
  );
}

/** Who changed which setting, when and why; an earlier value is brought back by one press. */
export function HistoryScreen(): ReactElement {
  const t = useWords(SETTING_WORDS);
  const key = new URLSearchParams(useSearch()).get('key');
  return (
    <div className="set-page">
      <div className="set-top">
        <h1>{t('history-title')}</h1>
        <Link href={STAFF_PATHS.settings}>{t('back')}</Link>
        {key === null ? null : <Link href={STAFF_PATHS.settingHistory}>{t('history-all')}</Link>}
      </div>
      <p className="set-lead">{t('history-lead')}</p>
      <HistoryPage key={key ?? ''} settingKey={key} before={null} />
    </div>
  );
}
