import { type ReactElement } from 'react';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { type Editing, NumberControl, SelectControl, TextControl, TickControl, WordsControl } from './controls.tsx';
import { type Candidate, candidatesBefore, COLUMN_KINDS, controlId, emptyField, FIELD_KINDS, freshId, isPlain, type Known, listOf, moved, ofKind, type Path, type Plain, textOf, valueAt } from './definition-edit.ts';
import { ExchangeNames, personsBefore, SamePerson, systemsOf, TakenOver } from './field-links.tsx';
import { FORM_EDITOR_WORDS } from './form-editor-messages.ts';
import { RuleBuilder, ValueBuilder } from './rule-builder.tsx';

export interface FieldCardProps {
  readonly edit: Editing;
  readonly known: Known;
  readonly group: number;
  readonly field: number;
  readonly onRemoved: (path: Path, position: number, value: unknown, name: string) => void;
}

const FACTS = ['fullName', 'citizenNumber', 'birthDate', 'sex', 'residence', 'phone', 'email'] as const;

/** Kinds whose answer may be one that was given already. */
const TAKES_OVER: ReadonlySet<string> = new Set(['text', 'number', 'money', 'date', 'time', 'choice', 'address', 'citizen-number', 'phone']);

/** Everything about one question. */
export function FieldCard({ edit, known, group, field, onRemoved }: FieldCardProps): ReactElement {
  const t = useWords(FORM_EDITOR_WORDS);
  const { locale } = useLocale();
  const path: Path = ['groups', group, 'fields', field];
  const value = valueAt(edit.content, path);
  const one: Plain = isPlain(value) ? value : {};
  const kind = FIELD_KINDS.find((name) => name === one['kind']) ?? 'text';
  const candidates = candidatesBefore(edit.content as Plain, known, locale, group, field);
  const at = (...more: Path): Path => [...path, ...more];
  const put = (key: string, next: unknown): void => { edit.onChange(at(key), next); };
  const whenId = controlId(at('when'));
  const labelWord = kind === 'statement' || kind === 'consent' ? 'label.statement' : kind === 'computed' ? 'label.computed' : 'label';
  return (
    <div className="form-card">
      <SelectControl edit={edit} path={at('kind')} label={t('kind')} options={FIELD_KINDS.map((name) => [name, t(`kind.${name}`)])} onPick={(picked) => { edit.onChange(path, ofKind(one, FIELD_KINDS.find((name) => name === picked) ?? 'text')); }} />
      {kind === 'person' ? <PersonFields edit={edit} path={path} one={one} known={known} /> : (
        <>
          <WordsControl edit={edit} path={at('label')} label={t(labelWord)} lines={2} />
          <div className="form-beside">
            <TextControl edit={edit} path={at('official')} label={t('official')} lines={kind === 'statement' ? 3 : 1} />
            {edit.readOnly || textOf(one['official']) !== '' || textOf(valueAt(one, ['label', 'vi'])) === '' ? null : <Button kind="plain" onPress={() => { put('official', textOf(valueAt(one, ['label', 'vi'])).replace(/\?$/u, '')); }}>{t('official-same')}</Button>}
          </div>
          {kind === 'computed' ? null : <WordsControl edit={edit} path={at('help')} label={t('help')} lines={2} />}
          <OwnParts edit={edit} path={path} one={one} known={known} kind={kind} candidates={candidates} onRemoved={onRemoved} />
          {kind === 'computed' ? <ValueBuilder id={controlId(at('value'))} value={one['value']} candidates={candidates} readOnly={edit.readOnly} fault={edit.faults.get(controlId(at('value')))} onChange={(next) => { put('value', next); }} /> : null}
          {kind === 'computed' || kind === 'consent' ? null : (
            <>
              <TickControl id={controlId(at('required'))} label={t('required')} ticked={one['required'] !== false} readOnly={edit.readOnly} onTick={(ticked) => { put('required', ticked ? undefined : false); }} />
              {one['required'] === false ? null : <RuleBuilder id={`${controlId(at('required'))}-rule`} label={t('required-when')} value={typeof one['required'] === 'boolean' ? undefined : one['required']} candidates={candidates} readOnly={edit.readOnly} fault={edit.faults.get(controlId(at('required')))} onChange={(next) => { put('required', next); }} />}
            </>
          )}
        </>
      )}
      <RuleBuilder id={whenId} label={t('when')} value={one['when']} candidates={candidates} readOnly={edit.readOnly} fault={edit.faults.get(whenId)} onChange={(next) => { put('when', next); }} />
      {kind === 'person' ? <SamePerson edit={edit} path={path} one={one} candidates={candidates} persons={personsBefore(edit.content as Plain, locale, group, field)} /> : TAKES_OVER.has(kind) ? <TakenOver edit={edit} path={path} one={one} candidates={candidates} /> : null}
      <details>
        <summary>{t('details')}</summary>
        <TextControl edit={edit} path={at('id')} label={t('id')} note={t('id-note')} short />
        {kind === 'person' || kind === 'computed' || kind === 'statement' || kind === 'paper' ? null : <SelectControl edit={edit} path={at('fact')} label={t('fact')} none={t('fact-none')} options={FACTS.map((name) => [`applicant.${name}`, t(`fact.${name}`)])} />}
        {kind === 'paper' || kind === 'statement' || kind === 'consent' ? null : <ExchangeNames edit={edit} path={path} one={one} ends={kind === 'person' ? endsOf(one, known, locale) : undefined} systems={systemsOf(edit.content as Plain)} />}
      </details>
    </div>
  );
}

