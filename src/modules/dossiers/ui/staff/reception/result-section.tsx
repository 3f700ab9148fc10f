import { type ReactElement } from 'react';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { type PartProps } from './person-section.tsx';
import { RECEPTION_WORDS } from './reception-messages.ts';

const METHODS = ['counter', 'post', 'home', 'electronic'] as const;
/** A filing at the counter is never counted as on line, so that is not among the choices. */
const CHANNELS = ['counter', 'post', 'home', 'kiosk'] as const;

/** What can be told at the counter. What was proven when it was filed stays as it is. */
const CONSENTS = ['spoken', 'written'] as const;
/** An officer's own account is among the answers so that it can be told and refused with its reason. */
const ACCOUNTS = ['none', 'own', 'representative', 'officer'] as const;

/** What is kept of help beside the helper's name: whether the person agreed, and whose account was used. */
function HelpFields({ draft, dispatch, faultAt }: PartProps): ReactElement {
  const t = useWords(RECEPTION_WORDS);
  const { assistedConsent } = draft;
  if (assistedConsent === 'signature' || assistedConsent === 'code' || assistedConsent === 'recording') return <p className="quiet">{t(`consent.${assistedConsent}`)}</p>;
  return (
    <>
      <Field id="assistedConsent" label={t('consent')} fault={faultAt('assistedConsent')}>
        {(control) => (
          <select {...control} className="box" value={draft.assistedConsent} onChange={(event) => { dispatch({ kind: 'entry', change: { assistedConsent: CONSENTS.find((one) => one === event.target.value) ?? '' } }); }}>
            <option value="">{t('consent.none')}</option>
            {CONSENTS.map((consent) => <option key={consent} value={consent}>{t(`consent.${consent}`)}</option>)}
          </select>
        )}
      </Field>
      <Field id="assistedAccount" label={t('account')} fault={faultAt('assistedAccount')}>
        {(control) => (
          <select {...control} className="box" value={draft.assistedAccount} onChange={(event) => { dispatch({ kind: 'entry', change: { assistedAccount: ACCOUNTS.find((one) => one === event.target.value) ?? 'none' } }); }}>
            {ACCOUNTS.map((account) => <option key={account} value={account}>{t(`account.${account}`)}</option>)}
          </select>
        )}
      </Field>
    </>
  );
}

/** How the result goes out, how many copies, what is asked for, and who files for whom. */
export function ResultSection({ draft, dispatch, faultAt }: PartProps): ReactElement {
  const t = useWords(RECEPTION_WORDS);
  const { delivery } = draft;
  const isHelped = draft.assistedBy.trim() !== '';
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
      <details open={draft.authorisedBy !== '' || isHelped || undefined}>
        <summary>{t('others')}</summary>
        <div className="others-grid">
          <Field id="authorisedBy" label={t('authorised')}>
            {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={200} value={draft.authorisedBy} onChange={(event) => { dispatch({ kind: 'entry', change: { authorisedBy: event.target.value } }); }} />}
          </Field>
          <Field id="assistedBy" label={t('assisted')} note={t('assisted-note')}>
            {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={200} value={draft.assistedBy} onChange={(event) => { dispatch({ kind: 'entry', change: { assistedBy: event.target.value } }); }} />}
          </Field>
          {isHelped ? <HelpFields draft={draft} dispatch={dispatch} faultAt={faultAt} /> : null}
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
