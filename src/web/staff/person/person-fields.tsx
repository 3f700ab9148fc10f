import { type Dispatch, type KeyboardEvent, type ReactElement, type ReactNode, useEffect } from 'react';
import { readIdCard } from '../../../kernel/id-card.ts';
import { type IdCardWarning, idCardWarningWords } from '../../../kernel/id-card-warnings.ts';
import { useApi } from '../api/use-api.ts';
import { Button } from '../components/button/button.tsx';
import { Field } from '../components/field/field.tsx';
import { Notice } from '../components/notice/notice.tsx';
import { focusPart } from '../keyboard/focus-part.ts';
import { kindOfScan } from '../keyboard/scanner-burst.ts';
import { useScanner } from '../keyboard/use-scanner.ts';
import { useLocale, useWords } from '../locale.tsx';
import { ScanCamera } from '../scan-camera/scan-camera.tsx';
import { announce } from '../shell/announcement.ts';
import { readTypedDate, shownDate } from '../typed-date.ts';
import { CardField } from './card-field.tsx';
import { guessVillage, type VillageChoice } from './guess-village.ts';
import { entryOfWarning, personChecks } from './person-checks.ts';
import { type KnownPerson, type PersonEntries } from './person-entries.ts';
import { type PersonPlace } from './person-faults.ts';
import { PERSON_WORDS, type PersonWord } from './person-messages.ts';
import { type PersonEvent, type PersonState } from './reduce-person.ts';
import { wholePerson } from './whole-person.ts';
import { useRecognition } from './use-known-people.ts';
import './person.css';

export interface PersonFieldsProps {
  readonly state: PersonState;
  readonly dispatch: Dispatch<PersonEvent>;
  /** The words of a fault by its place. */
  readonly faultAt: (place: PersonPlace) => string | undefined;
  /** The id of the control after the person. */
  readonly next: string;
  /** Whether a scanned card leaves the focus on the phone when none is known. */
  readonly asksPhone: boolean;
  /** Leaves out what only a longer procedure needs: the e-mail, and how a date is typed. */
  readonly brief?: boolean;
  /** Whether the village is guessed from an address that came from elsewhere. */
  readonly guessesVillage?: boolean;
  /** Takes a code of a printed form; undefined where no forms are received. */
  readonly onFormCode?: (text: string) => void;
  /** All codes of a form were read. */
  readonly formDone?: boolean;
  /** More that should be looked at twice, under the card field. */
  readonly children?: ReactNode;
}

/** The order in which Enter walks through the person; what is already filled is skipped. */
const WALK = ['citizenNumber', 'fullName', 'birthDate', 'sex', 'address', 'phone'] as const satisfies readonly (keyof PersonEntries)[];

function useVillages(): readonly VillageChoice[] {
  return useApi<{ readonly items: readonly VillageChoice[] }>('/api/villages').data?.items ?? [];
}

interface TextEntryProps {
  readonly name: PersonPlace;
  readonly word: PersonWord;
  readonly optional?: boolean;
  readonly noteWord?: PersonWord;
  readonly mode?: 'numeric' | 'tel' | 'email' | 'text';
  readonly longest: number;
  readonly wide?: boolean;
  readonly onLeave?: (value: string) => void;
}