/** What only one kind of question has. */
function OwnParts({ edit, path, one, known, kind, candidates, onRemoved }: ListProps & { readonly kind: string }): ReactElement {
  const t = useWords(FORM_EDITOR_WORDS);
  const at = (...more: Path): Path => [...path, ...more];
  const example = <TextControl edit={edit} path={at('example')} label={t('example')} optional />;
  switch (kind) {
    case 'text': return (
      <>
        {example}
        <div className="form-beside">
          <SelectControl edit={edit} path={at('format')} label={t('text-format')} none={t('format.plain')} options={[['person-name', t('format.person-name')], ['email', t('format.email')]]} />
          <NumberControl edit={edit} path={at('maxLength')} label={t('limit-length')} />
          <NumberControl edit={edit} path={at('lines')} label={t('limit-lines')} />
        </div>
      </>
    );
    case 'number':
    case 'money': return (
      <>
        {example}
        <div className="form-beside">
          <NumberControl edit={edit} path={at('min')} label={t('limit-min')} />
          <NumberControl edit={edit} path={at('max')} label={t('limit-max')} />
          {kind === 'number' ? <NumberControl edit={edit} path={at('decimals')} label={t('decimals')} /> : null}
        </div>
        {kind === 'number' ? <WordsControl edit={edit} path={at('unit')} label={t('unit')} /> : null}
      </>
    );
    case 'date': return (
      <div className="form-beside">
        <SelectControl edit={edit} path={at('precision')} label={t('precision')} none={t('precision.day')} options={[['month', t('precision.month')], ['year', t('precision.year')]]} />
        <SelectControl edit={edit} path={at('span')} label={t('span')} none={t('none')} options={[['past', t('span.past')], ['future', t('span.future')]]} />
      </div>
    );
    case 'address': return <TickControl id={controlId(at('abroad'))} label={t('abroad')} ticked={one['abroad'] === true} readOnly={edit.readOnly} onTick={(ticked) => { edit.onChange(at('abroad'), ticked ? true : undefined); }} />;
    case 'choice': return <Options edit={edit} path={path} one={one} known={known} candidates={candidates} onRemoved={onRemoved} />;
    case 'table': return <Columns edit={edit} path={path} one={one} known={known} candidates={candidates} onRemoved={onRemoved} />;
    case 'paper': return known.papers.length === 0
      ? <><p className="quiet">{t('paper-none')}</p><TextControl edit={edit} path={at('paperId')} label={t('paper')} short /></>
      : <SelectControl edit={edit} path={at('paperId')} label={t('paper')} none={t('none')} options={known.papers.map(({ id, name }) => [id, name])} onPick={(picked) => { edit.onChange(at('paperId'), picked); }} />;
    case 'consent': return <TextControl edit={edit} path={at('purpose')} label={t('purpose')} />;
    case 'computed': return <SelectControl edit={edit} path={at('shown')} label={t('shown')} options={(['text', 'number', 'money', 'date', 'date-in-words'] as const).map((name) => [name, t(`shown.${name}`)])} />;
    case 'phone':
    case 'time':
    case 'citizen-number': return example;
    default: return <></>;
  }
}

