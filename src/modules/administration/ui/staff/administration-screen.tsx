import { type ReactElement, type ReactNode } from 'react';
import { Link } from 'wouter';
import { type HealthReport } from '../../../operations/contract/operations-schemas.ts';
import { Icon } from '../../../../web/public/icon/icon.tsx';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { useCountWords, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../web/staff/messages.ts';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type AdministrationResponse, type Area, AREAS, type FigureKey, FIGURES_OF } from '../../contract/administration-schemas.ts';
import { ADMINISTRATION_WORDS } from './administration-messages.ts';
import './administration.css';

/** Where an area is worked on. */
const HOME: Readonly<Record<Area, string>> = {
  'people': STAFF_PATHS.staff,
  'units': STAFF_PATHS.units,
  'calendar': STAFF_PATHS.calendar,
  'number-books': STAFF_PATHS.numberBooks,
  'receipts': STAFF_PATHS.feeReceipts('receipts'),
  'fees': STAFF_PATHS.feeRates,
  'settings': STAFF_PATHS.settings,
  'journal': STAFF_PATHS.journal('lines'),
  'operations': STAFF_PATHS.operations,
};

/** Where what stands behind a figure is seen, when that is not the area's own screen. */
const RECORDS: Partial<Readonly<Record<FigureKey, string>>> = {
  'without-account': `${STAFF_PATHS.staff}?xem=withoutAccount`,
  'without-second-factor': `${STAFF_PATHS.staff}?xem=withoutSecondFactor`,
  'never-signed-in': `${STAFF_PATHS.staff}?xem=neverSignedIn`,
  'without-position': `${STAFF_PATHS.staff}?xem=withoutPosition`,
  'receipts-cashless': STAFF_PATHS.feeReceipts('cashless'),
  'receipts-asked': `${STAFF_PATHS.feeReceipts('receipts')}?xem=asked`,
  'receipts-refused': `${STAFF_PATHS.feeReceipts('receipts')}?xem=refused`,
  'receipts-owed': STAFF_PATHS.feeReceipts('series'),
  'days-unclosed': STAFF_PATHS.feeReceipts('days'),
  'remittances-late': STAFF_PATHS.feeReceipts('remittances'),
  'hours-planned': STAFF_PATHS.calendarHours,
  'journal-faults': STAFF_PATHS.health,
  'messages-stuck': STAFF_PATHS.exchange('messages'),
};

function Card({ title, href, openWords, children }: { readonly title: string; readonly href: string; readonly openWords: string; readonly children: ReactNode }): ReactElement {
  return (
    <section className="admin-card">
      <h2><Link href={href} aria-label={openWords}>{title}</Link></h2>
      <ul>{children}</ul>
    </section>
  );
}

function Line({ href, count, words, alert, alertWords }: { readonly href: string; readonly count: string; readonly words: string; readonly alert: boolean; readonly alertWords: string }): ReactElement {
  return (
    <li>
      <Link href={href} className={alert ? 'admin-figure admin-alert' : 'admin-figure'}>
        <b>{count}</b>
        <span>{words}{alert ? <small><Icon name="overdue" />{alertWords}</small> : null}</span>
      </Link>
    </li>
  );
}

/** Whether everything that the installation stands on is sound; examined while the rest is shown already. */
function HealthCard(): ReactElement {
  const t = useWords(ADMINISTRATION_WORDS);
  const count = useCountWords();
  const read = useApi<HealthReport>('/api/health-report', { keepLast: true }).data;
  const of = (grade: string): number => (read?.findings ?? []).filter((one) => one.grade === grade).length;
  const [bad, attention] = [of('bad'), of('attention')];
  return (
    <Card title={t('area.health')} href={STAFF_PATHS.health} openWords={t('open', { area: t('area.health') })}>
      {read === undefined ? <li><Skeleton lines={2} /></li> : (
        <>
          {bad === 0 ? null : <Line href={STAFF_PATHS.health} count={count(bad)} words={t('health.bad')} alert alertWords={t('needs-look')} />}
          {attention === 0 ? null : <Line href={STAFF_PATHS.health} count={count(attention)} words={t('health.attention')} alert alertWords={t('needs-look')} />}
          {bad + attention > 0 ? null : <Line href={STAFF_PATHS.health} count={count(of('well'))} words={t('health.well')} alert={false} alertWords="" />}
        </>
      )}
    </Card>
  );
}

/** The way into everything that an administrator looks after, with the figures that matter. */
export function AdministrationScreen(): ReactElement {
  const t = useWords(ADMINISTRATION_WORDS);
  const shell = useWords(STAFF_WORDS);
  const count = useCountWords();
  const reading = useApi<AdministrationResponse>('/api/administration', { keepLast: true });
  const { data } = reading;
  const more = [
    { href: STAFF_PATHS.roles, words: shell('roles') }, { href: STAFF_PATHS.devices, words: shell('devices') }, { href: STAFF_PATHS.bankAccount, words: shell('bank-account') }, { href: STAFF_PATHS.retention, words: shell('retention') },
    { href: STAFF_PATHS.dataRequests, words: shell('data-requests') }, { href: STAFF_PATHS.undetermined, words: shell('undetermined') }, { href: STAFF_PATHS.communeMerges, words: shell('commune-merges') }, { href: STAFF_PATHS.installationAdministrators, words: shell('installation-administrators') },
    { href: STAFF_PATHS.exchange('import'), words: shell('exchange') },
  ];
  if (data === undefined) return reading.isError ? <div className="admin-page"><h1>{t('title')}</h1><LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /></div> : <Skeleton lines={8} />;
  return (
    <div className="admin-page">
      <h1>{t('title')}</h1>
      <p className="admin-lead">{t('lead')} <b>{data.alerts === 0 ? t('all-well') : t('alerts', { count: count(data.alerts) })}</b></p>
      <div className="admin-cards">
        {AREAS.map((area) => (
          <Card key={area} title={t(`area.${area}`)} href={HOME[area]} openWords={t('open', { area: t(`area.${area}`) })}>
            {(data.areas.find((one) => one.area === area)?.figures ?? []).map(({ key, count: number, alert }) => {
              const known = FIGURES_OF[area].find((one: FigureKey) => one === key);
              return known === undefined ? null : <Line key={key} href={RECORDS[known] ?? HOME[area]} count={count(number)} words={t(`figure.${known}`)} alert={alert} alertWords={t('needs-look')} />;
            })}
          </Card>
        ))}
        <HealthCard />
      </div>
      <section>
        <h2>{t('more')}</h2>
        <ul className="admin-more">{more.map(({ href, words }) => <li key={href}><Link href={href}>{words}</Link></li>)}</ul>
      </section>
    </div>
  );
}
