import { type ReactElement, useState } from 'react';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { DayField } from '../../../../web/staff/components/day-field/day-field.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { type Editing, TextControl, WordsControl } from './controls.tsx';
import { controlId, type Known, type Path, textOf, valueAt } from './definition-edit.ts';
import { FORM_EDITOR_WORDS } from './form-editor-messages.ts';
import { Signatures } from './signatures.tsx';

/** What a form says about itself, and the procedures that are declared with it. */
export function FormFacts({ edit, known, onRemoved }: { readonly edit: Editing; readonly known: Known; readonly onRemoved: (path: Path, position: number, value: unknown, name: string) => void }): ReactElement {
  const t = useWords(FORM_EDITOR_WORDS);
  const addressee = textOf(valueAt(edit.content, ['official', 'addressee']));
  const toCommune = addressee === 'commune';
  return (
    <section className="form-section" aria-label={t('facts')}>
      <h2>{t('facts')}</h2>
      <WordsControl edit={edit} path={['title']} label={t('form-title')} />
      <TextControl edit={edit} path={['official', 'title']} label={t('official-title')} lines={2} />
      <div className="form-beside">
        <TextControl edit={edit} path={['official', 'number']} label={t('official-number')} note={t('official-number-note')} />
        <TextControl edit={edit} path={['official', 'basis']} label={t('official-basis')} note={t('official-basis-note')} />
      </div>
      <Field id="mau-noi-nhan" label={t('addressee')}>
        {(control) => (
          <select {...control} className="box" value={toCommune ? 'commune' : 'other'} disabled={edit.readOnly} onChange={(event) => { edit.onChange(['official', 'addressee'], event.target.value === 'commune' ? 'commune' : ''); }}>
            <option value="commune">{t('addressee-commune')}</option>
            <option value="other">{t('addressee-other')}</option>
          </select>
        )}
      </Field>
      {toCommune ? null : <TextControl edit={edit} path={['official', 'addressee']} label={t('addressee')} />}
      <Procedures edit={edit} known={known} />
      <Signatures edit={edit} known={known} onRemoved={onRemoved} />
      <TextControl edit={edit} path={['source']} label={t('source')} lines={2} />
      <DayField id={controlId(['validTo'])} label={t('valid-to')} value={textOf(valueAt(edit.content, ['validTo']))} fault={edit.faults.get(controlId(['validTo']))} onChange={(day) => { if (!edit.readOnly) edit.onChange(['validTo'], day === '' ? null : day); }} />
    </section>
  );
}

function Procedures({ edit, known }: { readonly edit: Editing; readonly known: Known }): ReactElement {
  const t = useWords(FORM_EDITOR_WORDS);
  const [typed, setTyped] = useState('');
  const value = valueAt(edit.content, ['procedures']);
  const bound: readonly string[] = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  const nameOf = (code: string): string => known.procedures.find((one) => one.code === code)?.name ?? t('bound-unknown');
  const add = (): void => {
    const text = typed.trim();
    const found = known.procedures.find(({ code, name }) => code === text || name === text || text === `${code} ${name}`);
    const code = found?.code ?? text;
    if (code !== '' && !bound.includes(code)) edit.onChange(['procedures'], [...bound, code]);
    setTyped('');
  };
  const id = controlId(['procedures']);
  const fault = [...edit.faults].find(([key]) => key === id || key.startsWith(`${id}-`))?.[1];
  return (
    <section className="form-list" id={id} tabIndex={-1} aria-label={t('bound')}>
      <h3>{t('bound')}</h3>
      {bound.length === 0 ? <p className="quiet">{t('bound-none')}</p> : (
        <ul>
          {bound.map((code) => <li key={code}>{code} {nameOf(code)} {edit.readOnly ? null : <Button kind="plain" label={t('remove-of', { name: code })} onPress={() => { edit.onChange(['procedures'], bound.filter((one) => one !== code)); }}>{t('remove')}</Button>}</li>)}
        </ul>
      )}
      {edit.readOnly ? null : (
        <div className="form-beside">
          <Field id="mau-them-thu-tuc" label={t('bound-code')} fault={fault}>
            {(control) => <input {...control} className="box" type="text" list="mau-thu-tuc" autoComplete="off" value={typed} onChange={(event) => { setTyped(event.target.value); }} />}
          </Field>
          <datalist id="mau-thu-tuc">{known.procedures.map(({ code, name }) => <option key={code} value={`${code} ${name}`} />)}</datalist>
          <Button kind="quiet" onPress={add}>{t('bound-add')}</Button>
        </div>
      )}
    </section>
  );
}
