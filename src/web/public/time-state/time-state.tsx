import { type ReactElement, type ReactNode } from 'react';
import { Icon, type IconName } from '../icon/icon.tsx';

interface TimeStateProps {
  readonly state: 'in-time' | 'near' | 'due-today' | 'overdue' | 'paused';
  /** The words: the state must be clear without colour and picture. */
  readonly children: ReactNode;
}

const ICONS: Readonly<Record<TimeStateProps['state'], IconName>> = {
  'in-time': 'clock',
  'near': 'near',
  'due-today': 'today',
  'overdue': 'overdue',
  'paused': 'paused',
};

/** How a dossier stands with its due date: a picture, a colour and words that say the same. */
export function TimeState({ state, children }: TimeStateProps): ReactElement {
  return (
    <span className={`time ${state}`}>
      <Icon name={ICONS[state]} />
      <span>{children}</span>
    </span>
  );
}
