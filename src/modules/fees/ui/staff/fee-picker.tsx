import { type ReactElement, useEffect } from 'react';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { DayField } from '../../../../web/staff/components/day-field/day-field.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { useLateValue } from '../../../../web/staff/shell/use-late-value.ts';
import { type FeesDraft, withCopies } from '../../contract/fees-draft.ts';
import { type FeeOptions } from '../../contract/fee-schemas.ts';
import { FeeLines } from './fee-lines.tsx';
import { FEE_STAFF_WORDS } from './fee-messages.ts';
import { ExemptionClaims } from './exemption-claims.tsx';
import { type FeeSubject, useFeeOptions, useFeePreview } from './use-fee-preview.ts';
import './fees.css';

export interface FeePickerProps {
  readonly subject: FeeSubject;
  readonly draft: FeesDraft;
  readonly onChange: (draft: FeesDraft) => void;
  /** How many copies of the result the declaration asks for. */
  readonly copies?: number | null;
  /** What the server found wrong when it was to be saved. */
  readonly fault?: string | undefined;
}

type Charge = FeeOptions['charges'][number];
type Item = FeesDraft['items'][number];

/** Originals whose copies are charged by pages: pages and copies of each. */
function Documents({ charge, draft, onChange }: { readonly charge: Charge } & Pick<FeePickerProps, 'draft' | 'onChange'>): ReactElement {
  const t = useWords(FEE_STAFF_WORDS);
  const own = draft.items.filter(({ code }) => code === charge.code);
  const rows: readonly Item[] = own.length === 0 ? [{ code: charge.code, quantity: '1', pages: '' }] : own;
  const put = (next: readonly Item[]) => { onChange({ ...draft, items: [...draft.items.filter(({ code }) => code !== charge.code), ...next] }); };
  const change = (at: number, part: Partial<Item>) => { put(rows.map((row, index) => (index === at ? { ...row, ...part } : row))); };
  return (
    <div className="fee-documents">
      {rows.map((row, index) => (
        <div key={index} className="fee-grid">
          <Field id={`fee-pages-${String(index)}`} label={t('pages')}>
            {(control) => <input {...control} className="box" type="text" inputMode="numeric" autoComplete="off" size={4} maxLength={5} value={row.pages ?? ''} onChange={(event) => { change(index, { pages: event.target.value }); }} />}
          </Field>
          <Field id={`fee-copies-${String(index)}`} label={t('copies')}>
            {(control) => <input {...control} className="box" type="text" inputMode="numeric" autoComplete="off" size={4} maxLength={5} value={row.quantity} onChange={(event) => { change(index, { quantity: event.target.value }); }} />}
          </Field>
          {rows.length === 1 ? null : <Button kind="plain" onPress={() => { put(rows.filter((_row, at) => at !== index)); }}>{t('remove')}</Button>}
        </div>
      ))}
      <div><Button kind="quiet" onPress={() => { put([...rows, { code: charge.code, quantity: '1', pages: '' }]); }}>{t('more-documents')}</Button></div>
    </div>
  );
}

/** How often a charge is asked for. */
function Quantity({ charge, draft, onChange }: { readonly charge: Charge } & Pick<FeePickerProps, 'draft' | 'onChange'>): ReactElement {
  const t = useWords(FEE_STAFF_WORDS);
  const value = draft.items.find(({ code }) => code === charge.code)?.quantity ?? (charge.role === 'base' ? '1' : '');
  return (
    <Field id={`fee-${charge.code.replace(/[^a-z0-9-]/gu, '-')}`} label={t('quantity-of', { label: charge.label, unit: t(`unit.${charge.unit}`).toLocaleLowerCase('vi') })}>
      {(control) => (
        <input
          {...control} className="box" type="text" inputMode="numeric" autoComplete="off" size={4} maxLength={5} placeholder={charge.role === 'base' ? '1' : '0'} value={value}
          onChange={(event) => {
            const rest = draft.items.filter(({ code }) => code !== charge.code);
            onChange({ ...draft, items: event.target.value === '' && charge.role === 'extra' ? rest : [...rest, { code: charge.code, quantity: event.target.value, pages: null }] });
          }}
        />
      )}
    </Field>
  );
}

/** What is charged for a dossier: copies and pages, the day that decides, exemptions with their proof, and at once what is to be paid. */
export function FeePicker({ subject, draft, copies = null, onChange, fault }: FeePickerProps): ReactElement | null {
  const options = useFeeOptions(subject);
  const charges = options?.charges.map(({ code }) => code).join();
  useEffect(() => {
    const preset = options === undefined || copies === null ? draft : withCopies(draft, options.charges, copies);
    if (preset !== draft) onChange(preset);
    // Once for each procedure and form: an officer who then takes the copies out means it.
  }, [charges, copies]);
  const late = useLateValue(draft, 200);
  const read = useFeePreview(subject, late);
  if (options === undefined) return read?.ok === false ? <Notice kind="bad"><p>{read.refusal.message}</p></Notice> : null;
  const counted = options.charges.filter(({ byPages, role, unit }) => !byPages && (role === 'extra' || unit !== 'case'));
  return (
    <div className="fee-picker" id="fees" tabIndex={-1}>
      {options.charges.filter(({ byPages }) => byPages).map((charge) => <Documents key={charge.code} charge={charge} draft={draft} onChange={onChange} />)}
      {counted.length === 0 && options.event === null ? null : (
        <div className="fee-grid">
          {options.event === null ? null : <DayField id="fee-event" label={options.event} value={draft.eventDay} onChange={(eventDay) => { onChange({ ...draft, eventDay }); }} />}
          {counted.map((charge) => <Quantity key={charge.code} charge={charge} draft={draft} onChange={onChange} />)}
        </div>
      )}
      {options.exemptions.length === 0 ? null : <ExemptionClaims exemptions={options.exemptions} draft={draft} onChange={onChange} />}
      <div aria-live="polite">
        {read === undefined ? null : read.ok ? <FeeLines fees={read.value} /> : <Notice kind="bad"><p>{read.refusal.message}</p></Notice>}
      </div>
      {fault === undefined || read?.ok === false ? null : <Notice kind="bad" live><p>{fault}</p></Notice>}
    </div>
  );
}
