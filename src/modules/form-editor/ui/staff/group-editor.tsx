import { type ReactElement, useState } from 'react';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { type Editing, TextControl, WordsControl } from './controls.tsx';
import { candidatesBefore, controlId, type EditedKind, emptyField, FIELD_KINDS, fieldIds, freshId, isPlain, type Known, listOf, moved, type Path, type Plain, textOf, valueAt } from './definition-edit.ts';
import { FieldCard, Moves } from './field-card.tsx';
import { FORM_EDITOR_WORDS } from './form-editor-messages.ts';
import { RuleBuilder } from './rule-builder.tsx';

export interface GroupEditorProps {
  readonly edit: Editing;
  readonly known: Known;
  readonly group: number;
  /** The question that is open; null: all are folded up. */
  readonly open: number | null;
  readonly onOpen: (field: number | null) => void;
  readonly onRemoved: (path: Path, position: number, value: unknown, name: string) => void;
}

/** One part of a form: its title, when it is asked, and its questions. */
export function GroupEditor({ edit, known, group, open, onOpen, onRemoved }: GroupEditorProps): ReactElement {
  const t = useWords(FORM_EDITOR_WORDS);
  const { locale } = useLocale();
  const [kind, setKind] = useState<EditedKind>('text');
  const path: Path = ['groups', group];
  const value = valueAt(edit.content, path);
  const here: Path = [...path, 'fields'];
  const fields = listOf(valueAt(value, ['fields']));
  const whenId = controlId([...path, 'when']);
  const id = controlId(path);
  const move = (position: number, by: -1 | 1): void => {
    const to = position + by;
    if (to < 0 || to >= fields.length) return;
    edit.onChange(here, moved(fields, position, by));
    if (open === position) onOpen(to);
    setTimeout(() => { document.getElementById(`${controlId([...here, to])}-head`)?.focus(); }, 30);
  };
  const add = (): void => {
    const ids = fieldIds(edit.content as Plain);
    const name = kind === 'person' ? (ids.has('applicant') ? freshId('nguoi', ids) : 'applicant') : freshId('cau', ids);
    const made = emptyField(kind, name);
    edit.onChange(here, [...fields, kind === 'person' && name === 'applicant' ? { ...made, of: { vi: 'bạn', en: 'your' } } : made]);
    onOpen(fields.length);
    setTimeout(() => { document.getElementById(controlId([...here, fields.length, 'kind']))?.focus(); }, 60);
  };
  if (!isPlain(value)) return <></>;
  return (
    <section className="form-section" id={id} tabIndex={-1} aria-label={textOf(valueAt(value, ['title', locale])) || t('new-group')}>
      {edit.faults.get(id) === undefined ? null : <p className="field-fault">{edit.faults.get(id)}</p>}
      <WordsControl edit={edit} path={[...path, 'title']} label={t('group-title')} />
      <details open={valueAt(value, ['help']) !== undefined || value['when'] !== undefined}>
        <summary>{t('group-help')}, {t('group-when').toLowerCase()}…</summary>
        <WordsControl edit={edit} path={[...path, 'help']} label={t('group-help')} lines={2} />
        <RuleBuilder id={whenId} label={t('group-when')} value={value['when']} candidates={candidatesBefore(edit.content as Plain, known, locale, group, 0)} readOnly={edit.readOnly} fault={edit.faults.get(whenId)} onChange={(next) => { edit.onChange([...path, 'when'], next); }} />
        <TextControl edit={edit} path={[...path, 'id']} label={t('group-id')} short />
      </details>
      <h2>{t('questions')}</h2>
      {fields.length === 0 ? <p className="quiet">{t('no-questions')}</p> : (
        <ol className="form-fields">
          {fields.map((field, position) => {
            const name = nameOf(field, locale) || t(`kind.${FIELD_KINDS.find((one) => one === field['kind']) ?? 'text'}`);
            const own = controlId([...here, position]);
            const isOpen = open === position;
            return (
              <li key={position} id={own} tabIndex={-1}>
                <button
                  type="button" className="form-field-head" id={`${own}-head`} aria-expanded={isOpen} aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                  onClick={() => { onOpen(isOpen ? null : position); }}
                  onKeyDown={(event) => {
                    if (edit.readOnly || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
                    event.preventDefault();
                    move(position, event.key === 'ArrowUp' ? -1 : 1);
                  }}
                >
                  <span>{position + 1}. {name}</span>
                  <small className="quiet">{t(`kind.${FIELD_KINDS.find((one) => one === field['kind']) ?? 'text'}`)}{field['required'] === false || field['kind'] === 'person' || field['kind'] === 'computed' ? '' : ` · ${t('required').toLowerCase()}`}</small>
                </button>
                {edit.faults.get(own) === undefined ? null : <p className="field-fault">{edit.faults.get(own)}</p>}
                {isOpen ? <FieldCard edit={edit} known={known} group={group} field={position} onRemoved={onRemoved} /> : null}
                {edit.readOnly || !isOpen ? null : <Moves name={name} onMove={(by) => { move(position, by); }} onRemove={() => { onRemoved(here, position, field, name); onOpen(null); }} />}
              </li>
            );
          })}
        </ol>
      )}
      {edit.readOnly ? null : (
        <div className="form-beside form-adder">
          <select className="box" aria-label={t('add-kind')} value={kind} onChange={(event) => { setKind(FIELD_KINDS.find((one) => one === event.target.value) ?? 'text'); }}>
            {FIELD_KINDS.map((one) => <option key={one} value={one}>{t(`kind.${one}`)}</option>)}
          </select>
          <Button kind="quiet" onPress={add}>{t('add-field')}</Button>
        </div>
      )}
    </section>
  );
}

function nameOf(field: Plain, locale: 'vi' | 'en'): string {
  const words = field['kind'] === 'person' ? 'of' : 'label';
  return textOf(valueAt(field, [words, locale])) || textOf(valueAt(field, [words, 'vi']));
}
