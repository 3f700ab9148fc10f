import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import { momentWords, plainDateWords } from '../../../../../kernel/date-words.ts';
import { UNREACHABLE } from '../../../../../web/staff/api/refusal.ts';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { useCommand } from '../../../../../web/staff/api/use-command.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { LoadFault } from '../../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../../web/staff/components/load-state/skeleton.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../../web/staff/messages.ts';
import { holds, useSession } from '../../../../../web/staff/session.tsx';
import { announce } from '../../../../../web/staff/shell/announcement.ts';
import { STAFF_PATHS } from '../../../../../web/staff/staff-paths.ts';
import { readTypedDate } from '../../../../../web/staff/typed-date.ts';
import { type DataRequestChanged, type DataRequestResponse } from '../../../contract/data-request-schemas.ts';
import { REQUEST_WORDS } from './request-messages.ts';
import '../privacy.css';

const ENTRIES = ['fullName', 'birthDate', 'address', 'phone', 'email'] as const;
type Typed = Readonly<Record<(typeof ENTRIES)[number], string>>;
const UNTYPED: Typed = { fullName: '', birthDate: '', address: '', phone: '', email: '' };

/** The entries that were typed, as the request carries them. */
function correctionOf(typed: Typed): Readonly<Record<string, string>> {
  return Object.fromEntries(ENTRIES.flatMap((name) => {
    const text = typed[name].normalize('NFC').trim();
    return text === '' ? [] : [[name, name === 'birthDate' ? (readTypedDate(text) ?? text) : text]];
  }));
}

function Outcome({ request }: { readonly request: DataRequestResponse }): ReactElement | null {
  const t = useWords(REQUEST_WORDS);
  const { locale } = useLocale();
  const { outcome } = request;
  if (outcome === null) return null;
  const entry = (name: string) => (name === 'sex' ? t('entry.sex') : t(`entry.${ENTRIES.find((one) => one === name) ?? 'fullName'}`));
  const erased = (what: string, count: number) => (what === 'card-pictures' || what === 'kept-papers' || what === 'contacts' || what === 'consents' || what === 'assisted-proofs' ? t(`erased.${what}`, { count }) : what);
  return (
    <>
      {outcome.corrected.length === 0 ? null : <div><dt>{t('corrected')}</dt><dd>{outcome.corrected.map(entry).join(', ')}</dd></div>}
      {outcome.erased.length === 0 ? null : <div><dt>{t('erased')}</dt><dd>{outcome.erased.map(({ what, count }) => erased(what, count)).join('; ')}</dd></div>}
      {outcome.stays.map(({ what, basis, until }) => <div key={what}><dt>{t('stays')}</dt><dd>{[what, ...(until === null ? [] : [t('until', { day: plainDateWords(until, locale) })]), basis].join(' · ')}</dd></div>)}
    </>
  );
}

