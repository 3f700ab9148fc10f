import { type ReactElement, useState } from 'react';
import { Icon } from '../../../../web/public/icon/icon.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { type DraftResponse } from '../../contract/editor-schemas.ts';
import { controlId, pathOf } from './edit-path.ts';
import { placeWords } from './place-words.ts';
import { EDITOR_WORDS } from './editor-messages.ts';

type Examination = DraftResponse['examination'];
const TABS = ['checks', 'differences', 'preview'] as const;
const KINDS = ['added', 'removed', 'changed', 'moved'] as const;

export interface ExaminationPanelProps {
  readonly draftId: string;
  readonly revision: number;
  readonly content: unknown;
  readonly examination: Examination;
}

/** What the checks found, what differs, and the page on a phone. */
export function ExaminationPanel({ draftId, revision, content, examination }: ExaminationPanelProps): ReactElement {
  const t = useWords(EDITOR_WORDS);
  const [tab, setTab] = useState<(typeof TABS)[number]>('checks');
  return (
    <aside className="editor-panel" aria-label={t('checks')}>
      <div className="editor-tabs" role="group">
        {TABS.map((one) => (
          <button key={one} type="button" aria-pressed={tab === one} onClick={() => { setTab(one); }}>
            {t(one)}{one === 'checks' && examination.findings.length > 0 ? ` (${String(examination.findings.length)})` : one === 'differences' && examination.differences.length > 0 ? ` (${String(examination.differences.length)})` : ''}
          </button>
        ))}
      </div>
      {tab === 'checks' ? <Findings findings={examination.findings} content={content} /> : tab === 'differences' ? <Differences examination={examination} /> : <Preview draftId={draftId} revision={revision} />}
    </aside>
  );
}

function Findings({ findings, content }: { readonly findings: Examination['findings']; readonly content: unknown }): ReactElement {
  const t = useWords(EDITOR_WORDS);
  if (findings.length === 0) return <p className="editor-good"><Icon name="good" />{t('checks-good')}</p>;
  return (
    <ul className="editor-findings">
      {findings.map(({ rule, level, field, words }) => (
        <li key={`${rule} ${field}`} data-level={level}>
          <b><Icon name={level === 'stop' ? 'bad' : 'overdue'} />{t(level === 'stop' ? 'must' : 'look')}</b>{' '}
          <a href={`#${controlId(pathOf(field, content))}`} onClick={(event) => { event.preventDefault(); goTo(controlId(pathOf(field, content))); }}>{words}</a>
        </li>
      ))}
    </ul>
  );
}

/** Leads to a control, or to the nearest part that is on the screen. */
function goTo(id: string): void {
  for (let part = id; part.includes('-'); part = part.slice(0, part.lastIndexOf('-'))) {
    const control = document.getElementById(part) ?? document.getElementById(`${part}-vi`);
    if (control !== null) {
      control.scrollIntoView({ block: 'center' });
      control.focus();
      return;
    }
  }
}

const written = (value: unknown): string => (value === null || value === undefined ? '–' : typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value, null, 1).replace(/[{}"[\]]/gu, '').trim());

function Differences({ examination }: { readonly examination: Examination }): ReactElement {
  const t = useWords(EDITOR_WORDS);
  const { differences, comparedWith } = examination;
  return (
    <>
      <p className="quiet">{comparedWith === null ? t('compared-new') : t('compared', { version: comparedWith })}</p>
      {differences.length === 0 ? <p>{t('no-difference')}</p> : (
        <ul className="editor-differences">
          {differences.map(({ path, kind, before, after }) => {
            const known = KINDS.find((one) => one === kind) ?? 'changed';
            return (
              <li key={`${kind} ${path}`}>
                <b>{t(`kind.${known}`)}</b> {placeWords(path, t)}
                {known === 'added' ? null : <del>{written(before)}</del>}
                {known === 'removed' ? null : <ins>{written(after)}</ins>}
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}

function Preview({ draftId, revision }: { readonly draftId: string; readonly revision: number }): ReactElement {
  const t = useWords(EDITOR_WORDS);
  return <iframe className="editor-phone" title={t('preview-title')} sandbox="allow-same-origin" src={`/can-bo/xem-thu-thu-tuc/${draftId}?lan=${String(revision)}`} />;
}
