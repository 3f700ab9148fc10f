import { type ComponentProps, lazy, type ReactElement, Suspense } from 'react';
import { type FeePicker as FeePickerOfFees } from '../../../../modules/fees/ui/staff/fee-picker.tsx';

const Fees = lazy(async () => ({ default: (await import('../../../../modules/fees/ui/staff/dossier-fees.tsx')).DossierFees }));
const Picker = lazy(async () => ({ default: (await import('../../../../modules/fees/ui/staff/fee-picker.tsx')).FeePicker }));

/** The fees of a dossier with the way to change them. */
export function DossierFees({ dossierId }: { readonly dossierId: string }): ReactElement {
  return <Suspense fallback={null}><Fees key={dossierId} dossierId={dossierId} /></Suspense>;
}

/** What is charged and claimed for a dossier that is being received, and at once what is to be paid. */
export function FeePicker(props: ComponentProps<typeof FeePickerOfFees>): ReactElement {
  return <Suspense fallback={null}><Picker {...props} /></Suspense>;
}
