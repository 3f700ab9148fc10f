import { type ReactElement, useCallback, useEffect, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Input, Label, TextField } from 'react-aria-components/TextField';
import { Link } from 'wouter';
import { Icon } from '../../../../../web/public/icon/icon.tsx';
import { callApi } from '../../../../../web/staff/api/call-api.ts';
import { newId } from '../../../../../web/staff/api/new-id.ts';
import { type Refusal, refusalError } from '../../../../../web/staff/api/refusal.ts';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { StartAssisted } from '../../../../../web/staff/components/assisted/assisted.tsx';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { LoadFault } from '../../../../../web/staff/components/load-state/load-fault.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { holds, useSession } from '../../../../../web/staff/session.tsx';
import { useLateValue } from '../../../../../web/staff/shell/use-late-value.ts';
import { STAFF_PATHS } from '../../../../../web/staff/staff-paths.ts';
import { type SuggestedProcedures } from '../../../../procedures/contract/procedure-schemas.ts';
import { focusPart } from '../../../../../web/staff/keyboard/focus-part.ts';
import { type PartProps } from './person-section.tsx';
import { type ProcedureSheet } from './procedure-sheet.ts';
import { paperIdCount } from './reception-draft.ts';
import { RECEPTION_WORDS } from './reception-messages.ts';

interface FinderProps {
  readonly fault: string | undefined;
  readonly waiting: boolean;
  readonly onChoose: (code: string) => void;
}

/** A few letters without accents, and Enter takes the first suggestion. */
function ProcedureFinder({ fault, waiting, onChoose }: FinderProps): ReactElement {
  const t = useWords(RECEPTION_WORDS);
  const [typed, setTyped] = useState('');
  const asked = useLateValue(typed.trim(), 90);
  const enabled = asked.length >= 2;
  const found = useApi<SuggestedProcedures>(`/api/procedures/suggest?q=${encodeURIComponent(asked)}`, { enabled, keepLast: true });
  const open = typed.trim().length >= 2 && !waiting;
  const items = open ? (found.data?.items ?? []) : [];
  const looking = found.isFetching || asked !== typed.trim();
  return (
    <div className="suggest">
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <TextField className="field" isInvalid={fault !== undefined}>
          <Label className="field-label">{t('procedure')}</Label>
          <Input
            id="procedure" className="box" role="combobox" aria-haspopup="listbox" aria-expanded={open}
            placeholder={waiting ? t('procedure-waiting') : t('procedure-hint')} aria-describedby={fault === undefined ? undefined : 'procedure-fault'}
          />
          {fault === undefined ? null : <div className="field-fault" id="procedure-fault"><Icon name="bad" /><span>{fault}</span></div>}
        </TextField>
        <ListBox
          className={open ? 'suggest-list' : 'unseen'}
          aria-label={t('procedure')}
          items={items.map((procedure) => ({ ...procedure, id: procedure.code }))}
          onAction={(key) => { onChoose(String(key)); }}
          {...(open ? { renderEmptyState: () => <p className="suggest-empty">{looking ? t('procedure-looking') : t('procedure-none', { text: typed.trim() })}</p> } : {})}
        >
          {(procedure) => (
            <ListBoxItem id={procedure.code} textValue={procedure.name} className="suggest-item">
              <b>{procedure.name}</b>
              <small className="quiet">
                {[procedure.field, procedure.receivable ? procedure.timeWords : t('procedure-not-yet'), procedure.code].join(' · ')}
              </small>
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </div>
  );
}

function ChosenProcedure({ procedure, onChange }: { readonly procedure: ProcedureSheet; readonly onChange: () => void }): ReactElement {
  const t = useWords(RECEPTION_WORDS);
  const session = useSession();
  return (
    <div className="chosen">
      <div className="chosen-head">
        <b className="chosen-name">{procedure.name}</b>
        <Button kind="plain" onPress={onChange}>{t('procedure-change')}</Button>
      </div>
      <p className="quiet">{`${procedure.code} · ${procedure.field}`}</p>
      {procedure.officialName === procedure.name ? null : <p className="quiet">{t('official-name', { name: procedure.officialName })}</p>}
      <dl className="chosen-facts">
        <div><dt>{t('procedure-time')}</dt><dd>{procedure.timeLimitWords}</dd></div>
        <div><dt>{t('procedure-fee')}</dt><dd>{procedure.feeWords}</dd></div>
      </dl>
      <StartAssisted key={procedure.code} procedureCode={procedure.code} />
      {procedure.receivable ? null : (
        <Notice kind="bad" live>
          <p><b>{t('procedure-not-receivable')}</b> {procedure.reason}</p>
          {holds(session, 'administrator') ? <p><Link href={STAFF_PATHS.undetermined}>{t('procedure-complete')}</Link></p> : null}
        </Notice>
      )}
    </div>
  );
}

export interface ProcedureSectionProps extends PartProps {
  /** A procedure that the address asks for: it is chosen at once. */
  readonly startCode: string | null;
  /** Takes the code out of the address, so that a reload does not undo a later choice. */
  readonly onStarted: () => void;
}

/** The procedure: found in a few keystrokes, then shown with its time limit and fees. */
export function ProcedureSection({ draft, dispatch, faultAt, startCode, onStarted }: ProcedureSectionProps): ReactElement {
  const t = useWords(RECEPTION_WORDS);
  const [waiting, setWaiting] = useState(false);
  const [refusal, setRefusal] = useState<{ readonly code: string; readonly refusal: Refusal } | null>(null);
  const choose = useCallback(async (code: string) => {
    setWaiting(true);
    setRefusal(null);
    const result = await callApi<ProcedureSheet>('GET', `/api/procedures/${encodeURIComponent(code)}`);
    setWaiting(false);
    if (!result.ok) {
      setRefusal({ code, refusal: result.refusal });
      return;
    }
    dispatch({ kind: 'procedure', procedure: result.value, paperIds: Array.from({ length: paperIdCount(result.value) }, () => newId()) });
    focusPart('part-papers-first');
  }, [dispatch]);
  useEffect(() => {
    if (startCode === null) return;
    onStarted();
    void choose(startCode);
    // Once for every code that the address brings.
  }, [startCode]);
  return (
    <section className="part" id="part-procedure" aria-labelledby="title-procedure">
      <h2 id="title-procedure">{t('part.procedure')}</h2>
      {draft.procedure === null
        ? <ProcedureFinder fault={faultAt('procedure')} waiting={waiting} onChoose={(code) => { void choose(code); }} />
        : (
          <ChosenProcedure
            procedure={draft.procedure}
            onChange={() => {
              dispatch({ kind: 'no-procedure' });
              focusPart('procedure');
            }}
          />
        )}
      {refusal === null ? null : <LoadFault error={refusalError(refusal.refusal)} onRetry={() => { void choose(refusal.code); }} />}
    </section>
  );
}
