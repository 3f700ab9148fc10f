import { type ReactElement, useState } from 'react';
import { Icon } from '../../../../web/public/icon/icon.tsx';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { type FormExamination } from '../../contract/form-editor-schemas.ts';
import { type Plain, textOf, valueAt } from './definition-edit.ts';
import { FORM_EDITOR_WORDS } from './form-editor-messages.ts';

export type Finding = FormExamination['findings'][number];
const TABS = ['checks', 'differences', 'preview'] as const;

export interface ChecksPanelProps {
  readonly draftId: string;
  readonly revision: number;
  /** The part that is being edited: the preview begins there. */
  readonly group: string;
  readonly groups: readonly Plain[];
  readonly examination: FormExamination;
  readonly onGoTo: (finding: Finding) => void;
}

/** What the checks found, what differs, and the form on a phone. */
export function ChecksPanel({ draftId, revision, group, groups, examination, onGoTo }: ChecksPanelProps): ReactElement {
  const t = useWords(FORM_EDITOR_WORDS);
  const [tab, setTab] = useState<(typeof TABS)[number]>('checks');
  const { findings, differences } = examination;
  return (
    <aside className="form-panel" aria-label={t('checks')}>
      <div className="form-tabs" role="group" aria-label={t('checks')}>
        {TABS.map((one) => (
          <button key={one} type="button" aria-pressed={tab === one} onClick={() => { setTab(one); }}>
            {t(one)}{one === 'checks' && findings.length > 0 ? ` (${String(findings.length)})` : one === 'differences' && differences.length > 0 ? ` (${String(differences.length)})` : ''}
          </button>
        ))}
      </div>
      {tab === 'checks' ? <Findings examination={examination} groups={groups} onGoTo={onGoTo} /> : tab === 'differences' ? <Differences examination={examination} /> : examination.canPreview ? <Preview draftId={draftId} revision={revision} group={group} /> : <p>{t('preview-faults')}</p>}
    </aside>
  );
}

function Findings({ examination: { findings, pages }, groups, onGoTo }: { readonly examination: FormExamination; readonly groups: readonly Plain[]; readonly onGoTo: (finding: Finding) => void }): ReactElement {
  const t = useWords(FORM_EDITOR_WORDS);
  const { locale } = useLocale();
  const ordered = [...findings].sort((one, other) => Number(other.level === 'stop') - Number(one.level === 'stop'));
  const nameOf = (id: string): string => textOf(valueAt(groups.find((group) => group['id'] === id), ['title', locale])) || id;
  return (
    <>
      {ordered.length === 0 ? <p className="form-good"><Icon name="good" />{t('checks-good')}</p> : (
        <ul className="form-findings">
          {ordered.map((finding, position) => (
            <li key={position} data-level={finding.level}>
              <b><Icon name={finding.level === 'stop' ? 'bad' : 'overdue'} />{t(finding.level === 'stop' ? 'must' : 'look')}</b>{' '}
              <button type="button" className="form-link" onClick={() => { onGoTo(finding); }}>{finding.words}</button>
            </li>
          ))}
        </ul>
      )}
      {pages.length === 0 ? null : (
        <details>
          <summary>{t('page-weights')}</summary>
          <ul>{pages.filter(({ group }) => groups.some(({ id }) => id === group)).map(({ group, bytes }) => <li key={group}>{t('page-weight', { name: nameOf(group), size: String(Math.ceil(bytes / 1024)) })}</li>)}</ul>
        </details>
      )}
    </>
  );
}

function Differences({ examination: { differences, comparedWith } }: { readonly examination: FormExamination }): ReactElement {
  const t = useWords(FORM_EDITOR_WORDS);
  return (
    <>
      <p className="quiet">{comparedWith === null ? t('compared-new') : t('compared', { version: String(comparedWith) })}</p>
      {differences.length === 0 ? <p>{t('no-difference')}</p> : (
        <ul className="form-differences">
          {differences.map(({ words, before, after }, position) => (
            <li key={position}>
              {words}
              {before === null ? null : <del aria-label={`${t('before')}: ${before}`}>{before}</del>}
              {after === null ? null : <ins aria-label={`${t('after')}: ${after}`}>{after}</ins>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Preview({ draftId, revision, group }: { readonly draftId: string; readonly revision: number; readonly group: string }): ReactElement {
  const t = useWords(FORM_EDITOR_WORDS);
  const [round, setRound] = useState(0);
  const path = `/can-bo/xem-thu-to-khai/${draftId}`;
  return (
    <>
      <p className="quiet">{t('preview-lead')}</p>
      <div className="button-row">
        <Button kind="plain" onPress={() => { setRound(round + 1); }}>{t('preview-again')}</Button>
        <a className="button button-plain" href={`${path}/in`} target="_blank" rel="noreferrer">{t('preview-print')}</a>
      </div>
      <iframe key={`${String(revision)} ${String(round)} ${group}`} className="form-phone" title={t('preview-title')} sandbox="allow-same-origin allow-forms" src={`${path}?phan=${encodeURIComponent(round === 0 ? group : '')}`} />
    </>
  );
}
