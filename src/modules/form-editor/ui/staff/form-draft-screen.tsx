import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { momentWords } from '../../../../kernel/date-words.ts';
import { callApi } from '../../../../web/staff/api/call-api.ts';
import { newId } from '../../../../web/staff/api/new-id.ts';
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
import { FORM_FILE_FORMAT, FORM_FILE_VERSION } from '../../contract/form-file.ts';
import { type FormDraftDone, type FormDraftResponse, type SavedForm } from '../../contract/form-editor-schemas.ts';
import { ChecksPanel, type Finding } from './checks-panel.tsx';
import { type Editing } from './controls.tsx';
import { controlId, listOf, type Path, type Plain, putBack, textOf, tidyForm, valueAt, withValue } from './definition-edit.ts';
import { FORM_EDITOR_WORDS } from './form-editor-messages.ts';
import { FormFacts } from './form-facts.tsx';
import { FormRules } from './form-rules.tsx';
import { GroupEditor } from './group-editor.tsx';
import { GroupList } from './group-list.tsx';
import { PublishFormForm } from './publish-form-form.tsx';
import './form-parts.css';
import './form-editor.css';

/** A pause in the typing after which the draft is saved. */
const SAVE_AFTER_MS = 1500;

interface Kept {
  readonly revision: number;
  readonly examination: FormDraftResponse['examination'];
  readonly content: Plain;
  /** When it was saved, epoch milliseconds. */
  readonly at: number;
}

/** What was removed last, and where it stood. */
interface Removed {
  readonly path: Path;
  readonly position: number;
  readonly value: unknown;
  readonly name: string;
}

/** One draft of a form: its parts on the left, the questions of one beside them, what the checks say and the form on a phone on the right. */
export function FormDraftScreen({ id }: { readonly id: string }): ReactElement {
  const reading = useApi<FormDraftResponse>(`/api/form-editor/drafts/${id}`);
  const { data } = reading;
  if (data === undefined) return reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : <Skeleton lines={10} />;
  return <DraftEditor key={id} first={data} latest={data} />;
}

