import { type ReactElement } from 'react';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type ProblemView } from '../../../platform/http/server.ts';
import { fillMessage } from '../../../platform/i18n/catalogue.ts';
import { ButtonLink } from '../button/button-link.tsx';
import { Notice } from '../notice/notice.tsx';
import { type PublicOffice } from '../public-page/public-office.ts';
import { renderPublicPage } from '../public-page/render-public-page.tsx';
import { PUBLIC_PATHS } from '../public-paths.ts';
import { type ProblemHeading, PROBLEM_WORDS } from './problem-words.ts';

const HEADINGS: Readonly<Record<number, ProblemHeading>> = {
  401: 'sign-in',
  403: 'not-allowed',
  404: 'not-found',
  410: 'gone',
  413: 'too-large',
  422: 'to-correct',
  429: 'too-many',
  503: 'busy',
};

function ProblemBody({ view, context, hotline }: { readonly view: ProblemView; readonly context: RequestContext; readonly hotline: string | undefined }): ReactElement {
  const words = PROBLEM_WORDS[context.locale];
  const fromForm = view.status === 400 || view.status === 413 || view.status === 422;
  return (
    <>
      <h1>{words[HEADINGS[view.status] ?? 'not-done']}</h1>
      <Notice kind={view.status === 404 || view.status === 410 ? 'info' : 'warning'}>
        <p>{view.message}</p>
        {view.faults.length === 0 ? null : (
          <ul>
            {view.faults.map((fault) => (
              <li key={`${fault.field} ${fault.code}`}>{fault.message}</li>
            ))}
          </ul>
        )}
      </Notice>
      {fromForm ? <p>{words['go-back']}</p> : null}
      <div className="row">
        <ButtonLink href={PUBLIC_PATHS.home}>{words.home}</ButtonLink>
      </div>
      <p className="hint">
        {hotline === undefined ? words['tell-us'] : fillMessage(words['tell-us-by-phone'], { hotline })} <span className="code">{view.requestId}</span>
      </p>
    </>
  );
}

/**
 * Makes the renderer of refusals for people: what happened, what to do next, whom to call, and the number under which the office
 * finds the case in its log. It must work when nothing else does, so the office is what was read last, or nothing.
 */
export function createProblemPage(currentOffice: () => PublicOffice | undefined): (view: ProblemView, context: RequestContext) => string {
  return (view, context) => {
    const office = currentOffice();
    return renderPublicPage(
      { context, office, title: PROBLEM_WORDS[context.locale][HEADINGS[view.status] ?? 'not-done'], path: PUBLIC_PATHS.home, indexed: false },
      <ProblemBody view={view} context={context} hotline={office?.hotline} />,
    );
  };
}
