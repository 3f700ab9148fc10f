import { type ReactElement, useState } from 'react';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { FIELD_WORDS } from '../../contract/finding-words.ts';
import { type PreviewAnswer, type ReadingWish } from '../../contract/statement-schemas.ts';
import { DAY_ORDERS, STATEMENT_FIELDS, type StatementField } from '../../domain/statement-line.ts';
import { IMPORT_WORDS } from './import-messages.ts';

export interface ColumnsPartProps {
  readonly preview: PreviewAnswer;
  readonly busy: boolean;
  readonly layoutName: string;
  /** Undefined: there is no way of reading to be kept. */
  readonly onLayoutName: ((name: string) => void) | undefined;
  readonly onRead: (reading: ReadingWish) => void;
}

/** The first lines of a file, each column with a box that says what it is. */
export function ColumnsPart({ preview, busy, layoutName, onLayoutName, onRead }: ColumnsPartProps): ReactElement {
  const t = useWords(IMPORT_WORDS);
  const { locale } = useLocale();
  const { headings, samples } = preview;
  const [draft, setDraft] = useState<ReadingWish>(() => preview.reading ?? { headingLine: preview.headingLine, columns: {}, dayOrder: 'dmy' });
  const fieldOf = (column: number): StatementField | '' => STATEMENT_FIELDS.find((field) => draft.columns[field] === column) ?? '';
  const choose = (column: number, field: string): void => {
    // A field stands in one column, a column has one field: what was there before lets go.
    const columns = Object.fromEntries(Object.entries(draft.columns).filter(([name, at]) => at !== column && name !== field));
    setDraft({ ...draft, columns: field === '' ? columns : { ...columns, [field]: column } });
  };
  return (
    <section className="statements-columns" aria-labelledby="statements-columns">
      <h3 id="statements-columns">{t('columns')}</h3>
      <p className="quiet">{t('columns-lead')}</p>
      <div className="statements-fields">
        <Field id="statements-heading-line" label={t('heading-line')}>
          {(control) => <input {...control} className="box" type="number" min={0} max={40} value={draft.headingLine} onChange={(event) => { setDraft({ ...draft, headingLine: Math.min(40, Math.max(0, Math.floor(Number(event.target.value)) || 0)) }); }} />}
        </Field>
        <Field id="statements-day-order" label={t('day-order')}>
          {(control) => (
            <select {...control} className="box" value={draft.dayOrder} onChange={(event) => { setDraft({ ...draft, dayOrder: DAY_ORDERS.find((order) => order === event.target.value) ?? 'dmy' }); }}>
              {DAY_ORDERS.map((order) => <option key={order} value={order}>{t(`order.${order}`)}</option>)}
            </select>
          )}
        </Field>
      </div>
      <div className="statements-wide">
        <table className="statements-samples">
          <thead>
            <tr>{headings.map((heading, column) => <th key={`${String(column)} ${heading}`} scope="col">{heading === '' ? t('column', { number: column + 1 }) : heading}</th>)}</tr>
            <tr>
              {headings.map((heading, column) => (
                <td key={`${String(column)} ${heading}`}>
                  <select className="box" aria-label={heading === '' ? t('column', { number: column + 1 }) : heading} value={fieldOf(column)} onChange={(event) => { choose(column, event.target.value); }}>
                    <option value="">{t('column-none')}</option>
                    {STATEMENT_FIELDS.map((field) => <option key={field} value={field}>{FIELD_WORDS[field][locale]}</option>)}
                  </select>
                </td>
              ))}
            </tr>
          </thead>
          <tbody>{samples.map((cells, row) => <tr key={`${String(row)} ${cells.join('|')}`}>{cells.map((cell, column) => <td key={`${String(column)} ${cell}`}>{cell}</td>)}</tr>)}</tbody>
        </table>
      </div>
      {onLayoutName === undefined ? null : (
        <Field id="statements-layout-name" label={t('layout-name')} note={t('layout-name-note')}>
          {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={80} value={layoutName} onChange={(event) => { onLayoutName(event.target.value); }} />}
        </Field>
      )}
      <div className="button-row"><Button kind={preview.layout === null ? 'main' : 'quiet'} busy={busy} onPress={() => { onRead(draft); }}>{t('look-again')}</Button></div>
    </section>
  );
}
