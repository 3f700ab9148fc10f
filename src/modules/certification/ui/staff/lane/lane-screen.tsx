import { type ReactElement, useState } from 'react';
import { newId } from '../../../../../web/staff/api/new-id.ts';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { LoadFault } from '../../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../../web/staff/components/load-state/skeleton.tsx';
import { useSession } from '../../../../../web/staff/session.tsx';
import { type CertificationResponse, type LaneResponse } from '../../../contract/certification-schemas.ts';
import { LaneDone } from './lane-done.tsx';
import { emptyVisit, type LaneDraft } from './lane-draft.ts';
import { LaneForm } from './lane-form.tsx';
import { forgetVisit, keptVisit } from './saved-visit.ts';
import './lane.css';

/** One visit from the card to the label; the next one is a new round with new ids. */
function LaneRound({ onNext }: { readonly onNext: () => void }): ReactElement {
  const { staffId } = useSession();
  const lane = useApi<LaneResponse>('/api/certifications/lane');
  const [restored] = useState(() => keptVisit(staffId));
  const [initial] = useState(() => restored ?? emptyVisit({ dossierId: newId(), commandId: newId(), documentId: newId() }, staffId));
  const [saved, setSaved] = useState<{ readonly visit: CertificationResponse; readonly draft: LaneDraft } | null>(null);
  if (saved !== null) return <LaneDone visit={saved.visit} requester={saved.draft.person.fullName.trim()} watch={saved.draft.watch} onNext={onNext} />;
  if (lane.data === undefined) return lane.isError ? <LoadFault error={lane.error} onRetry={() => { void lane.refetch(); }} /> : <Skeleton lines={7} />;
  return (
    <LaneForm
      initial={initial}
      restored={restored !== undefined}
      lane={lane.data}
      onRestart={() => {
        forgetVisit();
        onNext();
      }}
      onSaved={(visit, draft) => { setSaved({ visit, draft }); }}
    />
  );
}

/** The express lane of certified copies: one person after another, each from the scanned card to the printed label. */
export function LaneScreen(): ReactElement {
  const [round, setRound] = useState(0);
  return <LaneRound key={round} onNext={() => { setRound(round + 1); }} />;
}
