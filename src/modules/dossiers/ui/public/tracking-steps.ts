import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { type TimelineStep } from '../../../../web/public/timeline/timeline.tsx';
import { DOSSIER_PAGE_WORDS } from './messages.ts';
import { type DossierPageWord } from './messages-vi.ts';
import { type TrackingStep, type TrackingView } from './tracking-view.ts';

const SHOWN = { done: 'done', now: 'now', later: 'next' } as const;

/** The line of the tracking page. Before reception the steps ahead are named in general; a refused declaration ends where it was refused. */
export function trackingSteps(dossier: TrackingView, locale: Locale): readonly TimelineStep[] {
  const t = translator(DOSSIER_PAGE_WORDS, locale);
  const known = dossier.steps.map((step): TimelineStep => {
    const when = whenOf(step);
    return {
      title: t(`step-${step.key}`),
      state: SHOWN[step.state],
      ...(when === null ? {} : { when: sentence(when) }),
      ...(step.state === 'now' && dossier.holderRole !== null ? { detail: holderWords(dossier, locale) } : {}),
    };
  });
  switch (dossier.state) {
    case 'submitted':
      return [...known, { title: t('step-receive-waiting'), state: 'now' }, ahead('step-handle'), ahead('step-hand-over')];
    case 'rejected':
      return [...known, { title: t('step-rejected'), state: 'stopped' }];
    case 'stopped':
      return [...known.filter(({ state }) => state === 'done'), { title: t('step-stopped'), state: 'stopped' }];
    case 'supplement-requested':
    case 'payment-requested':
    case 'withdraw-requested':
      return known.length === 0 ? [{ title: t('step-receive-waiting'), state: 'now' }, ahead('step-handle'), ahead('step-hand-over')] : known;
    case 'received':
    case 'in-progress':
    case 'decided':
    case 'returned':
      return known;
  }

  function whenOf(step: TrackingStep): string | null {
    // A dossier counts from when it was received, not from when the counter passed it on.
    if (step.key === 'receive') return dossier.receivedWords;
    return step.doneWords ?? (step.key === 'hand-over' ? dossier.dueWords : null);
  }

  function ahead(word: DossierPageWord): TimelineStep {
    return { title: t(word), state: 'next' };
  }
}

/** Who has the dossier now, by position and office, never by name; null when nobody does. */
export function holderWords(dossier: TrackingView, locale: Locale): string | null {
  const t = translator(DOSSIER_PAGE_WORDS, locale);
  if (dossier.state === 'supplement-requested' || dossier.state === 'payment-requested') return t('holder-you');
  if (dossier.state === 'stopped') return null;
  const role = dossier.state === 'submitted' ? 'reception' : dossier.holderRole;
  return role === null ? null : t(`holder-${role}`, { centre: dossier.commune.centreName });
}

/** Words that begin a line: “trước 17 giờ …” becomes “Trước 17 giờ …”. */
export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
