import { type ReactElement } from 'react';
import { momentWords } from '../../../../../kernel/date-words.ts';
import { UNREACHABLE } from '../../../../../web/staff/api/refusal.ts';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { useCommand } from '../../../../../web/staff/api/use-command.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../../web/staff/messages.ts';
import { announce } from '../../../../../web/staff/shell/announcement.ts';
import { type DossierConsentsResponse } from '../../../contract/consent-schemas.ts';
import { DOSSIER_PRIVACY_WORDS } from './dossier-privacy-messages.ts';
import '../privacy.css';

function Purposes({ dossierId, view }: { readonly dossierId: string; readonly view: DossierConsentsResponse }): ReactElement {
  const t = useWords(DOSSIER_PRIVACY_WORDS);
  const shell = useWords(STAFF_WORDS);
  const { locale } = useLocale();
  const { busy, refusal, send } = useCommand(() => { announce(t('said')); });
  const standing = ({ standing: said, outdated, at }: DossierConsentsResponse['items'][number]): string => {
    if (outdated) return t('outdated');
    return said === null || at === null ? t('never') : t(said, { moment: momentWords(Date.parse(at), locale) });
  };
  return (
    <>
      <p className="quiet">{t(view.known ? 'consent-lead' : 'consent-unknown')}</p>
      {view.known && !view.hasPhone ? <p className="quiet">{t('consent-no-phone')}</p> : null}
      {refusal === null ? null : <Notice kind="bad" live><p>{refusal.code === UNREACHABLE ? shell('no-answer') : refusal.message}</p></Notice>}
      {view.known ? (
        <ul className="privacy-list">
          {view.items.map((item) => {
            const stands = item.standing === 'given' && !item.outdated;
            return (
              <li key={item.purpose} className="privacy-line consent-line">
                <div><b>{item.name}</b><p>{item.words}</p><small className="quiet">{standing(item)}</small></div>
                <Button kind="quiet" busy={busy} label={`${t(stands ? 'withdraw' : 'agree')}: ${item.name}`} onPress={() => { void send(`/api/dossiers/${dossierId}/consents`, { purpose: item.purpose, act: stands ? 'withdrawn' : 'given' }); }}>{t(stands ? 'withdraw' : 'agree')}</Button>
              </li>
            );
          })}
        </ul>
      ) : null}
    </>
  );
}

/** What the person of a dossier agrees to beyond the law: asked at the end of a reception, looked up later. Nothing is agreed beforehand. */
export function DossierConsents({ dossierId, open }: { readonly dossierId: string; readonly open: boolean }): ReactElement | null {
  const t = useWords(DOSSIER_PRIVACY_WORDS);
  const view = useApi<DossierConsentsResponse>(`/api/dossiers/${dossierId}/consents`).data;
  if (view === undefined) return null;
  if (open) return <section className="dossier-privacy" aria-labelledby="consent-title"><h2 id="consent-title">{t('consent-title', { name: view.fullName })}</h2><Purposes dossierId={dossierId} view={view} /></section>;
  return <details className="dossier-privacy"><summary>{t('consent-folded', { name: view.fullName })}</summary><Purposes dossierId={dossierId} view={view} /></details>;
}
