import { type ReactElement } from 'react';
import { Icon, type IconName } from '../../../public/icon/icon.tsx';
import './time-left.css';

/** How the time of a dossier stands. */
type TimeStanding = 'in-time' | 'near' | 'due-today' | 'overdue' | 'paused' | 'finished' | 'waiting';

export interface TimeLeftProps {
  readonly standing: TimeStanding;
  readonly words: string;
  /** Used part of the time, 0 to 1. */
  readonly used: number;
}

const ICONS: Readonly<Record<TimeStanding, IconName>> = {
  'in-time': 'clock',
  'near': 'near',
  'due-today': 'today',
  'overdue': 'overdue',
  'paused': 'paused',
  'finished': 'good',
  'waiting': 'clock',
};

/** The time left as a picture and words, with a thin bar for the used part while the clock runs. The bar says nothing that the words do not say. */
export function TimeLeft({ standing, words, used }: TimeLeftProps): ReactElement {
  const running = standing !== 'waiting' && standing !== 'finished';
  const share = standing === 'overdue' ? 1 : Math.min(1, Math.max(0, used));
  return (
    <div className={`time-left time-${standing}`}>
      <span className="time-words">
        <Icon name={ICONS[standing]} />
        <b>{words}</b>
      </span>
      {running ? (
        <svg className="time-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden={true}>
          <rect className="time-track" width="100" height="4" />
          <rect className="time-used" width={share * 100} height="4" />
        </svg>
      ) : null}
    </div>
  );
}
