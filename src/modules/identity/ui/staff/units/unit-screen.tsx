import { type ReactElement, useState } from 'react';
import { useSearch } from 'wouter';
import { plainDateWords } from '../../../../../kernel/date-words.ts';
import { Icon } from '../../../../../web/public/icon/icon.tsx';
import { newId } from '../../../../../web/staff/api/new-id.ts';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { LoadFault } from '../../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../../web/staff/components/load-state/skeleton.tsx';
import { TabLinks } from '../../../../../web/staff/components/tab-links/tab-links.tsx';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { announce } from '../../../../../web/staff/shell/announcement.ts';
import { STAFF_PATHS } from '../../../../../web/staff/staff-paths.ts';
import { type UnitTree } from '../../../contract/units.ts';
import { beginDraft, type UnitDraft } from './unit-draft.ts';
import { UnitForm } from './unit-form.tsx';
import { UnitHistory } from './unit-history.tsx';
import { UNIT_WORDS } from './unit-messages.ts';
import { UnitTreeList } from './unit-tree.tsx';
import '../staff.css';
import './units.css';

function Loaded({ tree, tab }: { readonly tree: UnitTree; readonly tab: 'units' | 'villages' | 'history' }): ReactElement {
  const t = useWords(UNIT_WORDS);
  const { locale } = useLocale();
  const [typed, setTyped] = useState('');
  const [ended, setEnded] = useState(false);
  const [draft, setDraft] = useState<UnitDraft | null>(null);
  const subject = tab === 'villages' ? 'village' : 'unit';
  if (draft !== null) {
    return (
      <UnitForm
        start={draft} tree={tree}
        onCancel={() => { setDraft(null); }}
        onDone={(effectiveOn) => {
          setDraft(null);
          announce(t('done', { date: plainDateWords(effectiveOn, locale) }));
        }}
      />
    );
  }
  const all = tab === 'villages' ? tree.villages : tree.units;
  // A former name is looked for among those that have ended too.
  const nodes = all.filter(({ validTo }) => ended || typed !== '' || validTo === null || validTo >= tree.today);
  return (
    <>
      <TabLinks label={t('title')} tabs={(['units', 'villages', 'history'] as const).map((one) => ({ href: one === 'units' ? STAFF_PATHS.units : `${STAFF_PATHS.units}?xem=${one}`, words: t(`tab-${one}`), current: one === tab }))} />
      {tab === 'history' ? <UnitHistory changes={tree.changes} /> : (
        <>
          <div className="staff-top">
            <label className="staff-tick"><input type="checkbox" checked={ended} onChange={(event) => { setEnded(event.target.checked); }} /><span>{t('show-ended')}</span></label>
            <div className="staff-search">
              <Icon name="search" />
              <input className="box" type="text" role="searchbox" autoComplete="off" aria-label={t('search')} placeholder={t('search')} value={typed} onChange={(event) => { setTyped(event.target.value); }} />
            </div>
            <Button onPress={() => { setDraft(beginDraft('add', subject, null, tree.today, newId)); }}>{t('add')}</Button>
          </div>
          <p className="unit-root"><span className="quiet">{tree.commune.provinceName} ›</span> <b>{`${tree.commune.kind.charAt(0).toUpperCase()}${tree.commune.kind.slice(1)} ${tree.commune.name}`}</b></p>
          <UnitTreeList subject={subject} nodes={nodes} today={tree.today} typed={typed} onAct={(act, node) => { setDraft(beginDraft(act, subject, node, tree.today, newId)); }} />
        </>
      )}
    </>
  );
}

/** The units and villages of the commune: what there is, what it was called, and how it changes. */
export function UnitScreen(): ReactElement {
  const t = useWords(UNIT_WORDS);
  const wanted = new URLSearchParams(useSearch()).get('xem');
  const tab = wanted === 'villages' || wanted === 'history' ? wanted : 'units';
  const reading = useApi<UnitTree>('/api/units/tree');
  return (
    <section className="staff-page" aria-labelledby="unit-title">
      <h1 id="unit-title">{t('title')}</h1>
      <p className="staff-lead">{t('lead')}</p>
      {reading.isError && reading.data === undefined ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : reading.data === undefined ? <Skeleton lines={8} /> : <Loaded key={tab} tree={reading.data} tab={tab} />}
    </section>
  );
}
