import { type ReactElement } from 'react';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { type FeesDraft } from '../../contract/fees-draft.ts';
import { type FeeOptions } from '../../contract/fee-schemas.ts';
import { FEE_STAFF_WORDS } from './fee-messages.ts';

export interface ExemptionClaimsProps {
  readonly exemptions: FeeOptions['exemptions'];
  readonly draft: FeesDraft;
  readonly onChange: (draft: FeesDraft) => void;
}

/** As many may be claimed as the server takes. */
const MOST_CLAIMS = 6;

/** Exemptions and reductions that somebody claims, each with its legal basis and its proof. */
export function ExemptionClaims({ exemptions, draft, onChange }: ExemptionClaimsProps): ReactElement {
  const t = useWords(FEE_STAFF_WORDS);
  const { claims } = draft;
  const put = (next: FeesDraft['claims']) => { onChange({ ...draft, claims: next }); };
  const change = (at: number, part: Partial<FeesDraft['claims'][number]>) => { put(claims.map((claim, index) => (index === at ? { ...claim, ...part } : claim))); };
  return (
    <fieldset className="fee-claims">
      <legend className="field-label">{t('claims')}</legend>
      {claims.map((claim, index) => {
        const chosen = exemptions.find(({ code }) => code === claim.exemption);
        return (
          <div key={index} className="fee-claim">
            <Field id={`fee-claim-${String(index)}`} label={t('claim')} note={chosen?.basis}>
              {(control) => (
                <select {...control} className="box" value={claim.exemption} onChange={(event) => { change(index, { exemption: event.target.value, percent: '' }); }}>
                  <option value="">{t('claim-choose')}</option>
                  {exemptions.map(({ code, label }) => <option key={code} value={code}>{label}</option>)}
                </select>
              )}
            </Field>
            {chosen?.percent !== null ? null : (
              <Field id={`fee-percent-${String(index)}`} label={t('percent')}>
                {(control) => <input {...control} className="box" type="text" inputMode="numeric" autoComplete="off" size={4} maxLength={3} value={claim.percent} onChange={(event) => { change(index, { percent: event.target.value }); }} />}
              </Field>
            )}
            <Field id={`fee-proof-${String(index)}`} label={t('proof')}>
              {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={300} placeholder={chosen?.proof ?? ''} value={claim.proof} onChange={(event) => { change(index, { proof: event.target.value }); }} />}
            </Field>
            <Button kind="plain" onPress={() => { put(claims.filter((_claim, at) => at !== index)); }}>{t('remove')}</Button>
          </div>
        );
      })}
      {claims.length >= MOST_CLAIMS ? null : <div><Button kind="quiet" onPress={() => { put([...claims, { exemption: '', percent: '', proof: '' }]); }}>{t('claim-add')}</Button></div>}
    </fieldset>
  );
}
