import { type ReactElement, useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Input, Label, TextField } from 'react-aria-components/TextField';
import { maskCitizenNumber } from '../../../kernel/citizen-number.ts';
import { Glyph } from '../components/glyph/glyph.tsx';
import { kindOfScan } from '../keyboard/scanner-burst.ts';
import { useWords } from '../locale.tsx';
import { useLateValue } from '../shell/use-late-value.ts';
import { type KnownPerson } from './person-entries.ts';
import { PERSON_WORDS } from './person-messages.ts';
import { shownDate } from '../typed-date.ts';
import { useKnownPeople } from './use-known-people.ts';

export interface CardFieldProps {
  /** A text that a scanner sent or somebody pasted: of a card, of a printed form, or one that is neither. */
  readonly onScan: (text: string) => void;
  /** Whether codes of printed forms are taken too. */
  readonly takesForms: boolean;
  readonly onKnown: (person: KnownPerson) => void;
  /** Enter on something that is no card and nobody chosen: it belongs into a field of the form. */
  readonly onTyped: (text: string) => void;
}

function KnownLine({ person }: { readonly person: KnownPerson }): ReactElement {
  const t = useWords(PERSON_WORDS);
  const facts = [
    person.birthDate === null ? '' : t('known-facts', { date: shownDate(person.birthDate) }),
    // Whoever typed the whole number gets it whole; the list shows nobody's.
    person.citizenNumber === null ? '' : person.masked ? person.citizenNumber : maskCitizenNumber(person.citizenNumber),
    person.address,
    person.dossiers.length === 0 ? t('known-none') : t('known-count', { count: person.dossiers.length }),
  ];
  return (
    <ListBoxItem id={person.id} textValue={person.fullName} className="suggest-item">
      <b>{person.fullName}</b>
      <small className="quiet">{facts.filter((fact) => fact !== '').join(' · ')}</small>
    </ListBoxItem>
  );
}

/** Where reception begins: a card scanned or pasted, or a number, name or phone that finds people who have been here before. */
export function CardField({ onScan, takesForms, onKnown, onTyped }: CardFieldProps): ReactElement {
  const t = useWords(PERSON_WORDS);
  const [typed, setTyped] = useState('');
  const [focused, setFocused] = useState(false);
  const people = useKnownPeople(useLateValue(typed, 180));
  const shown = focused && typed.trim() !== '' && !typed.includes('|') && typed.length < 100 ? people : [];
  const finish = (act: () => void) => {
    setTyped('');
    act();
  };
  return (
    <div
      className="suggest card-field"
      onFocus={() => { setFocused(true); }}
      onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) setFocused(false); }}
      onKeyDownCapture={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement)) return;
        const text = event.target.value.trim();
        if (kindOfScan(text) !== undefined) {
          event.preventDefault();
          event.stopPropagation();
          finish(() => { onScan(text); });
        } else if (text !== '' && event.target.getAttribute('aria-activedescendant') === null) {
          event.preventDefault();
          event.stopPropagation();
          finish(() => { onTyped(text); });
        }
      }}
      onPasteCapture={(event) => {
        const text = event.clipboardData.getData('text').trim();
        if (kindOfScan(text) === undefined) return;
        event.preventDefault();
        finish(() => { onScan(text); });
      }}
    >
      <Autocomplete inputValue={typed} onInputChange={setTyped} disableAutoFocusFirst>
        <TextField className="field">
          <Label className="field-label">{t(takesForms ? 'scan-or-form' : 'scan')}</Label>
          <div className="card-box">
            <Glyph name="card" />
            <Input id="card" className="box" data-card-field="" role="combobox" aria-haspopup="listbox" aria-expanded={shown.length > 0} placeholder={t(takesForms ? 'scan-hint-form' : 'scan-hint')} />
          </div>
        </TextField>
        <ListBox
          className={shown.length === 0 ? 'unseen' : 'suggest-list'}
          aria-label={t('known')}
          items={shown}
          onAction={(key) => {
            const person = people.find((candidate) => candidate.id === key);
            if (person !== undefined) finish(() => { onKnown(person); });
          }}
        >
          {(person) => <KnownLine person={person} />}
        </ListBox>
      </Autocomplete>
    </div>
  );
}
