import { type ReactElement, useEffect, useRef, useState } from 'react';
import { callApi } from '../../../../../web/staff/api/call-api.ts';
import { newId } from '../../../../../web/staff/api/new-id.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { DayField } from '../../../../../web/staff/components/day-field/day-field.tsx';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { type UnitPreview, type UnitTree } from '../../../contract/units.ts';
import { UNIT_ENTRY } from '../../../domain/decide-unit-change.ts';
import { useStaffSave } from '../use-staff-save.ts';
import { changeOf, type UnitDraft } from './unit-draft.ts';
import { UNIT_WORDS } from './unit-messages.ts';
import { UnitPartFields } from './unit-part-fields.tsx';
import { UnitPreviewBox } from './unit-preview-box.tsx';

export interface UnitFormProps {
  readonly start: UnitDraft;
  readonly tree: UnitTree;
  readonly onCancel: () => void;
  readonly onDone: (effectiveOn: string) => void;
}

/** The form of one change: what, from which day, on what basis; a preview of what moves; then it is entered. */
export function UnitForm({ start, tree, onCancel, onDone }: UnitFormProps): ReactElement {
  const t = useWords(UNIT_WORDS);
  const save = useStaffSave();
  const head = useRef<HTMLHeadingElement>(null);
  const [changeId] = useState(newId);
  const [draft, setDraft] = useState(start);
  const [preview, setPreview] = useState<UnitPreview | null>(null);
  const [looking, setLooking] = useState(false);
  const [missing, setMissing] = useState<'reason' | 'into' | null>(null);
  useEffect(() => { head.current?.focus(); }, []);
  const { act, subject, node, parts } = draft;
  const set = (part: Partial<UnitDraft>) => {
    setDraft({ ...draft, ...part });
    setPreview(null);
    setMissing(null);
    save.touched();
  };
  const change = changeOf(draft);
  const faultOf = (field: string): string | undefined => (preview?.problem?.field === field ? preview.problem.message : save.faultOf(field));
  const look = async () => {
    if (change === undefined) {
      setMissing('into');
      return;
    }
    if (draft.reason.trim() === '') {
      setMissing('reason');
      return;
    }
    setLooking(true);
    const answer = await callApi<UnitPreview>('POST', '/api/units/preview', { subject, effectiveOn: draft.effectiveOn, change });
    setLooking(false);
    if (answer.ok) setPreview(answer.value);
    else save.show([{ code: answer.refusal.code, field: 'form' }]);
  };
  const apply = async () => {
    if (change === undefined || preview === null) return;
    const done = await save.send('POST', '/api/units/changes', { changeId, subject, effectiveOn: draft.effectiveOn, reason: draft.reason, change });
    if (done) onDone(draft.effectiveOn);
  };
  const name = node?.name ?? '';
  const title = act === 'add' ? t(subject === 'unit' ? 'form-add' : 'form-add-village') : t(`form-${act}`, { name });
  const candidates = (subject === 'unit' ? tree.units : tree.villages).filter((one) => one.id !== node?.id && (one.validTo === null || one.validTo >= draft.effectiveOn) && one.validFrom <= draft.effectiveOn);
  const showsParts = act === 'add' || act === 'rename' || act === 'split' || (act === 'merge' && draft.into === 'new');
  const isReady = preview !== null && preview.problem === null;
  return (
    <section className="unit-form" aria-labelledby="unit-form-title">
      <h2 id="unit-form-title" ref={head} tabIndex={-1}>{title}</h2>
      <form
        className="staff-form" noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void (isReady ? apply() : look());
        }}
      >
        <div className="staff-part">
          <DayField id="unit-effective" label={t('effective-on')} value={draft.effectiveOn} needed onChange={(effectiveOn) => { set({ effectiveOn }); }} fault={faultOf('effectiveOn')} />
          <Field id="unit-reason" label={t('reason')} note={t('reason-note')} fault={missing === 'reason' ? t('reason-missing') : save.faultOf('reason')}>
            {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={UNIT_ENTRY.reason} value={draft.reason} onChange={(event) => { set({ reason: event.target.value }); }} />}
          </Field>
          <p className="quiet field-wide">{t('effective-note')}</p>
          {act === 'merge' ? (
            <>
              <Field id="unit-into" label={t('merge-into')} fault={missing === 'into' ? t('merge-none') : faultOf('unitIds') ?? faultOf('into')}>
                {(control) => (
                  <select {...control} className="box" value={draft.into} onChange={(event) => { set({ into: event.target.value }); }}>
                    <option value="">{t('merge-none')}</option>
                    <option value="new">{t('merge-new')}</option>
                    {candidates.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
                  </select>
                )}
              </Field>
              <fieldset className="unit-others">
                <legend>{t('merge-with')}</legend>
                {candidates.filter(({ id }) => id !== draft.into).map((one) => (
                  <label key={one.id} className="staff-tick">
                    <input type="checkbox" checked={draft.others.includes(one.id)} onChange={(event) => { set({ others: event.target.checked ? [...draft.others, one.id] : draft.others.filter((id) => id !== one.id) }); }} />
                    <span>{one.name}</span>
                  </label>
                ))}
              </fieldset>
            </>
          ) : null}
        </div>
        {showsParts ? parts.map((part, index) => (
          <UnitPartFields
            key={part.id} number={act === 'split' ? index + 1 : null} part={part} subject={subject} choosesKind={act !== 'rename'} offered={tree.fields}
            faultOf={(field) => faultOf(act === 'rename' ? field : act === 'split' ? `into.${index}.${field}` : act === 'add' ? `unit.${field}` : `into.${field}`)}
            onChange={(some) => { set({ parts: parts.map((other) => (other === part ? { ...part, ...some } : other)) }); }}
          />
        )) : null}
        {act === 'split' ? (
          <div className="staff-positions">
            <p className="quiet">{t('first-note')}</p>
            <div><Button kind="quiet" onPress={() => { set({ parts: [...parts, { id: newId(), name: '', shortName: '', kind: parts[0]?.kind ?? 'department', fields: [] }] }); }}>{t('add-part')}</Button></div>
          </div>
        ) : null}
        {preview === null ? null : <UnitPreviewBox preview={preview} />}
        {save.notice === undefined ? null : <Notice kind="bad" live><p>{save.notice}</p></Notice>}
        <div className="button-row">
          {isReady ? <Button submit busy={save.busy}>{t(save.busy ? 'applying' : 'apply')}</Button> : <Button submit busy={looking}>{t(looking ? 'previewing' : 'preview')}</Button>}
          <Button kind="quiet" onPress={onCancel}>{t('cancel')}</Button>
        </div>
      </form>
    </section>
  );
}
