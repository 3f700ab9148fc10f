import { type ReactElement } from 'react';
import { Link } from 'wouter';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../../web/staff/staff-paths.ts';
import { type DossierResponse } from '../../../contract/dossier-schemas.ts';
import { DOSSIER_WORDS } from './dossier-messages.ts';

/** The other dossiers of one matter in a family; what the officer may not open is named with its state only. */
export function TogetherList({ together }: { readonly together: NonNullable<DossierResponse['together']> }): ReactElement {
  const t = useWords(DOSSIER_WORDS);
  return (
    <section aria-labelledby="together-title">
      <h3 id="together-title">{t('together', { event: together.event })}</h3>
      <ul className="together">
        {together.dossiers.map(({ id, code, name, state }, index) => (
          <li key={id ?? `${name} ${index}`}>
            {id === null || code === null ? <span lang="vi">{name}</span> : <Link href={STAFF_PATHS.inList('all', id)}><span lang="vi">{name}</span> · {code}</Link>}
            <small className="quiet dossier-line">{t(`together.${state}`)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
