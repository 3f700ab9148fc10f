import { createContext, type ReactElement, type ReactNode, useContext, useEffect } from 'react';
import { type SessionAnswer } from '../../modules/identity/contract/session.ts';
import { NOT_ALLOWED } from './api/call-api.ts';
import { useApi } from './api/use-api.ts';
import { LoadFault } from './components/load-state/load-fault.tsx';

const SessionContext = createContext<SessionAnswer | null>(null);

/** Reads who is signed in and shows the workspace for them; without a session the call itself leaves for the sign-in page. */
export function SessionProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const session = useApi<SessionAnswer>('/api/session', { every: 5 * 60_000 });
  const { refetch } = session;
  useEffect(() => {
    const read = () => { void refetch(); };
    window.addEventListener(NOT_ALLOWED, read);
    return () => { window.removeEventListener(NOT_ALLOWED, read); };
  }, [refetch]);
  if (session.data !== undefined) return <SessionContext.Provider value={session.data}>{children}</SessionContext.Provider>;
  if (session.isError) return <div className="shell-wait"><LoadFault error={session.error} onRetry={() => { void session.refetch(); }} /></div>;
  return <div className="shell-wait" aria-busy={true} />;
}

/** Who is signed in, with the positions of today. */
export function useSession(): SessionAnswer {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession outside of SessionProvider');
  return session;
}

/** Who may look into the books of certifications. */
export const BOOK_READERS = ['reception', 'specialist', 'unit-head', 'president', 'clerk'] as const satisfies SessionAnswer['roles'];

/** Whether the signed-in person holds one of the roles today. */
export function holds(session: SessionAnswer, ...roles: readonly SessionAnswer['roles'][number][]): boolean {
  return session.roles.some((role) => roles.includes(role));
}
