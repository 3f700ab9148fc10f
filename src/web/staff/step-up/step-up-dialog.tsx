import { lazy, type ReactElement, Suspense, useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { type ProofWanted, offerProver } from '../api/step-up.ts';
import { BoxDialog } from '../components/dialog/box-dialog.tsx';
import { Skeleton } from '../components/load-state/skeleton.tsx';
import { useWords } from '../locale.tsx';
import { STAFF_WORDS } from '../messages.ts';

const Steps = lazy(async () => ({ default: (await import('../../../modules/identity/ui/staff/account/step-up-steps.tsx')).StepUpSteps }));

interface Asking {
  readonly wanted: ProofWanted;
  readonly answer: (proven: boolean) => void;
}

/**
 * Opens over whatever is on the screen when the server wants a proof of who sits here, or a second factor first. Proved, the request goes out again as
 * it was, under the same id; closed, it stays refused. What was typed stays either way.
 */
export function StepUpDialog(): ReactElement | null {
  const t = useWords(STAFF_WORDS);
  const queries = useQueryClient();
  const [asking, setAsking] = useState<Asking | null>(null);
  useEffect(() => offerProver((wanted) => new Promise((resolve) => { setAsking({ wanted, answer: resolve }); })), []);
  if (asking === null) return null;
  const close = (proven: boolean) => {
    setAsking(null);
    asking.answer(proven);
    // A first factor changes what the person may do everywhere.
    if (proven) void queries.invalidateQueries({ queryKey: ['api', '/api/session'] });
  };
  return (
    <BoxDialog title={t(asking.wanted === 'access.second-factor-first' ? 'step-up-enrol' : 'step-up')} onClose={() => { close(false); }}>
      <div className="step-up"><Suspense fallback={<Skeleton lines={4} />}><Steps wanted={asking.wanted} onDone={() => { close(true); }} /></Suspense></div>
    </BoxDialog>
  );
}
