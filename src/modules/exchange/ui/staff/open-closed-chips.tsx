import { type ReactElement } from 'react';
import { useWords } from '../../../../web/staff/locale.tsx';
import { EXCHANGE_WORDS } from './exchange-messages.ts';

export interface OpenClosedChipsProps {
  readonly closed: boolean;
  readonly onChange: (closed: boolean) => void;
}

/** Whether a list shows what is to be done or what is over. */
export function OpenClosedChips({ closed, onChange }: OpenClosedChipsProps): ReactElement {
  const t = useWords(EXCHANGE_WORDS);
  return (
    <div className="chips">
      <button type="button" className="chip" aria-pressed={!closed} onClick={() => { onChange(false); }}>{t('open-ones')}</button>
      <button type="button" className="chip" aria-pressed={closed} onClick={() => { onChange(true); }}>{t('closed-ones')}</button>
    </div>
  );
}
