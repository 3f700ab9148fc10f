import { type ReactElement, useState } from 'react';
import { ROLE_WORDS } from '../../../modules/identity/contract/role-words.ts';
import { Button } from '../components/button/button.tsx';
import { Notice } from '../components/notice/notice.tsx';
import { useLocale, useWords } from '../locale.tsx';
import { STAFF_WORDS } from '../messages.ts';
import { useSession } from '../session.tsx';
import { changedRights } from './changed-rights.ts';

/** Says that the administrator changed one's roles while the page was open; what is typed stays where it is. */
export function RightsNotice(): ReactElement | null {
  const t = useWords(STAFF_WORDS);
  const { locale } = useLocale();
  const { roles } = useSession();
  const [known, setKnown] = useState(roles);
  const changed = changedRights(known, roles);
  if (changed === undefined) return null;
  const words = (some: readonly (typeof roles)[number][]): string => some.map((role) => ROLE_WORDS[locale][role]).join(', ');
  return (
    <div className="shell-rights">
      <Notice kind="check" live>
        <p>{t('rights-changed')} {changed.lost.length === 0 ? '' : t('rights-lost', { roles: words(changed.lost) })} {changed.gained.length === 0 ? '' : t('rights-gained', { roles: words(changed.gained) })}</p>
        <p>{t('rights-kept')}</p>
        <div><Button kind="quiet" onPress={() => { setKnown(roles); }}>{t('rights-read')}</Button></div>
      </Notice>
    </div>
  );
}