/** A person at the counter: scanned, recognised or typed, with everything that needs a second look beside its field. */
export function PersonFields({ state, dispatch, faultAt, next, asksPhone, brief = false, guessesVillage = false, onFormCode, formDone = false, children }: PersonFieldsProps): ReactElement {
  const t = useWords(PERSON_WORDS);
  const { locale } = useLocale();
  const villages = useVillages();
  const { person } = state;
  const checks = personChecks(person, state.cardWarnings);
  const change = (part: Partial<PersonEntries>) => { dispatch({ kind: 'person', change: part }); };
  const wordsOf = (warning: IdCardWarning) => idCardWarningWords(warning)[locale];
  const checksAt = (entry: keyof PersonEntries | null) => checks.filter((warning) => entryOfWarning(warning) === entry).map(wordsOf);

  const guessed = guessesVillage && person.villageId === '' ? guessVillage(person.address, villages)?.id : undefined;
  const knowsVillages = villages.length > 0;
  useEffect(() => {
    if (guessed !== undefined) dispatch({ kind: 'person', change: { villageId: guessed } });
    // Once, when the villages and the address are known: an officer who then chooses none means it.
  }, [knowsVillages, guessesVillage]);
  const readCard = (text: string) => {
    const reading = readIdCard(text);
    if (reading.warnings.some((warning) => warning.code === 'id-card.unreadable')) {
      announce(t('scan-nothing'));
      focusPart('card');
      return;
    }
    const villageId = guessVillage(reading.fields.residence ?? '', villages)?.id ?? '';
    dispatch({ kind: 'card', reading, villageId });
    announce(personChecks(person, reading.warnings).length > 0 ? t('scan-checks') : t('scan-done', { name: reading.fields.displayName ?? '' }));
    focusPart(asksPhone && person.phone === '' ? 'phone' : next);
  };
  const takeScan = (text: string) => {
    const kind = kindOfScan(text);
    if (kind === 'card') readCard(text);
    else if (kind === 'form' && onFormCode !== undefined) onFormCode(text);
    else {
      announce(t(kind === 'form' ? 'scan-form-elsewhere' : 'scan-unknown'));
      focusPart('card');
    }
  };
  useScanner(takeScan);
  useRecognition(state, dispatch, (known) => { announce(t('recognised', { name: known.fullName, count: known.dossiers.length })); });
  const takeKnown = async (chosen: KnownPerson) => {
    const known = await wholePerson(chosen);
    dispatch({ kind: 'known', person: known });
    announce(t(known.masked ? 'known-without-numbers' : 'known-used', { name: known.fullName }));
    focusPart(known.masked ? 'citizenNumber' : next);
  };
  const takeTyped = (text: string) => {
    const digits = text.replace(/[\s.]/g, '');
    if (/^0\d{9}$/.test(digits)) change({ phone: digits });
    else if (/^\d+$/.test(digits)) change({ citizenNumber: digits });
    else change({ fullName: text });
    focusPart(/^\d+$/.test(digits) ? 'fullName' : 'citizenNumber');
  };
  const walk = (event: KeyboardEvent) => {
    const { target } = event;
    if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing) return;
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    event.preventDefault();
    const here = WALK.findIndex((name) => name === target.id);
    focusPart(WALK.slice(here + 1).find((name) => person[name] === '') ?? next);
  };
  const entry = ({ name, word, optional = false, noteWord, mode = 'text', longest, wide = false, onLeave }: TextEntryProps): ReactElement => (
    <Field
      id={name}
      label={optional ? <>{t(word)} <span className="quiet">({t('optional')})</span></> : t(word)}
      note={noteWord === undefined ? undefined : t(noteWord)}
      fault={faultAt(name)}
      checks={faultAt(name) === undefined ? checksAt(name) : []}
      wide={wide}
    >
      {(control) => (
        <input
          {...control} className="box" type="text" inputMode={mode} maxLength={longest} autoComplete="off" spellCheck={false}
          value={person[name]} onChange={(event) => { change({ [name]: event.target.value }); }} onBlur={(event) => { onLeave?.(event.target.value); }}
        />
      )}
    </Field>
  );
  const suggestion = checks.find((warning) => warning.suggestion !== undefined);
  const suggestedEntry = suggestion === undefined ? null : entryOfWarning(suggestion);
  return (
    <>
      <CardField onScan={takeScan} takesForms={onFormCode !== undefined} onKnown={(person) => { void takeKnown(person); }} onTyped={takeTyped} />
      {onFormCode === undefined ? null : <ScanCamera onScan={takeScan} done={formDone} />}
      {checksAt(null).length === 0 ? null : <Notice kind="check">{checksAt(null).map((words) => <p key={words}>{words}</p>)}</Notice>}
      {suggestion?.suggestion === undefined || suggestedEntry === null ? null : (
        <div><Button kind="quiet" onPress={() => { change({ [suggestedEntry]: suggestion.suggestion }); }}>{t('suggestion-use', { text: suggestion.suggestion })}</Button></div>
      )}
      {children}
      <div className="person-grid" onKeyDown={walk}>
        {entry({ name: 'citizenNumber', word: 'field.number', mode: 'numeric', longest: 12 })}
        {entry({ name: 'fullName', word: 'field.name', longest: 100 })}
        {entry({
          name: 'birthDate', word: 'field.birth', ...(brief ? {} : { noteWord: 'field.birth-note' as const }), mode: 'numeric', longest: 10,
          onLeave: (value) => {
            const date = readTypedDate(value);
            if (date !== undefined && shownDate(date) !== value) change({ birthDate: shownDate(date) });
          },
        })}
        <Field id="sex" label={t('field.sex')} checks={checksAt('sex')}>
          {(control) => (
            <select {...control} className="box" value={person.sex} onChange={(event) => { change({ sex: event.target.value === 'male' || event.target.value === 'female' ? event.target.value : '' }); }}>
              <option value="">{t('sex.none')}</option>
              <option value="female">{t('sex.female')}</option>
              <option value="male">{t('sex.male')}</option>
            </select>
          )}
        </Field>
        {entry({
          name: 'address', word: 'field.address', longest: 300, wide: true,
          onLeave: (value) => {
            const village = person.villageId === '' ? guessVillage(value, villages) : undefined;
            if (village !== undefined) change({ villageId: village.id });
          },
        })}
        <Field id="villageId" label={t('field.village')}>
          {(control) => (
            <select {...control} className="box" value={person.villageId} onChange={(event) => { change({ villageId: event.target.value }); }}>
              <option value="">{t('village.none')}</option>
              {villages.map((village) => <option key={village.id} value={village.id}>{`${village.kind} ${village.name}`}</option>)}
            </select>
          )}
        </Field>
        {entry({ name: 'phone', word: 'field.phone', mode: 'tel', longest: 20 })}
        {brief ? null : entry({ name: 'email', word: 'field.email', optional: true, mode: 'email', longest: 200, wide: true })}
      </div>
    </>
  );
}
