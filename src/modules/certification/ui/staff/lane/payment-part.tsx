import { type Dispatch, type KeyboardEvent, type ReactElement } from 'react';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { focusPart } from '../../../../../web/staff/keyboard/focus-part.ts';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { type LaneResponse } from '../../../contract/certification-schemas.ts';
import { feeSoFar, identityPaperOf, type LaneDraft, type LaneEvent, type LaneProcedure } from './lane-draft.ts';
import { LANE_WORDS } from './lane-messages.ts';

/** The ways in which a fee is taken, in the order in which a key goes through them. */
export const PAID_WAYS = ['cash', 'transfer', 'not-yet'] as const satisfies readonly LaneDraft['paidWay'][];

export interface PaymentPartProps {
  readonly draft: LaneDraft;
  readonly dispatch: Dispatch<LaneEvent>;
  readonly procedure: LaneProcedure;
  readonly cash: LaneResponse['cash'];
  readonly fault: string | undefined;
}

/** How the fee was taken; the number of its receipt where that is written by hand; and what is seldom needed: another identity paper, another place. */
export function PaymentPart({ draft, dispatch, procedure, cash, fault }: PaymentPartProps): ReactElement {
  const t = useWords(LANE_WORDS);
  const onEnter = (to: string) => (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey) return;
    event.preventDefault();
    focusPart(to);
  };
  const free = procedure.feeRule.formula.kind === 'per-unit' && procedure.feeRule.formula.amount === 0;
  const paper = identityPaperOf({ identityPaper: '', person: draft.person });
  return (
    <>
      {free ? <p className="quiet">{t('free')}</p> : (
        <div className="lane-payment">
          <fieldset className="lane-ways">
            <legend className="field-label">{t('paid')} <kbd aria-hidden={true}>F4</kbd></legend>
            {PAID_WAYS.map((way) => (
              <label key={way} className="lane-way">
                <input
                  id={`paid-${way}`} type="radio" name="paid" checked={draft.paidWay === way} disabled={way === 'cash' && cash.hindrance !== null} onChange={() => { dispatch({ kind: 'entry', change: { paidWay: way } }); }}
                  onKeyDown={onEnter(way === 'cash' && cash.byHand ? 'feeReceipt' : 'save')}
                />
                <span>{t(`paid.${way}`)}</span>
              </label>
            ))}
          </fieldset>
          {draft.paidWay !== 'cash' || !cash.byHand || feeSoFar(draft, procedure) === 0 ? null : (
            <Field id="feeReceipt" label={<>{t('fee-receipt')} <span className="quiet">({t('optional')})</span></>} note={t('fee-receipt-note')} fault={fault}>
              {(control) => (
                <input
                  {...control} className="box" type="text" maxLength={40} autoComplete="off" value={draft.feeReceipt}
                  onChange={(event) => { dispatch({ kind: 'entry', change: { feeReceipt: event.target.value } }); }} onKeyDown={onEnter('save')}
                />
              )}
            </Field>
          )}
          {draft.paidWay === 'cash' && cash.byHand ? null : <p className="field-note lane-paid-note">{draft.paidWay === 'not-yet' && cash.hindrance !== null ? cash.hindrance : t(`paid-note.${draft.paidWay}`)}</p>}
        </div>
      )}
      <details>
        <summary>{t('more')}</summary>
        <div className="lane-more">
          <Field id="identityPaper" label={t('identity-paper')} note={paper === null ? t('identity-paper-none') : t('identity-paper-note', { paper })}>
            {(control) => (
              <input
                {...control} className="box" type="text" maxLength={120} autoComplete="off" value={draft.identityPaper}
                onChange={(event) => { dispatch({ kind: 'entry', change: { identityPaper: event.target.value } }); }} onKeyDown={onEnter('place')}
              />
            )}
          </Field>
          <Field id="place" label={t('place')} note={t('place-note')}>
            {(control) => (
              <input
                {...control} className="box" type="text" maxLength={200} autoComplete="off" value={draft.place}
                onChange={(event) => { dispatch({ kind: 'entry', change: { place: event.target.value } }); }} onKeyDown={onEnter('save')}
              />
            )}
          </Field>
        </div>
      </details>
    </>
  );
}
