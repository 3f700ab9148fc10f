import { type ReactElement } from 'react';
import { momentWords } from '../../../../kernel/date-words.ts';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { useCommand } from '../../../../web/staff/api/use-command.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { announce } from '../../../../web/staff/shell/announcement.ts';
import { type OwnRecoveryAnswer } from '../../contract/access.ts';
import { ACCESS_WORDS } from './access-messages.ts';
import './access.css';

/** Tells whoever is signed in that somebody recovers this account, and cancels it; nothing where nobody does. */
export function OwnRecovery(): ReactElement | null {
  const t = useWords(ACCESS_WORDS);
  const { locale } = useLocale();
  const { busy, refusal, send } = useCommand<object>(() => { announce(t('cancelled')); });
  const recovery = useApi<OwnRecoveryAnswer>('/api/own-recovery', { every: 60_000 }).data?.recovery ?? null;
  if (recovery === null) return null;
  return (
    <div className="access-own">
      <Notice kind="bad" live>
        <h2>{t('own-title')}</h2>
        <p>{t('own-lead', { by: recovery.startedBy.fullName, since: momentWords(Date.parse(recovery.startedAt), locale), words: recovery.reason })}</p>
        {refusal === null ? null : <p>{refusal.message === '' ? t('network') : refusal.message}</p>}
        <div><Button busy={busy} onPress={() => { void send('/api/own-recovery/cancel', {}); }}>{t('own-cancel')}</Button></div>
      </Notice>
    </div>
  );
}
