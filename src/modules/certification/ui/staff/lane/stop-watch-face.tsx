import { type ReactElement } from 'react';
import { Icon } from '../../../../../web/public/icon/icon.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { type LaneResponse } from '../../../contract/certification-schemas.ts';
import { LANE_TARGET_MS, shownMs, type StopWatch, watchFace } from '../../../domain/stop-watch.ts';
import { LANE_WORDS } from './lane-messages.ts';
import { useNow } from './use-now.ts';

export interface StopWatchFaceProps {
  readonly watch: StopWatch;
  readonly today: LaneResponse['today'] | undefined;
}

/** The stop-watch of a visit with its target; beside it how fast the day is. Over the target it says so in words, not by colour alone. */
export function StopWatchFace({ watch, today }: StopWatchFaceProps): ReactElement {
  const t = useWords(LANE_WORDS);
  const ms = shownMs(watch, useNow(watch.startedAt !== null && watch.stoppedAt === null));
  const over = ms >= LANE_TARGET_MS;
  const target = watchFace(LANE_TARGET_MS);
  return (
    <div className={over ? 'lane-watch lane-over' : 'lane-watch'}>
      <p className="lane-watch-name"><Icon name={over ? 'overdue' : 'clock'} />{watch.startedAt === null ? t('watch-still') : t('watch')}</p>
      {/* Not a live region: a screen reader would read every second aloud. */}
      <p className="lane-watch-face" role="timer" aria-live="off">{watchFace(ms)}</p>
      <p className="lane-watch-note">
        {over ? t('watch-over', { target }) : t('watch-target', { target })}
        {today === undefined || today.medianMs === null ? null : <span className="quiet">{` · ${t('today', { count: today.count, median: watchFace(today.medianMs) })}`}</span>}
      </p>
    </div>
  );
}
