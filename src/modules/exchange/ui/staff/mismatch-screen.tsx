import { type ReactElement, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { momentWords } from '../../../../kernel/date-words.ts';
import { callApi } from '../../../../web/staff/api/call-api.ts';
import { newId } from '../../../../web/staff/api/new-id.ts';
import { UNREACHABLE } from '../../../../web/staff/api/refusal.ts';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../web/staff/messages.ts';
import { announce } from '../../../../web/staff/shell/announcement.ts';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type DecisionRequest, type MismatchListResponse } from '../../contract/exchange-schemas.ts';
import { ExchangeFrame } from './exchange-frame.tsx';
import { EXCHANGE_WORDS } from './exchange-messages.ts';
import { OpenClosedChips } from './open-closed-chips.tsx';

type Mismatch = MismatchListResponse['items'][number];

const DECISIONS = ['theirs-accepted', 'ours-kept', 'corrected-there'] as const satisfies readonly DecisionRequest['decision'][];

function Deciding({ item }: { readonly item: Mismatch }): ReactElement {
  const t = useWords(EXCHANGE_WORDS);
  const shell = useWords(STAFF_WORDS);
  const queries = useQueryClient();
  const [commandId] = useState(newId);
  const [asking, setAsking] = useState(false);
  const [words, setWords] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const decide = async (decision: DecisionRequest['decision']) => {
    setBusy(true);
    const answer = await callApi('POST', `/api/exchange/mismatches/${item.id}/decision`, { commandId, decision, words });
    setBusy(false);
    if (answer.ok) {
      announce(t('saved'));
      void queries.invalidateQueries();
    } else setFault(answer.refusal.code === UNREACHABLE ? shell('no-answer') : answer.refusal.message);
  };
  if (asking) {
    return (
      <>
        <Field id={`words-${item.id}`} label={t('decide-words')} fault={fault}>
          {(control) => <input {...control} className="box" type="text" maxLength={500} value={words} onChange={(event) => { setWords(event.target.value); }} />}
        </Field>
        <div className="exchange-acts">
          <Button busy={busy} onPress={() => { void decide('corrected-there'); }}>{t('decide-confirm')}</Button>
          <Button kind="quiet" onPress={() => { setAsking(false); }}>{t('cancel')}</Button>
        </div>
      </>
    );
  }
  return (
    <>
      <div className="exchange-acts">
        {DECISIONS.map((decision) => (
          <Button key={decision} kind="quiet" busy={busy} label={`${t(`decide.${decision}`)}: ${item.code}`} onPress={() => {
            if (decision === 'corrected-there') setAsking(true);
            else void decide(decision);
          }}>{t(`decide.${decision}`)}</Button>
        ))}
      </div>
      {fault === undefined ? null : <p className="exchange-error" role="alert">{fault}</p>}
    </>
  );
}

function Decided({ item }: { readonly item: Mismatch }): ReactElement {
  const t = useWords(EXCHANGE_WORDS);
  const { locale } = useLocale();
  const what = t(`decided.${item.state}`);
  const moment = item.closedAt === null ? '' : momentWords(Date.parse(item.closedAt), locale, 'without-year');
  return (
    <>
      <p>{item.closedBy === null ? t('decided-alone', { what, moment }) : t('decided-by', { what, name: item.closedBy, moment })}</p>
      {item.words === null ? null : <p className="quiet">{item.words}</p>}
    </>
  );
}

/** Where other systems say something else than we do, both sides beside each other. */
export function MismatchScreen(): ReactElement {
  const t = useWords(EXCHANGE_WORDS);
  const [closed, setClosed] = useState(false);
  const reading = useApi<MismatchListResponse>(`/api/exchange/mismatches${closed ? '?closed=1' : ''}`, { every: 60_000 });
  const items = reading.data?.items;
  return (
    <ExchangeFrame tab="mismatches">
      <p className="quiet">{t('mismatches-why')}</p>
      <OpenClosedChips closed={closed} onChange={setClosed} />
      {items === undefined ? (reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : <Skeleton lines={5} />) : items.length === 0 ? <p className="quiet" role="status">{t(closed ? 'closed-none' : 'mismatches-none')}</p> : (
        <div className="exchange-wide">
          <table className="exchange-table">
            <tbody>
              {items.map((item) => (
                <tr key={item.id}>
                  <td>
                    <Link className="exchange-nowrap" href={STAFF_PATHS.inList('all', item.dossierId)}>{item.code}</Link>
                    <div>{item.applicantName}</div>
                    <small className="quiet">{item.procedureName}</small>
                  </td>
                  <th scope="row">{t(`kind.${item.kind}`)}</th>
                  <td>
                    <dl className="exchange-sides">
                      <dt className="quiet">{t('ours')}</dt><dd><b>{item.ours}</b></dd>
                      <dt className="quiet">{t('theirs', { source: item.sourceName })}</dt><dd><b>{item.theirs}</b></dd>
                    </dl>
                  </td>
                  <td>{item.state === 'open' ? <Deciding item={item} /> : <Decided item={item} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </ExchangeFrame>
  );
}
