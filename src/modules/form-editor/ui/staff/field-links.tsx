import { type ReactElement, useState } from 'react';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { type Editing, SelectControl, TextControl } from './controls.tsx';
import { type Candidate, controlId, isPlain, listOf, type Path, type Plain, textOf, valueAt } from './definition-edit.ts';
import { FORM_EDITOR_WORDS } from './form-editor-messages.ts';
import { freshLine, RuleBuilder } from './rule-builder.tsx';
import { ruleOfLines } from './rule-lines.ts';

interface LinkProps {
  readonly edit: Editing;
  readonly path: Path;
  readonly one: Plain;
  /** The questions before this one. */
  readonly candidates: readonly Candidate[];
}

/** Whose answer this question takes over while a condition holds, so that nobody is asked twice: earlier questions of the same kind. */
export function TakenOver({ edit, path, one, candidates }: LinkProps): ReactElement {
  const t = useWords(FORM_EDITOR_WORDS);
  const here: Path = [...path, 'sameAs'];
  const entries = listOf(one['sameAs']);
  const alike = candidates.filter(({ kind }) => kind === one['kind']);
  const [first, last] = [alike[0], candidates.at(-1)];
  const put = (next: readonly unknown[]): void => { edit.onChange(here, next.length === 0 ? undefined : next); };
  return (
    <section className="form-list" id={controlId(here)} tabIndex={-1} aria-label={t('same-as')}>
      <h4>{t('same-as')}</h4>
      <p className="quiet">{first === undefined && entries.length === 0 ? t('same-as-none') : t('same-as-note')}</p>
      <ol>
        {entries.map((entry, position) => {
          const number = String(position + 1);
          const whenId = controlId([...here, position, 'when']);
          return (
            <li key={position} className="form-entry" aria-label={t('same-as-entry', { number })}>
              <SelectControl edit={edit} path={[...here, position, 'field']} label={t('same-as-field')} options={alike.map(({ id, label }) => [id, label])} />
              <RuleBuilder id={whenId} label={t('same-as-when')} value={entry['when']} candidates={candidates} readOnly={edit.readOnly} fault={edit.faults.get(whenId)} needed onChange={(next) => { edit.onChange([...here, position, 'when'], next); }} />
              {edit.readOnly ? null : <p><Button kind="plain" label={t('remove-of', { name: t('same-as-entry', { number }) })} onPress={() => { put(entries.filter((_entry, at) => at !== position)); }}>{t('remove')}</Button></p>}
            </li>
          );
        })}
      </ol>
      {edit.readOnly || first === undefined || last === undefined ? null : <p><Button kind="quiet" onPress={() => { put([...entries, { field: first.id, when: ruleOfLines({ join: 'all', lines: [freshLine(last)] }) }]); }}>{t('same-as-add')}</Button></p>}
    </section>
  );
}

/** Which person of the form this one is while a condition holds: what was asked there is not asked again. */
export function SamePerson({ edit, path, one, candidates, persons }: LinkProps & { readonly persons: readonly { readonly id: string; readonly name: string }[] }): ReactElement {
  const t = useWords(FORM_EDITOR_WORDS);
  const here: Path = [...path, 'same'];
  const whenId = controlId([...here, 'when']);
  const last = candidates.at(-1);
  if (!isPlain(one['same']) && persons.length === 0) return <></>;
  const pick = (as: string): void => {
    const when: unknown = valueAt(one, ['same', 'when']) ?? (last === undefined ? undefined : ruleOfLines({ join: 'all', lines: [freshLine(last)] }));
    edit.onChange(here, as === '' ? undefined : { as, when });
  };
  return (
    <section className="form-list" id={controlId(here)} tabIndex={-1} aria-label={t('same-person')}>
      <h4>{t('same-person')}</h4>
      <p className="quiet">{t('same-person-note')}</p>
      <SelectControl edit={edit} path={[...here, 'as']} label={t('same-person-as')} none={t('same-person-nobody')} options={persons.map(({ id, name }) => [id, id === 'applicant' ? t('person-role.applicant') : name])} onPick={pick} />
      {isPlain(one['same']) ? <RuleBuilder id={whenId} label={t('same-as-when')} value={one['same']['when']} candidates={candidates} readOnly={edit.readOnly} fault={edit.faults.get(whenId)} needed onChange={(next) => { edit.onChange([...here, 'when'], next); }} /> : null}
    </section>
  );
}