interface ListProps {
  readonly edit: Editing;
  readonly path: Path;
  readonly one: Plain;
  readonly known: Known;
  readonly candidates: readonly Candidate[];
  readonly onRemoved: FieldCardProps['onRemoved'];
}

function Options({ edit, path, one, known, candidates, onRemoved }: ListProps): ReactElement {
  const t = useWords(FORM_EDITOR_WORDS);
  const here: Path = [...path, 'options'];
  const options = listOf(one['options']);
  return (
    <section className="form-list" id={controlId(here)} tabIndex={-1} aria-label={t('options')}>
      <h4>{t('options')}</h4>
      {edit.faults.get(controlId(path)) === undefined ? null : <p className="field-fault">{edit.faults.get(controlId(path))}</p>}
      <ol>
        {options.map((option, position) => {
          const name = textOf(valueAt(option, ['label', 'vi'])) || t('option', { number: String(position + 1) });
          return (
            <li key={position} className="form-entry" aria-label={t('option', { number: String(position + 1) })}>
              <WordsControl edit={edit} path={[...here, position, 'label']} label={t('option', { number: String(position + 1) })} />
              <OptionWhen edit={edit} path={[...here, position]} option={option} name={name} candidates={candidates} />
              {edit.readOnly ? null : <Moves name={name} onMove={(by) => { edit.onChange(here, moved(options, position, by)); }} onRemove={() => { onRemoved(here, position, option, name); }} />}
            </li>
          );
        })}
      </ol>
      {edit.readOnly ? null : <Button kind="quiet" onPress={() => { edit.onChange(here, [...options, { value: freshId('chon', new Set(options.map(({ value }) => textOf(value)))), label: { vi: '', en: '' } }]); }}>{t('add-option')}</Button>}
      <div className="form-beside">
        <SelectControl edit={edit} path={[...path, 'list']} label={t('list')} none={t('none')} options={known.lists.map(({ list, options: own }) => [list, own.slice(0, 3).map(({ label }) => label.vi).join(', ')])} />
        <TickControl id={controlId([...path, 'many'])} label={t('many')} ticked={one['many'] === true} readOnly={edit.readOnly} onTick={(ticked) => { edit.onChange([...path, 'many'], ticked ? true : undefined); }} />
      </div>
    </section>
  );
}

/** When a single choice can be chosen at all, and what it is called in conditions; shut while nothing is said. */
function OptionWhen({ edit, path, option, name, candidates }: { readonly edit: Editing; readonly path: Path; readonly option: Plain; readonly name: string; readonly candidates: readonly Candidate[] }): ReactElement {
  const t = useWords(FORM_EDITOR_WORDS);
  const id = controlId([...path, 'when']);
  return (
    <details open={option['when'] !== undefined}>
      <summary>{t('option-when-of', { name })}</summary>
      <TextControl edit={edit} path={[...path, 'value']} label={t('option-value')} note={t('option-value-note')} short />
      <RuleBuilder id={id} label={t('option-when')} value={option['when']} candidates={candidates} readOnly={edit.readOnly} fault={edit.faults.get(id)} onChange={(next) => { edit.onChange([...path, 'when'], next); }} />
    </details>
  );
}

function Columns({ edit, path, one, known, candidates, onRemoved }: ListProps): ReactElement {
  const t = useWords(FORM_EDITOR_WORDS);
  const here: Path = [...path, 'columns'];
  const columns = listOf(one['columns']);
  return (
    <section className="form-list" id={controlId(here)} tabIndex={-1} aria-label={t('columns')}>
      <h4>{t('columns')}</h4>
      <ol>
        {columns.map((column, position) => {
          const name = textOf(valueAt(column, ['label', 'vi'])) || t('column', { number: String(position + 1) });
          const inside: Path = [...here, position];
          return (
            <li key={position} className="form-entry" aria-label={t('column', { number: String(position + 1) })}>
              <SelectControl edit={edit} path={[...inside, 'kind']} label={t('kind')} options={COLUMN_KINDS.map((kind) => [kind, t(`kind.${kind}`)])} onPick={(picked) => { edit.onChange(inside, ofKind(column, COLUMN_KINDS.find((kind) => kind === picked) ?? 'text')); }} />
              <WordsControl edit={edit} path={[...inside, 'label']} label={t('label')} />
              <TextControl edit={edit} path={[...inside, 'official']} label={t('official')} />
              <TickControl id={controlId([...inside, 'required'])} label={t('required')} ticked={column['required'] !== false} readOnly={edit.readOnly} onTick={(ticked) => { edit.onChange([...inside, 'required'], ticked ? undefined : false); }} />
              {column['kind'] === 'choice' ? <Options edit={edit} path={inside} one={column} known={known} candidates={candidates} onRemoved={onRemoved} /> : null}
              {edit.readOnly ? null : <Moves name={name} onMove={(by) => { edit.onChange(here, moved(columns, position, by)); }} onRemove={() => { onRemoved(here, position, column, name); }} />}
            </li>
          );
        })}
      </ol>
      {edit.readOnly ? null : <Button kind="quiet" onPress={() => { edit.onChange(here, [...columns, emptyField('text', freshId('cot', new Set(columns.map(({ id }) => textOf(id)))))]); }}>{t('add-column')}</Button>}
      <div className="form-beside">
        <NumberControl edit={edit} path={[...path, 'minRows']} label={t('rows-min')} />
        <NumberControl edit={edit} path={[...path, 'maxRows']} label={t('rows-max')} />
      </div>
    </section>
  );
}

