import { createElement, type ReactNode } from 'react';
import { anyone } from '../../../kernel/actor.ts';
import { type Problem } from '../../../kernel/result.ts';
import { type FieldFault } from '../../../platform/http/validation-words.ts';
import { type Answer, defineRoute, html, problemAnswer, redirect, type RequestContext, type Route } from '../../../platform/http/route.ts';
import { SetUpForm, SetUpQuery, type SetUpRequest } from '../contract/set-up.ts';
import { checkSetUp } from '../domain/check-set-up.ts';
import { type CommuneChoice } from '../domain/commune.ts';
import { defaultOffice } from '../domain/default-office.ts';
import { type HomeCommune } from '../store/home-commune.ts';
import { IDENTITY_WORDS } from '../ui/public/messages.ts';
import { SetUpCodePage, SetUpOfficePage, SetUpSearchPage } from '../ui/public/set-up-page.tsx';
import { type PageRenderer } from './page-renderer.ts';
import { sayProblem } from './say-problem.ts';
import { type SetUpCode } from './set-up-code.ts';
import { setUpCommune, type SetUpDeps } from './set-up-commune.ts';

/** What the set-up pages work with. */
export interface SetUpRouteDeps extends SetUpDeps {
  readonly homeCommune: HomeCommune;
  readonly renderPage: PageRenderer;
  readonly code: SetUpCode;
  /** Communes of today by a name of today or before, best first. */
  readonly searchCommunes: (query: string) => Promise<readonly CommuneChoice[]>;
  /** A commune of today by its code; undefined when there is none. */
  readonly findCommuneChoice: (code: string) => Promise<CommuneChoice | undefined>;
}

const SET_UP = '/thiet-lap';

/**
 * The pages of the first set-up: code, commune, office. Everybody may open them, but without the code from the console
 * they show nothing and do nothing, and once a commune exists they are gone.
 */
export function setUpRoutes(deps: SetUpRouteDeps): readonly Route[] {
  async function page(context: RequestContext, children: ReactNode, status = 200): Promise<Answer> {
    const title = IDENTITY_WORDS[context.locale]['set-up-title'];
    return html(await deps.renderPage({ context, title, path: SET_UP, indexed: false }, children), status);
  }

  async function post(body: SetUpRequest, context: RequestContext): Promise<Answer> {
    const { locale } = context;
    const place = await deps.findCommuneChoice(body.communeCode);
    if (place === undefined) return problemAnswer({ code: 'identity.commune-unknown' });
    const checked = checkSetUp(body, place.name);
    if (!checked.ok) {
      const faults = checked.problem.map((problem) => toFault(problem, locale));
      const office = createElement(SetUpOfficePage, { locale, code: body.code, commandId: body.commandId, place, entries: body, faults });
      return page(context, office, 422);
    }
    const { commandId } = body;
    const outcome = await setUpCommune(deps, { commandId, place, entries: checked.value, now: context.now, address: context.address });
    deps.homeCommune.forget();
    return outcome.ok ? redirect('/can-bo/dang-nhap?thiet-lap=xong') : problemAnswer(outcome.problem);
  }

  return [
    defineRoute({
      method: 'GET',
      url: SET_UP,
      policy: anyone,
      summary: 'Thiết lập lần đầu / First set-up',
      tag: 'identity',
      kind: 'page',
      schema: { query: SetUpQuery },
      handle: async ({ query, context }) => {
        const { locale } = context;
        if ((await deps.homeCommune.find()) !== undefined) return problemAnswer({ code: 'identity.set-up-done' });
        if (query.ma === undefined) return page(context, createElement(SetUpCodePage, { locale }));
        if (!deps.code.matches(query.ma)) {
          const { status, sentence } = sayProblem({ code: 'identity.set-up-code-wrong' }, locale);
          return page(context, createElement(SetUpCodePage, { locale, refusal: sentence }), status);
        }
        const code = query.ma;
        const place = query.chon === undefined ? undefined : await deps.findCommuneChoice(query.chon);
        if (place !== undefined) {
          const entries = { ...defaultOffice(place), hotline: '', agencyCode: '', email: '', fullName: '', userName: '' };
          return page(context, createElement(SetUpOfficePage, { locale, code, commandId: deps.newId(), place, entries, faults: [] }));
        }
        const words = query.tim?.trim() ?? '';
        const hits = words === '' ? [] : await deps.searchCommunes(words);
        // Several former communes may have become the same one.
        const found = [...new Map(hits.map((hit) => [hit.code, hit])).values()];
        return page(context, createElement(SetUpSearchPage, { locale, code, query: words, found }));
      },
    }),
    defineRoute({
      method: 'POST',
      url: SET_UP,
      policy: anyone,
      summary: 'Ghi thiết lập lần đầu / Carry out the first set-up',
      tag: 'identity',
      kind: 'page',
      schema: { body: SetUpForm },
      handle: async ({ body, context }) =>
        deps.code.matches(body.code) ? post(body, context) : problemAnswer({ code: 'identity.set-up-code-wrong' }),
    }),
  ];
}

function toFault(problem: Problem, locale: RequestContext['locale']): FieldFault {
  return { field: problem.field ?? '', code: problem.code, message: sayProblem(problem, locale).sentence };
}
