import { type ReactElement, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { useQueryClient } from '@tanstack/react-query';
import { formatDong } from '../../../../../kernel/money.ts';
import { Icon } from '../../../../../web/public/icon/icon.tsx';
import { callApi } from '../../../../../web/staff/api/call-api.ts';
import { newId } from '../../../../../web/staff/api/new-id.ts';
import { type Refusal, UNREACHABLE } from '../../../../../web/staff/api/refusal.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { focusPart } from '../../../../../web/staff/keyboard/focus-part.ts';
import { useKeys } from '../../../../../web/staff/keyboard/use-keys.ts';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../../web/staff/messages.ts';
import { STAFF_PATHS } from '../../../../../web/staff/staff-paths.ts';
import { type HandOverRequest } from '../../../../dossiers/contract/action-schemas.ts';
import { type CertificationResponse, type PrintedRequest } from '../../../contract/certification-schemas.ts';
import { LANE_TARGET_MS, shownMs, type StopWatch, stopWatch, watchFace } from '../../../domain/stop-watch.ts';
import { LANE_WORDS, type LaneWord } from './lane-messages.ts';

export interface LaneDoneProps {
  readonly visit: CertificationResponse;
  readonly requester: string;
  readonly watch: StopWatch;
  readonly onNext: () => void;
}

const WAITS: Readonly<Record<string, LaneWord>> = { reception: 'waits.reception', specialist: 'waits.specialist', leader: 'waits.leader', clerk: 'waits.clerk' };

/** Stops the watch at the first print and tells the server once; a lost telling is no reason to hold the counter up. */
function useMeasured(visit: CertificationResponse, watch: StopWatch) {
  const queries = useQueryClient();
  const [stopped, setStopped] = useState(watch);
  const [ids] = useState(() => ({ print: newId(), handOver: newId() }));
  const printed = () => {
    if (stopped.stoppedAt !== null || stopped.startedAt === null) return;
    const now = Date.now();
    const next = stopWatch(stopped, now);
    setStopped(next);
    const request: PrintedRequest = { commandId: ids.print, laneMs: Math.max(1, shownMs(next, now)) };
    void callApi('POST', `/api/certifications/${visit.dossierId}/printed`, request).then(() => queries.invalidateQueries({ queryKey: ['api', '/api/certifications/lane'] }));
  };
  return { stopped, printed, handOverId: ids.handOver };
}

/** The end of a visit: its numbers large enough to read aloud, its papers, how long it took, and the next person. The focus is on the label. */
export function LaneDone({ visit, requester, watch, onNext }: LaneDoneProps): ReactElement {
  const t = useWords(LANE_WORDS);
  const shell = useWords(STAFF_WORDS);
  const queries = useQueryClient();
  const { stopped, printed, handOverId } = useMeasured(visit, watch);
  const [handed, setHanded] = useState<'no' | 'busy' | 'yes'>('no');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  useEffect(() => { focusPart('print'); }, []);
  const address = (name: 'label' | 'attestation') => `/api/certifications/${visit.dossierId}/${name}.pdf`;
  const signed = visit.signedBy !== null;
  const ready = visit.state === 'decided';
  const printLabel = () => {
    printed();
    window.open(address('label'), '_blank', 'noopener');
  };
  const handOver = async () => {
    if (!ready || handed !== 'no') return;
    setHanded('busy');
    setRefusal(null);
    const request: HandOverRequest = { commandId: handOverId, expectedVersion: visit.version, receiver: { name: requester, relation: 'self', paper: null }, proof: null, note: null };
    const result = await callApi('POST', `/api/dossiers/${visit.dossierId}/hand-over`, request);
    setHanded(result.ok ? 'yes' : 'no');
    if (!result.ok) setRefusal(result.refusal);
    else void queries.invalidateQueries();
  };
  useKeys({
    p: printLabel,
    l: () => { if (signed) window.open(address('attestation'), '_blank', 'noopener'); },
    b: () => { if (visit.receipt !== null) window.open(`/api/fee-receipts/${visit.receipt.id}/receipt.pdf`, '_blank', 'noopener'); },
    r: () => { void handOver(); },
    n: onNext,
  });
  const took = shownMs(stopped, stopped.stoppedAt ?? 0);
  const target = watchFace(LANE_TARGET_MS);
  const waits = visit.waitsFor === null ? undefined : WAITS[visit.waitsFor];
  return (
    <section className="lane-done" aria-labelledby="lane-done-title">
      <div className="lane-done-head" role="status">
        <Icon name={ready ? 'good' : 'clock'} />
        <div>
          <h1 id="lane-done-title">{ready ? t('done-title-ready') : t('done-title-waiting')}</h1>
          <p>{requester}</p>
        </div>
      </div>
      {waits === undefined ? null : <Notice kind="info"><p>{t('done-waits', { holder: t(waits) })}</p></Notice>}
      <ol className="lane-numbers">
        {visit.documents.map((document, index) => (
          <li key={String(index)}>
            <span className="field-label">{document.number === null ? (signed ? t('done-no-number') : t('done-none-yet')) : t('done-number')}</span>
            {document.number === null ? null : <b className="lane-number">{document.number}</b>}
            <span>{t('line', { name: document.name, pages: document.pages, copies: document.copies })} <span className="quiet">{formatDong(document.fee)}</span></span>
          </li>
        ))}
      </ol>
      <dl className="lane-facts">
        <div><dt>{t('done-code')}</dt><dd>{visit.code}</dd></div>
        <div><dt>{t('done-fee')}</dt><dd>{visit.fee === 0 ? formatDong(0) : `${formatDong(visit.fee)}, ${t(`done-paid.${visit.paidWay ?? 'not-yet'}`)}`}</dd></div>
        {visit.paidWay === 'cash' ? <div><dt>{t('done-receipt')}</dt><dd>{visit.receipt?.number ?? (visit.feeReceipt === null ? t('done-receipt-owed') : t('done-receipt-by-hand', { number: visit.feeReceipt }))}</dd></div> : null}
        {visit.signedBy === null ? null : <div><dt>{t('done-signed')}</dt><dd>{visit.signedBy}</dd></div>}
        {ready ? null : <div><dt>{t('done-due')}</dt><dd>{visit.dueWords}</dd></div>}
      </dl>
      <p className="lane-took" role="status">
        {stopped.stoppedAt === null ? <span className="quiet">{t('done-not-measured')}</span> : (
          <><b>{t('done-time', { time: watchFace(took) })}</b> <span className={took < LANE_TARGET_MS ? 'lane-good' : 'lane-late'}>{took < LANE_TARGET_MS ? t('done-time-good', { target }) : t('done-time-over', { target })}</span></>
        )}
      </p>
      {refusal === null ? null : <Notice kind="bad" live><p>{refusal.code === UNREACHABLE ? shell('no-answer') : refusal.message}</p></Notice>}
      {handed === 'yes' ? <Notice kind="good" live><p>{t('done-handed', { name: requester })}</p></Notice> : null}
      <div className="button-row">
        <a id="print" className="button" href={address('label')} target="_blank" rel="noreferrer" aria-keyshortcuts="P" onClick={printed}><Icon name="printer" />{t('done-label')}<kbd aria-hidden={true}>P</kbd></a>
        {signed ? <a className="button button-quiet" href={address('attestation')} target="_blank" rel="noreferrer" aria-keyshortcuts="L"><Icon name="printer" />{t('done-attestation')}<kbd aria-hidden={true}>L</kbd></a> : null}
        {ready && handed !== 'yes' ? <Button kind="quiet" keyHint="R" busy={handed === 'busy'} onPress={() => { void handOver(); }}>{t('done-hand-over')}</Button> : null}
        <Button kind="quiet" keyHint="N" onPress={onNext}>{t('done-next')}</Button>
        {visit.receipt === null ? null : <a className="button button-quiet" href={`/api/fee-receipts/${visit.receipt.id}/receipt.pdf`} target="_blank" rel="noreferrer" aria-keyshortcuts="B"><Icon name="printer" />{t('done-receipt-print')}<kbd aria-hidden={true}>B</kbd></a>}
        {visit.payableId === null ? null : <Link className="button button-quiet" href={STAFF_PATHS.payable(visit.payableId)}>{t('done-collect')}</Link>}
        <Link className="button button-plain" href={STAFF_PATHS.inList('all', visit.dossierId)}>{t('done-open')}</Link>
      </div>
    </section>
  );
}
