import { type ReactElement, type ReactNode } from 'react';

interface CardListProps {
  /** One `<li>` for each small whole. */
  readonly children: ReactNode;
}

/** A list whose items are small wholes: a dossier, a paper, a message. */
export function CardList({ children }: CardListProps): ReactElement {
  return <ul className="cards">{children}</ul>;
}
