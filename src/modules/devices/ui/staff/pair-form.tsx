import { type ReactElement, useState } from 'react';
import { momentWords } from '../../../../kernel/date-words.ts';
import { type DeviceKind } from '../../../../kernel/actor.ts';
import { callApi } from '../../../../web/staff/api/call-api.ts';
import { type Refusal, UNREACHABLE } from '../../../../web/staff/api/refusal.ts';
import { useCommand } from '../../../../web/staff/api/use-command.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../web/staff/messages.ts';
import { type Devices, type WaitingDevice } from '../../contract/device-schemas.ts';
import { DEVICE_SCREEN_WORDS } from './device-messages.ts';

const KINDS: readonly DeviceKind[] = ['kiosk', 'display', 'counter-screen'];

interface PairFormProps {
  readonly units: Devices['units'];
  readonly address: string;
  /** From a code that was scanned. */
  readonly scanned: string;
  readonly onPaired: (name: string) => void;
  readonly onCancel: () => void;
}

/** Two steps: the digits on the screen, then what the device behind them is to be. */
export function PairForm({ units, address, scanned, onPaired, onCancel }: PairFormProps): ReactElement {
  const t = useWords(DEVICE_SCREEN_WORDS);
  const shell = useWords(STAFF_WORDS);
  const { locale } = useLocale();
  const [code, setCode] = useState(scanned);
  const [found, setFound] = useState<WaitingDevice | null>(null);
  const [looking, setLooking] = useState(false);
  const [lookRefusal, setLookRefusal] = useState<Refusal | null>(null);
  const [kind, setKind] = useState<DeviceKind>('kiosk');
  const [name, setName] = useState('');
  const [place, setPlace] = useState('');
  const [unitId, setUnitId] = useState('');
  const command = useCommand<{ readonly id: string }>(() => { onPaired(name); });
  const refusal = lookRefusal ?? command.refusal;
  const faultOf = (field: string): string | undefined => refusal?.faults.find((fault) => fault.field === field)?.message;
  const look = async (): Promise<void> => {
    setLooking(true);
    const answer = await callApi<WaitingDevice>('POST', '/api/devices/look', { code });
    setLooking(false);
    setLookRefusal(answer.ok ? null : answer.refusal);
    setFound(answer.ok ? answer.value : null);
  };
  const general = refusal === null || refusal.faults.length > 0 ? undefined : refusal.code === UNREACHABLE ? shell('no-answer') : refusal.message;
  return (
    <form
      className="device-form"
      onSubmit={(event) => {
        event.preventDefault();
        void (found === null ? look() : command.send('/api/devices', { code, kind, name, place, unitId: unitId === '' ? null : unitId }));
      }}
    >
      <h2>{t('pair')}</h2>
      <p>{t('how', { address })}</p>
      {general === undefined ? null : <Notice kind="bad" live><p>{general}</p></Notice>}
      <Field id="device-code" label={t('code')} note={t('code-note')} fault={faultOf('code')}>
        {(control) => <input {...control} className="box device-code" type="text" inputMode="numeric" autoComplete="off" maxLength={20} value={code} onChange={(event) => { setCode(event.target.value); setFound(null); }} />}
      </Field>
      {found === null ? null : (
        <>
          <Notice kind="check" live><p>{t('found', { browser: found.browser, address: found.address, since: momentWords(Date.parse(found.beganAt), locale, 'without-year') })}</p></Notice>
          <fieldset className="device-kinds">
            <legend className="field-label">{t('kind')}</legend>
            {KINDS.map((one) => (
              <label key={one}>
                <input type="radio" name="device-kind" checked={kind === one} onChange={() => { setKind(one); }} />
                <b>{t(`kind.${one}`)}</b>
                <small className="quiet">{t(`kind-note.${one}`)}</small>
              </label>
            ))}
          </fieldset>
          <Field id="device-name" label={t('name')} note={t('name-note')} fault={faultOf('name')}>
            {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={60} value={name} onChange={(event) => { setName(event.target.value); }} />}
          </Field>
          <Field id="device-place" label={t('place')} note={t('place-note')} fault={faultOf('place')}>
            {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={60} value={place} onChange={(event) => { setPlace(event.target.value); }} />}
          </Field>
          <Field id="device-unit" label={t('unit')} fault={faultOf('unitId')}>
            {(control) => (
              <select {...control} className="box" value={unitId} onChange={(event) => { setUnitId(event.target.value); }}>
                <option value="">{t('unit-none')}</option>
                {units.map((unit) => <option key={unit.id} value={unit.id}>{unit.name}</option>)}
              </select>
            )}
          </Field>
        </>
      )}
      <div className="button-row">
        <Button submit busy={looking || command.busy}>{t(found === null ? 'find' : 'save')}</Button>
        <Button kind="plain" onPress={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
