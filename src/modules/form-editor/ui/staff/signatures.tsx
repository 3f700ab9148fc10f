import { type ReactElement } from 'react';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { type Editing, SelectControl, TextControl, TickControl } from './controls.tsx';
import { candidatesBefore, controlId, isPlain, type Known, listOf, moved, type Path, type Plain, valueAt } from './definition-edit.ts';
import { Moves } from './field-card.tsx';
import { FORM_EDITOR_WORDS } from './form-editor-messages.ts';
import { freshLine, RuleBuilder } from './rule-builder.tsx';
import { ruleOfLines } from './rule-lines.ts';

const HERE: Path = ['official', 'signatures'];
/** More do not fit beside each other. */
const MOST = 4;

/** Who signs the printed form, from left to right, and what stands before place and day. */
export function Signatures({ edit, known, onRemoved }: { readonly edit: Editing; readonly known: Known; readonly onRemoved: (path: Path, position: number, value: unknown, name: string) => void }): ReactElement {
  const t = useWords(FORM_EDITOR_WORDS);
  const { locale } = useLocale();
  const places = listOf(valueAt(edit.content, HERE));
  const candidates = candidatesBefore(edit.content as Plain, known, locale);
  const names = candidates.filter(({ kind }) => kind === 'text' || kind === 'computed').map(({ id, label }) => [id, label] as const);
  const put = (next: readonly unknown[]): void => { edit.onChange(HERE, next.length === 0 ? undefined : next); };
  return (
    <section className="form-list" id={controlId(HERE)} tabIndex={-1} aria-label={t('signatures')}>
      <h3>{t('signatures')}</h3>
      <p className="quiet">{places.length === 0 ? t('signatures-none') : t('signatures-note')}</p>
      <ol>
        {places.map((place, position) => {
          const at = (...more: Path): Path => [...HERE, position, ...more];
          const name = typeof place['title'] === 'string' && place['title'] !== '' ? place['title'] : t('signature', { number: String(position + 1) });
          const change = (key: string, value: unknown): void => { edit.onChange(at(key), value); };
          return (
            <li key={position} className="form-entry" aria-label={t('signature', { number: String(position + 1) })}>
              {edit.faults.get(controlId(at())) === undefined ? null : <p className="field-fault">{edit.faults.get(controlId(at()))}</p>}
              <TextControl edit={edit} path={at('title')} label={t('signature-title')} note={t('signature-title-note')} />
              <TextControl edit={edit} path={at('note')} label={t('signature-note')} note={t('signature-note-note')} optional />
              <SelectControl edit={edit} path={at('name')} label={t('signature-name')} none={t('signature-name-none')} options={names} />
              <Declares id={controlId(at('declares'))} value={place['declares']} candidates={candidates} edit={edit} onChange={(value) => { change('declares', value); }} />
              <TickControl id={controlId(at('dated'))} label={t('signature-dated')} ticked={place['dated'] === true} readOnly={edit.readOnly} onTick={(ticked) => { change('dated', ticked ? true : undefined); }} />
              <RuleBuilder id={controlId(at('when'))} label={t('signature-when')} value={place['when']} candidates={candidates} readOnly={edit.readOnly} fault={edit.faults.get(controlId(at('when')))} onChange={(next) => { change('when', next); }} />
              {edit.readOnly ? null : <Moves name={name} onMove={(by) => { edit.onChange(HERE, moved(places, position, by)); }} onRemove={() => { if (places.length === 1) put([]); else onRemoved(HERE, position, place, name); }} />}
            </li>
          );
        })}
      </ol>
      {edit.readOnly || places.length >= MOST ? null : <p><Button kind="quiet" onPress={() => { put([...places, { title: '', ...(places.length === 0 ? { declares: true } : {}) }]); }}>{t('signature-add')}</Button></p>}
      <TextControl edit={edit} path={['official', 'dateLabel']} label={t('date-label')} note={t('date-label-note')} short optional />
      <TextControl edit={edit} path={['official', 'signaturesSource']} label={t('signatures-source')} lines={2} optional />
    </section>
  );
}

/** Whether the person who declares signs here: never, always, or while a condition holds. */
function Declares({ id, value, candidates, edit, onChange }: { readonly id: string; readonly value: unknown; readonly candidates: Parameters<typeof RuleBuilder>[0]['candidates']; readonly edit: Editing; readonly onChange: (value: unknown) => void }): ReactElement {
  const t = useWords(FORM_EDITOR_WORDS);
  const [state, last] = [value === true ? 'always' : isPlain(value) || typeof value === 'string' ? 'when' : 'never', candidates.at(-1)] as const;
  return (
    <>
      <Field id={id} label={t('signature-declares')}>
        {(control) => (
          <select {...control} className="box" value={state} disabled={edit.readOnly} onChange={(event) => {
            const picked = event.target.value;
            onChange(picked === 'always' ? true : picked === 'when' && last !== undefined ? ruleOfLines({ join: 'all', lines: [freshLine(last)] }) : undefined);
          }}>
            <option value="never">{t('declares-never')}</option>
            <option value="always">{t('declares-always')}</option>
            {last === undefined ? null : <option value="when">{t('declares-when')}</option>}
          </select>
        )}
      </Field>
      {state === 'when' ? <RuleBuilder id={`${id}-rule`} label={t('declares-when')} value={value} candidates={candidates} readOnly={edit.readOnly} fault={edit.faults.get(id)} needed onChange={onChange} /> : null}
    </>
  );
}
