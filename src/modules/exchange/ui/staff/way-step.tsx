import { type ReactElement } from 'react';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useCountWords, useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { FIELD_WORDS } from '../../contract/finding-words.ts';
import { type ImportResponse, type SourceListResponse } from '../../contract/exchange-schemas.ts';
import { EXCHANGE_FIELDS, type ExchangeField, NEEDED_FIELDS } from '../../domain/stated-dossier.ts';
import { EXCHANGE_WORDS } from './exchange-messages.ts';
import { codeOfName, type WayDraft, withOrigin } from './way-draft.ts';

export interface WayStepProps {
  readonly read: ImportResponse;
  readonly sources: SourceListResponse['items'];
  readonly draft: WayDraft;
  readonly busy: boolean;
  readonly fault: string | undefined;
  readonly onChange: (draft: WayDraft) => void;
  readonly onSource: (code: string) => void;
  readonly onCheck: () => void;
}

const NOT_THERE = '\u0000none';
const FIXED = '\u0000fixed';
const ORDERS = ['day-first', 'month-first', 'year-first'] as const;

function MappingLine({ field, read, draft, onChange }: { readonly field: ExchangeField } & Pick<WayStepProps, 'read' | 'draft' | 'onChange'>): ReactElement {
  const t = useWords(EXCHANGE_WORDS);
  const { locale } = useLocale();
  const origin = draft.mapping.fields[field];
  const fixed = origin !== undefined && 'fixed' in origin;
  const chosen = origin === undefined ? NOT_THERE : fixed ? FIXED : origin.heading;
  const at = origin === undefined || fixed ? -1 : read.headings.indexOf(origin.heading);
  const samples = [...new Set(read.samples.flatMap((row) => (row[at] === undefined || row[at] === '' ? [] : [row[at]])))].slice(0, 3);
  const name = FIELD_WORDS[field][locale];
  return (
    <tr>
      <th scope="row">{name}{NEEDED_FIELDS.includes(field) ? <small className="quiet"> {t('needed')}</small> : null}</th>
      <td>
        <select className="box" aria-label={name} value={chosen} onChange={(event) => {
          const { value } = event.target;
          onChange(withOrigin(draft, field, value === NOT_THERE ? undefined : value === FIXED ? { fixed: '' } : { heading: value }));
        }}>
          <option value={NOT_THERE}>{t('column-none')}</option>
          <option value={FIXED}>{t('column-fixed')}</option>
          {read.headings.filter((heading) => heading !== '').map((heading) => <option key={heading} value={heading}>{heading}</option>)}
        </select>
      </td>
      <td>
        {fixed
          ? <input className="box" type="text" aria-label={`${t('fixed')}: ${name}`} maxLength={200} value={origin.fixed} onChange={(event) => { onChange(withOrigin(draft, field, { fixed: event.target.value })); }} />
          : <span className="quiet">{samples.join(' · ')}</span>}
      </td>
    </tr>
  );
}

/** The second step: whose file it is, where its headings stand, which column is which field. */
export function WayStep({ read, sources, draft, busy, fault, onChange, onSource, onCheck }: WayStepProps): ReactElement {
  const t = useWords(EXCHANGE_WORDS);
  const count = useCountWords();
  const known = sources.some(({ code }) => code === draft.source.code);
  const setLines = (end: 'from' | 'to', text: string) => {
    const line = Math.max(1, Math.floor(Number(text)));
    if (Number.isFinite(line)) onChange({ ...draft, headingLines: { ...draft.headingLines, [end]: line } });
  };
  return (
    <>
      <p className="quiet">{`${read.fileName}: ${t('understood', { reading: read.reading, count: count(read.lineCount) })}`}</p>
      {read.seenBefore ? <Notice kind="info"><p>{t('seen-before')}</p></Notice> : null}
      <div className="exchange-choices">
        {sources.length === 0 ? null : (
          <Field id="exchange-source" label={t('source')}>
            {(control) => (
              <select {...control} className="box" value={known ? draft.source.code : ''} onChange={(event) => {
                if (event.target.value === '') onChange({ ...draft, source: { code: '', name: '' } });
                else onSource(event.target.value);
              }}>
                {sources.map(({ code, name }) => <option key={code} value={code}>{name}</option>)}
                <option value="">{t('source-new')}</option>
              </select>
            )}
          </Field>
        )}
        {known ? null : (
          <Field id="exchange-source-name" label={t('source-name')}>
            {(control) => <input {...control} className="box" type="text" maxLength={100} value={draft.source.name} onChange={(event) => { onChange({ ...draft, source: { name: event.target.value, code: codeOfName(event.target.value) } }); }} />}
          </Field>
        )}
        <Field id="exchange-from" label={`${t('headings')} ${t('headings-from')}`}>
          {(control) => <input {...control} className="box exchange-number" type="number" min={1} max={40} value={draft.headingLines.from} onChange={(event) => { setLines('from', event.target.value); }} />}
        </Field>
        <Field id="exchange-to" label={t('headings-to')}>
          {(control) => <input {...control} className="box exchange-number" type="number" min={1} max={40} value={draft.headingLines.to} onChange={(event) => { setLines('to', event.target.value); }} />}
        </Field>
        <Field id="exchange-order" label={t('date-order')}>
          {(control) => (
            <select {...control} className="box" value={draft.mapping.dateOrder} onChange={(event) => {
              const order = ORDERS.find((one) => one === event.target.value);
              if (order !== undefined) onChange({ ...draft, mapping: { ...draft.mapping, dateOrder: order } });
            }}>
              {ORDERS.map((order) => <option key={order} value={order}>{t(`order.${order}`)}</option>)}
            </select>
          )}
        </Field>
      </div>
      <div className="exchange-wide">
        <table className="exchange-table">
          <thead><tr><th scope="col">{t('field')}</th><th scope="col">{t('column')}</th><th scope="col">{t('sample')}</th></tr></thead>
          <tbody>{EXCHANGE_FIELDS.map((field) => <MappingLine key={field} field={field} read={read} draft={draft} onChange={onChange} />)}</tbody>
        </table>
      </div>
      {fault === undefined ? null : <Notice kind="bad" live><p>{fault}</p></Notice>}
      <div className="button-row"><Button busy={busy} onPress={onCheck}>{t(busy ? 'checking' : 'preview')}</Button></div>
    </>
  );
}
