import { type ReactElement } from 'react';
import { useLocation } from 'wouter';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type FormsResponse } from '../../../form-editor/contract/form-editor-schemas.ts';
import { EDITOR_WORDS } from './editor-messages.ts';

/** What a procedure is declared with: its own form, a draft of one, or the general declaration; and the way to make one. */
export function ProcedureForms({ code }: { readonly code: string }): ReactElement {
  const t = useWords(EDITOR_WORDS);
  const [, go] = useLocation();
  const { data } = useApi<FormsResponse>(`/api/form-editor/forms?q=${encodeURIComponent(code)}`);
  const link = (to: string, words: string): ReactElement => <a href={`/can-bo${to}`} onClick={(event) => { event.preventDefault(); go(to); }}>{words}</a>;
  const forms = data?.items.filter(({ procedures }) => procedures.some((one) => one.code === code)) ?? [];
  return (
    <section className="editor-section" aria-labelledby="editor-to-khai">
      <h2 id="editor-to-khai">{t('form-of')}</h2>
      {data === undefined ? null : forms.length === 0 ? <p>{t('form-general')}</p> : (
        <ul>
          {forms.map((form) => (
            <li key={form.code}>
              {link(form.version === 0 && form.draftId !== null ? STAFF_PATHS.formDraft(form.draftId) : STAFF_PATHS.form(form.code), form.title === '' ? form.code : form.title)}{' '}
              <small className="quiet">{form.version === 0 ? t('form-draft') : form.draftId === null ? t(form.own ? 'own' : 'program') : t('draft-open')}</small>
            </li>
          ))}
        </ul>
      )}
      {data?.mayEdit === true && !forms.some(({ own }) => own) ? <p>{link(`${STAFF_PATHS.forms}?thu-tuc=${encodeURIComponent(code)}`, t('form-make'))}</p> : null}
    </section>
  );
}
