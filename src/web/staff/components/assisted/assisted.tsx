import { lazy, type ReactElement, Suspense } from 'react';

const Start = lazy(async () => ({ default: (await import('../../../../modules/assisted-filing/ui/staff/start-assisted.tsx')).StartAssisted }));
const Assistance = lazy(async () => ({ default: (await import('../../../../modules/assisted-filing/ui/staff/dossier-assistance.tsx')).DossierAssistance }));

/** “Khai hộ tại quầy”, where a procedure was chosen at reception. */
export function StartAssisted({ procedureCode }: { readonly procedureCode: string }): ReactElement {
  return <Suspense fallback={null}><Start procedureCode={procedureCode} /></Suspense>;
}

/** Who helped and how the person agreed, on the page of a dossier. Loaded only for dossiers that were filed with help. */
export function DossierAssistance({ dossierId }: { readonly dossierId: string }): ReactElement {
  return <Suspense fallback={null}><Assistance dossierId={dossierId} /></Suspense>;
}
