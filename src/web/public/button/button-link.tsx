import { type ReactElement, type ReactNode } from 'react';
import { Icon, type IconName } from '../icon/icon.tsx';

interface ButtonLinkProps {
  readonly href: string;
  readonly children: ReactNode;
  readonly kind?: 'main' | 'quiet' | undefined;
  readonly icon?: IconName | undefined;
  /** True for a file that is to be kept instead of shown. */
  readonly download?: boolean | undefined;
}

/** A link to the next step that looks like a button; it goes somewhere and changes nothing. */
export function ButtonLink({ href, children, kind = 'main', icon, download }: ButtonLinkProps): ReactElement {
  return (
    <a className={kind === 'quiet' ? 'button quiet' : 'button'} href={href} download={download}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </a>
  );
}
