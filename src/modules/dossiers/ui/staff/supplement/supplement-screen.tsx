import { type ReactElement, useState } from 'react';
import { Link, useSearch } from 'wouter';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { LoadFault } from '../../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../../web/staff/components/load-state/skeleton.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../../web/staff/staff-paths.ts';
import { type DossierResponse } from '../../../contract/dossier-schemas.ts';
import { type RequestsResponse, type SupplementPlanResponse } from '../../../contract/supplement-schemas.ts';
import { AskForm } from './ask-form.tsx';
import { EnterAnswer } from './enter-answer.tsx';
import { ReviewAnswer } from './review-answer.tsx';
import { ASK_WORDS } from './supplement-messages.ts';
import './supplement.css';

const ACTIONS = { ask: 'request-supplement', enter: 'answer-supplement', review: 'accept-supplement' } as const;

/** What is done about supplements: ask for them, enter what was brought, look at what came. */
export type SupplementWork = keyof typeof ACTIONS;

/** A whole screen, because papers have to be seen. What was read first stays while the officer writes. */
export function SupplementScreen({ id, work }: { readonly id: string; readonly work: SupplementWork }): ReactElement {
  const t = useWords(ASK_WORDS);
  const marked = (new URLSearchParams(useSearch()).get('cau') ?? '').split(',').filter((field) => field !== '');
  const [first, setFirst] = useState<DossierResponse | null>(null);
  const dossier = useApi<DossierResponse>(`/api/dossiers/${id}`, { enabled: first === null });
  const plan = useApi<SupplementPlanResponse>(`/api/dossiers/${id}/supplement-plan`, { enabled: work === 'ask' && first === null });
  const requests = useApi<RequestsResponse>(`/api/dossiers/${id}/requests`, { enabled: work !== 'ask' && first === null });
  const about = work === 'ask' ? plan : requests;
  const failed = [dossier, about].find(({ isError }) => isError);
  if (first === null && failed !== undefined) return <div className="shell-wait"><LoadFault error={failed.error} onRetry={() => { void failed.refetch(); }} /></div>;
  if (first === null && dossier.data !== undefined && about.data !== undefined) setFirst(dossier.data);
  if (first === null) return <Skeleton lines={8} />;
  const supplement = requests.data?.supplements.find(({ status }) => status === (work === 'enter' ? 'open' : 'answered'));
  return (
    <div className="supplement">
      <p className="quiet">{[first.code ?? first.reference, first.applicant.fullName].join(' · ')}</p>
      {first.actions.includes(ACTIONS[work]) ? content() : gone()}
    </div>
  );

  function gone(): ReactElement {
    return <p>{t('gone')} <Link href={STAFF_PATHS.inList('all', id)}>{t('cancel')}</Link></p>;
  }

  function content(): ReactElement {
    if (first === null) return gone();
    if (work === 'ask') return plan.data === undefined ? gone() : <AskForm dossier={first} plan={plan.data} marked={marked} />;
    if (supplement === undefined) return gone();
    return work === 'enter' ? <EnterAnswer dossier={first} supplement={supplement} /> : <ReviewAnswer dossier={first} supplement={supplement} unlike={requests.data?.unlike ?? []} />;
  }
}
