import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { FactStrip } from '../../../../web/public/fact-strip/fact-strip.tsx';
import { TimeState } from '../../../../web/public/time-state/time-state.tsx';
import { Timeline, type TimelineStep } from '../../../../web/public/timeline/timeline.tsx';
import { type LinkedCaseView, type LinkedChildView } from './linked-case-view.ts';
import { DOSSIER_PAGE_WORDS } from './messages.ts';
import { sentence } from './tracking-steps.ts';

const SHOWN = { 'waiting': 'next', 'in-progress': 'now', 'paused': 'now', 'finished': 'done', 'refused': 'stopped', 'stopped': 'stopped', 'withdrawn': 'stopped' } as const satisfies Record<LinkedChildView['state'], TimelineStep['state']>;

/** The whole of a linked case on the citizen's page: when it is due, and where each agency stands. */
export function LinkedCasePart({ locale, linked }: { readonly locale: Locale; readonly linked: LinkedCaseView }): ReactElement {
  const t = translator(DOSSIER_PAGE_WORDS, locale);
  const { timeState, timeWords } = linked.time;
  const moment = linked.endedWords ?? (linked.dueWords === null ? null : sentence(linked.dueWords));
  return (
    <section>
      <h2>{t('linked-title')}</h2>
      <p>{t('linked-why')}</p>
      {moment === null ? null : <FactStrip facts={[{ label: t(linked.endedWords === null ? 'linked-due' : 'linked-ended'), value: moment }]} />}
      {timeState === 'waiting' ? null : <p className="row"><TimeState state={timeState === 'finished' ? 'in-time' : timeState}>{timeWords}</TimeState></p>}
      <Timeline
        locale={locale}
        steps={linked.children.map((child) => ({
          title: child.name,
          when: child.agencyName,
          state: SHOWN[child.state],
          detail: (
            <>
              <p>{child.words}</p>
              {child.wayWords === null ? null : <p>{child.wayWords}</p>}
              {child.reason === null ? null : <p className="gold-edge" lang={locale === 'vi' ? undefined : 'vi'}>{child.reason}</p>}
            </>
          ),
        }))}
      />
    </section>
  );
}
