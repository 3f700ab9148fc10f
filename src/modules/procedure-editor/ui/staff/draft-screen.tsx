import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { momentWords } from '../../../../kernel/date-words.ts';
import { UNREACHABLE } from '../../../../web/staff/api/refusal.ts';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { useCommand } from '../../../../web/staff/api/use-command.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../web/staff/messages.ts';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type DraftDone, type DraftResponse, type SavedDraft } from '../../contract/editor-schemas.ts';
import { controlId, type Path, pathOf, withValue } from './edit-path.ts';
import { EDITOR_WORDS } from './editor-messages.ts';
import { ExaminationPanel } from './examination-panel.tsx';
import { PackFields } from './pack-fields.tsx';
import { PACK_SECTIONS } from './pack-shape.ts';
import { ProcedureForms } from './procedure-forms.tsx';
import { PublishForm } from './publish-form.tsx';
import { tidyPack } from './tidy-pack.ts';
import './editor.css';

/** A pause in the typing after which the draft is saved. */
const SAVE_AFTER_MS = 1500;

/** What the server has of the draft. */
interface Kept {
  readonly revision: number;
  readonly examination: DraftResponse['examination'];
  readonly content: Readonly<Record<string, unknown>>;
  /** When it was saved, epoch milliseconds. */
  readonly at: number;
}

/** One draft: its parts on the left, what the checks say beside them. */
export function DraftScreen({ id }: { readonly id: string }): ReactElement {
  const reading = useApi<DraftResponse>(`/api/procedure-editor/drafts/${id}`);
  const { data } = reading;
  if (data === undefined) return reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : <Skeleton lines={10} />;
  return <DraftEditor key={id} first={data} state={data.state} />;
}

function DraftEditor({ first, state }: { readonly first: DraftResponse; readonly state: string }): ReactElement {
  const t = useWords(EDITOR_WORDS);
  const shell = useWords(STAFF_WORDS);
  const { locale } = useLocale();
  const [, go] = useLocation();
  const [content, setContent] = useState<Readonly<Record<string, unknown>>>(first.content);
  const [kept, setKept] = useState<Kept>({ revision: first.revision, examination: first.examination, content: first.content, at: Date.parse(first.changedAt) });
  const sent = useRef<Readonly<Record<string, unknown>>>(first.content);
  const saving = useCommand<SavedDraft>((saved) => { setKept({ revision: saved.revision, examination: saved.examination, content: sent.current, at: Date.now() }); });
  const discarding = useCommand<DraftDone>(() => { go(STAFF_PATHS.procedure(first.code)); });
  const [asking, setAsking] = useState(false);
  const readOnly = state !== 'open';
  const dirty = kept.content !== content;

  const save = async (): Promise<void> => {
    sent.current = content;
    await saving.send(`/api/procedure-editor/drafts/${first.id}/save`, { revision: kept.revision, content: tidyPack(content) });
  };
  const saveNow = useRef(save);
  useEffect(() => { saveNow.current = save; });
  const stuck = saving.refusal !== null;
  useEffect(() => {
    if (!dirty || readOnly || saving.busy || stuck) return undefined;
    const timer = setTimeout(() => { void saveNow.current(); }, SAVE_AFTER_MS);
    return () => { clearTimeout(timer); };
  }, [content, dirty, readOnly, saving.busy, stuck]);

  const faults = useMemo(() => new Map(kept.examination.findings.filter(({ level }) => level === 'stop').map(({ field, words }) => [controlId(pathOf(field, content)), words])), [kept.examination, content]);
  const change = (path: Path, value: unknown): void => {
    saving.forget();
    setContent((now) => withValue(now, path, value) as Readonly<Record<string, unknown>>);
  };
  const name = typeof content['name'] === 'string' && content['name'] !== '' ? content['name'] : first.code;
  return (
    <div className="editor-page">
      <p><a href={`/can-bo${STAFF_PATHS.procedure(first.code)}`} onClick={(event) => { event.preventDefault(); go(STAFF_PATHS.procedure(first.code)); }}>{first.code}</a></p>
      <h1>{t('editing', { name })}</h1>
      {readOnly ? <Notice kind="info"><p>{t('closed')}</p></Notice> : (
        <div className="editor-state" role="status">
          <span>{saving.busy ? t('saving') : dirty ? t('unsaved') : `${t('saved')}, ${momentWords(kept.at, locale)}`}</span>
          {dirty && !saving.busy ? <Button kind="quiet" onPress={() => { void save(); }}>{t('save')}</Button> : null}
        </div>
      )}
      {saving.refusal === null ? null : <Notice kind="bad" live><p>{saving.refusal.code === UNREACHABLE ? shell('no-answer') : saving.refusal.message}</p></Notice>}
      <div className="editor-columns">
        <div>
          {PACK_SECTIONS.map((section) => (
            <section key={section.id} className="editor-section" aria-labelledby={`editor-${section.id}`}>
              <h2 id={`editor-${section.id}`}>{t(section.title)}</h2>
              {section.lead === null ? null : <p className="quiet">{t(section.lead)}</p>}
              <PackFields of={section.of} path={[]} content={content} faults={faults} readOnly={readOnly} onChange={change} />
            </section>
          ))}
          <ProcedureForms code={first.code} />
          {readOnly ? null : (
            <>
              <PublishForm draftId={first.id} revision={kept.revision} communes={first.communes} waiting={dirty || saving.busy} onPublished={() => { go(STAFF_PATHS.procedure(first.code)); }} />
              <section className="editor-section">
                {asking ? (
                  <>
                    <p>{t('discard-lead')}</p>
                    {discarding.refusal === null ? null : <Notice kind="bad" live><p>{discarding.refusal.message}</p></Notice>}
                    <div className="button-row">
                      <Button kind="quiet" busy={discarding.busy} onPress={() => { void discarding.send(`/api/procedure-editor/drafts/${first.id}/discard`, { revision: kept.revision }); }}>{t('discard')}</Button>
                      <Button kind="plain" onPress={() => { setAsking(false); }}>{t('cancel')}</Button>
                    </div>
                  </>
                ) : <Button kind="plain" onPress={() => { setAsking(true); }}>{t('discard')}</Button>}
              </section>
            </>
          )}
        </div>
        <ExaminationPanel draftId={first.id} revision={kept.revision} content={content} examination={kept.examination} />
      </div>
    </div>
  );
}
