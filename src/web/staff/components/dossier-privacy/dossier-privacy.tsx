import { lazy, type ReactElement, Suspense } from 'react';

const Hold = lazy(async () => ({ default: (await import('../../../../modules/privacy/ui/staff/dossier/dossier-hold.tsx')).DossierHold }));
const Consents = lazy(async () => ({ default: (await import('../../../../modules/privacy/ui/staff/dossier/dossier-consents.tsx')).DossierConsents }));

/** Whether a dossier is held for a complaint or a court, for whoever may hold and release it. */
export function DossierHold({ dossierId }: { readonly dossierId: string }): ReactElement {
  return <Suspense fallback={null}><Hold dossierId={dossierId} /></Suspense>;
}

/** What the person at the counter consents to beyond what the law allows; `open` where it is asked, folded where it is looked up. */
export function DossierConsents({ dossierId, open }: { readonly dossierId: string; readonly open: boolean }): ReactElement {
  return <Suspense fallback={null}><Consents dossierId={dossierId} open={open} /></Suspense>;
}
