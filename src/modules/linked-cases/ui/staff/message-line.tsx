import { type ReactElement } from 'react';
import { momentWords } from '../../../../kernel/date-words.ts';
import { Icon, type IconName } from '../../../../web/public/icon/icon.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { type CaseResponse } from '../../contract/linked-case-schemas.ts';
import { LINKED_WORDS } from './linked-messages.ts';

type Transfer = NonNullable<CaseResponse['children'][number]['transfer']>;

/** What became of the newest message to an agency: the last try, its problem in words, what happens next. */
export function MessageLine({ transfer }: { readonly transfer: Transfer }): ReactElement {
  const t = useWords(LINKED_WORDS);
  const { locale } = useLocale();
  const moment = (iso: string | null): string => (iso === null ? '' : momentWords(Date.parse(iso), locale, 'without-year'));
  // “trước 10 giờ …”: by then.
  const by = (iso: string | null): string => (locale === 'vi' ? `trước ${moment(iso)}` : `by ${moment(iso)}`);
  const facts = { attempt: transfer.attempts, fault: transfer.faultWords ?? '', number: transfer.externalCode ?? '' };
  const told = (): readonly [IconName, 'good' | 'bad' | 'check' | 'plain', string] => {
    switch (transfer.state) {
      case 'waiting':
        return transfer.faultWords === null ? ['clock', 'plain', t('message.waiting')] : ['near', 'check', t('message.again', { ...facts, moment: moment(transfer.nextTryAt) })];
      case 'sent': {
        const times = { moment: moment(transfer.sentAt), by: by(transfer.acknowledgeBy) };
        return transfer.alert === 'unacknowledged' ? ['bad', 'bad', t('message.unacknowledged', times)] : ['clock', 'plain', t('message.sent', times)];
      }
      case 'acknowledged':
        return ['good', 'good', t(transfer.externalCode === null ? 'message.acknowledged-plain' : 'message.acknowledged', { ...facts, moment: moment(transfer.acknowledgedAt) })];
      case 'refused':
        return ['bad', 'bad', t('message.refused', facts)];
      case 'failed':
        return ['bad', 'bad', t('message.failed', facts)];
      case 'repaired':
        return ['good', 'good', t('message.repaired')];
      case 'cancelled':
        return ['info', 'plain', t('message.cancelled')];
    }
  };
  const [icon, kind, words] = told();
  return (
    <p className={`linked-message linked-message-${kind}`}>
      <Icon name={icon} />
      <span>{transfer.kind === 'request' ? null : <b>{t(`kind.${transfer.kind}`)}: </b>}{words}</span>
    </p>
  );
}
