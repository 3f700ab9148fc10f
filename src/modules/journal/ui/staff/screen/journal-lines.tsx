import { type ReactElement } from 'react';
import { Link } from 'wouter';
import { momentWords } from '../../../../../kernel/date-words.ts';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../../web/staff/staff-paths.ts';
import { actionWords } from '../../../contract/action-words.ts';
import { type JournalResponse } from '../../../contract/journal-schemas.ts';
import { ROLE_WORDS } from '../../../contract/role-words.ts';
import { objectWords } from '../../../contract/object-words.ts';
import { JOURNAL_WORDS } from './journal-messages.ts';

type Line = JournalResponse['items'][number];

function About({ line }: { readonly line: Line }): ReactElement {
  const t = useWords(JOURNAL_WORDS);
  const { locale } = useLocale();
  return (
    <>
      {line.code === null
        ? <span className="journal-object" title={line.object}>{objectWords(line.object)?.[locale] ?? line.object}</span>
        : <Link href={STAFF_PATHS.inList('all', line.object.slice('dossier:'.length))} aria-label={t('open-dossier', { code: line.code })}>{line.code}</Link>}
      {line.count === null ? null : <small className="quiet">{t('count', { count: line.count })}</small>}
    </>
  );
}

/** Lines of the journal in words; a name narrows the list down to that person. */
export function JournalLines({ lines, onPerson }: { readonly lines: readonly Line[]; readonly onPerson?: ((actor: NonNullable<Line['actor']>) => void) | undefined }): ReactElement {
  const t = useWords(JOURNAL_WORDS);
  const { locale } = useLocale();
  return (
    <table className="journal-table">
      <thead><tr>{(['when', 'who', 'what', 'about', 'from'] as const).map((head) => <th key={head} scope="col">{t(head)}</th>)}</tr></thead>
      <tbody>
        {lines.map((line) => {
          const { actor } = line;
          const positions = line.positions.map(({ role, unit }) => [ROLE_WORDS[role]?.[locale] ?? role, unit].filter((words) => words !== null).join(', ')).join('; ');
          return (
            <tr key={`${line.day} ${String(line.seq)}`}>
              <td data-head={t('when')}>{momentWords(Date.parse(line.at), locale)}<small className="quiet">{`${line.day.split('-').reverse().join('/')} · ${String(line.seq)}`}</small></td>
              <td data-head={t('who')}>
                {actor === null ? t(line.byLink ? 'by-link' : 'program') : onPerson === undefined ? actor.name : <button type="button" className="journal-name" aria-label={t('filter-person', { name: actor.name })} onClick={() => { onPerson(actor); }}>{actor.name}</button>}
                {positions === '' ? null : <small className="quiet">{positions}</small>}
              </td>
              <td data-head={t('what')}>{actionWords(line.action)[locale]}{line.purpose === null ? null : <small>{t('purpose', { words: line.purpose.words })}</small>}</td>
              <td data-head={t('about')}><About line={line} /></td>
              <td data-head={t('from')} className="quiet">{line.address}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
