import { type ReactElement, type ReactNode } from 'react';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { type DossierResponse } from '../../../contract/dossier-schemas.ts';
import { DOSSIER_WORDS, type DossierWord } from './dossier-messages.ts';

/** Who files, for whom, what is asked for, and how the result goes out. Facts that are not there are left out. */
export function DossierFacts({ dossier }: { readonly dossier: DossierResponse }): ReactElement {
  const t = useWords(DOSSIER_WORDS);
  const { applicant, delivery } = dossier;
  const reach = [applicant.citizenNumber, applicant.phone, applicant.email].filter((part) => part !== null).join(' · ');
  const facts: readonly (readonly [DossierWord, ReactNode])[] = [
    ['fact.applicant', <>{applicant.fullName}{reach === '' ? null : <span className="quiet dossier-line">{reach}</span>}</>],
    ['fact.address', applicant.address],
    ['fact.authorised', dossier.authorisedBy],
    ['fact.assisted', dossier.assistedBy],
    ['fact.content', dossier.content === dossier.procedureName ? null : dossier.content],
    ['fact.copies', dossier.copies > 1 ? String(dossier.copies) : null],
    ['fact.delivery', <>{t(`delivery.${delivery.method}`)}{delivery.address === null ? null : <span className="quiet dossier-line">{delivery.address}</span>}</>],
    ['fact.result', dossier.resultNumber],
    ['fact.returned-to', dossier.returnedTo],
    ['fact.rejection', dossier.rejectionReason],
    ['fact.field', dossier.field],
  ];
  return (
    <dl className="facts">
      {facts.map(([word, value]) => (value === null || value === '' ? null : <div key={word}><dt>{t(word)}</dt><dd>{value}</dd></div>))}
    </dl>
  );
}
