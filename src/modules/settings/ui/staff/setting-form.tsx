import { type ReactElement, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { dayWords } from '../../../../kernel/date-words.ts';
import { callApi } from '../../../../web/staff/api/call-api.ts';
import { newId } from '../../../../web/staff/api/new-id.ts';
import { type Refusal, UNREACHABLE } from '../../../../web/staff/api/refusal.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { DayField } from '../../../../web/staff/components/day-field/day-field.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useCountWords, useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../web/staff/messages.ts';
import { announce } from '../../../../web/staff/shell/announcement.ts';
import { type SettingChanged, type SettingItem, type SettingPreview } from '../../contract/setting-schemas.ts';
import { InheritedPreview } from './inherited-preview.tsx';
import { SETTING_WORDS } from './setting-messages.ts';
import { useValueWords } from './use-value-words.ts';
import { ValueBox } from './value-box.tsx';

type Level = 'commune' | 'installation';
type Act = 'set' | 'inherit' | 'withdraw';

export interface SettingFormProps {
  readonly item: SettingItem;
  readonly today: string;
  readonly mayChangeInstallation: boolean;
  /** How many communes the installation serves. */
  readonly communes: number;
  readonly onDone: () => void;
}

/** A setting is changed in two steps: what would follow is shown first, and saved when somebody has looked at it. */
export function SettingForm({ item, today, communes, mayChangeInstallation, onDone }: SettingFormProps): ReactElement {
  const t = useWords(SETTING_WORDS);
  const shell = useWords(STAFF_WORDS);
  const { locale } = useLocale();
  const say = useValueWords();
  const count = useCountWords();
  const queries = useQueryClient();
  const levels: readonly Level[] = [...(item.override === 'commune' && !item.fixed ? (['commune'] as const) : []), ...(mayChangeInstallation ? (['installation'] as const) : [])];
  const [level, setLevel] = useState<Level>(levels[0] ?? 'commune');
  const [value, setValue] = useState(item.value);
  const [validFrom, setValidFrom] = useState(today);
  const [fixed, setFixed] = useState(item.fixed);
  const [reason, setReason] = useState('');
  const [preview, setPreview] = useState<{ readonly act: Act; readonly found: SettingPreview } | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [commandId, setCommandId] = useState(newId);
  const touched = (): void => {
    setPreview(null);
    setRefusal(null);
    setCommandId(newId());
  };
  const wish = (act: Act) => ({ key: item.key, level, act, value, fixed: level === 'installation' && fixed, validFrom, reason });
  const look = async (act: Act): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setRefusal(null);
    const answer = await callApi<SettingPreview>('POST', '/api/settings/preview', wish(act));
    setBusy(false);
    if (answer.ok) setPreview({ act, found: answer.value });
    else setRefusal(answer.refusal);
  };
  const save = async (): Promise<void> => {
    if (busy || preview === null) return;
    setBusy(true);
    const answer = await callApi<SettingChanged>('POST', '/api/settings/changes', { commandId, expectedRevision: preview.found.revision, ...wish(preview.act) });
    if (!answer.ok) {
      setBusy(false);
      setRefusal(answer.refusal);
      if (answer.refusal.code === 'settings.changed-meanwhile') {
        setPreview(null);
        setCommandId(newId());
        await queries.invalidateQueries();
      }
      return;
    }
    announce(validFrom === today ? t('saved-now') : t('saved', { day: dayWords(validFrom, locale) }));
    await queries.invalidateQueries();
    setBusy(false);
    onDone();
  };
  const faultOf = (field: string): string | undefined => refusal?.faults.find((fault) => fault.field === field)?.message;
  const own = level === 'commune' ? item.commune : item.installation;
  const message = refusal === null ? undefined : refusal.code === UNREACHABLE ? shell('no-answer') : refusal.message;
  return (
    <form
      className="set-form"
      onSubmit={(event) => {
        event.preventDefault();
        void look('set');
      }}
    >
      {levels.length > 1 ? (
        <fieldset className="set-levels">
          <legend className="field-label">{t('level')}</legend>
          {levels.map((one) => (
            <label key={one} className="set-choice">
              <input type="radio" name={`level-${item.key}`} checked={level === one} onChange={() => { setLevel(one); touched(); }} />
              {t(`level.${one}`)}
            </label>
          ))}
          <p className="field-note">{communes === 1 ? t('level-note') : t('level-note-all', { count: count(communes) })}</p>
        </fieldset>
      ) : null}
      <div className="set-fields">
        <ValueBox item={item} value={value} fault={faultOf('value')} onChange={(next) => { setValue(next); touched(); }} />
        <DayField id={`from-${item.key}`} label={t('valid-from')} needed value={validFrom} fault={faultOf('validFrom')} onChange={(day) => { setValidFrom(day); touched(); }} />
      </div>
      {level === 'installation' && item.override === 'commune' ? (
        <label className="set-choice"><input type="checkbox" checked={fixed} onChange={(event) => { setFixed(event.target.checked); touched(); }} />{t('fix')}</label>
      ) : null}
      <Field id={`reason-${item.key}`} label={t('reason')} note={t('reason-note')} fault={faultOf('reason')}>
        {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={300} value={reason} onChange={(event) => { setReason(event.target.value); touched(); }} />}
      </Field>
      {message === undefined ? null : <Notice kind="bad" live><p>{message}</p></Notice>}
      {preview === null ? (
        <div className="button-row">
          <Button submit busy={busy}>{t(busy ? 'previewing' : 'preview')}</Button>
          {own === null ? null : <Button kind="quiet" busy={busy} onPress={() => { void look('inherit'); }}>{t(level === 'commune' ? 'inherit' : 'inherit-installation')}</Button>}
          <Button kind="plain" onPress={onDone}>{t('close')}</Button>
        </div>
      ) : (
        <div className="set-preview" role="status">
          <h3>{t('what-follows')}</h3>
          {level === 'installation' && communes > 1 ? <InheritedPreview item={item} preview={preview.found} /> : null}
          <ul>
            {(level === 'installation' && communes > 1 ? [] : preview.found.communes).map((commune) => {
              const before = say(item, commune.before);
              const after = say(item, commune.after);
              return (
                <li key={commune.code}>
                  <b>{before === after ? t('unchanged', { commune: commune.name, after }) : t('before-after', { commune: commune.name, before, after })}</b>
                  {commune.keepsOwn ? <span className="quiet"> ({t('keeps-own')})</span> : null}
                  {commune.effects.map((effect) => <p key={effect.words}>{effect.words.replace('{count}', count(effect.count))}</p>)}
                </li>
              );
            })}
          </ul>
          <p className="quiet">{item.changes}</p>
          <div className="button-row">
            <Button busy={busy} onPress={() => { void save(); }}>{t(busy ? 'saving' : 'save')}</Button>
            <Button kind="plain" onPress={() => { touched(); }}>{t('edit')}</Button>
          </div>
        </div>
      )}
    </form>
  );
}
