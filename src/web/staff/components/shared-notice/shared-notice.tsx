import { type ReactElement } from 'react';
import { Link } from 'wouter';
import { type InstallationDecider } from '../../../../kernel/installation-standing.ts';
import { type MessageFacts } from '../../../../platform/i18n/catalogue.ts';
import { useCountWords } from '../../locale.tsx';
import { STAFF_PATHS } from '../../staff-paths.ts';
import { Notice } from '../notice/notice.tsx';

interface SharedNoticeProps {
  /** The words of what is shared. */
  readonly say: (word: 'for-all' | 'nobody-yet' | 'not-yours' | 'installation', facts?: MessageFacts) => string;
  readonly of: { readonly mayEdit: boolean; readonly communes: number; readonly deciders: readonly InstallationDecider[] };
}

/** Where several communes share something: who decides for all of them, and that this is for all. */
export function SharedNotice({ say, of: { mayEdit, communes, deciders } }: SharedNoticeProps): ReactElement | null {
  const count = useCountWords();
  if (communes <= 1) return null;
  const figures = { count: count(communes), names: deciders.map(({ fullName, communeName }) => `${fullName} (${communeName})`).join(', ') };
  return (
    <Notice kind="info">
      <p>{mayEdit ? say('for-all', figures) : deciders.length === 0 ? say('nobody-yet', figures) : say('not-yours', figures)}</p>
      <p><Link href={STAFF_PATHS.installationAdministrators}>{say('installation')}</Link></p>
    </Notice>
  );
}
