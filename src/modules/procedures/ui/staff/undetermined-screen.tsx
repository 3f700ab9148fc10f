import { type ReactElement, useState } from 'react';
import { foldForSearch } from '../../../../kernel/text-folding.ts';
import { Icon } from '../../../../web/public/icon/icon.tsx';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { announce } from '../../../../web/staff/shell/announcement.ts';
import { type ListedProcedures } from '../../contract/procedure-schemas.ts';
import { type LimitEntry } from './time-limit-entry.ts';
import { TimeLimitForm } from './time-limit-form.tsx';
import { UNDETERMINED_WORDS } from './undetermined-messages.ts';
import './undetermined.css';

type ListedProcedure = ListedProcedures['items'][number];

const STATES = ['undetermined', 'completed'] as const;

/** What was completed before, or the bare figure of the published record. */
function startOf({ completed, value }: ListedProcedure): LimitEntry {
  const known = completed === null ? value : completed.value;
  return { unit: completed?.unit ?? 'working-day', value: known === null ? '' : String(known), basis: completed?.basis ?? '' };
}

interface LineProps {
  readonly procedure: ListedProcedure;
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

function Line({ procedure, open, onOpen, onClose, onSaved }: LineProps): ReactElement {
  const t = useWords(UNDETERMINED_WORDS);
  const verb = t(procedure.completed === null ? 'complete' : 'correct');
  return (
    <li className={open ? 'limit-line limit-open' : 'limit-line'} data-limit={procedure.code}>
      <div className="limit-words">
        <b>{procedure.name}</b>
        <small className="quiet">{`${procedure.code} · ${procedure.field}`}</small>
        {procedure.completed === null ? null : <small>{t('completed', { words: procedure.completed.words, basis: procedure.completed.basis })}</small>}
        {procedure.note === null ? null : <small className="quiet">{t('published', { note: procedure.note })}</small>}
      </div>
      {open
        ? <TimeLimitForm code={procedure.code} start={startOf(procedure)} onSaved={onSaved} onCancel={onClose} />
        : <Button kind="quiet" label={`${verb}: ${procedure.name}`} onPress={onOpen}>{verb}</Button>}
    </li>
  );
}

/** The procedures that cannot be received for want of a time limit, each with its form in place. */
export function UndeterminedScreen(): ReactElement {
  const t = useWords(UNDETERMINED_WORDS);
  const [typed, setTyped] = useState('');
  const [openCode, setOpenCode] = useState<string | null>(null);
  const [state, setState] = useState<(typeof STATES)[number]>('undetermined');
  const reading = useApi<ListedProcedures>(`/api/procedures?state=${state}`);
  const folded = foldForSearch(typed);
  const items = reading.data?.items ?? [];
  const shown = items.filter((procedure) => foldForSearch(`${procedure.name} ${procedure.code} ${procedure.field}`).includes(folded));
  const close = (code: string) => {
    setOpenCode(null);
    // The button of the line comes back with the next drawing.
    requestAnimationFrame(() => { document.querySelector<HTMLElement>(`[data-limit="${code}"] button`)?.focus(); });
  };
  const list = () => {
    if (reading.data === undefined) return reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : <Skeleton lines={6} />;
    if (shown.length === 0) return <p className="quiet" role="status">{typed === '' ? t(`empty.${state}`) : t('empty-search', { text: typed })}</p>;
    return (
      <ul>
        {shown.map((procedure) => (
          <Line
            key={procedure.code}
            procedure={procedure}
            open={procedure.code === openCode}
            onOpen={() => { setOpenCode(procedure.code); }}
            onClose={() => { close(procedure.code); }}
            onSaved={() => {
              announce(t('saved', { name: procedure.name }));
              setOpenCode(null);
              document.getElementById('limit-search')?.focus();
            }}
          />
        ))}
      </ul>
    );
  };
  return (
    <section className="limits" aria-labelledby="limits-title">
      <div className="limits-top">
        <h1 id="limits-title">{t('title')}</h1>
        <p className="quiet" role="status">{reading.data === undefined ? '' : t('count', { count: shown.length })}</p>
        <div className="chips" role="group" aria-label={t('states')}>
          {STATES.map((name) => (
            <button
              key={name} type="button" className="chip" aria-pressed={state === name}
              onClick={() => {
                setState(name);
                setOpenCode(null);
              }}
            >
              {t(`state.${name}`)}
            </button>
          ))}
        </div>
        <div className="limits-search">
          <Icon name="search" />
          <input id="limit-search" className="box" type="text" role="searchbox" autoComplete="off" aria-label={t('search')} placeholder={t('search')} value={typed} onChange={(event) => { setTyped(event.target.value); }} />
        </div>
      </div>
      <p className="limits-why">{t('why')}</p>
      {list()}
    </section>
  );
}
