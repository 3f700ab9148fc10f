import { type ReactElement, useState } from 'react';
import { useLocation } from 'wouter';
import { type Problem } from '../../../../kernel/result.ts';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { useSession } from '../../../../web/staff/session.tsx';
import { announce } from '../../../../web/staff/shell/announcement.ts';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type StaffMemberAnswer } from '../../contract/staff.ts';
import { checkPassword } from '../../domain/password-rules.ts';
import { PasswordBox } from './password-box.tsx';
import { StaffForm } from './staff-form.tsx';
import { STAFF_LIST_WORDS } from './staff-messages.ts';
import { useStaffSave } from './use-staff-save.ts';

/** Sets a new password for somebody who forgot it; for oneself it asks for the current one and keeps this session. */
export function PasswordForm({ member }: { readonly member: StaffMemberAnswer }): ReactElement {
  const t = useWords(STAFF_LIST_WORDS);
  const session = useSession();
  const [, navigate] = useLocation();
  const save = useStaffSave();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const own = member.id === session.staffId;
  const field = own ? 'newPassword' : 'password';
  const submit = async () => {
    const checked = checkPassword(password, [member.userName, member.fullName, session.commune.name]);
    const faults: readonly Problem[] = [
      ...(own && current === '' ? [{ code: 'current-missing', field: 'currentPassword' }] : []),
      ...(checked.ok ? [] : [{ ...checked.problem, field }]),
    ];
    if (faults.length > 0) {
      save.show(faults);
      return;
    }
    const done = own
      ? await save.send('PUT', '/api/password', { currentPassword: current, newPassword: password })
      : await save.send('POST', `/api/staff/${member.id}/password`, { password });
    if (!done) return;
    announce(own ? t('own-done') : t('reset-done', { name: member.fullName }));
    navigate(STAFF_PATHS.staff);
  };
  return (
    <StaffForm
      title={own ? t('own-title') : t('reset-title')}
      lead={own ? t('own-lead') : t('reset-lead', { name: member.fullName, userName: member.userName })}
      saveWord={own ? t('own-save') : t('reset-save')}
      save={save}
      onSubmit={() => { void submit(); }}
    >
      <div className="staff-part">
        {own ? (
          <Field id="staff-current-password" label={t('current-password')} fault={save.faultOf('currentPassword')} wide>
            {(control) => (
              <input
                {...control} className="box" type="password" autoComplete="current-password" maxLength={400} value={current}
                onChange={(event) => {
                  setCurrent(event.target.value);
                  save.touched();
                }}
              />
            )}
          </Field>
        ) : null}
        <PasswordBox
          label={t('new-password')} value={password} fault={save.faultOf(field)} forOther={!own}
          onChange={(value) => {
            setPassword(value);
            save.touched();
          }}
        />
      </div>
    </StaffForm>
  );
}
