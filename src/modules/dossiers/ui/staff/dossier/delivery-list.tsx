import { type ReactElement } from 'react';
import { momentWords, plainDateWords } from '../../../../../kernel/date-words.ts';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { type DossierResponse } from '../../../contract/dossier-schemas.ts';
import { keptAddress } from '../file-address.ts';
import { DOSSIER_WORDS, type DossierWord } from './dossier-messages.ts';

type Delivery = DossierResponse['deliveries'][number];

const EVENTS = ['sealed', 'handed-on', 'posted', 'arrived', 'not-met', 'delivered', 'came-back'] as const;

function eventWord(event: string): DossierWord {
  const known = EVENTS.find((one) => one === event);
  return known === undefined ? 'event.other' : `way-event.${known}`;
}

function Way({ delivery }: { readonly delivery: Delivery }): ReactElement {
  const t = useWords(DOSSIER_WORDS);
  const { locale } = useLocale();
  const { receiver, proof } = delivery;
  const facts = [
    t(`way-state.${delivery.state}`),
    ...(delivery.carrier === null ? [] : [delivery.carrier]),
    ...(delivery.trackingNumber === null ? [] : [delivery.trackingNumber]),
    ...(delivery.envelopeCode === null ? [] : [t('way-envelope', { code: delivery.envelopeCode })]),
  ];
  return (
    <li>
      <b>{t(`delivery.${delivery.method}`)}</b>
      <small className="quiet">{facts.join(' · ')}</small>
      {receiver === null ? null : (
        <small>
          {t('way-receiver', { name: receiver.name })}
          {receiver.paper === null ? null : ` (${receiver.paper})`}
          {proof === null ? null : <> · <a href={proof.address} target="_blank" rel="noreferrer">{t(proof.kind === 'signature' ? 'way-signature' : 'way-photo')}</a></>}
        </small>
      )}
      {delivery.events.length === 0 ? null : (
        <ol className="history">
          {delivery.events.map((event) => (
            <li key={`${event.at} ${event.event}`}>
              {event.toName === null ? t(eventWord(event.event)) : t('event-by', { event: t(eventWord(event.event)), name: event.toName })}
              <small className="quiet">{momentWords(Date.parse(event.at), locale, 'without-year')}</small>
              {event.words === null ? null : <small>“{event.words}”</small>}
            </li>
          ))}
        </ol>
      )}
    </li>
  );
}

/** The result and the ways that it took to its owner; nothing before there is one. */
export function DeliveryList({ dossier }: { readonly dossier: DossierResponse }): ReactElement | null {
  const t = useWords(DOSSIER_WORDS);
  const { deliveries, result } = dossier;
  if (deliveries.length === 0 && result === null) return null;
  return (
    <section aria-labelledby="result-title">
      <h3 id="result-title">{t('result')}</h3>
      {result === null ? null : (
        <p>
          {result.files.map((file) => <a key={file.sha256} className="result-file" href={keptAddress(dossier.id, file.sha256)} target="_blank" rel="noreferrer">{file.fileName}</a>)}
          {result.validTo === null ? null : <small className="quiet"> {t('result-valid', { date: plainDateWords(result.validTo, 'vi') })}</small>}
        </p>
      )}
      <ul className="ways">{deliveries.map((delivery) => <Way key={delivery.id} delivery={delivery} />)}</ul>
    </section>
  );
}
