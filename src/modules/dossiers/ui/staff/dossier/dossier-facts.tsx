import { type ReactElement, type ReactNode } from 'react';
import { Link } from 'wouter';
import { momentWords } from '../../../../../kernel/date-words.ts';
import { MaskedNumber } from '../../../../../web/staff/components/masked-number/masked-number.tsx';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../../web/staff/staff-paths.ts';
import { type DossierResponse } from '../../../contract/dossier-schemas.ts';
import { DOSSIER_WORDS, type DossierWord } from './dossier-messages.ts';

/** Who files, for whom, what is asked for, and how the result goes out. Facts that are not there are left out. */
export function DossierFacts({ dossier }: { readonly dossier: DossierResponse }): ReactElement {
  const t = useWords(DOSSIER_WORDS);
  const { locale } = useLocale();
  const { applicant, delivery } = dossier;
  const stopWords = (kind: string): string => t(kind === 'withdrawn' || kind === 'not-supplemented' || kind === 'not-paid' ? `stop.${kind}` : 'stop.other');
  const account = (['own', 'representative', 'none'] as const).find((one) => one === dossier.assistedAccount);
  const masked = (what: DossierResponse['reveals'][number], text: string | null): ReactNode =>
    text === null ? null : <span className="quiet dossier-line"><MaskedNumber key={`${dossier.id} ${what}`} dossierId={dossier.id} what={what} masked={text} mayReveal={dossier.reveals.includes(what)} /></span>;
  const facts: readonly (readonly [DossierWord, ReactNode])[] = [
    ['fact.applicant', <>{applicant.fullName}{masked('citizen-number', applicant.citizenNumber)}{masked('phone', applicant.phone)}{applicant.email === null ? null : <span className="quiet dossier-line">{applicant.email}</span>}</>],
    ['fact.address', applicant.address],
    ['fact.authorised', dossier.authorisedBy],
    ['fact.assisted', dossier.assistedBy === null ? null : [dossier.assistedBy, ...(dossier.assistedConsent === null ? [] : [t(`consent.${dossier.assistedConsent}`)]), ...(account === undefined || account === 'none' ? [] : [t(`account.${account}`)])].join(' · ')],
    ['fact.linked', dossier.linkedCaseId === null ? null : <Link href={STAFF_PATHS.linkedCase(dossier.linkedCaseId)}>{t('open-linked')}</Link>],
    ['fact.corrects', dossier.corrects === null ? null : <Link href={STAFF_PATHS.inList('all', dossier.corrects.id)}>{dossier.corrects.code}</Link>],
    ['fact.corrections', dossier.corrections.length === 0 ? null : dossier.corrections.map(({ id, code }) => <Link key={id} className="dossier-line" href={STAFF_PATHS.inList('all', id)}>{code}</Link>)],
    ['fact.content', dossier.content === dossier.procedureName ? null : dossier.reveals.includes('content') ? <MaskedNumber key={`${dossier.id} content`} dossierId={dossier.id} what="content" masked={dossier.content} mayReveal /> : dossier.content],
    ['fact.copies', dossier.copies > 1 ? String(dossier.copies) : null],
    ['fact.delivery', <>{t(`delivery.${delivery.method}`)}{delivery.address === null ? null : <span className="quiet dossier-line">{delivery.address}</span>}</>],
    ['fact.holder', dossier.holder === null ? null : dossier.holder.name],
    ['fact.unit', dossier.unit === null ? null : dossier.unit.name],
    ['fact.receipt-due', dossier.receiptDueAt === null || dossier.receiptDueAt === dossier.dueAt ? null : momentWords(Date.parse(dossier.receiptDueAt), locale)],
    ['fact.extended', dossier.extendedDueAt === null ? null : momentWords(Date.parse(dossier.extendedDueAt), locale)],
    ['fact.negative', dossier.resultBasis],
    ['fact.result', dossier.resultNumber],
    ['fact.returned-to', dossier.returnedTo],
    ['fact.rejection', dossier.rejectionReason],
    ['fact.withdrawal', dossier.withdrawalReason],
    ['fact.stop', dossier.stop === null ? null : [stopWords(dossier.stop.kind), dossier.stop.reason].filter((part) => part !== null).join(': ')],
    ['fact.field', dossier.field],
  ];
  return (
    <dl className="facts">
      {facts.map(([word, value]) => (value === null || value === '' ? null : <div key={word}><dt>{t(word)}</dt><dd>{value}</dd></div>))}
    </dl>
  );
}
