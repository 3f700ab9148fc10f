import { type ReactElement, type ReactNode } from 'react';
import { dateAt } from '../../../../../kernel/local-time.ts';
import { type DossierResponse } from '../../../contract/dossier-schemas.ts';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { refusalOf, UNREACHABLE } from '../../../../../web/staff/api/refusal.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { Trace } from '../../../../../web/staff/components/trace/trace.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../../web/staff/messages.ts';
import { takenPapers } from './build-request.ts';
import { LINKED_RECEPTION_WORDS } from './linked-messages.ts';
import { groupPapers, missingPapers, openQuestions } from './paper-groups.ts';
import { type KnownPerson } from '../../../../../web/staff/person/person-entries.ts';
import { type ReceptionDraft } from './reception-draft.ts';
import { RECEPTION_WORDS } from './reception-messages.ts';
import { SAVING_WORDS } from './saving-messages.ts';
import { shownDate } from '../../../../../web/staff/typed-date.ts';
import { type SaveNotice } from './use-save-reception.ts';

/** The due date of a procedure received now; GET /api/deadline. */
interface DeadlinePreview {
  readonly words: string;
  readonly trace: readonly string[];
}

function DuePreview({ code }: { readonly code: string }): ReactElement {
  const t = useWords(SAVING_WORDS);
  const shell = useWords(STAFF_WORDS);
  const due = useApi<DeadlinePreview>(`/api/deadline?procedureCode=${encodeURIComponent(code)}`, { every: 60_000 });
  if (due.data === undefined) {
    const refusal = due.isError ? refusalOf(due.error) : undefined;
    return <p className="quiet">{refusal === undefined ? t('due-waiting') : refusal.code === UNREACHABLE ? shell('no-answer') : refusal.message}</p>;
  }
  return (
    <>
      <p>{t('due')} <b className="summary-due">{due.data.words}</b></p>
      <Trace lines={due.data.trace} />
    </>
  );
}

function PaperCount({ draft }: { readonly draft: ReceptionDraft }): ReactElement | null {
  const t = useWords(SAVING_WORDS);
  if (draft.procedure === null) return null;
  const groups = groupPapers(draft.procedure.papers);
  const taken = takenPapers(draft);
  const ticked = new Set(taken.map((paper) => paper.requirementId));
  const missing = missingPapers(groups, draft.answers, (id) => ticked.has(id));
  const open = openQuestions(groups, draft.answers).length;
  return (
    <div className="summary-papers">
      <p>{t('papers-count', { ticked: taken.length, files: taken.reduce((sum, paper) => sum + paper.files.length, 0) })}</p>
      {missing.length === 0 ? <p className="summary-whole">{t('missing-none')}</p> : (
        <>
          <h3>{t('missing')}</h3>
          <ul className="summary-missing">
            {missing.map(({ papers }) => (
              <li key={papers[0]?.id}>{papers.length === 1 ? papers[0]?.name : t('missing-any', { names: papers.map((paper) => paper.name).join('; ') })}</li>
            ))}
          </ul>
        </>
      )}
      {open === 0 ? null : <p className="quiet">{t('questions-open', { count: open })}</p>}
    </div>
  );
}

function EarlierDossiers({ known }: { readonly known: KnownPerson }): ReactElement | null {
  const t = useWords(RECEPTION_WORDS);
  if (known.dossiers.length === 0) return null;
  return (
    <details>
      <summary>{t('earlier', { name: known.fullName })}</summary>
      <ul className="trace">
        {known.dossiers.map((dossier: Pick<DossierResponse, 'id' | 'procedureName' | 'submittedAt'> & { readonly code: string }) => (
          <li key={dossier.id}>{dossier.procedureName} <span className="quiet">{`${dossier.code} · ${shownDate(dateAt(Date.parse(dossier.submittedAt)))}`}</span></li>
        ))}
      </ul>
    </details>
  );
}

export interface ReceptionSummaryProps {
  readonly draft: ReceptionDraft;
  readonly busy: boolean;
  readonly notice: SaveNotice | null;
  readonly faultCount: number;
  readonly onSave: () => void;
  readonly children?: ReactNode;
}

/** What stands beside the form: the due date with its reasons, what is still missing, and the save button. */
export function ReceptionSummary({ draft, busy, notice, faultCount, onSave, children }: ReceptionSummaryProps): ReactElement {
  const t = useWords(SAVING_WORDS);
  const linked = useWords(LINKED_RECEPTION_WORDS);
  const noticeWords = (shown: SaveNotice): string => {
    if (shown.kind === 'refused') return shown.message;
    return 'count' in shown ? t(shown.kind, { count: shown.count }) : t(shown.kind);
  };
  return (
    <aside className="summary" aria-label={t('summary')}>
      <div className="summary-body">
        {draft.linked?.taken === true ? <p>{linked('due')} <b className="summary-due">{draft.linked.group.dueWords}</b></p> : draft.procedure?.receivable === true ? <DuePreview code={draft.procedure.code} /> : <p className="quiet">{t('due-none')}</p>}
        <PaperCount draft={draft} />
        {draft.known === null ? null : <EarlierDossiers known={draft.known} />}
      </div>
      <div className="summary-acts">
        {faultCount === 0 ? null : <Notice kind="bad" live><p>{faultCount === 1 ? t('faults-one') : t('faults-many', { count: faultCount })}</p></Notice>}
        {notice === null ? null : <Notice kind={notice.kind === 'refused' || notice.kind === 'files-failed' ? 'bad' : 'check'} live><p>{noticeWords(notice)}</p></Notice>}
        <div className="button-row">
          <Button busy={busy} keyHint="Ctrl Enter" onPress={onSave}>{busy ? t('saving') : notice?.kind === 'incomplete' ? t('save-anyway') : t('save')}</Button>
          {children}
        </div>
      </div>
    </aside>
  );
}
