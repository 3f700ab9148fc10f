import { type ReactElement, type ReactNode } from 'react';
import { Icon, type IconName } from '../../../public/icon/icon.tsx';

export interface NoticeProps {
  readonly kind: 'info' | 'good' | 'check' | 'bad';
  /** Read out at once: for what has just happened. */
  readonly live?: boolean;
  readonly children: ReactNode;
}

const ICONS: Readonly<Record<NoticeProps['kind'], IconName>> = { info: 'info', good: 'good', check: 'overdue', bad: 'bad' };

/** A block that says something beside the flow of work: a picture, a colour and words that say the same. */
export function Notice({ kind, live = false, children }: NoticeProps): ReactElement {
  return (
    <div className={`notice notice-${kind}`} role={live ? (kind === 'bad' ? 'alert' : 'status') : undefined}>
      <Icon name={ICONS[kind]} />
      <div className="notice-body">{children}</div>
    </div>
  );
}
