import { type ReactElement } from 'react';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { type AssigneesResponse } from '../../../contract/dossier-schemas.ts';
import { type ActionField } from './action-forms.ts';
import { DOSSIER_WORDS } from './dossier-messages.ts';
import { FilesEntry } from './files-entry.tsx';
import { ProofEntry } from './proof-entry.tsx';

export interface ActionEntryProps {
  readonly field: ActionField;
  readonly value: string;
  readonly fault: string | undefined;
  /** For lists of officers and units. */
  readonly dossierId: string;
  readonly onChange: (value: string) => void;
}

/** One entry of an action's form, by its kind. */
export function ActionEntry(props: ActionEntryProps): ReactElement {
  const t = useWords(DOSSIER_WORDS);
  const { field, value, fault, onChange } = props;
  const id = `action-${field.name.replace('.', '-')}`;
  const note = field.note === undefined ? undefined : t(field.note);
  switch (field.kind) {
    case 'words':
      return (
        <Field id={id} label={t(field.label)} note={note} fault={fault}>
          {(control) => <textarea {...control} className="box" maxLength={field.max} value={value} onChange={(event) => { onChange(event.target.value); }} />}
        </Field>
      );
    case 'date':
    case 'number':
    case 'line':
      return (
        <Field id={id} label={t(field.label)} note={note} fault={fault}>
          {(control) => <input {...control} className="box" type="text" inputMode={field.kind === 'number' ? 'numeric' : undefined} autoComplete="off" maxLength={field.max} value={value} onFocus={(event) => { event.target.select(); }} onChange={(event) => { onChange(event.target.value); }} />}
        </Field>
      );
    case 'choice':
      return (
        <Field id={id} label={t(field.label)} note={note} fault={fault}>
          {(control) => (
            <select {...control} className="box" value={value} onChange={(event) => { onChange(event.target.value); }}>
              {(field.options ?? []).map((option) => <option key={option.value} value={option.value}>{t(option.label)}</option>)}
            </select>
          )}
        </Field>
      );
    case 'proof':
      return <ProofEntry label={t(field.label)} note={note} value={value} onChange={onChange} />;
    case 'files':
      return <FilesEntry label={t(field.label)} note={note} value={value} onChange={onChange} />;
    case 'officer':
    case 'unit':
      return <AssigneeEntry {...props} kind={field.kind} />;
  }
}

function AssigneeEntry({ field, value, fault, dossierId, kind, onChange }: ActionEntryProps & { readonly kind: 'officer' | 'unit' }): ReactElement {
  const t = useWords(DOSSIER_WORDS);
  const reading = useApi<AssigneesResponse>(`/api/dossiers/${dossierId}/assignees`, {});
  const choices = kind === 'unit'
    ? (reading.data?.units ?? []).map(({ id, name }) => ({ id, words: name }))
    : (reading.data?.officers ?? []).map(({ id, fullName, title }) => ({ id, words: title === '' ? fullName : `${fullName}, ${title}` }));
  const empty = reading.isPending ? t('choice-loading') : choices.length === 0 ? t('choice-none') : t('choice');
  return (
    <Field id={`action-${field.name}`} label={t(field.label)} fault={fault}>
      {(control) => (
        <select {...control} className="box" value={value} onChange={(event) => { onChange(event.target.value); }}>
          <option value="">{empty}</option>
          {choices.map(({ id, words }) => <option key={id} value={id}>{words}</option>)}
        </select>
      )}
    </Field>
  );
}
