import { type ReactElement } from 'react';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { controlId, type Path, textOf, valueAt } from './definition-edit.ts';
import { FORM_EDITOR_WORDS } from './form-editor-messages.ts';

/** What every control of the editor is given. */
export interface Editing {
  readonly content: unknown;
  readonly readOnly: boolean;
  /** The sentences of the checks by the control that they belong to. */
  readonly faults: ReadonlyMap<string, string>;
  readonly onChange: (path: Path, value: unknown) => void;
}

interface ControlProps {
  readonly edit: Editing;
  readonly path: Path;
  readonly label: string;
  readonly note?: string | undefined;
}

/** One line or several lines of text at a path. */
export function TextControl({ edit, path, label, note, lines = 1, short = false, optional = false }: ControlProps & { readonly lines?: number; readonly short?: boolean; readonly optional?: boolean }): ReactElement {
  const id = controlId(path);
  const value = textOf(valueAt(edit.content, path));
  const put = (text: string): void => { edit.onChange(path, optional && text === '' ? undefined : text); };
  return (
    <Field id={id} label={label} note={note} fault={edit.faults.get(id)} wide={!short}>
      {(control) => (lines > 1
        ? <textarea {...control} className="box" rows={lines} value={value} readOnly={edit.readOnly} onChange={(event) => { put(event.target.value); }} />
        : <input {...control} className={short ? 'box form-short' : 'box'} type="text" autoComplete="off" value={value} readOnly={edit.readOnly} onChange={(event) => { put(event.target.value); }} />)}
    </Field>
  );
}

/** A number; what is none yet stays a text, which the checks name. */
export function NumberControl({ edit, path, label, note }: ControlProps): ReactElement {
  const id = controlId(path);
  const put = (text: string): void => { edit.onChange(path, text === '' ? undefined : /^-?\d+(?:[.,]\d+)?$/u.test(text.trim()) ? Number(text.trim().replace(',', '.')) : text); };
  return (
    <Field id={id} label={label} note={note} fault={edit.faults.get(id)}>
      {(control) => <input {...control} className="box form-short" type="text" inputMode="decimal" autoComplete="off" value={textOf(valueAt(edit.content, path))} readOnly={edit.readOnly} onChange={(event) => { put(event.target.value); }} />}
    </Field>
  );
}

/** The same thing in both languages. */
export function WordsControl({ edit, path, label, note, lines = 1 }: ControlProps & { readonly lines?: number }): ReactElement {
  const t = useWords(FORM_EDITOR_WORDS);
  const id = controlId(path);
  const both = valueAt(edit.content, path);
  return (
    <fieldset className="form-words" id={id} tabIndex={-1}>
      <legend className="field-label">{label}</legend>
      {note === undefined ? null : <p className="field-note">{note}</p>}
      {(['vi', 'en'] as const).map((language) => (
        <Field key={language} id={`${id}-${language}`} label={t(language)} fault={edit.faults.get(`${id}-${language}`)} wide>
          {(control) => {
            const put = (text: string): void => { edit.onChange(path, { vi: textOf(valueAt(both, ['vi'])), en: textOf(valueAt(both, ['en'])), [language]: text }); };
            const value = textOf(valueAt(both, [language]));
            return lines > 1
              ? <textarea {...control} className="box" lang={language} rows={lines} value={value} readOnly={edit.readOnly} onChange={(event) => { put(event.target.value); }} />
              : <input {...control} className="box" lang={language} type="text" autoComplete="off" value={value} readOnly={edit.readOnly} onChange={(event) => { put(event.target.value); }} />;
          }}
        </Field>
      ))}
    </fieldset>
  );
}

/** One of some values; `none` names the choice of nothing. */
export function SelectControl({ edit, path, label, note, options, none, onPick }: ControlProps & { readonly options: readonly (readonly [value: string, label: string])[]; readonly none?: string; readonly onPick?: (value: string) => void }): ReactElement {
  const id = controlId(path);
  const value = textOf(valueAt(edit.content, path));
  return (
    <Field id={id} label={label} note={note} fault={edit.faults.get(id)}>
      {(control) => (
        <select {...control} className="box" value={value} disabled={edit.readOnly} onChange={(event) => { (onPick ?? ((picked) => { edit.onChange(path, picked === '' ? undefined : picked); }))(event.target.value); }}>
          {none === undefined ? null : <option value="">{none}</option>}
          {options.map(([one, words]) => <option key={one} value={one}>{words}</option>)}
          {value === '' || options.some(([one]) => one === value) ? null : <option value={value}>{value}</option>}
        </select>
      )}
    </Field>
  );
}

/** Yes or no. */
export function TickControl({ id, label, ticked, readOnly, onTick }: { readonly id: string; readonly label: string; readonly ticked: boolean; readonly readOnly: boolean; readonly onTick: (ticked: boolean) => void }): ReactElement {
  return (
    <label className="form-tick" htmlFor={id}>
      <input id={id} type="checkbox" checked={ticked} disabled={readOnly} onChange={(event) => { onTick(event.target.checked); }} />
      <span>{label}</span>
    </label>
  );
}
