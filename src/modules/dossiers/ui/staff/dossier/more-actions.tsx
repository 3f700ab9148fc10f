import { type ReactElement } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu';
import { Glyph } from '../../../../../web/staff/components/glyph/glyph.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { type DossierAction } from '../../../domain/transitions.ts';
import { ACTION_KEYS } from './action-rules.ts';
import { DOSSIER_WORDS } from './dossier-messages.ts';

export interface MoreActionsProps {
  readonly actions: readonly DossierAction[];
  readonly onAct: (action: DossierAction) => void;
  /** Prints the receipt; left out while there is none. */
  readonly onPrint: (() => void) | undefined;
  /** Opens the dossier in the order of another system's screen; left out for those who do not enter it there. */
  readonly onCopy: (() => void) | undefined;
}

/** What is done less often, behind “Thêm”. */
export function MoreActions({ actions, onAct, onPrint, onCopy }: MoreActionsProps): ReactElement {
  const t = useWords(DOSSIER_WORDS);
  return (
    <MenuTrigger>
      <AriaButton className="button button-quiet">{t('more')}<Glyph name="down" /></AriaButton>
      <Popover className="menu-popover" placement="top end">
        <Menu className="menu" aria-label={t('more')} onAction={(key) => {
          if (key === 'print') onPrint?.();
          if (key === 'copy') onCopy?.();
          const action = actions.find((one) => one === key);
          if (action !== undefined) onAct(action);
        }}>
          {actions.map((action) => {
            const hint = ACTION_KEYS[action];
            return <MenuItem key={action} id={action} className="menu-item">{t(`action.${action}`)}{hint === undefined ? null : <kbd>{hint}</kbd>}</MenuItem>;
          })}
          {onPrint === undefined ? null : <MenuItem id="print" className="menu-item">{t('print')}<kbd>P</kbd></MenuItem>}
          {onCopy === undefined ? null : <MenuItem id="copy" className="menu-item">{t('to-other-system')}</MenuItem>}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
