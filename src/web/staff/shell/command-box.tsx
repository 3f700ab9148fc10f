import { type ReactElement, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Collection, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';
import { Input, Label, TextField } from 'react-aria-components/TextField';
import { useLocation } from 'wouter';
import { type SearchRequest, type SearchResponse } from '../../../modules/dossiers/contract/work-list-schemas.ts';
import { WORK_LISTS } from '../../../modules/dossiers/contract/work-lists.ts';
import { type SuggestedProcedures } from '../../../modules/procedures/contract/procedure-schemas.ts';
import { Icon } from '../../public/icon/icon.tsx';
import { useApi } from '../api/use-api.ts';
import { useQuestion } from '../api/use-question.ts';
import { BoxDialog } from '../components/dialog/box-dialog.tsx';
import { useWords } from '../locale.tsx';
import { STAFF_WORDS } from '../messages.ts';
import { BOOK_READERS, holds, useSession } from '../session.tsx';
import { STAFF_PATHS } from '../staff-paths.ts';
import { type CommandEntry, dossierEntry, matchingPlaces, procedureEntry } from './command-entries.ts';
import { useLateValue } from './use-late-value.ts';

const MOST = 6;

function usePlaces(): readonly CommandEntry[] {
  const t = useWords(STAFF_WORDS);
  const session = useSession();
  const place = (id: string, title: string, path: string): CommandEntry => ({ id, group: 'go', title, detail: '', path });
  return [
    ...WORK_LISTS.map((list) => place(list, t(`list.${list}`), STAFF_PATHS.list(list))),
    ...(holds(session, 'reception') ? [place('new', t('new-dossier'), STAFF_PATHS.newDossier), place('certify', t('certify'), STAFF_PATHS.certify)] : []),
    ...(holds(session, ...BOOK_READERS) ? [place('certification-books', t('certification-books'), STAFF_PATHS.certificationBooks)] : []),
    place('linked-cases', t('linked-cases'), STAFF_PATHS.linkedCases),
    place('calendar', t('calendar'), STAFF_PATHS.calendar),
    ...(holds(session, 'clerk', 'president', 'unit-head', 'administrator') ? [place('number-books', t('number-books'), STAFF_PATHS.numberBooks)] : []),
    ...(holds(session, 'cashier', 'unit-head', 'president') ? [place('bank-statements', t('bank-statements'), STAFF_PATHS.bankStatements)] : []),
    ...(holds(session, 'administrator') ? [place('administration', t('administration-home'), STAFF_PATHS.administration)] : []),
    ...(holds(session, 'administrator') ? [place('staff', t('staff'), STAFF_PATHS.staff), place('fee-rates', t('fee-rates'), STAFF_PATHS.feeRates), place('roles', t('roles'), STAFF_PATHS.roles), place('procedures', t('procedures'), STAFF_PATHS.procedures), place('forms', t('forms'), STAFF_PATHS.forms), place('operations', t('operations'), STAFF_PATHS.operations), place('undetermined', t('undetermined'), STAFF_PATHS.undetermined)] : []),
    place('report', t('report'), STAFF_PATHS.report),
    ...(holds(session, 'president', 'unit-head', 'administrator') ? [place('assisted', t('assisted'), STAFF_PATHS.assisted)] : []),
    ...(holds(session, 'reception', 'clerk', 'unit-head', 'president') ? [place('papers-register', t('papers-register'), STAFF_PATHS.papers('register'))] : []),
    ...(holds(session, 'reception', 'specialist', 'clerk', 'unit-head', 'president') ? [place('papers-hand-over', t('papers-hand-over'), STAFF_PATHS.papers('hand-over'))] : []),
    place('papers-issued', t('papers-issued'), STAFF_PATHS.papers('issued')),
    ...(holds(session, 'reception', 'team-member') ? [place('carrying', t('carrying'), STAFF_PATHS.carrying)] : []),
  ];
}

function useEntries(typed: string): { readonly entries: readonly CommandEntry[]; readonly looking: boolean } {
  const places = usePlaces();
  const receives = holds(useSession(), 'reception');
  const asked = useLateValue(typed.trim(), 150);
  const enabled = asked.length >= 2;
  const dossiers = useQuestion<SearchResponse>('/api/dossiers/search', { list: 'all', q: asked, after: null } satisfies SearchRequest, { enabled });
  const procedures = useApi<SuggestedProcedures>(`/api/procedures/suggest?q=${encodeURIComponent(asked)}`, { enabled: enabled && receives });
  const found = enabled && asked === typed.trim();
  return {
    entries: [
      ...matchingPlaces(places, typed),
      ...(found ? (dossiers.data?.items ?? []) : []).slice(0, MOST).map((item) => dossierEntry(item, STAFF_PATHS.inList('all', item.id))),
      ...(found && receives ? (procedures.data?.items ?? []) : []).slice(0, MOST).flatMap((procedure) => {
        const entry = procedureEntry(procedure, `${STAFF_PATHS.newDossier}?thu-tuc=${encodeURIComponent(procedure.code)}`);
        return entry === undefined ? [] : [entry];
      }),
    ],
    looking: typed.trim().length >= 2 && (!found || dossiers.isFetching || procedures.isFetching),
  };
}

const GROUPS = [['go', 'command-go'], ['dossiers', 'command-dossiers'], ['procedures', 'command-procedures']] as const;

/** The command box: a few letters and Enter lead to any list, dossier or procedure. */
export function CommandBox({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useWords(STAFF_WORDS);
  const [, navigate] = useLocation();
  const [typed, setTyped] = useState('');
  const { entries, looking } = useEntries(typed);
  const go = (id: string) => {
    const entry = entries.find((candidate) => candidate.id === id);
    if (entry === undefined) return;
    onClose();
    navigate(entry.path);
  };
  return (
    <BoxDialog title={t('command-title')} onClose={onClose} place="top" unseenTitle>
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <TextField className="command-field" autoFocus>
          <Label className="unseen">{t('command-hint')}</Label>
          <Icon name="search" />
          <Input className="command-input" role="combobox" aria-haspopup="listbox" aria-expanded={true} placeholder={t('command-hint')} />
        </TextField>
        <ListBox
          className="command-list"
          aria-label={t('command-title')}
          onAction={(key) => { go(String(key)); }}
          renderEmptyState={() => <p className="command-empty">{looking ? t('command-looking') : t('command-none', { text: typed.trim() })}</p>}
        >
          {GROUPS.map(([group, word]) => {
            const items = entries.filter((entry) => entry.group === group);
            return items.length === 0 ? null : (
              <ListBoxSection key={group} id={group} className="command-group">
                <Header className="command-group-title">{t(word)}</Header>
                <Collection items={items}>
                  {(entry) => (
                    <ListBoxItem id={entry.id} textValue={entry.title} className="command-item">
                      <span>{entry.title}</span>
                      {entry.detail === '' ? null : <small className="quiet">{entry.detail}</small>}
                    </ListBoxItem>
                  )}
                </Collection>
              </ListBoxSection>
            );
          })}
        </ListBox>
      </Autocomplete>
    </BoxDialog>
  );
}
