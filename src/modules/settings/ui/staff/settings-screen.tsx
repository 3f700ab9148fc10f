import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import { foldForSearch } from '../../../../kernel/text-folding.ts';
import { Icon } from '../../../../web/public/icon/icon.tsx';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useCountWords, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type SettingItem, type SettingsResponse } from '../../contract/setting-schemas.ts';
import { SettingLine } from './setting-line.tsx';
import { SETTING_WORDS } from './setting-messages.ts';
import './settings.css';

/** Whether a setting has all the words that were typed, with or without their accents. */
function matches(item: SettingItem, group: string, text: string): boolean {
  const hay = foldForSearch(`${group} ${item.name} ${item.does}`);
  return foldForSearch(text).split(' ').every((word) => hay.includes(word));
}

/** Everything that the office decides for itself, by module. */
export function SettingsScreen(): ReactElement {
  const t = useWords(SETTING_WORDS);
  const count = useCountWords();
  const [text, setText] = useState('');
  const [onlyOurs, setOnlyOurs] = useState(false);
  const reading = useApi<SettingsResponse>('/api/settings', { keepLast: true });
  if (reading.isError) return <div className="set-page"><LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /></div>;
  if (reading.data === undefined) return <div className="set-page"><Skeleton lines={10} /></div>;
  const { groups, today, mayChangeInstallation, communes, deciders } = reading.data;
  const all = groups.flatMap(({ items }) => items);
  const isOurs = (item: SettingItem): boolean => item.override === 'commune' && !item.fixed;
  const figures = { count: count(communes), own: count(all.filter(isOurs).length), all: count(all.length), names: deciders.map(({ fullName, communeName }) => `${fullName} (${communeName})`).join(', ') };
  const shown = groups.map((group) => ({ ...group, items: group.items.filter((item) => matches(item, group.name, text) && (!onlyOurs || isOurs(item))) })).filter(({ items }) => items.length > 0);
  return (
    <div className="set-page">
      <div className="set-top">
        <h1>{t('title')}</h1>
        <div className="set-search">
          <Icon name="search" />
          <input className="box" type="search" aria-label={t('search')} placeholder={t('search')} maxLength={80} value={text} onChange={(event) => { setText(event.target.value); }} />
        </div>
        <Link href={STAFF_PATHS.settingHistory}>{t('history')}</Link>
      </div>
      <p className="set-lead">{t('lead')}</p>
      {communes > 1 ? (
        <Notice kind="info">
          <p>{mayChangeInstallation ? t('above-you', figures) : deciders.length === 0 ? t('above-nobody', figures) : t('above-others', figures)}</p>
          <p><Link href={STAFF_PATHS.installationAdministrators}>{t('above-link')}</Link></p>
        </Notice>
      ) : null}
      {communes > 1 && !mayChangeInstallation ? <label className="set-choice"><input type="checkbox" checked={onlyOurs} onChange={(event) => { setOnlyOurs(event.target.checked); }} />{t('only-ours')}</label> : null}
      {shown.length === 0 ? <p className="quiet" role="status">{t('search-none', { text })}</p> : null}
      {shown.map(({ module, name, items }) => (
        <section key={module} aria-labelledby={`set-${module}`}>
          <h2 id={`set-${module}`}>{name}</h2>
          <ul>{items.map((item) => <SettingLine key={item.key} item={item} today={today} communes={communes} mayChangeInstallation={mayChangeInstallation} />)}</ul>
        </section>
      ))}
    </div>
  );
}
