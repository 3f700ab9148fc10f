import { type ReactElement } from 'react';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { type Editing, SelectControl, TextControl, WordsControl } from './controls.tsx';
import { candidatesBefore, controlId, freshId, type Known, listOf, moved, type Path, type Plain, textOf, valueAt } from './definition-edit.ts';
import { Moves } from './field-card.tsx';
import { FORM_EDITOR_WORDS } from './form-editor-messages.ts';
import { RuleBuilder } from './rule-builder.tsx';

/** What has to hold between answers, each rule with its sentence. */
export function FormRules({ edit, known, onRemoved }: { readonly edit: Editing; readonly known: Known; readonly onRemoved: (path: Path, position: number, value: unknown, name: string) => void }): ReactElement {
  const t = useWords(FORM_EDITOR_WORDS);
  const { locale } = useLocale();
  const checks = listOf(valueAt(edit.content, ['checks']));
  const candidates = candidatesBefore(edit.content as Plain, known, locale);
  const last = candidates.at(-1);
  return (
    <section className="form-section" aria-label={t('checks-between')}>
      <h2>{t('checks-between')}</h2>
      <p className="quiet">{t('checks-lead')}</p>
      <ol className="form-fields">
        {checks.map((check, position) => {
          const path: Path = ['checks', position];
          const name = textOf(valueAt(check, ['message', locale])) || t('check', { number: String(position + 1) });
          const fault = edit.faults.get(controlId([`checks.${textOf(check['id'])}`]));
          return (
            <li key={position} className="form-entry" id={controlId(path)} tabIndex={-1} aria-label={t('check', { number: String(position + 1) })}>
              {fault === undefined ? null : <p className="field-fault">{fault}</p>}
              <SelectControl edit={edit} path={[...path, 'at']} label={t('check-at')} none={t('none')} options={candidates.map(({ id, label }) => [id, label])} onPick={(picked) => { edit.onChange([...path, 'at'], picked); }} />
              <RuleBuilder id={controlId([...path, 'holds'])} label={t('check-holds')} value={check['holds']} candidates={candidates} readOnly={edit.readOnly} needed fault={edit.faults.get(controlId([...path, 'holds']))} onChange={(next) => { edit.onChange([...path, 'holds'], next ?? ''); }} />
              <RuleBuilder id={controlId([...path, 'when'])} label={t('check-when')} value={check['when']} candidates={candidates} readOnly={edit.readOnly} fault={edit.faults.get(controlId([...path, 'when']))} onChange={(next) => { edit.onChange([...path, 'when'], next); }} />
              <WordsControl edit={edit} path={[...path, 'message']} label={t('check-message')} lines={2} />
              <div className="form-beside">
                <SelectControl edit={edit} path={[...path, 'level']} label={t('check-level')} options={[['refuse', t('level.refuse')], ['warn', t('level.warn')]]} />
                <TextControl edit={edit} path={[...path, 'basis']} label={t('check-basis')} optional />
              </div>
              {edit.readOnly ? null : <Moves name={name} onMove={(by) => { edit.onChange(['checks'], moved(checks, position, by)); }} onRemove={() => { onRemoved(['checks'], position, check, name); }} />}
            </li>
          );
        })}
      </ol>
      {edit.readOnly || last === undefined ? null : (
        <Button kind="quiet" onPress={() => { edit.onChange(['checks'], [...checks, { id: freshId('quy-tac-', new Set(checks.map(({ id }) => textOf(id)))), holds: { known: last.id }, at: last.id, message: { vi: '', en: '' }, level: 'refuse' }]); }}>{t('add-check')}</Button>
      )}
    </section>
  );
}