function Decide({ request }: { readonly request: DataRequestResponse }): ReactElement {
  const t = useWords(REQUEST_WORDS);
  const shell = useWords(STAFF_WORDS);
  const [answer, setAnswer] = useState('');
  const [legalBasis, setLegalBasis] = useState('');
  const [typed, setTyped] = useState(UNTYPED);
  const { busy, refusal, send } = useCommand<DataRequestChanged>(() => { announce(t('done')); });
  const faultAt = (field: string) => refusal?.faults.find((fault) => fault.field === field)?.message;
  const act = (action: DataRequestResponse['actions'][number]) => {
    void send(`/api/data-requests/${request.id}/actions`, { expectedVersion: request.version, action, answer, legalBasis, correction: request.kind === 'correction' && action === 'finish' ? correctionOf(typed) : null });
  };
  const kept = (name: (typeof ENTRIES)[number]) => {
    const value = request.person[name];
    return value === null || value === '' ? t('now-none') : t('now', { value });
  };
  const working = request.actions.includes('finish');
  const placed = ['answer', 'legalBasis', ...ENTRIES.map((name) => `correction.${name}`)].some((field) => faultAt(field) !== undefined);
  return (
    <form className="privacy-form" onSubmit={(event) => { event.preventDefault(); act(working ? 'finish' : 'take'); }}>
      {working ? <p className="quiet">{t(`does.${request.kind}`)}</p> : null}
      {working && request.kind === 'correction' ? (
        <>
          <h2>{t('correct')}</h2>
          {ENTRIES.map((name) => (
            <Field key={name} id={`correct-${name}`} label={t(`entry.${name}`)} note={kept(name)} fault={faultAt(`correction.${name}`)} wide={name === 'address'}>
              {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={300} value={typed[name]} onChange={(event) => { setTyped({ ...typed, [name]: event.target.value }); }} />}
            </Field>
          ))}
        </>
      ) : null}
      <Field id="request-answer" label={t('your-answer')} fault={faultAt('answer')} wide>
        {(control) => <textarea {...control} className="box" rows={3} maxLength={4000} value={answer} onChange={(event) => { setAnswer(event.target.value); }} />}
      </Field>
      <Field id="request-basis" label={t('your-basis')} fault={faultAt('legalBasis')} wide>
        {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={500} value={legalBasis} onChange={(event) => { setLegalBasis(event.target.value); }} />}
      </Field>
      {refusal === null || placed ? null : <Notice kind="bad" live><p>{refusal.code === UNREACHABLE ? shell('no-answer') : refusal.message}</p></Notice>}
      <div className="button-row">
        <Button submit busy={busy}>{t(working ? 'finish' : 'take')}</Button>
        <Button kind="quiet" busy={busy} onPress={() => { act('refuse'); }}>{t('refuse')}</Button>
        <Button kind="plain" busy={busy} onPress={() => { act('withdraw'); }}>{t('withdraw')}</Button>
      </div>
    </form>
  );
}

/** One request: who asks what, by when, and what is done about it; decided, its letter and its copy. */
export function RequestScreen({ id }: { readonly id: string }): ReactElement {
  const t = useWords(REQUEST_WORDS);
  const { locale } = useLocale();
  const session = useSession();
  const reading = useApi<DataRequestResponse>(`/api/data-requests/${id}`, { every: 60_000, keepLast: true });
  const moment = (iso: string): string => momentWords(Date.parse(iso), locale);
  const request = reading.data;
  if (request === undefined) return <div className="privacy">{reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : <Skeleton lines={6} />}</div>;
  const { person } = request;
  const facts = [
    [t('person'), [person.fullName, person.citizenNumber, person.phone].filter(Boolean).join(' · ')],
    [t('asks'), request.words],
    [t('taken-by'), request.takenBy],
    [t('decided-by'), request.decidedBy],
    [t('answer'), request.answer],
    [t('basis'), request.legalBasis],
  ] as const;
  return (
    <div className="privacy">
      <p><Link href={STAFF_PATHS.dataRequests}>{t('back')}</Link></p>
      <h1>{t(`kind.${request.kind}`)}: {person.fullName}</h1>
      <p className="quiet">{[request.code, t(`state.${request.state}`), t('received', { moment: moment(request.receivedAt) }), t(`channel.${request.channel}`)].join(' · ')}</p>
      {request.decidedAt === null ? <p className={request.late ? 'privacy-late' : ''}>{t(request.late ? 'late' : 'due', { moment: moment(request.dueAt) })}</p> : null}
      <dl className="privacy-facts">
        {facts.map(([label, value]) => (value === null || value === '' ? null : <div key={label}><dt>{label}</dt><dd>{value}</dd></div>))}
        <Outcome request={request} />
      </dl>
      {request.state === 'done' || request.state === 'refused' ? (
        <div className="button-row">
          <a className="button button-quiet" href={`/api/data-requests/${id}/letter.pdf`} target="_blank" rel="noreferrer">{t('letter')}</a>
          {request.copyUntil === null ? null : <a className="button button-quiet" href={`/api/data-requests/${id}/copy.pdf`}>{t('copy-pdf')}</a>}
          {request.copyUntil === null ? null : <a className="button button-quiet" href={`/api/data-requests/${id}/copy.json`}>{t('copy-json')}</a>}
        </div>
      ) : null}
      {request.copyUntil === null ? null : <p className="quiet">{t('copy-until', { moment: moment(request.copyUntil) })}</p>}
      {request.actions.length > 0 && holds(session, 'president', 'administrator') ? <Decide key={request.state} request={request} /> : null}
    </div>
  );
}
