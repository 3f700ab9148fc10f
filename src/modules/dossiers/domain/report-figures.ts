/**
 * The figures of the report on handling (06a/07b; domain 1.9): what was there and what came, what was finished and when, what is under
 * way, what waits for the citizen, what went back. `refused` counts declarations, which were never received and stand beside the sum.
 */
export const FIGURES = [
  'carried-over', 'received-online', 'received-counter', 'received-post',
  'finished-early', 'finished-on-time', 'finished-late',
  'under-way-in-time', 'under-way-late', 'waiting-supplement', 'withdrawn', 'stopped',
  'asked-twice', 'refused',
] as const;
export type Figure = (typeof FIGURES)[number];

/** How many dossiers each figure counts. */
export type FigureCounts = Readonly<Record<Figure, number>>;

/** Nothing counted yet. */
export const NO_FIGURES: FigureCounts = {
  'carried-over': 0, 'received-online': 0, 'received-counter': 0, 'received-post': 0, 'finished-early': 0, 'finished-on-time': 0, 'finished-late': 0,
  'under-way-in-time': 0, 'under-way-late': 0, 'waiting-supplement': 0, 'withdrawn': 0, 'stopped': 0, 'asked-twice': 0, 'refused': 0,
};

/** Two counts as one. */
export function addFigures(a: FigureCounts, b: FigureCounts): FigureCounts {
  const sum = (figure: Figure): number => a[figure] + b[figure];
  return {
    'carried-over': sum('carried-over'), 'received-online': sum('received-online'), 'received-counter': sum('received-counter'), 'received-post': sum('received-post'),
    'finished-early': sum('finished-early'), 'finished-on-time': sum('finished-on-time'), 'finished-late': sum('finished-late'),
    'under-way-in-time': sum('under-way-in-time'), 'under-way-late': sum('under-way-late'), 'waiting-supplement': sum('waiting-supplement'),
    'withdrawn': sum('withdrawn'), 'stopped': sum('stopped'), 'asked-twice': sum('asked-twice'), 'refused': sum('refused'),
  };
}

/** The sums that the report shows over its figures. */
export interface FigureSums {
  readonly toHandle: number;
  readonly finished: number;
  readonly underWay: number;
  readonly goneBack: number;
  /** Finished by its due date, of all finished; null when nothing was finished. */
  readonly onTimeShare: number | null;
  /** The same as the national indicator counts it: more than one request for a supplement counts as late (QĐ 766/QĐ-TTg, 2.1). */
  readonly onTimeShare766: number | null;
}

/** What was to be handled is always what was finished, is under way, waits or went back: every dossier stands in exactly one of them. */
export function sumFigures(counts: FigureCounts): FigureSums {
  const finished = counts['finished-early'] + counts['finished-on-time'] + counts['finished-late'];
  const onTime = counts['finished-early'] + counts['finished-on-time'];
  return {
    toHandle: counts['carried-over'] + counts['received-online'] + counts['received-counter'] + counts['received-post'],
    finished,
    underWay: counts['under-way-in-time'] + counts['under-way-late'],
    goneBack: counts.withdrawn + counts.stopped,
    onTimeShare: finished === 0 ? null : onTime / finished,
    onTimeShare766: finished === 0 ? null : (onTime - counts['asked-twice']) / finished,
  };
}
