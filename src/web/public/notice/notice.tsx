import { type ReactElement, type ReactNode } from 'react';
import { Icon, type IconName } from '../icon/icon.tsx';

export interface NoticeProps {
  readonly kind: 'info' | 'good' | 'warning' | 'bad';
  readonly title?: string | undefined;
  readonly children?: ReactNode;
  /** True for the answer to what the person just did: screen readers say it at once. */
  readonly live?: boolean | undefined;
}

const ICONS: Readonly<Record<NoticeProps['kind'], IconName>> = { info: 'info', good: 'good', warning: 'overdue', bad: 'bad' };

/** A block that stands out: what happened, what it means, what to do next. Its kind shows by icon and words, not by colour alone. */
export function Notice({ kind, title, children, live = false }: NoticeProps): ReactElement {
  return (
    <div className={`notice ${kind}`} role={live ? (kind === 'bad' ? 'alert' : 'status') : undefined}>
      <Icon name={ICONS[kind]} />
      <div>
        {title === undefined ? null : (
          <p>
            <b>{title}</b>
          </p>
        )}
        {typeof children === 'string' ? <p>{children}</p> : children}
      </div>
    </div>
  );
}
