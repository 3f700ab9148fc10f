import { type ReactElement, useEffect, useReducer } from 'react';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { focusPart } from '../../../../../web/staff/keyboard/focus-part.ts';
import { useKeys } from '../../../../../web/staff/keyboard/use-keys.ts';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { PersonFields } from '../../../../../web/staff/person/person-fields.tsx';
import { announce } from '../../../../../web/staff/shell/announcement.ts';
import { DOSSIER_PROBLEMS } from '../../../../dossiers/contract/problems.ts';
import { type CertificationResponse, type LaneResponse } from '../../../contract/certification-schemas.ts';
import { CERTIFICATION_PROBLEMS } from '../../../contract/problems.ts';
import { CheckPart } from './check-part.tsx';
import { addDocument, DocumentLines } from './document-lines.tsx';
import { type LaneDraft, type LaneProcedure, reduceLane } from './lane-draft.ts';
import { type LaneFault, type LanePlace } from './lane-faults.ts';
import { LANE_WORDS, type LaneWord } from './lane-messages.ts';
import { LaneSummary } from './lane-summary.tsx';
import { PAID_WAYS, PaymentPart } from './payment-part.tsx';
import { forgetVisit, keepVisit } from './saved-visit.ts';
import { useSaveVisit } from './use-save-visit.ts';

export interface LaneFormProps {
  readonly initial: LaneDraft;
  readonly restored: boolean;
  readonly lane: LaneResponse;
  readonly onRestart: () => void;
  readonly onSaved: (visit: CertificationResponse, draft: LaneDraft) => void;
}

/** Keys that tell nothing of a visit that begins. */
const SILENT: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Tab', 'Escape', 'F2', 'F4', 'F8']);

/** A short name for the procedures of the lane that have one; the others show their own. */
const KIND_WORDS: Readonly<Record<string, LaneWord>> = { '2.000815': 'kind.2.000815', '2.000884': 'kind.2.000884', '2.000908': 'kind.2.000908' };

function kindOf(procedures: readonly LaneProcedure[], code: string): LaneProcedure | undefined {
  return procedures.find((procedure) => procedure.code === code) ?? procedures[0];
}

