import { type ReactElement } from 'react';
import { Link } from 'wouter';
import { momentWords, plainDateWords } from '../../../../kernel/date-words.ts';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { useSession } from '../../../../web/staff/session.tsx';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { ROLE_WORDS } from '../../contract/role-words.ts';
import { type StaffMemberAnswer } from '../../contract/staff.ts';
import { STAFF_LIST_WORDS } from './staff-messages.ts';

interface RowProps {
  readonly member: StaffMemberAnswer;
  readonly today: string;
  /** For whom this person acts today. */
  readonly acting: readonly { readonly leaveId: string; readonly name: string; readonly untilDay: string }[];
}

function Positions({ member, today, acting }: RowProps): ReactElement {
  const t = useWords(STAFF_LIST_WORDS);
  const role = useWords(ROLE_WORDS);
  const { locale } = useLocale();
  if (member.positions.length === 0 && acting.length === 0) return <span className="quiet">{t('no-position')}</span>;
  return (
    <ul className="staff-held">
      {member.positions.map((position) => {
        const end = [
          ...(position.validFrom > today ? [t('from', { date: plainDateWords(position.validFrom, locale) })] : []),
          ...(position.validTo === null ? [] : [t('until', { date: plainDateWords(position.validTo, locale) })]),
          ...(position.unitScope === 'own' ? [t('only-own-unit')] : []),
          ...(position.steps.length === 0 ? [] : [t('only-steps', { steps: position.steps.map((step) => t(`step.${step}`).toLowerCase()).join(', ') })]),
        ];
        const fields = position.fields.length === 0 ? t('every-field') : position.fields.join(', ');
        return (
          <li key={position.positionId}>
            <span>{position.title}</span>
            <small className="quiet">{[role(position.role), position.unitName, ...end].join(' · ')}</small>
            <small className="quiet staff-held-fields" title={fields}>{fields}</small>
          </li>
        );
      })}
      {acting.map((one) => <li key={one.leaveId}><span>{t('acts-for', { name: one.name, date: plainDateWords(one.untilDay, locale) })}</span></li>)}
    </ul>
  );
}

function Row({ member, today, acting }: RowProps): ReactElement {
  const t = useWords(STAFF_LIST_WORDS);
  const { locale } = useLocale();
  const own = useSession().staffId === member.id;
  const { id, fullName, userName, active, synthetic, lastSignInAt, leaves: [leave] } = member;
  const seen = lastSignInAt === null
    ? t('never-signed-in')
    : t('last-sign-in', { date: momentWords(Date.parse(lastSignInAt), locale) });
  return (
    <tr role="row" className={active ? 'staff-row' : 'staff-row staff-closed'}>
      <th role="rowheader" scope="row">
        <span>{fullName}</span>
        <small className="quiet">{[userName, ...(own ? [t('you')] : [])].join(' · ')}</small>
      </th>
      <td role="cell"><Positions member={member} today={today} acting={acting} /></td>
      <td role="cell">
        <span>{active ? t('open') : t('closed')}</span>
        <small className="quiet">{seen}</small>
        {leave === undefined ? null : <small>{leave.fromDay <= today ? t('away', { date: plainDateWords(leave.untilDay, locale) }) : t('away-later', { date: plainDateWords(leave.fromDay, locale) })}</small>}
        {synthetic ? <small className="quiet">{t('synthetic')}</small> : null}
      </td>
      <td role="cell" className="staff-acts">
        <Link className="button button-quiet" href={STAFF_PATHS.staffMember(id)} aria-label={t('edit-of', { name: fullName })}>{t('edit')}</Link>
        <Link className="button button-plain" href={`${STAFF_PATHS.staffMember(id)}/nghi`} aria-label={t('leave-of', { name: fullName })}>{t('leave')}</Link>
        <Link className="button button-plain" href={STAFF_PATHS.staffAccess(id)} aria-label={t('access-of', { name: fullName })}>{t('access')}</Link>
        <Link className="button button-plain" href={`${STAFF_PATHS.staffMember(id)}/mat-khau`} aria-label={own ? t('own-password') : t('reset-of', { name: fullName })}>{own ? t('own-password') : t('reset')}</Link>
      </td>
    </tr>
  );
}

function actedBy(id: string, everybody: readonly StaffMemberAnswer[], today: string): RowProps['acting'] {
  return everybody.flatMap(({ fullName, leaves }) => leaves.filter(({ acting, fromDay }) => acting?.id === id && fromDay <= today).map((leave) => ({ leaveId: leave.id, name: fullName, untilDay: leave.untilDay })));
}

/** The people of the office, one line each. The roles are written out because a narrow screen draws the lines as blocks. */
export function StaffTable({ staff, everybody, today }: { readonly staff: readonly StaffMemberAnswer[]; readonly everybody: readonly StaffMemberAnswer[]; readonly today: string }): ReactElement {
  const t = useWords(STAFF_LIST_WORDS);
  return (
    <table className="staff-table" role="table" aria-labelledby="staff-title">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{`${t('name')}, ${t('user-name').toLowerCase()}`}</th>
          <th role="columnheader" scope="col">{t('positions')}</th>
          <th role="columnheader" scope="col">{t('state')}</th>
          <th role="columnheader" scope="col"><span className="unseen">{t('acts')}</span></th>
        </tr>
      </thead>
      <tbody role="rowgroup">{staff.map((member) => <Row key={member.id} member={member} today={today} acting={actedBy(member.id, everybody, today)} />)}</tbody>
    </table>
  );
}