function DraftEditor({ first, latest }: { readonly first: FormDraftResponse; readonly latest: FormDraftResponse }): ReactElement {
  const t = useWords(FORM_EDITOR_WORDS);
  const shell = useWords(STAFF_WORDS);
  const { locale } = useLocale();
  const [, go] = useLocation();
  const [content, setContent] = useState<Plain>(first.content);
  const [kept, setKept] = useState<Kept>({ revision: first.revision, examination: first.examination, content: first.content, at: Date.parse(first.changedAt) });
  const [chosen, setChosen] = useState<number | 'facts' | 'rules'>(listOf(first.content['groups']).length === 0 ? 'facts' : 0);
  const [open, setOpen] = useState<number | null>(null);
  const [removed, setRemoved] = useState<Removed | null>(null);
  const [asking, setAsking] = useState(false);
  const sent = useRef<Plain>(first.content);
  const saving = useCommand<SavedForm>((saved) => { setKept({ revision: saved.revision, examination: saved.examination, content: sent.current, at: Date.now() }); });
  const discarding = useCommand<FormDraftDone>(() => { go(STAFF_PATHS.forms); });
  const readOnly = latest.state !== 'open';
  const dirty = kept.content !== content;

  const save = async (): Promise<void> => {
    sent.current = content;
    await saving.send(`/api/form-editor/drafts/${first.id}/save`, { revision: kept.revision, content: tidyForm(content) });
  };
  const saveNow = useRef(save);
  const stuck = saving.refusal !== null;
  // What is on the screen and what the server has, for whoever leaves.
  const now = useRef({ content, kept, dirty, readOnly, stuck });
  useEffect(() => {
    saveNow.current = save;
    now.current = { content, kept, dirty, readOnly, stuck };
  });
  useEffect(() => {
    if (!dirty || readOnly || saving.busy || stuck) return undefined;
    const timer = setTimeout(() => { void saveNow.current(); }, SAVE_AFTER_MS);
    return () => { clearTimeout(timer); };
  }, [content, dirty, readOnly, saving.busy, stuck]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => { if (now.current.dirty && !now.current.readOnly) event.preventDefault(); };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
      // Going to another screen saves what the pause has not saved yet.
      const { content: left, kept: had, dirty: unsaved, readOnly: over, stuck: refused } = now.current;
      if (unsaved && !over && !refused) void callApi('POST', `/api/form-editor/drafts/${first.id}/save`, { commandId: newId(), revision: had.revision, content: tidyForm(left) });
    };
  }, [first.id]);

  const change = (path: Path, value: unknown): void => {
    saving.forget();
    setContent((before) => withValue(before, path, value) as Plain);
  };
  const remove = (path: Path, position: number, value: unknown, name: string): void => {
    const list = valueAt(content, path);
    if (!Array.isArray(list)) return;
    change(path, list.filter((_one, at) => at !== position));
    setRemoved({ path, position, value, name });
  };
  const undo = (): void => {
    if (removed === null) return;
    const list = valueAt(content, removed.path);
    if (Array.isArray(list)) change(removed.path, putBack(list, removed.position, removed.value));
    setRemoved(null);
  };
  const faults = useMemo(() => faultsById(kept.examination.findings), [kept.examination]);
  const edit: Editing = { content, readOnly, faults, onChange: change };
  const groups = listOf(content['groups']);
  const name = textOf(valueAt(content, ['title', locale])) || textOf(valueAt(content, ['title', 'vi'])) || first.code;
  const goTo = ({ group, field, part }: Finding): void => {
    setChosen(group < 0 ? (part.startsWith('checks') ? 'rules' : 'facts') : group);
    setOpen(field < 0 ? null : field);
    const path = group < 0 ? part : `groups-${String(group)}${field < 0 ? '' : `-fields-${String(field)}`}${part === '' ? '' : `-${part}`}`;
    setTimeout(() => { focusNear(`mau-${path.replaceAll('.', '-')}`); }, 60);
  };
  return (
    <div className="form-page">
      <p><a href={`/can-bo${STAFF_PATHS.form(first.code)}`} onClick={(event) => { event.preventDefault(); go(STAFF_PATHS.form(first.code)); }}>{t('back-to-form')}</a></p>
      <h1>{t('editing', { name })}</h1>
      {readOnly ? <Notice kind="info"><p>{t('closed')}</p></Notice> : (
        <div className="form-state" role="status">
          <span>{saving.busy ? t('saving') : dirty ? t('unsaved') : `${t('saved')}, ${momentWords(kept.at, locale)}`}</span>
          {dirty && !saving.busy ? <Button kind="quiet" onPress={() => { void save(); }}>{t('save')}</Button> : null}
        </div>
      )}
      {saving.refusal === null ? null : (
        <Notice kind="bad" live>
          <p>{saving.refusal.code === UNREACHABLE ? shell('no-answer') : saving.refusal.message}</p>
          <p><Button kind="quiet" onPress={() => { downloadCopy(first.code, tidyForm(content)); }}>{t('my-copy')}</Button></p>
        </Notice>
      )}
      {removed === null ? null : <Notice kind="info" live><p>{t('removed', { name: removed.name })} <Button kind="plain" onPress={undo}>{t('undo')}</Button></p></Notice>}
      <div className="form-columns">
        <GroupList
          groups={groups} chosen={chosen} readOnly={readOnly} stops={stopsByGroup(kept.examination.findings)}
          onChoose={(one) => { setChosen(one); setOpen(null); }} onChange={(next) => { change(['groups'], next); }}
          onRemoved={(position, value, title) => { remove(['groups'], position, value, title); setChosen(typeof chosen === 'number' ? Math.max(0, Math.min(chosen, groups.length - 2)) : chosen); }}
        />
        <div>
          {chosen === 'facts' ? <FormFacts edit={edit} known={latest.known} onRemoved={remove} /> : chosen === 'rules' ? <FormRules edit={edit} known={latest.known} onRemoved={remove} /> : <GroupEditor key={chosen} edit={edit} known={latest.known} group={chosen} open={open} onOpen={setOpen} onRemoved={remove} />}
          {readOnly ? null : (
            <>
              <PublishFormForm draftId={first.id} revision={kept.revision} communes={first.communes} waiting={dirty || saving.busy} onPublished={() => { go(STAFF_PATHS.form(first.code)); }} />
              <section className="form-section">
                {asking ? (
                  <>
                    <p>{t('discard-lead')}</p>
                    {discarding.refusal === null ? null : <Notice kind="bad" live><p>{discarding.refusal.message}</p></Notice>}
                    <div className="button-row">
                      <Button kind="quiet" busy={discarding.busy} onPress={() => { void discarding.send(`/api/form-editor/drafts/${first.id}/discard`, { revision: kept.revision }); }}>{t('discard')}</Button>
                      <Button kind="plain" onPress={() => { setAsking(false); }}>{t('cancel')}</Button>
                    </div>
                  </>
                ) : (
                  <div className="button-row">
                    <a className="button button-quiet" href={`/api/form-editor/drafts/${first.id}/export`} download>{t('export')}</a>
                    <Button kind="plain" onPress={() => { setAsking(true); }}>{t('discard')}</Button>
                  </div>
                )}
              </section>
            </>
          )}
        </div>
        <ChecksPanel draftId={first.id} revision={kept.revision} group={typeof chosen === 'number' ? textOf(groups[chosen]?.['id']) : ''} groups={groups} examination={kept.examination} onGoTo={goTo} />
      </div>
    </div>
  );
}

/** The sentence that stands at a control, by its id; a question as a whole has the sentences that name none of its controls. */
function faultsById(findings: readonly Finding[]): ReadonlyMap<string, string> {
  return new Map(findings.filter(({ level }) => level === 'stop').map(({ group, field, part, words }) => {
    const path: Path = group < 0 ? [part] : [...['groups', group], ...(field < 0 ? [] : ['fields', field]), ...(part === '' ? [] : [part])];
    return [controlId(path), words] as const;
  }));
}

function stopsByGroup(findings: readonly Finding[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { group, level } of findings) if (level === 'stop') counts.set(group, (counts.get(group) ?? 0) + 1);
  return counts;
}

/** Leads to a control, or to the nearest part that is on the screen. */
function focusNear(id: string): void {
  for (let part = id; part.includes('-'); part = part.slice(0, part.lastIndexOf('-'))) {
    const control = document.getElementById(part) ?? document.getElementById(`${part}-vi`);
    if (control !== null) {
      control.scrollIntoView({ block: 'center' });
      control.focus();
      return;
    }
  }
}

/** What is on the screen as a file that can be imported, for whom another person's saving got in between. */
function downloadCopy(code: string, form: Plain): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify({ format: FORM_FILE_FORMAT, formatVersion: FORM_FILE_VERSION, form }, null, 2)], { type: 'application/json' }));
  link.download = `${code}-ban-cua-toi.json`;
  link.click();
  setTimeout(() => { URL.revokeObjectURL(link.href); }, 1000);
}