/** One visit on one screen: person, documents, check, fee. Enter leads from field to field down to the save button. */
function LaneVisit({ initial, restored, lane, procedure: first, onRestart, onSaved }: LaneFormProps & { readonly procedure: LaneProcedure }): ReactElement {
  const t = useWords(LANE_WORDS);
  const { locale } = useLocale();
  const [draft, dispatch] = useReducer(reduceLane, initial);
  const procedure = kindOf(lane.procedures, draft.procedureCode) ?? first;
  const { busy, faults, notice, attempts, save } = useSaveVisit(draft, procedure, lane.cash.byHand, (visit) => {
    forgetVisit();
    onSaved(visit, draft);
  });
  const started = draft.watch.startedAt !== null;
  useEffect(() => {
    if (started) keepVisit(draft);
  }, [draft, started]);
  const cashless = lane.cash.hindrance !== null && draft.paidWay === 'cash';
  useEffect(() => {
    // Nobody takes cash here now: the fee is open at the counter unless something else is chosen.
    if (cashless) dispatch({ kind: 'entry', change: { paidWay: 'not-yet' } });
  }, [cashless]);
  const begin = () => {
    if (!started) dispatch({ kind: 'first-key', at: Date.now() });
  };

  const ownWords = (code: LaneFault['code']): string => {
    if (code === 'count-wrong') return t('count-wrong');
    const words = (code in CERTIFICATION_PROBLEMS ? CERTIFICATION_PROBLEMS[code as keyof typeof CERTIFICATION_PROBLEMS] : DOSSIER_PROBLEMS[code as keyof typeof DOSSIER_PROBLEMS])[locale];
    const reason = procedure.refusals.find(({ id }) => draft.found.includes(id))?.words ?? '';
    return words.replace('{basis}', procedure.refusalBasis ?? '').replace('{reason}', reason);
  };
  const faultAt = (place: LanePlace): string | undefined => {
    const fault = faults.find((candidate) => candidate.place === place);
    if (fault === undefined) return undefined;
    return fault.own === null ? fault.message : ownWords(fault.own);
  };
  const firstPlace = faults[0]?.place;
  useEffect(() => {
    if (attempts > 0 && firstPlace !== undefined) focusPart(firstPlace);
  }, [attempts, firstPlace]);

  const firstDocument = `name-${draft.documents[0]?.id ?? ''}`;
  const afterDocuments = procedure.refusals.length > 0 ? 'checked' : `paid-${draft.paidWay}`;
  const turnKind = () => {
    const index = lane.procedures.findIndex(({ code }) => code === procedure.code);
    const following = lane.procedures[(index + 1) % lane.procedures.length];
    if (following !== undefined) choose(following);
  };
  const nameOf = ({ code, name }: LaneProcedure): string => {
    const word = KIND_WORDS[code];
    return word === undefined ? name : t(word);
  };
  const choose = (chosen: LaneProcedure) => {
    dispatch({ kind: 'procedure', code: chosen.code });
    announce(nameOf(chosen));
  };
  const turnPayment = () => {
    const ways = PAID_WAYS.filter((way) => way !== 'cash' || lane.cash.hindrance === null);
    const way = ways[(ways.indexOf(draft.paidWay) + 1) % ways.length] ?? 'not-yet';
    dispatch({ kind: 'entry', change: { paidWay: way } });
    announce(t(`paid.${way}`));
  };
  useKeys({
    'ctrl+enter': () => { void save(); },
    'f2': () => { addDocument(draft, dispatch); },
    'f4': turnPayment,
    'f8': turnKind,
    'alt+1': () => { focusPart('card'); },
    'alt+2': () => { focusPart(firstDocument); },
    'alt+3': () => { focusPart(afterDocuments); },
    'alt+4': () => { focusPart(`paid-${draft.paidWay}`); },
  });
  return (
    <div className="lane">
      <div
        className="lane-form"
        onInput={begin}
        onKeyDownCapture={(event) => { if (!SILENT.has(event.key)) begin(); }}
      >
        <div className="lane-head">
          <h1>{t('title')}</h1>
          <p className="quiet">{restored ? t('restored') : t('kept')}</p>
          {restored ? <Button kind="plain" onPress={onRestart}>{t('restart')}</Button> : null}
          <div className="chips" role="group" aria-label={t('kind')}>
            {lane.procedures.map((one) => <button key={one.code} type="button" className="chip" aria-pressed={one.code === procedure.code} title={one.name} onClick={() => { choose(one); }}>{nameOf(one)}</button>)}
            <kbd aria-hidden={true}>F8</kbd>
          </div>
        </div>
        <section className="lane-part" aria-labelledby="lane-person">
          <h2 id="lane-person">{t('part.person')} <kbd aria-hidden={true}>Alt 1</kbd></h2>
          <PersonFields state={draft} dispatch={dispatch} faultAt={faultAt} next={firstDocument} asksPhone={false} brief />
        </section>
        <section className="lane-part" aria-labelledby="lane-documents">
          <h2 id="lane-documents">{t('part.documents')} <kbd aria-hidden={true}>Alt 2</kbd></h2>
          <DocumentLines draft={draft} dispatch={dispatch} procedure={procedure} names={lane.documentNames} faultAt={faultAt} next={afterDocuments} />
        </section>
        <section className="lane-part" aria-labelledby="lane-check">
          <h2 id="lane-check">{t('part.check')} <kbd aria-hidden={true}>Alt 3</kbd></h2>
          <CheckPart draft={draft} dispatch={dispatch} procedure={procedure} fault={faultAt('checked')} next={`paid-${draft.paidWay}`} />
        </section>
        <section className="lane-part" aria-labelledby="lane-payment">
          <h2 id="lane-payment">{t('part.payment')} <kbd aria-hidden={true}>Alt 4</kbd></h2>
          <PaymentPart draft={draft} dispatch={dispatch} procedure={procedure} cash={lane.cash} fault={faultAt('feeReceipt')} />
        </section>
      </div>
      <LaneSummary
        draft={draft} procedure={procedure} today={lane.today} busy={busy} faultCount={faults.length}
        notice={notice === null ? null : { bad: notice.kind === 'refused', words: notice.kind === 'refused' ? notice.message : t('unknown') }}
        onSave={() => { void save(); }}
      />
    </div>
  );
}

/** The form of the lane; without a single procedure that can be received it says so. */
export function LaneForm(props: LaneFormProps): ReactElement {
  const t = useWords(LANE_WORDS);
  const procedure = kindOf(props.lane.procedures, props.initial.procedureCode);
  useEffect(() => { focusPart('card'); }, []);
  return procedure === undefined ? <p className="lane-none">{t('lane-none')}</p> : <LaneVisit {...props} procedure={procedure} />;
}
