import { type ReactElement, useEffect } from 'react';
import { newId } from '../../../../../web/staff/api/new-id.ts';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { DayField } from '../../../../../web/staff/components/day-field/day-field.tsx';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { type GroupResponse } from '../../../../linked-cases/contract/linked-case-schemas.ts';
import { factsOfApplicant, type LinkedDraft, type LinkedGroupSheet } from './linked-draft.ts';
import { LINKED_RECEPTION_WORDS } from './linked-messages.ts';
import { type PartProps } from './person-section.tsx';

/** The group that the chosen procedure begins, kept in the draft; due moments follow the wishes and the clock. */
function useGroupOf({ draft, dispatch }: PartProps): void {
  const { corrects, declaration, linked, procedure } = draft;
  const possible = procedure?.receivable === true && declaration === null && corrects === null;
  const wishes = linked === null ? '' : `&wished=${linked.wished.join(',')}${linked.verification ? '&verification=1' : ''}`;
  const { data } = useApi<GroupResponse>(`/api/linked-groups?procedure=${encodeURIComponent(procedure?.code ?? '')}${wishes}`, { enabled: possible, every: 60_000 });
  const group = possible ? data?.group : null;
  useEffect(() => {
    if (group !== undefined) dispatch({ kind: 'linked-group', group, caseId: newId() });
  }, [group, dispatch]);
}

interface FactEntryProps {
  readonly fact: LinkedGroupSheet['facts'][number];
  readonly value: string;
  readonly fault: string | undefined;
  readonly onChange: (value: string) => void;
}

function FactEntry({ fact, value, fault, onChange }: FactEntryProps): ReactElement {
  const t = useWords(LINKED_RECEPTION_WORDS);
  const id = `fact-${fact.key}`;
  const label = fact.needed ? `${fact.label} (${t('needed')})` : fact.label;
  if (fact.kind === 'date') return <DayField id={id} label={label} value={value} fault={fault} onChange={onChange} />;
  return (
    <Field id={id} label={label} fault={fault}>
      {(control) => fact.kind === 'sex' ? (
        <select {...control} className="box" value={value} onChange={(event) => { onChange(event.target.value); }}>
          <option value="">{t('sex-none')}</option>
          {(['male', 'female'] as const).map((sex) => <option key={sex} value={sex}>{t(`sex.${sex}`)}</option>)}
        </select>
      ) : (
        <input {...control} className="box" type="text" inputMode={fact.kind === 'number' ? 'numeric' : 'text'} autoComplete="off" maxLength={300} value={value} onChange={(event) => { onChange(event.target.value); }} />
      )}
    </Field>
  );
}

function Members({ linked, onWish }: { readonly linked: LinkedDraft; readonly onWish: (key: string, wished: boolean) => void }): ReactElement {
  const t = useWords(LINKED_RECEPTION_WORDS);
  return (
    <ul className="linked-members" aria-label={t('members')}>
      {linked.group.members.map((member) => {
        const words = <small className="quiet">{t('member', { agency: member.agencyName, limit: member.limitWords, due: member.dueWords })}</small>;
        return (
          <li key={member.key}>
            {member.optional ? (
              <label>
                <input type="checkbox" checked={linked.wished.includes(member.key)} onChange={(event) => { onWish(member.key, event.target.checked); }} />
                <span>{member.name} <span className="quiet">({t('optional')})</span>{words}</span>
              </label>
            ) : <span><b>{member.name}</b>{words}</span>}
          </li>
        );
      })}
    </ul>
  );
}

/** When the procedure begins a linked group: the offer to receive the whole, and what every agency needs, asked once. */
export function LinkedSection(props: PartProps): ReactElement | null {
  const { draft, dispatch, faultAt } = props;
  const t = useWords(LINKED_RECEPTION_WORDS);
  useGroupOf(props);
  const { linked } = draft;
  if (linked === null || draft.procedure === null) return null;
  const change = (changes: Partial<LinkedDraft>) => { dispatch({ kind: 'linked', change: changes }); };
  return (
    <section className="part" id="part-linked" aria-labelledby="title-linked">
      <h2 id="title-linked">{t('part')}</h2>
      <p className="quiet">{t('offer', { summary: linked.group.summary })}</p>
      <div className="choices">
        <label className="choice"><input type="radio" name="linked" id="linked-take" checked={linked.taken} onChange={() => { change({ taken: true }); }} />{t('take')}</label>
        <label className="choice"><input type="radio" name="linked" id="linked-alone" checked={!linked.taken} onChange={() => { change({ taken: false }); }} />{t('alone')}</label>
      </div>
      {linked.taken ? (
        <>
          <Members linked={linked} onWish={(key, wished) => { change({ wished: wished ? [...linked.wished, key] : linked.wished.filter((one) => one !== key) }); }} />
          <label className="choice linked-verification"><input type="checkbox" checked={linked.verification} onChange={(event) => { change({ verification: event.target.checked }); }} />{t('verification')}</label>
          <h3>{t('facts')}</h3>
          <div className="button-row">
            <span className="quiet">{t('applicant')}</span>
            {linked.group.applicants.map((applicant) => (
              <Button key={applicant.label} kind="quiet" onPress={() => { change({ facts: { ...linked.facts, ...factsOfApplicant(applicant, draft.person) } }); }}>{applicant.label}</Button>
            ))}
          </div>
          <div className="linked-grid">
            {linked.group.facts.map((fact) => (
              <FactEntry key={fact.key} fact={fact} value={linked.facts[fact.key] ?? ''} fault={faultAt(`fact-${fact.key}`)} onChange={(value) => { change({ facts: { ...linked.facts, [fact.key]: value } }); }} />
            ))}
          </div>
          <p className="quiet"><small>{linked.group.basis}</small></p>
        </>
      ) : null}
    </section>
  );
}
