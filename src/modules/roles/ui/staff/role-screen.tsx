import { type ReactElement } from 'react';
import { Link } from 'wouter';
import { Icon } from '../../../../web/public/icon/icon.tsx';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { useCountWords, useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { ROLE_WORDS } from '../../../identity/contract/role-words.ts';
import { type RolesAnswer } from '../../contract/role-schemas.ts';
import { ROLES_WORDS } from './role-messages.ts';
import './roles.css';

type RoleView = RolesAnswer['roles'][number];

function Ticks({ items }: { readonly items: readonly string[] }): ReactElement {
  return <ul className="roles-ticks">{items.map((words) => <li key={words}><Icon name="check" /><span>{words}</span></li>)}</ul>;
}

/** As many fields as are named; a department may look after fifty. */
const NAMED_FIELDS = 3;

function Holders({ holders }: Pick<RoleView, 'holders'>): ReactElement {
  const t = useWords(ROLES_WORDS);
  const fieldWords = (fields: readonly string[]): string => {
    if (fields.length === 0) return t('all-fields');
    const named = fields.slice(0, NAMED_FIELDS).join(', ');
    return fields.length > NAMED_FIELDS ? t('more-fields', { fields: named, count: fields.length - NAMED_FIELDS }) : named;
  };
  if (holders.length === 0) return <p className="quiet">{t('holders-none')}</p>;
  return (
    <ul className="roles-holders">
      {holders.map((holder, index) => (
        <li key={`${holder.staffId} ${String(index)}`}>
          <Link href={STAFF_PATHS.staffMember(holder.staffId)}>{holder.fullName}</Link>
          <span className="quiet">{[
            holder.title, holder.unit, fieldWords(holder.fields), holder.ownUnit ? t('own-unit') : '', holder.steps.join(', '),
            holder.actingFor === null ? '' : t('acting', { name: holder.actingFor }),
          ].filter((part) => part !== '').join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}

function RolePart({ view }: { readonly view: RoleView }): ReactElement {
  const t = useWords(ROLES_WORDS);
  const count = useCountWords();
  const { locale } = useLocale();
  const limits = (['fields', 'units', 'steps'] as const).filter((limit) => view.limits[limit]);
  return (
    <section className="roles-part" aria-labelledby={`role-${view.role}`}>
      <div className="roles-head">
        <h2 id={`role-${view.role}`}>{ROLE_WORDS[locale][view.role]}</h2>
        <span className="quiet">{view.holders.length === 0 ? t('holders-none') : t('holders', { count: count(new Set(view.holders.map(({ staffId }) => staffId)).size) })}</span>
        {view.steps.length === 0 ? null : <span className="roles-steps">{t('steps', { steps: view.steps.join(', ') })}</span>}
      </div>
      <div className="roles-columns">
        <div>
          <h3>{t('may')}</h3>
          {view.may.length + view.mayDo.length === 0 ? <p className="quiet">{t('may-nothing')}</p> : <Ticks items={view.may} />}
          {view.mayDo.length === 0 ? null : <p><span className="quiet">{t('may-do')}: </span>{`${view.mayDo.join('; ')}.`}</p>}
        </div>
        <div>
          <h3>{t('limits')}</h3>
          <p>{limits.length === 0 ? t('limit-none') : `${limits.map((limit) => t(`limit.${limit}`)).join(', ')}.`}{view.secondFactor ? ` ${t('second-factor')}` : ''}</p>
          <h3>{t('who')}</h3>
          <Holders holders={view.holders} />
        </div>
      </div>
      <details>
        <summary>{t('may-not', { count: count(view.mayNot.length) })}</summary>
        <ul className="roles-not">{view.mayNot.map((words) => <li key={words}>{words}</li>)}</ul>
      </details>
    </section>
  );
}

/** What every role may do and may not, how it can be limited, and who holds it today. */
export function RoleScreen(): ReactElement {
  const t = useWords(ROLES_WORDS);
  const { locale } = useLocale();
  const reading = useApi<RolesAnswer>('/api/roles');
  const { data } = reading;
  return (
    <div className="roles-page">
      <h1>{t('title')}</h1>
      <p className="roles-lead">{t('lead')} <Link href={STAFF_PATHS.staff}>{t('to-staff')}</Link>.</p>
      {data === undefined ? (reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : <Skeleton lines={10} />) : (
        <>
          <nav className="chips" aria-label={t('title')}>{data.roles.map(({ role }) => <a key={role} className="chip" href={`#role-${role}`}>{ROLE_WORDS[locale][role]}</a>)}</nav>
          <section className="roles-common" aria-labelledby="roles-everybody"><h2 id="roles-everybody">{t('everybody')}</h2><Ticks items={data.everybody} /></section>
          {data.roles.map((view) => <RolePart key={view.role} view={view} />)}
        </>
      )}
    </div>
  );
}
