import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import { momentWords } from '../../../../kernel/date-words.ts';
import { UNREACHABLE } from '../../../../web/staff/api/refusal.ts';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { useCommand } from '../../../../web/staff/api/use-command.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../web/staff/messages.ts';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type StaffLinks } from '../../contract/link-schemas.ts';
import { LINK_WORDS } from './link-messages.ts';
import './links.css';

type Kind = StaffLinks['links'][number]['kind'];
const KINDS: readonly Kind[] = ['email', 'staff-code', 'subject'];

function AddForm({ data, onAdded }: { readonly data: StaffLinks; readonly onAdded: (name: string) => void }): ReactElement {
  const t = useWords(LINK_WORDS);
  const shell = useWords(STAFF_WORDS);
  const [staffId, setStaffId] = useState('');
  const [provider, setProvider] = useState(data.providers[0]?.key ?? '');
  const [kind, setKind] = useState<Kind>('email');
  const [value, setValue] = useState('');
  const { busy, refusal, send } = useCommand<{ readonly id: string }>(() => {
    onAdded(data.people.find(({ id }) => id === staffId)?.name ?? '');
    setValue('');
  });
  const valueFault = refusal?.faults.find(({ field }) => field === 'value')?.message;
  return (
    <form
      className="link-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (staffId !== '') void send('/api/staff-sign-on-links', { staffId, provider, kind, value });
      }}
    >
      <h2>{t('add')}</h2>
      {refusal === null || valueFault !== undefined ? null : <Notice kind="bad" live><p>{refusal.code === UNREACHABLE ? shell('no-answer') : refusal.message}</p></Notice>}
      <Field id="link-person" label={t('person')}>
        {(control) => (
          <select {...control} className="box" required value={staffId} onChange={(event) => { setStaffId(event.target.value); }}>
            <option value="">{t('person-choose')}</option>
            {data.people.map(({ id, name, userName }) => <option key={id} value={id}>{`${name} (${userName})`}</option>)}
          </select>
        )}
      </Field>
      {data.providers.length < 2 ? null : (
        <Field id="link-provider" label={t('provider')}>
          {(control) => <select {...control} className="box" value={provider} onChange={(event) => { setProvider(event.target.value); }}>{data.providers.map(({ key, label }) => <option key={key} value={key}>{label}</option>)}</select>}
        </Field>
      )}
      <Field id="link-kind" label={t('kind')}>
        {(control) => (
          <select {...control} className="box" value={kind} onChange={(event) => { setKind(KINDS.find((one) => one === event.target.value) ?? 'email'); }}>
            {KINDS.map((one) => <option key={one} value={one}>{t(`kind.${one}`)}</option>)}
          </select>
        )}
      </Field>
      <Field id="link-value" label={t('value')} fault={valueFault}>
        {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={255} value={value} onChange={(event) => { setValue(event.target.value); }} />}
      </Field>
      <div className="button-row"><Button submit busy={busy}>{t('save')}</Button></div>
    </form>
  );
}

/** Which identity signs in as which member of staff: what an administrator said beforehand and what was tied since. */
export function LinksScreen(): ReactElement {
  const t = useWords(LINK_WORDS);
  const shell = useWords(STAFF_WORDS);
  const { locale } = useLocale();
  const [news, setNews] = useState<string | null>(null);
  const reading = useApi<StaffLinks>('/api/staff-sign-on-links', { keepLast: true });
  const { busy, refusal, send } = useCommand<unknown>(() => undefined);
  if (reading.isError) return <div className="link-page"><LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /></div>;
  if (reading.data === undefined) return <div className="link-page"><Skeleton lines={6} /></div>;
  const { data } = reading;
  const labels = new Map(data.providers.map(({ key, label }) => [key, label]));
  const remove = async (id: string, name: string) => {
    if (await send(`/api/staff-sign-on-links/${id}/remove`, {})) setNews(t('removed', { name }));
  };
  return (
    <div className="link-page">
      <h1>{t('title')}</h1>
      <p className="link-lead">{t('lead')}</p>
      {data.allowed ? null : <Notice kind="check"><p>{t('off')} <Link href={STAFF_PATHS.settings}>{t('settings')}</Link></p></Notice>}
      {news === null ? null : <Notice kind="good" live><p>{news}</p></Notice>}
      {refusal === null ? null : <Notice kind="bad" live><p>{refusal.code === UNREACHABLE ? shell('no-answer') : refusal.message}</p></Notice>}
      {data.links.length === 0 ? <p className="quiet">{t('none')}</p> : (
        <ul className="link-list">
          {data.links.map((link) => (
            <li key={link.id}>
              <span>
                <b>{link.name}</b> · {labels.get(link.provider) ?? link.provider}
                <small className="quiet">{t(`kind.${link.kind}`)}: {link.value} · {t('since', { date: momentWords(Date.parse(link.linkedAt), locale), name: link.linkedByName ?? '—' })}</small>
              </span>
              <Button kind="plain" busy={busy} label={`${t('remove')}: ${link.name}`} onPress={() => { void remove(link.id, link.name); }}>{t('remove')}</Button>
            </li>
          ))}
        </ul>
      )}
      {data.providers.length === 0 ? <p className="quiet">{t('no-provider')}</p> : <AddForm data={data} onAdded={(name) => { setNews(t('saved', { name })); }} />}
    </div>
  );
}
