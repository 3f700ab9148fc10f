import { type ReactElement } from 'react';
import { newId } from '../../../../web/staff/api/new-id.ts';
import { callApi } from '../../../../web/staff/api/call-api.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useShownFor } from '../../../../web/staff/components/masked-number/use-shown-for.ts';
import { useWords } from '../../../../web/staff/locale.tsx';
import { type CaseResponse, type RevealCaseResponse } from '../../contract/linked-case-schemas.ts';
import { LINKED_WORDS } from './linked-messages.ts';

/** How long whole numbers stay on the screen, in milliseconds: long enough to type a request into another system. */
const SHOWN_FOR_MS = 120_000;

/** What an agency is sent, line by line; whole numbers are shown for a while to whoever hands the request over by hand. */
export function RequestLines({ caseId, child }: { readonly caseId: string; readonly child: CaseResponse['children'][number] }): ReactElement {
  const t = useWords(LINKED_WORDS);
  const { shown, refusal, show, hide } = useShownFor<RevealCaseResponse['request']>();
  const lines = shown ?? child.request;
  const masked = child.request.some(({ value }) => value.includes('•'));
  const ask = async () => {
    const answer = await callApi<RevealCaseResponse>('POST', `/api/linked-cases/${caseId}/reveal`, { commandId: newId(), child: child.key });
    return answer.ok ? { ok: true as const, value: answer.value.request, hideAfter: SHOWN_FOR_MS } : answer;
  };
  return (
    <>
      <dl className="linked-facts">
        {lines.map(({ name, value }) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
      </dl>
      {refusal === null ? null : <Notice kind="bad" live><p>{refusal.message}</p></Notice>}
      {!masked || child.endedAt !== null || child.actions.length === 0 ? null : (
        <div><Button kind="plain" onPress={() => { if (shown === null) void show(ask); else hide(); }}>{t(shown === null ? 'show-numbers' : 'hide-numbers')}</Button></div>
      )}
    </>
  );
}
