import { type ReactElement } from 'react';
import { Link } from 'wouter';
import { momentWords } from '../../../../kernel/date-words.ts';
import { refusalOf } from '../../../../web/staff/api/refusal.ts';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { useCommand } from '../../../../web/staff/api/use-command.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { useSession } from '../../../../web/staff/session.tsx';
import { announce } from '../../../../web/staff/shell/announcement.ts';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type AccessAnswer } from '../../contract/access.ts';
import { ACCESS_WORDS } from './access-messages.ts';
import { RecoveryPart } from './recovery-part.tsx';
import './access.css';

interface PartProps {
  readonly staffId: string;
  readonly access: AccessAnswer;
}

function Refused({ refusal }: { readonly refusal: { readonly message: string } | null }): ReactElement | null {
  const t = useWords(ACCESS_WORDS);
  return refusal === null ? null : <Notice kind="bad" live><p>{refusal.message === '' ? t('network') : refusal.message}</p></Notice>;
}

function SessionsPart({ staffId, access }: PartProps): ReactElement {
  const t = useWords(ACCESS_WORDS);
  const { locale } = useLocale();
  const moment = (iso: string) => momentWords(Date.parse(iso), locale, 'without-year');
  const { busy, refusal, send } = useCommand<{ readonly ended: number }>(({ ended }) => { announce(t('sessions-ended', { count: ended })); });
  const end = (sessionId: string | null) => { void send(`/api/staff/${staffId}/sessions/end`, { sessionId }); };
  return (
    <section className="access-part" aria-labelledby="access-sessions">
      <h2 id="access-sessions">{t('sessions')}</h2>
      <Refused refusal={refusal} />
      {access.sessions.length === 0 ? <p className="quiet">{t(access.active ? 'sessions-none' : 'closed')}</p> : (
        <>
          <p className="quiet">{t('sessions-lead')}</p>
          <ul className="access-list">
            {access.sessions.map((session) => {
              const device = session.device === '' ? t('session-unknown') : session.device;
              return (
                <li key={session.id}>
                  <span>
                    {device}
                    <small className="quiet">{t('session-line', { since: moment(session.createdAt), seen: moment(session.lastSeenAt), origin: session.origin })}</small>
                  </span>
                  {session.current ? <b>{t('session-this')}</b> : <Button kind="quiet" busy={busy} label={t('session-end-of', { device })} onPress={() => { end(session.id); }}>{t('session-end')}</Button>}
                </li>
              );
            })}
          </ul>
          {access.sessions.length > 1 && access.sessions.every(({ current }) => !current) ? <Button kind="quiet" busy={busy} onPress={() => { end(null); }}>{t('session-end-all')}</Button> : null}
        </>
      )}
    </section>
  );
}

function FactorsPart({ staffId, access }: PartProps): ReactElement {
  const t = useWords(ACCESS_WORDS);
  const { locale } = useLocale();
  const own = useSession().staffId === staffId;
  const moment = (iso: string) => momentWords(Date.parse(iso), locale);
  const { busy, refusal, send } = useCommand<object>(() => { announce(t('factor-removed')); });
  const remove = (factor: string) => { void send(`/api/staff/${staffId}/factors/remove`, { factor }); };
  const factors = [
    ...(access.totp === null ? [] : [{ id: 'totp', name: t('totp'), createdAt: access.totp.confirmedAt, lastUsedAt: access.totp.lastUsedAt, suspended: false }]),
    ...access.passkeys,
  ];
  return (
    <section className="access-part" aria-labelledby="access-factors">
      <h2 id="access-factors">{t('factors')}</h2>
      <Refused refusal={refusal} />
      {factors.length === 0 ? <p className="quiet">{t('factors-none')}</p> : (
        <>
          <p className="quiet">{own ? <>{t('own-factors')} <Link href={STAFF_PATHS.ownAccount}>{t('own-account')}</Link>.</> : t('factors-lead')}</p>
          <ul className="access-list">
            {factors.map((factor) => (
              <li key={factor.id}>
                <span>
                  {factor.name}
                  <small className="quiet">
                    {[
                      factor.lastUsedAt === null ? t('factor-unused', { since: moment(factor.createdAt) }) : t('factor-line', { since: moment(factor.createdAt), seen: moment(factor.lastUsedAt) }),
                      ...(factor.suspended ? [t('factor-suspended')] : []),
                    ].join(', ')}
                  </small>
                </span>
                {own ? null : <Button kind="quiet" busy={busy} label={t('factor-remove-of', { name: factor.name })} onPress={() => { remove(factor.id); }}>{t('factor-remove')}</Button>}
              </li>
            ))}
          </ul>
          <p>{t('codes-left', { count: access.recoveryCodesLeft })}</p>
        </>
      )}
    </section>
  );
}

/** Where a colleague is signed in, the second factors, and the recovery of the account by two administrators. */
export function AccessScreen({ id }: { readonly id: string }): ReactElement {
  const t = useWords(ACCESS_WORDS);
  const reading = useApi<AccessAnswer>(`/api/staff/${id}/access`);
  if (reading.data === undefined) {
    if (!reading.isError) return <Skeleton lines={8} />;
    return <div className="access"><p><Link href={STAFF_PATHS.staff}>{t('back')}</Link></p>{refusalOf(reading.error).status === 404 ? <p>{t('gone')}</p> : <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} />}</div>;
  }
  const access = reading.data;
  return (
    <section className="access" aria-labelledby="access-title">
      <p><Link href={STAFF_PATHS.staff}>{t('back')}</Link></p>
      <h1 id="access-title">{t('title', { name: access.fullName })}</h1>
      <SessionsPart staffId={id} access={access} />
      <FactorsPart staffId={id} access={access} />
      <RecoveryPart staffId={id} access={access} />
    </section>
  );
}
