import { type ReactElement, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { momentWords } from '../../../../../kernel/date-words.ts';
import { callApi } from '../../../../../web/staff/api/call-api.ts';
import { newId } from '../../../../../web/staff/api/new-id.ts';
import { type Refusal, UNREACHABLE } from '../../../../../web/staff/api/refusal.ts';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { Icon } from '../../../../../web/public/icon/icon.tsx';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { LoadFault } from '../../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../../web/staff/components/load-state/skeleton.tsx';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../../web/staff/messages.ts';
import { STAFF_PATHS } from '../../../../../web/staff/staff-paths.ts';
import { announce } from '../../../../../web/staff/shell/announcement.ts';
import { type CopyAnswersRequest, type CopyAnswersResponse, type DossierAnswersResponse } from '../../../contract/answers-schemas.ts';
import { ANSWERS_WORDS } from './answers-messages.ts';
import './answers.css';

/** What was declared, on the page of its dossier: in the order and with the labels of the printed form, numbers masked. */
export function DossierAnswers({ dossierId, mayAsk }: { readonly dossierId: string; readonly mayAsk: boolean }): ReactElement | null {
  const t = useWords(ANSWERS_WORDS);
  const { locale } = useLocale();
  const [, navigate] = useLocation();
  const [marked, setMarked] = useState<readonly string[]>([]);
  const reading = useApi<DossierAnswersResponse>(`/api/dossiers/${dossierId}/answers`, {});
  if (reading.data === undefined) return reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : <Skeleton lines={4} />;
  const { form, groups, corrected, systems, mayCopy } = reading.data;
  if (form === null) return null;
  return (
    <section className="answers" aria-labelledby="to-khai-dien-tu">
      <h3 id="to-khai-dien-tu">{t('title')}</h3>
      <p className="quiet" lang="vi">{t('what', { official: form.official, version: form.version, by: t(`by.${form.filledBy}`), moment: momentWords(Date.parse(form.agreedAt), locale) })}</p>
      {corrected === null ? null : <p className="answers-corrected"><Icon name="info" />{t('corrected', { moment: momentWords(Date.parse(corrected.at), locale), by: corrected.by ?? t('corrected.citizen') })}</p>}
      {mayAsk ? <p className="quiet">{t('mark-lead')}</p> : null}
      {mayCopy ? <p><a href={`/api/dossiers/${dossierId}/answers/print.pdf`} target="_blank" rel="noreferrer">{t('print')}</a></p> : null}
      {mayCopy ? systems.map((system) => <TakeOver key={system} dossierId={dossierId} system={system} />) : null}
      {groups.map((group) => (
        <div key={group.id}>
          <h4>{group.title}</h4>
          <dl className="facts">
            {group.fields.map((field) => (
              <div key={field.id} className={field.before === null ? undefined : 'answers-changed'}>
                <dt title={field.label} lang="vi">{field.official}</dt>
                <dd>
                  {field.answer.length === 0 ? <span className="dossier-line quiet">{t('no-answer')}</span> : field.answer.map((line, index) => <span key={index} className="dossier-line">{line}</span>)}
                  {field.before === null ? null : <span className="dossier-line quiet">{t('before', { answer: field.before.length === 0 ? t('no-answer') : field.before.join('; ') })}</span>}
                  {mayAsk && field.mayMark ? (
                    <label className="answers-mark">
                      <input type="checkbox" checked={marked.includes(field.id)} aria-label={`${t('mark')}: ${field.official}`} onChange={() => { setMarked(marked.includes(field.id) ? marked.filter((one) => one !== field.id) : [...marked, field.id]); }} />
                      {t('mark')}
                    </label>
                  ) : null}
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
      {marked.length === 0 ? null : <p className="answers-ask"><Button onPress={() => { navigate(`${STAFF_PATHS.supplement(dossierId, 'ask')}?cau=${marked.join(',')}`); }}>{t('ask', { count: marked.length })}</Button></p>}
    </section>
  );
}

/** The answers whole, one by one, in the order of another system, each with a button that copies it. */
function TakeOver({ dossierId, system }: { readonly dossierId: string; readonly system: string }): ReactElement {
  const t = useWords(ANSWERS_WORDS);
  const shell = useWords(STAFF_WORDS);
  const [shown, setShown] = useState<CopyAnswersResponse | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (shown === null) return undefined;
    const timer = setTimeout(() => { setShown(null); }, shown.hideAfter);
    return () => { clearTimeout(timer); };
  }, [shown]);
  const name = system === 'moj' ? t('system.moj') : system;
  const ask = async () => {
    setRefusal(null);
    const answer = await callApi<CopyAnswersResponse>('POST', `/api/dossiers/${dossierId}/answers/copy`, { commandId: newId(), system } satisfies CopyAnswersRequest);
    if (answer.ok) setShown(answer.value);
    else setRefusal(answer.refusal);
  };
  const copy = async (text: string, what: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setFailed(false);
      announce(t('copied', { name: what }));
    } catch {
      setFailed(true);
    }
  };
  if (shown === null) {
    return (
      <>
        <Button kind="quiet" onPress={() => { void ask(); }}>{t('take-over', { system: name })}</Button>
        {refusal === null ? null : <p role="alert">{refusal.code === UNREACHABLE ? shell('no-answer') : refusal.message}</p>}
      </>
    );
  }
  return (
    <div>
      <p className="quiet">{t(shown.fields.length === 0 ? 'nothing' : 'taken-over', { system: name })}</p>
      {failed ? <p role="alert">{t('not-copied')}</p> : null}
      <ol className="answers-copy">
        {shown.fields.map((field) => (
          <li key={field.name}>
            <span><span className="quiet dossier-line" lang="vi">{field.official}</span>{field.value}</span>
            <Button kind="plain" label={`${t('copy')}: ${field.official}`} onPress={() => { void copy(field.value, field.official); }}>{t('copy')}</Button>
          </li>
        ))}
      </ol>
      {shown.fields.length === 0 ? null : <Button kind="quiet" onPress={() => { void copy(shown.fields.map(({ name: key, value }) => `${key}\t${value}`).join('\n'), name); }}>{t('copy-all')}</Button>}
      <Button kind="plain" onPress={() => { setShown(null); }}>{t('hide')}</Button>
    </div>
  );
}
