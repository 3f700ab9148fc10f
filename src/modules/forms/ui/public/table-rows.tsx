import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { Button } from '../../../../web/public/button/button.tsx';
import { FieldGroup, type FieldProps } from '../../../../web/public/field/field.tsx';
import { fieldId } from '../../../../web/public/field/field-id.ts';
import { type Answer, type AnswerRow, isRows } from '../../domain/answers.ts';
import { type ColumnField, type TableField } from '../../domain/form-definition.ts';
import { FORM_PAGE_WORDS } from './messages.ts';
import { type QuestionView } from './question-view.ts';

interface TableRowsProps {
  readonly view: QuestionView;
  readonly field: TableField;
  readonly props: FieldProps;
  readonly cell: (column: ColumnField, name: string, answer: Answer | undefined, error: string | undefined) => ReactElement;
}

/** The rows of a table one under another; rows are added and taken out by buttons that send the page. */
export function TableRows({ view, field, props, cell }: TableRowsProps): ReactElement {
  const t = translator(FORM_PAGE_WORDS, props.locale);
  const kept: readonly AnswerRow[] = isRows(view.answer) ? view.answer : [];
  const least = Math.max(kept.length, view.required ? (field.minRows ?? 1) : 0);
  const rows = Array.from({ length: least }, (_, index) => kept[index] ?? {});
  return (
    <FieldGroup props={props}>
      <div className="form" id={fieldId(field.id)} tabIndex={-1}>
        {rows.map((row, index) => (
          // A row has no name of its own: it is its place.
          <fieldset className="field" key={index}>
            <legend>{t('row-of', { row: index + 1 })}</legend>
            <div className="form gold-edge">
              {field.columns.map((column) => {
                const name = `${field.id}.${String(index)}.${column.id}`;
                return <div key={column.id}>{cell(column, name, row[column.id], view.faults.get(name))}</div>;
              })}
              <Button kind="quiet" name="buoc" value={`bo:${field.id}:${String(index)}`} skipChecks>{t('row-remove', { row: index + 1 })}</Button>
            </div>
          </fieldset>
        ))}
        {rows.length >= field.maxRows ? null : <Button kind="quiet" name="buoc" value={`them:${field.id}`} skipChecks>{t('row-add')}</Button>}
      </div>
    </FieldGroup>
  );
}
