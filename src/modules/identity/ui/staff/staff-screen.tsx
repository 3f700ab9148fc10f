import { type ReactElement, useState } from 'react';
import { Link, useSearch } from 'wouter';
import { personNameSortKey } from '../../../../kernel/person-name.ts';
import { foldForSearch } from '../../../../kernel/text-folding.ts';
import { Icon } from '../../../../web/public/icon/icon.tsx';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type StaffFigures } from '../../contract/staff-figures.ts';
import { type StaffAnswer, type StaffMemberAnswer, type UnitsAnswer } from '../../contract/staff.ts';
import { LeaveForm } from './leave-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { PersonForm } from './person-form.tsx';
import { type Figure, FIGURES, StaffFiguresBar } from './staff-figures.tsx';
import { STAFF_LIST_WORDS } from './staff-messages.ts';
import { StaffTable } from './staff-table.tsx';
import './staff.css';

/** What stands in the address after the list: nobody, somebody new, or a person and what is done to the account. */
export interface StaffScreenProps {
  readonly who: string | null;
  readonly act: string | null;
}

/** Open accounts first, each part in the order of given names. */
function inOrder(staff: readonly StaffMemberAnswer[]): readonly StaffMemberAnswer[] {
  return staff
    .map((member) => ({ member, key: personNameSortKey(member.fullName) }))
    .sort((a, b) => Number(b.member.active) - Number(a.member.active) || (a.key < b.key ? -1 : 1))
    .map(({ member }) => member);
}

function StaffList({ staff, today }: StaffAnswer): ReactElement {
  const t = useWords(STAFF_LIST_WORDS);
  const [typed, setTyped] = useState('');
  // Another screen may open the list at one of its figures: `?xem=withoutSecondFactor`.
  const wanted = new URLSearchParams(useSearch()).get('xem');
  const asked = FIGURES.find((one) => one === wanted);
  const read = useApi<StaffFigures>('/api/staff/figures', { enabled: asked !== undefined, keepLast: true }).data;
  const [chosen, setFigure] = useState<{ readonly name: Figure; readonly ids: readonly string[] } | 'nothing' | null>(null);
  const figure = chosen === 'nothing' ? null : (chosen ?? (asked === undefined || read === undefined ? null : { name: asked, ids: read[asked] }));
  const folded = foldForSearch(typed);
  const shown = inOrder(staff).filter(({ id, fullName, userName, positions }) =>
    (figure === null || figure.ids.includes(id)) && foldForSearch([fullName, userName, ...positions.flatMap(({ title, unitName }) => [title, unitName])].join(' ')).includes(folded),
  );
  return (
    <section className="staff-page" aria-labelledby="staff-title">
      <div className="staff-top">
        <h1 id="staff-title">{t('title')}</h1>
        <p className="quiet" role="status">{t('count', { count: shown.length })}</p>
        <div className="staff-search">
          <Icon name="search" />
          <input className="box" type="text" role="searchbox" autoComplete="off" aria-label={t('search')} placeholder={t('search')} value={typed} onChange={(event) => { setTyped(event.target.value); }} />
        </div>
        <Link className="button button-quiet" href={STAFF_PATHS.staffLists}>{t('import')}</Link>
        <Link className="button" href={STAFF_PATHS.staffMember('them')}>{t('add')}</Link>
      </div>
      <StaffFiguresBar chosen={figure?.name ?? null} onChoose={(name, ids) => { setFigure(name === null ? 'nothing' : { name, ids }); }} />
      {staff.length === 1 ? <p className="staff-lead">{t('alone')}</p> : null}
      {shown.length === 0 ? <p className="quiet" role="status">{figure === null || typed !== '' ? t('empty-search', { text: typed }) : t('figure-nobody')}</p> : <StaffTable staff={shown} everybody={staff} today={today} />}
    </section>
  );
}

/** The people of the office: the list, the form of one person, and the form of a password. */
export function StaffScreen({ who, act }: StaffScreenProps): ReactElement {
  const t = useWords(STAFF_LIST_WORDS);
  const people = useApi<StaffAnswer>('/api/staff');
  const choices = useApi<UnitsAnswer>('/api/units', { enabled: who !== null });
  const fault = people.isError ? people : choices.isError ? choices : undefined;
  if (fault !== undefined && (people.data === undefined || who !== null && choices.data === undefined)) {
    return <div className="staff-page"><h1>{t('title')}</h1><LoadFault error={fault.error} onRetry={() => { void fault.refetch(); }} /></div>;
  }
  if (people.data === undefined) return <Skeleton lines={8} />;
  if (who === null) return <StaffList {...people.data} />;
  if (choices.data === undefined) return <Skeleton lines={8} />;
  if (who === 'them') return <PersonForm key="them" member={null} choices={choices.data} today={people.data.today} />;
  const member = people.data.staff.find(({ id }) => id === who);
  if (member === undefined) {
    return (
      <div className="staff-page">
        <h1>{t('gone-title')}</h1>
        <p>{t('gone')}</p>
        <p><Link href={STAFF_PATHS.staff}>{t('back')}</Link></p>
      </div>
    );
  }
  if (act === 'nghi') return <LeaveForm key={`${who}-leave`} member={member} people={people.data.staff} today={people.data.today} />;
  return act === 'mat-khau' ? <PasswordForm key={`${who}-password`} member={member} /> : <PersonForm key={who} member={member} choices={choices.data} today={people.data.today} />;
}
