import { type ReactElement, type ReactNode, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { WORK_LISTS } from '../../../modules/dossiers/contract/work-lists.ts';
import { useKeys } from '../keyboard/use-keys.ts';
import { useWords } from '../locale.tsx';
import { STAFF_WORDS } from '../messages.ts';
import { holds, useSession } from '../session.tsx';
import { STAFF_PATHS } from '../staff-paths.ts';
import { Announcer } from './announcer.tsx';
import { CommandBox } from './command-box.tsx';
import { Header } from './header.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { RightsNotice } from './rights-notice.tsx';
import { SideMenu } from './side-menu.tsx';
import './command-box.css';
import './shell.css';

type OpenBox = 'none' | 'command' | 'keys';

/** The frame around every screen: header, lists, and the boxes that open over them. */
export function Shell({ children }: { readonly children: ReactNode }): ReactElement {
  const t = useWords(STAFF_WORDS);
  const session = useSession();
  const [path, navigate] = useLocation();
  const [box, setBox] = useState<OpenBox>('none');
  const receives = holds(session, 'reception');
  useEffect(() => { setBox('none'); }, [path]);
  useKeys({
    'ctrl+k': () => { setBox('command'); },
    '?': () => { setBox('keys'); },
    ...(receives ? { n: () => { navigate(STAFF_PATHS.newDossier); }, c: () => { navigate(STAFF_PATHS.certify); } } : {}),
    ...Object.fromEntries(WORK_LISTS.slice(0, 9).map((list, index) => [String(index + 1), () => { navigate(STAFF_PATHS.list(list)); }])),
  });
  return (
    <div className="app">
      <div className="shell">
        <a className="skip" href="#main">{t('skip')}</a>
        <Header onCommand={() => { setBox('command'); }} onKeys={() => { setBox('keys'); }} />
        <SideMenu onKeys={() => { setBox('keys'); }} />
        <main className="main" id="main" tabIndex={-1}><RightsNotice />{children}</main>
        <Announcer />
        {box === 'command' ? <CommandBox onClose={() => { setBox('none'); }} /> : null}
        {box === 'keys' ? <KeysDialog onClose={() => { setBox('none'); }} /> : null}
      </div>
    </div>
  );
}
