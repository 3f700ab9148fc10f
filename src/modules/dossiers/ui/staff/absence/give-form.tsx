import { type ReactElement, useId, useState } from 'react';
import { dateAt } from '../../../../../kernel/local-time.ts';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { useCommand } from '../../../../../web/staff/api/use-command.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { DayField } from '../../../../../web/staff/components/day-field/day-field.tsx';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useCountWords, useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../../web/staff/messages.ts';
import { announce } from '../../../../../web/staff/shell/announcement.ts';
import { type AbsencePeopleResponse, type AbsencePlanResponse, type AbsenceResponse } from '../../../contract/absence-schemas.ts';
import { ABSENCE_WORDS } from './absence-messages.ts';

/** Nobody in particular: whoever’s position holds the step. */
const NOBODY = 'nobody';

interface Entries {
  readonly who: string;
  readonly to: string;
  readonly from: string;
  readonly until: string;
  readonly reason: string;
}

const empty = (who: string): Entries => ({ who, to: '', from: dateAt(Date.now()), until: '', reason: '' });

/** The first entry that is still missing. */
function missingOf({ who, to, from, until, reason }: Entries): 'who' | 'to' | 'from' | 'until' | 'reason' | undefined {
  if (who === '') return 'who';
  if (to === '') return 'to';
  if (from === '') return 'from';
  if (until === '') return 'until';
  return reason.trim() === '' ? 'reason' : undefined;
}

/** Who is away, who has the dossiers meanwhile, how long and why; says before what will move and what will stay. */
export function GiveForm({ onGiven }: { readonly onGiven: (id: string) => void }): ReactElement {
  const t = useWords(ABSENCE_WORDS);
  const shell = useWords(STAFF_WORDS);
  const countWords = useCountWords();
  const id = useId();
  const people = useApi<AbsencePeopleResponse>('/api/absences/people').data?.people ?? [];
  const only = people.length === 1 ? (people[0]?.id ?? '') : '';
  const [typed, setTyped] = useState<Entries>(() => empty(''));
  const [missing, setMissing] = useState<ReturnType<typeof missingOf>>(undefined);
  const entries = typed.who === '' ? { ...typed, who: only } : typed;
  const plan = useApi<AbsencePlanResponse>(`/api/absences/of/${entries.who}`, { enabled: entries.who !== '' }).data;
  const known = plan?.staff.id === entries.who ? plan : undefined;
  const { busy, refusal, send } = useCommand<AbsenceResponse>((absence) => {
    announce(t('counts', { moved: countWords(absence.moved), stayed: countWords(absence.stayed) }));
    setTyped(empty(''));
    onGiven(absence.id);
  });
  const set = (part: Partial<Entries>) => { setTyped({ ...entries, ...part }); setMissing(undefined); };
  const chosen = known?.colleagues.find((one) => one.id === entries.to);
  const staying = known === undefined || chosen === undefined ? 0 : known.dossiers - chosen.fits;
  const nobodyFits = known !== undefined && known.dossiers > 0 && known.colleagues.length === 0;
  const checks = nobodyFits ? [t('nobody-fits')] : staying > 0 ? [t('partly', { count: countWords(staying) })] : [];
  const submit = () => {
    const first = missingOf(entries);
    setMissing(first);
    if (first !== undefined) return;
    void send('/api/absences', { staffId: entries.who, toStaffId: entries.to === NOBODY ? null : entries.to, reason: entries.reason, fromDay: entries.from, untilDay: entries.until });
  };
  return (
    <form className="absence-form" aria-labelledby={`${id}-title`} onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <h2 id={`${id}-title`}>{t('give-title')}</h2>
      <Field id={`${id}-who`} label={t('who')} fault={missing === 'who' ? t('missing.who') : undefined} note={known === undefined ? undefined : known.dossiers === 0 ? t('holds-none') : t('holds', { count: countWords(known.dossiers) })}>
        {(control) => (
          <select {...control} className="box" value={entries.who} onChange={(event) => { set({ who: event.target.value, to: '' }); }}>
            {only === '' ? <option value="">{t('who-none')}</option> : null}
            {people.map(({ id: staffId, fullName, title }) => <option key={staffId} value={staffId}>{[fullName, title].filter(Boolean).join(', ')}</option>)}
          </select>
        )}
      </Field>
      <Field id={`${id}-to`} label={t('to')} fault={missing === 'to' ? t('missing.to') : undefined} checks={checks}>
        {(control) => (
          <select {...control} className="box" value={entries.to} onChange={(event) => { set({ to: event.target.value }); }}>
            <option value="">{t('to-none')}</option>
            {(known?.colleagues ?? []).map(({ id: staffId, fullName, title, fits }) => <option key={staffId} value={staffId}>{t('to-option', { name: fullName, title, fits: countWords(fits) })}</option>)}
            <option value={NOBODY}>{t('to-nobody')}</option>
          </select>
        )}
      </Field>
      <DayField id={`${id}-from`} label={t('from')} fault={missing === 'from' ? t('missing.day') : undefined} value={entries.from} onChange={(from) => { set({ from }); }} />
      <DayField id={`${id}-until`} label={t('until')} fault={missing === 'until' ? t('missing.day') : undefined} value={entries.until} onChange={(until) => { set({ until }); }} />
      <Field id={`${id}-reason`} label={t('reason')} fault={missing === 'reason' ? t('missing.reason') : undefined} wide>
        {(control) => <input {...control} className="box" type="text" maxLength={500} value={entries.reason} onChange={(event) => { set({ reason: event.target.value }); }} />}
      </Field>
      {refusal === null ? null : <Notice kind="bad" live><p>{refusal.message === '' ? shell('no-answer') : refusal.message}</p></Notice>}
      <div className="button-row"><Button submit busy={busy}>{busy ? t('busy') : t('give')}</Button></div>
    </form>
  );
}