/** The facts that are asked about a person. */
function endsOf(person: Plain, known: Known, locale: 'vi' | 'en'): readonly { readonly end: string; readonly label: string }[] {
  const parts: readonly unknown[] = Array.isArray(person['parts']) ? person['parts'] : [];
  const names = parts.map((part) => (isPlain(part) ? textOf(part['part']) : textOf(part)));
  return known.parts.filter(({ part }) => names.includes(part)).flatMap(({ fields }) => fields.map(({ end, label }) => ({ end, label: label[locale] })));
}

function PersonFields({ edit, path, one, known }: { readonly edit: Editing; readonly path: Path; readonly one: Plain; readonly known: Known }): ReactElement {
  const t = useWords(FORM_EDITOR_WORDS);
  const { locale } = useLocale();
  const parts: readonly unknown[] = Array.isArray(one['parts']) ? one['parts'] : [];
  const nameOf = (part: unknown): string => (isPlain(part) ? textOf(part['part']) : textOf(part));
  const isApplicant = one['id'] === 'applicant' || one['fact'] === 'applicant';
  const roleId = `${controlId(path)}-role`;
  return (
    <>
      <Field id={roleId} label={t('person-role')}>
        {(control) => (
          <select {...control} className="box" value={isApplicant ? 'applicant' : 'other'} disabled={edit.readOnly} onChange={(event) => {
            const { fact, ...rest } = one;
            const other = fact === undefined || fact === 'applicant' ? 'other' : textOf(one['id']);
            edit.onChange(path, { ...rest, id: event.target.value === 'applicant' ? 'applicant' : other, ...(event.target.value === 'applicant' ? { of: { vi: 'bạn', en: 'your' } } : {}) });
          }}>
            <option value="applicant">{t('person-role.applicant')}</option>
            <option value="other">{t('person-role.other')}</option>
          </select>
        )}
      </Field>
      <WordsControl edit={edit} path={[...path, 'of']} label={t('person-of')} note={t('person-of-note')} />
      <fieldset className="form-ticks" id={controlId([...path, 'parts'])} tabIndex={-1}>
        <legend className="field-label">{t('person-parts')}</legend>
        {known.parts.map(({ part, label, fields }) => (
          <TickControl
            key={part} id={`${controlId(path)}-${part}`} label={fields.length > 1 ? fields.map((each) => each.label[locale]).join(', ') : label[locale]} ticked={parts.some((each) => nameOf(each) === part)} readOnly={edit.readOnly}
            onTick={(ticked) => { edit.onChange([...path, 'parts'], ticked ? [...parts, part] : parts.filter((each) => nameOf(each) !== part)); }}
          />
        ))}
      </fieldset>
    </>
  );
}

/** The buttons that move an entry and take it away. */
export function Moves({ name, onMove, onRemove }: { readonly name: string; readonly onMove: (by: -1 | 1) => void; readonly onRemove: () => void }): ReactElement {
  const t = useWords(FORM_EDITOR_WORDS);
  return (
    <div className="button-row">
      <Button kind="plain" label={t('up-of', { name })} onPress={() => { onMove(-1); }}>{t('up')}</Button>
      <Button kind="plain" label={t('down-of', { name })} onPress={() => { onMove(1); }}>{t('down')}</Button>
      <Button kind="plain" label={t('remove-of', { name })} onPress={onRemove}>{t('remove')}</Button>
    </div>
  );
}
