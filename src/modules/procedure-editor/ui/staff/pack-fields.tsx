import { type ReactElement } from 'react';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { DayField } from '../../../../web/staff/components/day-field/day-field.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { controlId, moved, type Path, valueAt } from './edit-path.ts';
import { EDITOR_WORDS } from './editor-messages.ts';
import { type Shape } from './pack-shape.ts';

export interface PackFieldsProps {
  readonly of: readonly Shape[];
  readonly path: Path;
  readonly content: unknown;
  /** The sentence of the checks that belongs to a control, by its id. */
  readonly faults: ReadonlyMap<string, string>;
  readonly readOnly: boolean;
  readonly onChange: (path: Path, value: unknown) => void;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '');
const linesOf = (value: unknown): string => (Array.isArray(value) ? value.filter((one) => typeof one === 'string').join('\n') : '');
/** A number as it is typed; what is none yet stays a text, which the checks name. */
const numberOf = (text: string): number | string => (/^\d+(?:[.,]\d+)?$/u.test(text.trim()) ? Number(text.trim().replace(',', '.')) : text);

/** The controls of a part of the pack. */
export function PackFields(props: PackFieldsProps): ReactElement {
  return <>{props.of.map((shape) => <PackField key={shape.key} shape={shape} {...props} path={shape.key === '' ? props.path : [...props.path, shape.key]} />)}</>;
}

function PackField({ shape, path, content, faults, readOnly, onChange }: PackFieldsProps & { readonly shape: Shape }): ReactElement {
  const t = useWords(EDITOR_WORDS);
  const id = controlId(path);
  const value = valueAt(content, path);
  const fault = faults.get(id);
  const emptied = (text: string): string | null => (text === '' && 'nullable' in shape ? null : text);
  switch (shape.kind) {
    case 'text':
      return <TextControl id={id} label={t(shape.label)} lines={shape.lines ?? 1} short={shape.width === 'short'} value={textOf(value)} fault={fault} readOnly={readOnly} onChange={(text) => { onChange(path, emptied(text)); }} />;
    case 'number':
      return <TextControl id={id} label={t(shape.label)} lines={1} short numeric value={textOf(value)} fault={fault} readOnly={readOnly} onChange={(text) => { onChange(path, text === '' && shape.nullable === true ? null : numberOf(text)); }} />;
    case 'day':
      return <DayField id={id} label={t(shape.label)} value={textOf(value)} fault={fault} onChange={(day) => { if (!readOnly) onChange(path, emptied(day)); }} />;
    case 'texts':
      return <TextControl id={id} label={t(shape.label)} lines={4} value={linesOf(value)} fault={fault} readOnly={readOnly} onChange={(text) => { onChange(path, text === '' ? [] : text.split('\n')); }} />;
    case 'choice':
      return (
        <Field id={id} label={t(shape.label)} fault={fault}>
          {(control) => (
            <select {...control} className="box" value={textOf(value)} disabled={readOnly} onChange={(event) => { onChange(path, emptied(event.target.value)); }}>
              {shape.nullable === true ? <option value="">{t('none')}</option> : null}
              {shape.options.map(([option, label]) => <option key={option} value={option}>{t(label)}</option>)}
            </select>
          )}
        </Field>
      );
    case 'yes-no':
      return <Tick id={id} label={t(shape.label)} ticked={value === true} readOnly={readOnly} onChange={(ticked) => { onChange(path, ticked); }} />;
    case 'ticks': {
      const ticked: readonly unknown[] = Array.isArray(value) ? value : [];
      return (
        <fieldset className="editor-ticks" id={id} tabIndex={-1}>
          <legend className="field-label">{t(shape.label)}</legend>
          {shape.options.map(([option, label]) => (
            <Tick key={option} id={`${id}-${option}`} label={t(label)} ticked={ticked.includes(option)} readOnly={readOnly} onChange={(on) => { onChange(path, shape.options.map(([one]) => one).filter((one) => (one === option ? on : ticked.includes(one)))); }} />
          ))}
        </fieldset>
      );
    }
    case 'words': {
      const there = value !== null && value !== undefined;
      if (!there && shape.nullable === true) return readOnly ? <></> : <p><Button kind="plain" onPress={() => { onChange(path, { vi: '', en: '' }); }}>{t('add-group', { what: t(shape.label).toLowerCase() })}</Button></p>;
      return (
        <fieldset className="editor-words" id={id} tabIndex={-1}>
          <legend className="field-label">{t(shape.label)}</legend>
          {(['vi', 'en'] as const).map((language) => (
            <TextControl
              key={language} id={`${id}-${language}`} label={t(language)} lines={shape.lines ?? 1} value={textOf(valueAt(value, [language]))} fault={faults.get(`${id}-${language}`)} readOnly={readOnly}
              onChange={(text) => { onChange([...path, language], language === 'en' && text === '' ? null : text); }}
            />
          ))}
          {shape.nullable === true && !readOnly ? <Button kind="plain" onPress={() => { onChange(path, null); }}>{t('remove-group')}</Button> : null}
        </fieldset>
      );
    }
    case 'group': {
      if ((value === null || value === undefined) && shape.nullable === true) return readOnly ? <></> : <p><Button kind="plain" onPress={() => { onChange(path, shape.empty); }}>{t('add-group', { what: t(shape.label).toLowerCase() })}</Button></p>;
      return (
        <fieldset className="editor-group" id={id} tabIndex={-1}>
          <legend>{t(shape.label)}</legend>
          <PackFields of={shape.of} path={path} content={content} faults={faults} readOnly={readOnly} onChange={onChange} />
          {shape.nullable === true && !readOnly ? <Button kind="plain" onPress={() => { onChange(path, null); }}>{t('remove-group')}</Button> : null}
        </fieldset>
      );
    }
    case 'list': {
      const entries: readonly unknown[] = Array.isArray(value) ? value : [];
      return (
        <section className="editor-list" id={id} tabIndex={-1} aria-label={t(shape.label)}>
          <h3>{t(shape.label)}</h3>
          {fault === undefined ? null : <p className="field-fault">{fault}</p>}
          <ol>
            {entries.map((entry, position) => {
              const name = t('entry', { what: t(shape.label), number: position + 1 });
              return (
                <li key={position} className="editor-entry" aria-label={name}>
                  <PackFields of={shape.of} path={[...path, position]} content={content} faults={faults} readOnly={readOnly} onChange={onChange} />
                  {readOnly ? null : (
                    <div className="button-row">
                      <Button kind="plain" label={`${t('up')}: ${name}`} onPress={() => { onChange(path, moved(entries, position, -1)); }}>{t('up')}</Button>
                      <Button kind="plain" label={`${t('down')}: ${name}`} onPress={() => { onChange(path, moved(entries, position, 1)); }}>{t('down')}</Button>
                      <Button kind="plain" label={`${t('remove')}: ${name}`} onPress={() => { onChange(path, entries.filter((one) => one !== entry)); }}>{t('remove')}</Button>
                    </div>
                  )}
                </li>
              );
            })}
          </ol>
          {readOnly ? null : <Button kind="quiet" onPress={() => { onChange(path, [...entries, structuredClone(shape.empty)]); }}>{t(shape.add)}</Button>}
        </section>
      );
    }
  }
}

