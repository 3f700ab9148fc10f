import { type ReactElement, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { momentWords } from '../../../../kernel/date-words.ts';
import { newId } from '../../../../web/staff/api/new-id.ts';
import { UNREACHABLE } from '../../../../web/staff/api/refusal.ts';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { useCountWords, useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../web/staff/messages.ts';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type ImportListResponse } from '../../contract/exchange-schemas.ts';
import { EXCHANGE_WORDS } from './exchange-messages.ts';
import { sendImportFile } from './send-import-file.ts';

/** The imports that were begun lately, each leading back into its wizard. */
function RecentImports(): ReactElement {
  const t = useWords(EXCHANGE_WORDS);
  const { locale } = useLocale();
  const count = useCountWords();
  const reading = useApi<ImportListResponse>('/api/exchange/imports');
  if (reading.data === undefined) return reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : <Skeleton lines={3} />;
  if (reading.data.items.length === 0) return <p className="quiet">{t('recent-none')}</p>;
  return (
    <ul>
      {reading.data.items.map((item) => (
        <li key={item.id}>
          <Link href={STAFF_PATHS.exchangeImport(item.id)}>{item.fileName}</Link>{' '}
          <span className="quiet">{[item.sourceName, t('lines', { count: count(item.lineCount) }), t(`state.${item.state}`), item.readBy, momentWords(Date.parse(item.readAt), locale, 'without-year')].filter((part) => part !== null).join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}

/** The first step: a file is chosen and read. */
export function FileStep(): ReactElement {
  const t = useWords(EXCHANGE_WORDS);
  const shell = useWords(STAFF_WORDS);
  const [, navigate] = useLocation();
  const box = useRef<HTMLInputElement>(null);
  // The same ids for every try with the same file: a repeated one changes nothing.
  const [ids, setIds] = useState(() => ({ commandId: newId(), importId: newId() }));
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const [chosen, setChosen] = useState<string>();
  const send = async () => {
    const file = box.current?.files?.[0];
    if (file === undefined) {
      box.current?.click();
      return;
    }
    setBusy(true);
    setFault(undefined);
    const sent = await sendImportFile({ file, sheet: '', ...ids });
    setBusy(false);
    if (sent.ok) navigate(STAFF_PATHS.exchangeImport(sent.value.id));
    else setFault(sent.refusal.code === UNREACHABLE ? shell('no-answer') : sent.refusal.message);
  };
  return (
    <>
      <form className="exchange-form" onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}>
        <Field id="exchange-file" label={t('file')} note={t('file-note')} fault={fault}>
          {(control) => (
            // The browser's own box speaks the browser's language: the visible words are ours.
            <div className="button-row">
              <Button kind="quiet" onPress={() => { box.current?.click(); }}>{t('choose-file')}</Button>
              <span className="quiet" aria-live="polite">{chosen ?? t('no-file')}</span>
              <input {...control} ref={box} className="unseen" type="file" tabIndex={-1} accept=".csv,.txt,.tsv,.json,.xlsx" onChange={(event) => {
                setIds({ commandId: newId(), importId: newId() });
                setFault(undefined);
                setChosen(event.target.files?.[0]?.name);
              }} />
            </div>
          )}
        </Field>
        <div className="button-row"><Button submit busy={busy}>{t(busy ? 'reading' : 'read')}</Button></div>
      </form>
      <h2>{t('recent')}</h2>
      <RecentImports />
    </>
  );
}
