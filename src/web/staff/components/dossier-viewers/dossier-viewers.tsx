import { lazy, type ReactElement, Suspense } from 'react';

const Viewers = lazy(async () => ({ default: (await import('../../../../modules/journal/ui/staff/screen/dossier-viewers.tsx')).DossierViewers }));

/** “Who looked” on the page of a dossier, for leaders. The journal's screen is loaded only for them. */
export function DossierViewers({ dossierId }: { readonly dossierId: string }): ReactElement {
  return <Suspense fallback={null}><Viewers dossierId={dossierId} /></Suspense>;
}
