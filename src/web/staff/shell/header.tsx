import { type ReactElement, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu';
import { Link } from 'wouter';
import { GateMark } from '../../public/gate-mark/gate-mark.tsx';
import { Icon } from '../../public/icon/icon.tsx';
import { callApi } from '../api/call-api.ts';
import { Glyph } from '../components/glyph/glyph.tsx';
import { useLocale, useWords } from '../locale.tsx';
import { STAFF_WORDS } from '../messages.ts';
import { rememberChoice } from '../remember-choice.ts';
import { useSession } from '../session.tsx';
import { STAFF_BASE, STAFF_PATHS, STAFF_SIGN_IN } from '../staff-paths.ts';
import { announce } from './announcement.ts';
import { Bell } from './bell.tsx';

const SCALES = ['100', '125', '150'] as const;

function ScaleSwitch(): ReactElement {
  const t = useWords(STAFF_WORDS);
  const [scale, setScale] = useState(document.documentElement.dataset['scale'] ?? '100');
  const change = () => {
    const next = SCALES[(SCALES.findIndex((known) => known === scale) + 1) % SCALES.length] ?? '100';
    document.documentElement.dataset['scale'] = next;
    rememberChoice('co-chu', next);
    setScale(next);
  };
  return (
    <button type="button" className="header-button" title={t('large-text-now', { scale })} onClick={change}>
      <Glyph name="text-size" />
      <span className="header-wide">{t('large-text')}</span>
      <span className="unseen">{t('large-text-now', { scale })}</span>
    </button>
  );
}

function LanguageSwitch(): ReactElement {
  const t = useWords(STAFF_WORDS);
  const { locale, change } = useLocale();
  const other = locale === 'vi' ? 'en' : 'vi';
  return (
    <button type="button" className="header-button" lang={other} title={t('other-language')} onClick={() => { change(other); }}>
      {t('other-language-short')}
      <span className="unseen">{t('other-language')}</span>
    </button>
  );
}

async function signOut(): Promise<void> {
  const result = await callApi<{ readonly provider: string | null }>('DELETE', '/api/session');
  if (!result.ok) return;
  // Drafts hold what citizens said: they do not wait for the next person at this computer.
  window.sessionStorage.clear();
  window.location.assign(`${STAFF_SIGN_IN}?ra=${result.value.provider ?? '1'}`);
}

function Account({ onKeys }: { readonly onKeys: () => void }): ReactElement {
  const t = useWords(STAFF_WORDS);
  const session = useSession();
  const title = session.positions.map((position) => position.title).join(', ');
  return (
    <MenuTrigger>
      <AriaButton className="header-account">
        <span className="unseen">{t('account')}</span>
        <span className="header-account-words">
          <b>{session.fullName}</b>
          <span>{title}</span>
        </span>
        <Glyph name="person" />
      </AriaButton>
      <Popover className="menu-popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label={t('account')}
          onAction={(key) => {
            if (key === 'keys') onKeys();
            if (key === 'sign-out') {
              announce(t('signing-out'));
              void signOut();
            }
          }}
        >
          <MenuItem id="account" className="menu-item" href={`${STAFF_BASE}${STAFF_PATHS.ownAccount}`}><Glyph name="person" />{t('own-account')}</MenuItem>
          <MenuItem id="keys" className="menu-item"><Glyph name="keyboard" />{t('keys')}<kbd>?</kbd></MenuItem>
          <MenuItem id="sign-out" className="menu-item"><Glyph name="outside" />{t('sign-out')}</MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** The band at the top: the gate, the commune, the command box, and who is signed in. */
export function Header({ onCommand, onKeys }: { readonly onCommand: () => void; readonly onKeys: () => void }): ReactElement {
  const t = useWords(STAFF_WORDS);
  const { commune } = useSession();
  const kind = commune.kind.charAt(0).toUpperCase() + commune.kind.slice(1);
  return (
    <header className="header">
      <Link href={STAFF_PATHS.list('mine')} className="header-home">
        <GateMark />
        <b>{`${kind} ${commune.name}`}</b>
      </Link>
      <button type="button" className="header-command" aria-keyshortcuts="Control+K" onClick={onCommand}>
        <Icon name="search" />
        <span className="header-command-words">{t('command')}</span>
        <kbd aria-hidden={true}>Ctrl K</kbd>
      </button>
      <div className="header-tools">
        <Bell />
        <ScaleSwitch />
        <LanguageSwitch />
        <Account onKeys={onKeys} />
      </div>
    </header>
  );
}
