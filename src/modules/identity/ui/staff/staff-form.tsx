import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { STAFF_LIST_WORDS } from './staff-messages.ts';
import { type StaffSave } from './use-staff-save.ts';

export interface StaffFormProps {
  readonly title: string;
  readonly lead?: string;
  readonly saveWord: string;
  readonly save: StaffSave;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** The frame of the forms about one person: the focus begins at the first entry and goes to the first fault; Escape leads back. */
export function StaffForm({ title, lead, saveWord, save, onSubmit, children }: StaffFormProps): ReactElement {
  const t = useWords(STAFF_LIST_WORDS);
  const [, navigate] = useLocation();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => { form.current?.querySelector('input')?.focus(); }, []);
  useEffect(() => {
    if (save.notice === undefined) return;
    const fault = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    fault?.focus();
  }, [save.notice]);
  const back = () => { navigate(STAFF_PATHS.staff); };
  return (
    <section className="staff-page" aria-labelledby="staff-form-title">
      <p><Link href={STAFF_PATHS.staff}>{t('back')}</Link></p>
      <h1 id="staff-form-title">{title}</h1>
      {lead === undefined ? null : <p className="staff-lead">{lead}</p>}
      <form
        ref={form}
        className="staff-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          back();
        }}
      >
        {children}
        {save.notice === undefined ? null : <Notice kind="bad" live><p>{save.notice}</p></Notice>}
        <div className="button-row">
          <Button submit busy={save.busy}>{save.busy ? t('saving') : saveWord}</Button>
          <Button kind="quiet" onPress={back}>{t('cancel')}</Button>
        </div>
      </form>
    </section>
  );
}
