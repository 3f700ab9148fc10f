import { type ReactElement } from 'react';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { type PartProps } from './person-section.tsx';
import { RECEPTION_WORDS } from './reception-messages.ts';

const METHODS = ['counter', 'post', 'home', 'electronic'] as const;
/** A filing at the counter is never counted as on line, so that is not among the choices. */
const CHANNELS = ['counter', 'post', 'home', 'kiosk'] as const;

/** How the result goes out, how many copies, what is asked for, and who files for whom. */
export function ResultSection({ draft, dispatch, faultAt }: PartProps): ReactElement {
  const t = useWords(RECEPTION_WORDS);
  const { delivery } = draft;
  const goesOut = delivery.method === 'post' || delivery.method === 'home';
  return (
    <section className="part" id="part-result" aria-labelledby="title-result">
      <h2 id="title-result">{t('part.result')}</h2>
      <fieldset className="choices">
        <legend className="field-label">{t('delivery')}</legend>
        {METHODS.map((method) => (
          <label key={method} className="choice">
            <input type="radio" name="delivery" id={`delivery-${method}`} checked={delivery.method === method} onChange={() => { dispatch({ kind: 'delivery', change: { method } }); }} />
            {t(`delivery.${method}`)}
          </label>
        ))}
      </fieldset>
      {goesOut ? (
        <Field id="deliveryAddress" label={t('delivery-address')} fault={faultAt('deliveryAddress')}>
          {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={300} value={delivery.address} onChange={(event) => { dispatch({ kind: 'delivery', change: { address: event.target.value } }); }} />}
        </Field>
      ) : null}
      <div className="result-grid">
        <Field id="copies" label={t('copies')}>
          {(control) => (
            <input
              {...control} className="box" type="number" min={1} max={999} value={draft.copies}
              onChange={(event) => { dispatch({ kind: 'entry', change: { copies: Math.min(999, Math.max(1, Math.trunc(Number(event.target.value)) || 1)) } }); }}
            />
          )}
        </Field>
        <Field id="content" label={<>{t('content')} <span className="quiet">({t('optional')})</span></>}>
          {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={1000} placeholder={draft.procedure?.name ?? t('content-hint')} value={draft.content} onChange={(event) => { dispatch({ kind: 'entry', change: { content: event.target.value } }); }} />}
        </Field>
      </div>
      <details open={draft.authorisedBy !== '' || draft.assistedBy !== '' || undefined}>
        <summary>{t('others')}</summary>
        <div className="others-grid">
          <Field id="authorisedBy" label={t('authorised')}>
            {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={200} value={draft.authorisedBy} onChange={(event) => { dispatch({ kind: 'entry', change: { authorisedBy: event.target.value } }); }} />}
          </Field>
          <Field id="assistedBy" label={t('assisted')}>
            {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={200} value={draft.assistedBy} onChange={(event) => { dispatch({ kind: 'entry', change: { assistedBy: event.target.value } }); }} />}
          </Field>
          {draft.declaration === null ? (
            <Field id="channel" label={t('channel')}>
              {(control) => (
                <select
                  {...control} className="box" value={draft.channel}
                  onChange={(event) => {
                    const channel = CHANNELS.find((candidate) => candidate === event.target.value);
                    if (channel !== undefined) dispatch({ kind: 'entry', change: { channel } });
                  }}
                >
                  {CHANNELS.map((channel) => <option key={channel} value={channel}>{t(`channel.${channel}`)}</option>)}
                </select>
              )}
            </Field>
          ) : null}
        </div>
      </details>
    </section>
  );
}
