import { type Dispatch, type KeyboardEvent, type ReactElement, useEffect } from 'react';
import { type IdCardWarning, idCardWarningWords } from '../../../../../kernel/id-card-warnings.ts';
import { readIdCard } from '../../../../../kernel/id-card.ts';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useScanner } from '../../../../../web/staff/keyboard/use-scanner.ts';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { announce } from '../../../../../web/staff/shell/announcement.ts';
import { CardField } from './card-field.tsx';
import { entryOfWarning, personChecks } from './card-checks.ts';
import { type FaultPlace } from './find-faults.ts';
import { focusPart } from './focus-part.ts';
import { guessVillage, type VillageChoice } from './guess-village.ts';
import { type KnownPerson, type PersonEntries, type ReceptionDraft } from './reception-draft.ts';
import { RECEPTION_WORDS, type ReceptionWord } from './reception-messages.ts';
import { type ReceptionEvent } from './reduce-reception.ts';
import { readTypedDate, shownDate } from '../../../../../web/staff/typed-date.ts';
import { useRecognition } from './use-known-people.ts';

export interface PartProps {
  readonly draft: ReceptionDraft;
  readonly dispatch: Dispatch<ReceptionEvent>;
  /** The words of a fault by its place. */
  readonly faultAt: (place: FaultPlace) => string | undefined;
}

/** The order in which Enter walks through the person; what is already filled is skipped. */
const WALK = ['citizenNumber', 'fullName', 'birthDate', 'sex', 'address', 'phone'] as const satisfies readonly (keyof PersonEntries)[];

function useVillages(): readonly VillageChoice[] {
  return useApi<{ readonly items: readonly VillageChoice[] }>('/api/villages').data?.items ?? [];
}

interface TextEntryProps {
  readonly name: 'citizenNumber' | 'fullName' | 'birthDate' | 'address' | 'phone' | 'email';
  readonly word: ReceptionWord;
  readonly optional?: boolean;
  readonly noteWord?: ReceptionWord;
  readonly mode?: 'numeric' | 'tel' | 'email' | 'text';
  readonly longest: number;
  readonly wide?: boolean;
  readonly onLeave?: (value: string) => void;
}

/** The person who files: scanned, recognised or typed, with everything that needs a second look beside its field. */
export function PersonSection({ draft, dispatch, faultAt }: PartProps): ReactElement {
  const t = useWords(RECEPTION_WORDS);
  const { locale } = useLocale();
  const villages = useVillages();
  const { person } = draft;
  const checks = personChecks(person, draft.cardWarnings);
  const change = (part: Partial<PersonEntries>) => { dispatch({ kind: 'person', change: part }); };
  const wordsOf = (warning: IdCardWarning) => idCardWarningWords(warning)[locale];
  const checksAt = (entry: keyof PersonEntries | null) => checks.filter((warning) => entryOfWarning(warning) === entry).map(wordsOf);

  // A declaration comes with an address that names the village but not with the village itself.
  const guessed = draft.declaration !== null && person.villageId === '' ? guessVillage(person.address, villages)?.id : undefined;
  const knowsVillages = villages.length > 0;
  useEffect(() => {
    if (guessed !== undefined) dispatch({ kind: 'person', change: { villageId: guessed } });
    // Once, when the villages are known: an officer who then chooses none means it.
  }, [knowsVillages]);
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
    focusPart(person.phone === '' ? 'phone' : 'procedure');
  };
  useScanner(readCard);
  useRecognition(draft, dispatch, (known) => { announce(t('recognised', { name: known.fullName, count: known.dossiers.length })); });
  const takeKnown = (known: KnownPerson) => {
    dispatch({ kind: 'known', person: known });
    announce(t('known-used', { name: known.fullName }));
    focusPart('procedure');
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
    focusPart(WALK.slice(here + 1).find((name) => person[name] === '') ?? 'procedure');
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
  const declaredNumber = draft.declaration?.citizenNumber ?? '';
  const suggestion = checks.find((warning) => warning.suggestion !== undefined);
  const suggestedEntry = suggestion === undefined ? null : entryOfWarning(suggestion);
  return (
    <section className="part" id="part-person" aria-labelledby="title-person">
      <h2 id="title-person">{t('part.person')}</h2>
      <CardField onCard={readCard} onKnown={takeKnown} onTyped={takeTyped} />
      {checksAt(null).length === 0 ? null : <Notice kind="check">{checksAt(null).map((words) => <p key={words}>{words}</p>)}</Notice>}
      {suggestion?.suggestion === undefined || suggestedEntry === null ? null : (
        <div><Button kind="quiet" onPress={() => { change({ [suggestedEntry]: suggestion.suggestion }); }}>{t('suggestion-use', { text: suggestion.suggestion })}</Button></div>
      )}
      {declaredNumber !== '' && person.citizenNumber !== '' && declaredNumber !== person.citizenNumber
        ? <Notice kind="check" live><p>{t('declared-number', { number: declaredNumber })}</p></Notice>
        : null}
      <div className="person-grid" onKeyDown={walk}>
        {entry({ name: 'citizenNumber', word: 'field.number', mode: 'numeric', longest: 12 })}
        {entry({ name: 'fullName', word: 'field.name', longest: 100 })}
        {entry({
          name: 'birthDate', word: 'field.birth', noteWord: 'field.birth-note', mode: 'numeric', longest: 10,
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
        {entry({ name: 'email', word: 'field.email', optional: true, mode: 'email', longest: 200, wide: true })}
      </div>
    </section>
  );
}
