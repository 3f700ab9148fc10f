import { type ReactElement } from 'react';
import { Link } from 'wouter';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useCountWords, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type FormsResponse } from '../../contract/form-editor-schemas.ts';
import { FORM_EDITOR_WORDS } from './form-editor-messages.ts';

/** Where several communes share the forms: who decides for all of them, and that this is for all. */
export function SharedFormsNotice({ of: { mayEdit, communes, deciders } }: { readonly of: Pick<FormsResponse, 'mayEdit' | 'communes' | 'deciders'> }): ReactElement | null {
  const t = useWords(FORM_EDITOR_WORDS);
  const count = useCountWords();
  if (communes <= 1) return null;
  const figures = { count: count(communes), names: deciders.map(({ fullName, communeName }) => `${fullName} (${communeName})`).join(', ') };
  return (
    <Notice kind="info">
      <p>{mayEdit ? t('for-all', figures) : deciders.length === 0 ? t('nobody-yet', figures) : t('not-yours', figures)}</p>
      <p><Link href={STAFF_PATHS.installationAdministrators}>{t('installation')}</Link></p>
    </Notice>
  );
}
