import { type Dispatch, type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../../web/staff/staff-paths.ts';
import { collected } from '../../../../forms/contract/form-code.ts';
import { type ScannedSheet } from '../../../../forms/contract/scan-schemas.ts';
import { FORM_SCAN_WORDS } from './form-messages.ts';
import { type FormDraft } from './reception-draft.ts';
import { type ReceptionEvent } from './reduce-reception.ts';
import { SentPapers } from './sent-papers-section.tsx';
import { type FormScan } from './use-form-scan.ts';
import './form-section.css';

type Fault = ScannedSheet['faults'][number];

/** What the last scan came to. */
function ScanNotices({ notice }: Pick<FormScan, 'notice'>): ReactElement | null {
  const t = useWords(FORM_SCAN_WORDS);
  if (notice === null) return null;
  if (notice.kind === 'refused') return <Notice kind="bad" live><p>{notice.message}</p></Notice>;
  return (
    <Notice kind="check" live>
      <p>{t(notice.waiting ? 'sent-waiting' : 'sent')}</p>
      <p><Link href={notice.waiting ? STAFF_PATHS.receive(notice.dossierId) : STAFF_PATHS.inList('all', notice.dossierId)}>{t(notice.waiting ? 'open-waiting' : 'open-dossier')}</Link></p>
    </Notice>
  );
}

/** How many of the codes were read, as places that fill. */
function Progress({ codes }: { readonly codes: readonly string[] }): ReactElement | null {
  const t = useWords(FORM_SCAN_WORDS);
  const state = collected(codes);
  if (state === undefined) return null;
  const { of, missing } = state;
  return (
    <div className="scan-progress">
      <ol className="scan-codes" aria-hidden={true}>
        {Array.from({ length: of }, (_, index) => <li key={index} className={missing.includes(index + 1) ? 'scan-code' : 'scan-code scan-code-read'}>{index + 1}</li>)}
      </ol>
      <p role="status">{missing.length === 0 ? t('all-read', { of }) : t('progress', { read: of - missing.length, of, missing: missing.map(String) })}</p>
    </div>
  );
}

/** One fault with the box that puts it right; the sentence stands alone where one box cannot. */
function FaultEntry({ fault, value, onChange }: { readonly fault: Fault; readonly value: string; readonly onChange: (value: string) => void }): ReactElement {
  const t = useWords(FORM_SCAN_WORDS);
  const { entry, field, message } = fault;
  if (entry === null) return <div className="scan-fault-alone"><Notice kind="bad"><p>{message}</p><p className="quiet">{t('on-paper')}</p></Notice></div>;
  const id = `mend-${field.replace(/[^\w-]+/gu, '-')}`;
  const label = message.split(':')[0] ?? message;
  if (entry.kind === 'tick') {
    return (
      <div className="field field-wide">
        <label className="choice"><input id={id} type="checkbox" checked={value === 'true'} onChange={(event) => { onChange(event.target.checked ? 'true' : ''); }} />{message}</label>
      </div>
    );
  }
  return (
    <Field id={id} label={label} fault={message} note={entry.kind === 'rows' ? t('rows-note', { columns: entry.columns.join(' | ') }) : undefined} wide>
      {(control) => entry.kind === 'choice' ? (
        <select {...control} className="box" value={value} onChange={(event) => { onChange(event.target.value); }}>
          <option value="">{t('choose')}</option>
          {entry.options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
        </select>
      ) : entry.kind === 'rows' ? (
        <textarea {...control} className="box" rows={4} maxLength={2000} autoComplete="off" value={value} onChange={(event) => { onChange(event.target.value); }} />
      ) : (
        <input {...control} className="box" type="text" maxLength={600} autoComplete="off" value={value} onChange={(event) => { onChange(event.target.value); }} />
      )}
    </Field>
  );
}

/** The faults field by field, mended together. */
function Faults({ sheet, mended, scan }: { readonly sheet: ScannedSheet; readonly mended: FormDraft['mended']; readonly scan: FormScan }): ReactElement {
  const t = useWords(FORM_SCAN_WORDS);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const valueOf = ({ field, entry }: Fault): string => typed[field] ?? entry?.value ?? '';
  return (
    <form
      className="scan-faults"
      onSubmit={(event) => {
        event.preventDefault();
        scan.again({ ...mended, ...Object.fromEntries(sheet.faults.filter(({ entry, field }) => entry !== null && typed[field] !== undefined).map((fault) => [fault.field, valueOf(fault)])) });
      }}
    >
      <h3>{sheet.faults.length === 1 ? t('faults-one') : t('faults', { count: sheet.faults.length })}</h3>
      {sheet.faults.map((fault) => <FaultEntry key={fault.field} fault={fault} value={valueOf(fault)} onChange={(value) => { setTyped({ ...typed, [fault.field]: value }); }} />)}
      <div className="button-row"><Button kind="quiet" submit busy={scan.busy}>{t('mend')}</Button></div>
    </form>
  );
}

/** What became of answers to an older version. */
function Carried({ carried }: { readonly carried: NonNullable<ScannedSheet['carried']> }): ReactElement {
  const t = useWords(FORM_SCAN_WORDS);
  return (
    <Notice kind="check">
      <p>{t('carried', { from: carried.from })}</p>
      {carried.left.length === 0 ? null : <><p>{t('carried-left')}</p><ul>{carried.left.map(({ label, answer }) => <li key={label}>{label}: {answer.join('; ')}</li>)}</ul></>}
      {carried.asked.length === 0 ? null : <><p>{t('carried-asked')}</p><ul>{carried.asked.map((label) => <li key={label}>{label}</li>)}</ul></>}
    </Notice>
  );
}

/** What a form says that was read whole: what to look at, what to put right, and everything else to compare with the paper. */
function Sheet({ sheet, mended, scan }: { readonly sheet: ScannedSheet; readonly mended: FormDraft['mended']; readonly scan: FormScan }): ReactElement {
  const t = useWords(FORM_SCAN_WORDS);
  const lines = sheet.groups.reduce((sum, group) => sum + group.lines.length, 0);
  return (
    <>
      {sheet.draft === 'none' ? null : <p className="quiet">{t(`draft-${sheet.draft}`)}</p>}
      {sheet.carried === null ? null : <Carried carried={sheet.carried} />}
      {sheet.warnings.length === 0 ? null : <Notice kind="check">{sheet.warnings.map((words) => <p key={words}>{words}</p>)}</Notice>}
      {sheet.faults.length === 0 ? <p className="scan-whole">{t('whole')}</p> : <Faults key={sheet.faults.map(({ field }) => field).join()} sheet={sheet} mended={mended} scan={scan} />}
      <details className="scan-answers">
        <summary>{t('answers', { count: lines })}</summary>
        {sheet.groups.map((group) => (
          <section key={group.id}>
            <h3>{group.title}</h3>
            <dl>{group.lines.map(({ label, answer }) => <div key={label}><dt>{label}</dt><dd>{answer.join('; ')}</dd></div>)}</dl>
          </section>
        ))}
      </details>
    </>
  );
}

interface FormSectionProps {
  readonly form: FormDraft | null;
  readonly scan: FormScan;
  readonly fault: string | undefined;
  /** What keeps the papers that came with it from being received. */
  readonly papersFaults: readonly string[];
  readonly dispatch: Dispatch<ReceptionEvent>;
}

/** The printed form that is received with the dossier: how far its codes were read, then what they say. Nothing while none was scanned. */
export function FormSection({ form, scan, fault, papersFaults, dispatch }: FormSectionProps): ReactElement | null {
  const t = useWords(FORM_SCAN_WORDS);
  if (form === null) return scan.notice === null ? null : <section className="part" aria-label={t('part')}><ScanNotices notice={scan.notice} /></section>;
  const { sheet } = form;
  const isWhole = collected(form.codes)?.missing.length === 0;
  return (
    <section className="part" id="part-form" aria-labelledby="scannedForm">
      <div className="scan-head">
        <h2 id="scannedForm" tabIndex={-1}>{t('part')}</h2>
        <div className="button-row">
          {(sheet === null || sheet.draft === 'waiting' || sheet.draft === 'changed') && isWhole && !scan.busy ? <Button kind="quiet" onPress={() => { scan.again(form.mended); }}>{t('again')}</Button> : null}
          <Button kind="plain" onPress={scan.drop}>{t('drop')}</Button>
        </div>
      </div>
      {sheet === null ? null : <p>{`${sheet.official}${sheet.number === null ? '' : ` · ${sheet.number}`} · ${t('version', { version: sheet.version })}`}</p>}
      {sheet === null ? <Progress codes={form.codes} /> : null}
      {scan.busy ? <p className="quiet" role="status">{t('reading')}</p> : null}
      <ScanNotices notice={scan.notice} />
      {fault === undefined ? null : <Notice kind="bad"><p>{fault}</p></Notice>}
      {sheet === null ? null : <Sheet sheet={sheet} mended={form.mended} scan={scan} />}
      {sheet?.sentPapers == null ? null : <SentPapers sent={sheet.sentPapers} form={form} faults={papersFaults} dispatch={dispatch} />}
    </section>
  );
}
