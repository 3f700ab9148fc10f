import { type ReactElement, type SyntheticEvent, useState } from 'react';
import { type Problem } from '../../../../../kernel/result.ts';
import { callApi } from '../../../../../web/staff/api/call-api.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { useSession } from '../../../../../web/staff/session.tsx';
import { STAFF_BASE, STAFF_SIGN_IN } from '../../../../../web/staff/staff-paths.ts';
import { checkPassword } from '../../../domain/password-rules.ts';
import { PasswordBox } from '../password-box.tsx';
import { STAFF_LIST_WORDS } from '../staff-messages.ts';
import { useStaffSave } from '../use-staff-save.ts';
import { ACCOUNT_WORDS } from './account-messages.ts';
import '../staff.css';
import './account.css';

/** The one screen of somebody whose password was made by somebody else: the own password, then the work. */
export function FirstPassword(): ReactElement {
  const t = useWords(ACCOUNT_WORDS);
  const words = useWords(STAFF_LIST_WORDS);
  const session = useSession();
  const save = useStaffSave();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const checked = checkPassword(password, [session.userName, session.fullName, session.commune.name]);
    const faults: readonly Problem[] = [
      ...(current === '' ? [{ code: 'current-missing', field: 'currentPassword' }] : []),
      ...(checked.ok ? [] : [{ ...checked.problem, field: 'newPassword' }]),
    ];
    if (faults.length > 0) save.show(faults);
    else if (await save.send('PUT', '/api/password', { currentPassword: current, newPassword: password })) window.location.assign(STAFF_BASE);
  };
  const signOut = async () => {
    if ((await callApi('DELETE', '/api/session')).ok) window.location.assign(STAFF_SIGN_IN);
  };
  return (
    <div className="account account-alone">
      <h1>{t('first-title')}</h1>
      <p>{t('first-lead', { name: session.fullName })}</p>
      <form className="staff-form" noValidate onSubmit={(event) => { void submit(event); }}>
        <Field id="first-current" label={t('first-current')} fault={save.faultOf('currentPassword')}>
          {(control) => (
            <input {...control} className="box" type="password" autoComplete="current-password" maxLength={400} value={current} onChange={(event) => {
              setCurrent(event.target.value);
              save.touched();
            }} />
          )}
        </Field>
        <PasswordBox label={words('new-password')} value={password} fault={save.faultOf('newPassword')} forOther={false} onChange={(value) => {
          setPassword(value);
          save.touched();
        }} />
        {save.notice === undefined ? null : <Notice kind="bad" live><p>{save.notice}</p></Notice>}
        <div className="button-row">
          <Button submit busy={save.busy}>{save.busy ? words('saving') : t('first-save')}</Button>
          <Button kind="plain" onPress={() => { void signOut(); }}>{t('sign-out')}</Button>
        </div>
      </form>
    </div>
  );
}
