import { type ReactElement } from 'react';
import { Icon, type IconName } from '../icon/icon.tsx';

interface LifeEventGridProps {
  readonly events: readonly { readonly label: string; readonly href: string; readonly icon: IconName }[];
}

/** Large doors with a picture and words, two in a row on a phone. */
export function LifeEventGrid({ events }: LifeEventGridProps): ReactElement {
  return (
    <ul className="events">
      {events.map((event) => (
        <li key={event.href}>
          <a href={event.href}>
            <Icon name={event.icon} />
            <span>{event.label}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
