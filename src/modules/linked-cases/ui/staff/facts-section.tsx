import { type ReactElement, useEffect, useRef, useState } from 'react';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { DayField } from '../../../../web/staff/components/day-field/day-field.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { announce } from '../../../../web/staff/shell/announcement.ts';
import { type CaseResponse } from '../../contract/linked-case-schemas.ts';
import { CASE_WORDS } from '../case-messages.ts';
import { LINKED_WORDS } from './linked-messages.ts';
import { useCaseCall } from './use-case-call.ts';

type Fact = CaseResponse['facts'][number];

interface FactEntryProps {
  readonly fact: Fact;
  readonly value: string;
  readonly fault: string | undefined;
  readonly onChange: (value: string) => void;
}

function FactEntry({ fact, value, fault, onChange }: FactEntryProps): ReactElement {
  const t = useWords(LINKED_WORDS);
  const shared = useWords(CASE_WORDS);
  const id = `fact-${fact.key}`;
  const label = fact.needed ? `${fact.label} (${t('needed')})` : fact.label;
  if (fact.kind === 'date') return <DayField id={id} label={label} value={value} needed={fact.needed} onChange={onChange} />;
  return (
    <Field id={id} label={label} fault={fault}>
      {(control) => fact.kind === 'sex' ? (
        <select {...control} className="box" value={value} onChange={(event) => { onChange(event.target.value); }}>
          <option value="">{t('sex-none')}</option>
          {(['male', 'female'] as const).map((sex) => <option key={sex} value={sex}>{shared(`sex.${sex}`)}</option>)}
        </select>
      ) : (
        <input {...control} className="box" type="text" inputMode={fact.kind === 'number' ? 'numeric' : 'text'} autoComplete="off" maxLength={300} value={value} onChange={(event) => { onChange(event.target.value); }} />
      )}
    </Field>
  );
}

function FactsForm({ linkedCase, onDone }: { readonly linkedCase: CaseResponse; readonly onDone: () => void }): ReactElement {
  const t = useWords(LINKED_WORDS);
  const form = useRef<HTMLFormElement>(null);
  const [facts, setFacts] = useState<Readonly<Record<string, string>>>(() => Object.fromEntries(linkedCase.facts.map(({ key, value }) => [key, value])));
  const { busy, refusal, send } = useCaseCall(`/api/linked-cases/${linkedCase.id}/facts`, linkedCase.version);
  useEffect(() => { form.current?.querySelector<HTMLElement>('input')?.focus(); }, []);
  const save = async () => {
    if (await send({ facts })) {
      announce(t('saved'));
      onDone();
    }
  };
  const placed = linkedCase.facts.some(({ key, kind }) => kind !== 'date' && refusal?.field === `facts.${key}`);
  return (
    <form
      ref={form}
      className="linked-form"
      aria-label={t('correct')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onDone();
        }
      }}
    >
      <p className="quiet">{t('correct-hint')}</p>
      {linkedCase.facts.map((fact) => (
        <FactEntry key={fact.key} fact={fact} value={facts[fact.key] ?? ''} fault={refusal?.field === `facts.${fact.key}` ? refusal.message : undefined} onChange={(value) => { setFacts({ ...facts, [fact.key]: value }); }} />
      ))}
      {refusal === undefined || placed ? null : <Notice kind="bad" live><p>{refusal.message}</p></Notice>}
      <div className="button-row">
        <Button submit busy={busy}>{busy ? t('saving') : t('save-facts')}</Button>
        <Button kind="quiet" onPress={onDone}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

/** What was asked once for every agency, and its correction while the case is open. */
export function FactsSection({ linkedCase }: { readonly linkedCase: CaseResponse }): ReactElement {
  const t = useWords(LINKED_WORDS);
  const [correcting, setCorrecting] = useState(false);
  return (
    <section aria-labelledby="facts-title">
      <h2 id="facts-title">{t('facts')}</h2>
      {linkedCase.verification ? <p className="quiet">{t('facts-verified')}</p> : null}
      {correcting ? <FactsForm linkedCase={linkedCase} onDone={() => { setCorrecting(false); }} /> : (
        <>
          <dl className="linked-facts">
            {linkedCase.facts.filter(({ value }) => value !== '').map(({ key, label, words }) => <div key={key}><dt>{label}</dt><dd>{words}</dd></div>)}
          </dl>
          {linkedCase.mayCorrect ? <div><Button kind="quiet" onPress={() => { setCorrecting(true); }}>{t('correct')}</Button></div> : null}
        </>
      )}
    </section>
  );
}
