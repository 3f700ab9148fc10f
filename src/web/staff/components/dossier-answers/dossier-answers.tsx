import { lazy, type ReactElement, Suspense } from 'react';

const Answers = lazy(async () => ({ default: (await import('../../../../modules/forms/ui/staff/answers/dossier-answers.tsx')).DossierAnswers }));

/** What was declared with a form, on the page of a dossier. Loaded only for dossiers that have one. */
export function DossierAnswers({ dossierId, mayAsk }: { readonly dossierId: string; readonly mayAsk: boolean }): ReactElement {
  return <Suspense fallback={null}><Answers dossierId={dossierId} mayAsk={mayAsk} /></Suspense>;
}