/** What the same question is called in other systems; of a person each of its facts by itself. `ends` are the facts of a person. */
export function ExchangeNames({ edit, path, one, ends, systems }: Omit<LinkProps, 'candidates'> & { readonly ends: readonly { readonly end: string; readonly label: string }[] | undefined; readonly systems: readonly string[] }): ReactElement {
  const t = useWords(FORM_EDITOR_WORDS);
  const [system, setSystem] = useState('');
  const here: Path = [...path, 'exchange'];
  const names = isPlain(one['exchange']) ? one['exchange'] : {};
  const listId = `${controlId(here)}-systems`;
  const [fault, setFault] = useState<'exchange-unreadable' | 'exchange-there' | undefined>(undefined);
  const add = (): void => {
    const fresh = system.trim();
    const wrong = !/^[a-z][a-z0-9-]*$/u.test(fresh) ? 'exchange-unreadable' : Object.hasOwn(names, fresh) ? 'exchange-there' : undefined;
    setFault(wrong);
    if (wrong !== undefined) return;
    edit.onChange(here, { ...names, [fresh]: ends === undefined ? '' : {} });
    setSystem('');
  };
  return (
    <section className="form-list" id={controlId(here)} tabIndex={-1} aria-label={t('exchange')}>
      <h4>{t('exchange')}</h4>
      <p className="quiet">{t('exchange-note')}</p>
      {Object.keys(names).map((one) => (
        <div key={one} className="form-entry" role="group" aria-label={t('exchange-of', { system: one })}>
          {ends === undefined
            ? <TextControl edit={edit} path={[...here, one]} label={t('exchange-of', { system: one })} />
            : ends.map(({ end, label }) => <TextControl key={end} edit={edit} path={[...here, one, end]} label={t('exchange-fact', { system: one, fact: label })} optional />)}
          {edit.readOnly ? null : <p><Button kind="plain" label={t('remove-of', { name: t('exchange-of', { system: one }) })} onPress={() => { edit.onChange(here, Object.keys(names).length === 1 ? undefined : Object.fromEntries(Object.entries(names).filter(([name]) => name !== one))); }}>{t('remove')}</Button></p>}
        </div>
      ))}
      {edit.readOnly ? null : (
        <div className="form-beside">
          <Field id={`${controlId(here)}-new`} label={t('exchange-system')} note={t('exchange-system-note')} fault={fault === undefined ? undefined : t(fault)}>
            {(control) => <input {...control} className="box form-short" type="text" list={listId} autoComplete="off" spellCheck={false} value={system} onChange={(event) => { setSystem(event.target.value); }} />}
          </Field>
          <datalist id={listId}>{systems.filter((one) => !Object.hasOwn(names, one)).map((one) => <option key={one} value={one} />)}</datalist>
          <Button kind="quiet" onPress={add}>{t('exchange-add')}</Button>
        </div>
      )}
    </section>
  );
}

/** The systems that anything in the form names, each once. */
export function systemsOf(content: Plain): readonly string[] {
  const fields = listOf(content['groups']).flatMap((group) => listOf(group['fields']));
  return [...new Set(fields.flatMap((field) => (isPlain(field['exchange']) ? Object.keys(field['exchange']) : [])))];
}

/** The persons that are asked about before a place, each once. */
export function personsBefore(content: Plain, locale: 'vi' | 'en', group: number, field: number): readonly { readonly id: string; readonly name: string }[] {
  const before = listOf(content['groups']).flatMap((one, at) => (at > group ? [] : listOf(one['fields']).slice(0, at === group ? field : undefined)));
  const own = textOf(valueAt(content, ['groups', group, 'fields', field, 'id']));
  const persons = before.filter((one) => one['kind'] === 'person' && textOf(one['id']) !== own);
  return [...new Map(persons.map((one) => [textOf(one['id']), { id: textOf(one['id']), name: textOf(valueAt(one, ['of', locale])) || textOf(one['id']) }] as const)).values()];
}