interface TextControlProps {
  readonly id: string;
  readonly label: string;
  readonly lines: number;
  readonly short?: boolean;
  readonly numeric?: boolean;
  readonly value: string;
  readonly fault: string | undefined;
  readonly readOnly: boolean;
  readonly onChange: (text: string) => void;
}

function TextControl({ id, label, lines, short = false, numeric = false, value, fault, readOnly, onChange }: TextControlProps): ReactElement {
  return (
    <Field id={id} label={label} fault={fault} wide={!short}>
      {(control) => (lines > 1
        ? <textarea {...control} className="box" rows={lines} value={value} readOnly={readOnly} onChange={(event) => { onChange(event.target.value); }} />
        : <input {...control} className={short ? 'box editor-short' : 'box'} type="text" inputMode={numeric ? 'decimal' : 'text'} autoComplete="off" value={value} readOnly={readOnly} onChange={(event) => { onChange(event.target.value); }} />)}
    </Field>
  );
}

function Tick({ id, label, ticked, readOnly, onChange }: { readonly id: string; readonly label: string; readonly ticked: boolean; readonly readOnly: boolean; readonly onChange: (ticked: boolean) => void }): ReactElement {
  return (
    <label className="editor-tick" htmlFor={id}>
      <input id={id} type="checkbox" checked={ticked} disabled={readOnly} onChange={(event) => { onChange(event.target.checked); }} />
      <span>{label}</span>
    </label>
  );
}
