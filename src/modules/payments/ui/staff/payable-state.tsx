import { type ReactElement } from 'react';
import { Icon, type IconName } from '../../../../web/public/icon/icon.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { type PayableLine } from '../../contract/payable-schemas.ts';
import { COUNTER_WORDS } from './counter-messages.ts';

const ICONS: Readonly<Record<'open' | 'partly' | 'paid' | 'cancelled', IconName>> = { open: 'paused', partly: 'near', paid: 'good', cancelled: 'bad' };

/** The state of a payable in a picture and a word. */
export function PayableState({ payable: { state, paid } }: { readonly payable: Pick<PayableLine, 'state' | 'paid'> }): ReactElement {
  const t = useWords(COUNTER_WORDS);
  const shown = state === 'open' && paid > 0 ? 'partly' : state;
  return <span className={`payable-state payable-state-${shown}`}><Icon name={ICONS[shown]} />{t(`state.${shown}`)}</span>;
}
