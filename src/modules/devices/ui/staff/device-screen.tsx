import { type ReactElement, useState } from 'react';
import { useSearch } from 'wouter';
import { momentWords } from '../../../../kernel/date-words.ts';
import { Icon, type IconName } from '../../../../web/public/icon/icon.tsx';
import { UNREACHABLE } from '../../../../web/staff/api/refusal.ts';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { useCommand } from '../../../../web/staff/api/use-command.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../web/staff/messages.ts';
import { type DeviceItem, type Devices } from '../../contract/device-schemas.ts';
import { DEVICE_SCREEN_WORDS } from './device-messages.ts';
import { PairForm } from './pair-form.tsx';
import './devices.css';

/** Never by colour alone: a picture and words beside it. */
const SIGNS: Readonly<Record<DeviceItem['state'], readonly [icon: IconName, className: string]>> = {
  'well': ['good', 'device-well'],
  'not-come': ['near', 'device-warn'],
  'silent': ['overdue', 'device-warn'],
  'revoked': ['paused', 'quiet'],
  'replayed': ['bad', 'device-bad'],
  'other-browser': ['bad', 'device-bad'],
};

function DeviceLine({ device, onRevoked }: { readonly device: DeviceItem; readonly onRevoked: (name: string) => void }): ReactElement {
  const t = useWords(DEVICE_SCREEN_WORDS);
  const shell = useWords(STAFF_WORDS);
  const { locale } = useLocale();
  const [asking, setAsking] = useState(false);
  const { busy, refusal, send } = useCommand<{ readonly id: string }>(() => { onRevoked(device.name); });
  const moment = (iso: string): string => momentWords(Date.parse(iso), locale, 'without-year');
  const [icon, className] = SIGNS[device.state];
  const where = [t(`kind.${device.kind}`), device.place, device.unitName ?? ''].filter((part) => part !== '').join(' · ');
  return (
    <li className="device-line">
      <div className="device-words">
        <b>{device.name}</b>
        <span>{where}</span>
        <small className="quiet">
          {device.browser} · {t('paired-by', { name: device.pairedByName ?? '—', moment: moment(device.pairedAt) })}
          {device.endedAt === null ? '' : ` · ${t('ended-at', { moment: moment(device.endedAt) })}`}
        </small>
      </div>
      <div className="device-words">
        <span className={`device-state ${className}`}><Icon name={icon} />{t(`state.${device.state}`)}</span>
        <small className="quiet">{device.lastSeenAt === null ? t('never-seen') : t('seen', { moment: moment(device.lastSeenAt), address: device.lastAddress })}</small>
        {refusal === null ? null : <Notice kind="bad" live><p>{refusal.code === UNREACHABLE ? shell('no-answer') : refusal.message}</p></Notice>}
      </div>
      {device.endedAt !== null ? null : asking ? (
        <div className="device-words">
          <span>{t('revoke-ask', { name: device.name })}</span>
          <div className="button-row">
            <Button busy={busy} onPress={() => { void send(`/api/devices/${device.id}/revoke`, {}); }}>{t('revoke-yes')}</Button>
            <Button kind="plain" onPress={() => { setAsking(false); }}>{t('cancel')}</Button>
          </div>
        </div>
      ) : <Button kind="quiet" label={`${t('revoke')}: ${device.name}`} onPress={() => { setAsking(true); }}>{t('revoke')}</Button>}
    </li>
  );
}

/** The devices of the office: paired by a code, seen, revoked. */
export function DeviceScreen(): ReactElement {
  const t = useWords(DEVICE_SCREEN_WORDS);
  const scanned = new URLSearchParams(useSearch()).get('ma') ?? '';
  const [pairing, setPairing] = useState(scanned !== '');
  const [news, setNews] = useState<string | null>(null);
  const reading = useApi<Devices>('/api/devices', { every: 15_000, keepLast: true });
  if (reading.isError) return <div className="device-page"><LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /></div>;
  if (reading.data === undefined) return <div className="device-page"><Skeleton lines={6} /></div>;
  const { devices, units, address } = reading.data;
  const lists = [['list', devices.filter(({ endedAt }) => endedAt === null)], ['ended', devices.filter(({ endedAt }) => endedAt !== null)]] as const;
  const revoked = (name: string): void => { setNews(t('revoked', { name })); };
  return (
    <div className="device-page">
      <div className="device-top">
        <h1>{t('title')}</h1>
        {pairing ? null : <Button onPress={() => { setPairing(true); setNews(null); }}>{t('pair')}</Button>}
      </div>
      <p className="device-lead">{t('lead')}</p>
      {news === null ? null : <Notice kind="good" live><p>{news}</p></Notice>}
      {pairing ? (
        <PairForm
          units={units}
          address={address}
          scanned={scanned}
          onPaired={(name) => { setPairing(false); setNews(t('paired', { name })); }}
          onCancel={() => { setPairing(false); }}
        />
      ) : null}
      {devices.length === 0 ? <p className="quiet">{t('none')} {t('how', { address })}</p> : null}
      {lists.map(([title, some]) => some.length === 0 ? null : (
        <section key={title} aria-labelledby={`devices-${title}`}>
          <h2 id={`devices-${title}`}>{t(title)}</h2>
          <ul className="device-list">{some.map((device) => <DeviceLine key={device.id} device={device} onRevoked={revoked} />)}</ul>
        </section>
      ))}
    </div>
  );
}
