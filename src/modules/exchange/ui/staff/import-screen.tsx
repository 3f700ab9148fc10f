import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { callApi } from '../../../../web/staff/api/call-api.ts';
import { newId } from '../../../../web/staff/api/new-id.ts';
import { type Refusal, UNREACHABLE } from '../../../../web/staff/api/refusal.ts';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../web/staff/messages.ts';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type ImportResponse, type RunResponse, type SourceListResponse } from '../../contract/exchange-schemas.ts';
import { ExchangeFrame } from './exchange-frame.tsx';
import { EXCHANGE_WORDS } from './exchange-messages.ts';
import { FileStep } from './file-step.tsx';
import { LineTable } from './line-table.tsx';
import { PreviewStep, wrongFileAddress } from './preview-step.tsx';
import { draftOf, type WayDraft } from './way-draft.ts';
import { WayStep } from './way-step.tsx';

const STEPS = ['file', 'way', 'preview', 'result'] as const;
type Step = (typeof STEPS)[number];

function StepLine({ step }: { readonly step: Step }): ReactElement {
  const t = useWords(EXCHANGE_WORDS);
  return <ol className="exchange-steps">{STEPS.map((name) => <li key={name} aria-current={name === step ? 'step' : undefined}>{t(`step.${name}`)}</li>)}</ol>;
}

/** The last step: what became of every line, and where to go on. */
function ResultStep({ read, outcomes }: { readonly read: ImportResponse; readonly outcomes: RunResponse['outcomes'] }): ReactElement {
  const t = useWords(EXCHANGE_WORDS);
  const choices = (['refused', 'created', 'updated', 'unchanged', 'skipped'] as const).map((outcome) => ({ query: `outcome=${outcome}`, word: `outcome.${outcome}` as const, count: outcomes[outcome] }));
  return (
    <>
      <Notice kind="good"><p>{t('done')}: {read.fileName}</p></Notice>
      <LineTable importId={read.id} choices={choices} />
      {outcomes.refused === 0 ? null : <p><a href={wrongFileAddress(read.id)}>{t('wrong-file')}</a></p>}
      <div className="button-row">
        <Link href={STAFF_PATHS.exchange('import')}>{t('another')}</Link>
        <Link href={STAFF_PATHS.exchange('mismatches')}>{t('see-mismatches')}</Link>
        <Link href={STAFF_PATHS.list('waiting')}>{t('see-waiting')}</Link>
      </div>
    </>
  );
}

interface WizardProps {
  readonly start: ImportResponse;
  readonly sources: SourceListResponse;
}

/** The wizard after the file was read. What the server answered last is the truth; the draft is what the officer has changed since. */
function Wizard({ start, sources }: WizardProps): ReactElement {
  const shell = useWords(STAFF_WORDS);
  const queries = useQueryClient();
  const [read, setRead] = useState(start);
  const [draft, setDraft] = useState<WayDraft>(() => draftOf(start, sources.items));
  const [changing, setChanging] = useState(false);
  const [busy, setBusy] = useState(false);
  const [running, setRunning] = useState<number | null>(null);
  const [fault, setFault] = useState<string>();
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => { alive.current = false; };
  }, []);

  const tell = (refusal: Refusal) => { setFault(refusal.code === UNREACHABLE ? shell('no-answer') : refusal.message); };
  const reread = async (query: string, source?: WayDraft['source']) => {
    const answer = await callApi<ImportResponse>('GET', `/api/exchange/imports/${read.id}?${query}`);
    if (!answer.ok) {
      tell(answer.refusal);
      return;
    }
    setRead(answer.value);
    setDraft({ source: source ?? answer.value.source ?? draft.source, headingLines: answer.value.headingLines, mapping: answer.value.mapping });
  };
  const change = (next: WayDraft) => {
    const { from, to } = next.headingLines;
    const moved = from !== draft.headingLines.from || to !== draft.headingLines.to;
    setDraft(next);
    // Other lines of headings are other columns: the server reads them again.
    if (moved && from <= to && to <= 40) void reread(`from=${String(from)}&to=${String(to)}`, next.source);
  };
  const check = async () => {
    setBusy(true);
    setFault(undefined);
    const answer = await callApi<ImportResponse>('POST', `/api/exchange/imports/${read.id}/check`, { commandId: newId(), ...draft });
    setBusy(false);
    if (!answer.ok) {
      tell(answer.refusal);
      return;
    }
    setRead(answer.value);
    setDraft({ source: draft.source, headingLines: answer.value.headingLines, mapping: answer.value.mapping });
    setChanging(false);
  };
  const run = async () => {
    setFault(undefined);
    setRunning(read.left);
    // A call writes about a second of lines; whoever leaves the screen goes on later where it stopped.
    while (alive.current) {
      const answer = await callApi<RunResponse>('POST', `/api/exchange/imports/${read.id}/run`, { commandId: newId() });
      if (!answer.ok) {
        tell(answer.refusal);
        break;
      }
      setRunning(answer.value.left);
      if (answer.value.left === 0) break;
    }
    const after = await callApi<ImportResponse>('GET', `/api/exchange/imports/${read.id}`);
    if (after.ok) setRead(after.value);
    setRunning(null);
    void queries.invalidateQueries();
  };

  const step: Step = read.state === 'done' ? 'result' : read.state === 'read' || changing ? 'way' : 'preview';
  return (
    <>
      <StepLine step={step} />
      {step === 'way' ? (
        <WayStep
          read={read} sources={sources.items} draft={draft} busy={busy} fault={fault} onChange={change}
          onSource={(code) => { void reread(`source=${encodeURIComponent(code)}`); }}
          onCheck={() => { void check(); }}
        />
      ) : null}
      {step === 'preview' && read.counts !== null ? (
        <PreviewStep
          read={read} counts={read.counts} procedures={sources.procedures} draft={draft} busy={busy} running={running} fault={fault} onChange={setDraft}
          onBack={() => { setChanging(true); }} onCheck={() => { void check(); }} onRun={() => { void run(); }}
        />
      ) : null}
      {step === 'result' && read.outcomes !== null ? <ResultStep read={read} outcomes={read.outcomes} /> : null}
    </>
  );
}

function OpenImport({ id }: { readonly id: string }): ReactElement {
  const reading = useApi<ImportResponse>(`/api/exchange/imports/${id}`);
  const sources = useApi<SourceListResponse>('/api/exchange/sources');
  const failed = [reading, sources].find(({ isError }) => isError);
  if (failed?.error != null) return <LoadFault error={failed.error} onRetry={() => { void failed.refetch(); }} />;
  if (reading.data === undefined || sources.data === undefined) return <Skeleton lines={8} />;
  return <Wizard start={reading.data} sources={sources.data} />;
}

/** Importing the dossiers of another system, step by step. */
export function ImportScreen({ id }: { readonly id: string | null }): ReactElement {
  return (
    <ExchangeFrame tab="import">
      {id === null ? (
        <>
          <StepLine step="file" />
          <FileStep />
        </>
      ) : <OpenImport key={id} id={id} />}
    </ExchangeFrame>
  );
}
