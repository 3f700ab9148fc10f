import { type ReactElement, type ReactNode } from 'react';
import { Icon, type IconName } from '../icon/icon.tsx';

export interface ButtonProps {
  readonly children: ReactNode;
  /** One main button a page; the others are quiet. */
  readonly kind?: 'main' | 'quiet' | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** The word that the button shows while the form is being sent, such as “Đang gửi…”. */
  readonly sending?: string | undefined;
  readonly icon?: IconName | undefined;
  /** True for a button that may send a form half filled, such as “Lưu lại, khai sau”. */
  readonly skipChecks?: boolean | undefined;
}

/** A button that submits the form it stands in. */
export function Button({ children, kind = 'main', name, value, sending, icon, skipChecks }: ButtonProps): ReactElement {
  return (
    <button className={kind === 'quiet' ? 'button quiet' : 'button'} type="submit" name={name} value={value} data-sending={sending} formNoValidate={skipChecks}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </button>
  );
}
