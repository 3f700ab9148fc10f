import { Type } from 'typebox';
import { anyoneOrKiosk } from '../../../kernel/actor.ts';
import { defineRoute, redirect, type Route } from '../../../platform/http/route.ts';
import { fillMessage } from '../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { answerPage } from '../../../web/public/page-cache/answer-page.ts';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { PROCEDURE_PATHS } from '../contract/procedure-paths.ts';
import { type Procedure } from '../domain/effective-procedure.ts';
import { fieldSlug } from '../ui/field-slug.ts';
import { LIFE_EVENT_PAGES } from '../ui/life-events.ts';
import { MOST_ASKED, mostAskedFirst } from '../ui/most-asked-first.ts';
import { nameWords } from '../ui/procedure-words.ts';
import { BrowsePage } from '../ui/public/browse-page.tsx';
import { type FieldDoor } from '../ui/public/catalogue-doors.tsx';
import { PROCEDURE_WORDS } from '../ui/public/messages.ts';
import { MOST_FOUND, SearchPage } from '../ui/public/search-page.tsx';
import { type ProceduresDeps } from './deps.ts';
import { answerMissing, answerSame, atHome } from './public-pages.tsx';

const tag = 'procedures';

/** The longest question that is read; a whole paragraph says no more than its first lines. */
const LONGEST_QUESTION = 200;

/** Public pages take whatever a shared link brings along: Zalo and Facebook add parameters of their own. */
const anyQuery = Type.Object({ q: Type.Optional(Type.Unknown()), tim: Type.Optional(Type.Unknown()) });

/** The question out of a query parameter: one line, without control characters, at most 200 characters; of several the last. */
export function readQuestion(value: unknown): string {
  const last: unknown = Array.isArray(value) ? value.at(-1) : value;
  if (typeof last !== 'string') return '';
  const line = last.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return line.slice(0, LONGEST_QUESTION).toWellFormed().trim();
}

/** Finding a procedure: by a question, by what happens in the family, by field. */
export function searchRoutes(deps: ProceduresDeps): readonly Route[] {
  const { catalogue } = deps;
  return [
    defineRoute({
      method: 'GET', url: PROCEDURE_PATHS.search, policy: anyoneOrKiosk, summary: 'Tìm thủ tục bằng lời hằng ngày', tag, kind: 'page',
      schema: { query: anyQuery },
      handle: (input) => atHome(deps, input, (place) => {
        const { context } = input;
        const { home, office, day } = place;
        const question = readQuestion(input.query.q);
        const title = PROCEDURE_WORDS[context.locale]['search-title'];
        const body = (found: readonly Procedure[]) => (
          <SearchPage
            locale={context.locale}
            hotline={office.hotline}
            query={question}
            found={found}
            often={found.length > 0 ? [] : MOST_ASKED.flatMap((code) => catalogue.find(home.code, code, day) ?? [])}
            fields={found.length > 0 ? [] : fieldDoors(catalogue.inForce(home.code, day))}
          />
        );
        if (question === '') return answerSame(deps, input, place, PROCEDURE_PATHS.search, () => ({ title, path: PROCEDURE_PATHS.search, body: body([]) }));
        // Not kept: there are more questions than memory, and strangers could push the pages of procedures out.
        const path = `${PROCEDURE_PATHS.search}?${new URLSearchParams({ q: question }).toString()}`;
        const found = catalogue.search(home.code, question, day, MOST_FOUND);
        return answerPage(input, renderPublicPage({ context, office, title: `${question} – ${title}`, path, indexed: false }, body(found)));
      }),
    }),
    defineRoute({
      method: 'GET', url: PROCEDURE_PATHS.lifeEvent(':event'), policy: anyoneOrKiosk, summary: 'Thủ tục theo việc trong gia đình', tag, kind: 'page',
      schema: { params: Type.Object({ event: Type.String() }) },
      handle: (input) => atHome(deps, input, (place) => {
        const { locale } = input.context;
        const event = LIFE_EVENT_PAGES.find((one) => one.slug === input.params.event);
        if (event === undefined) {
          const named = LIFE_EVENT_PAGES.find((one) => one.event === input.params.event);
          return named === undefined ? answerMissing(input, place) : redirect(PROCEDURE_PATHS.lifeEvent(named.slug));
        }
        const path = PROCEDURE_PATHS.lifeEvent(event.slug);
        return answerSame(deps, input, place, path, () => ({
          title: event.label[locale],
          description: fillMessage(PROCEDURE_WORDS[locale]['event-description'], { event: event.label[locale].toLocaleLowerCase('vi') }),
          path,
          body: (
            <BrowsePage
              locale={locale}
              title={event.label[locale]}
              titleInVietnamese={false}
              together={deps.bundleDoor?.(event.slug, place.day)}
              procedures={mostAskedFirst(catalogue.inForce(place.home.code, place.day).filter(({ pack }) => pack.everyday?.lifeEvent === event.event))}
            />
          ),
        }));
      }),
    }),
    defineRoute({
      method: 'GET', url: PROCEDURE_PATHS.field(':slug'), policy: anyoneOrKiosk, summary: 'Thủ tục theo lĩnh vực', tag, kind: 'page',
      schema: { params: Type.Object({ slug: Type.String() }) },
      handle: (input) => atHome(deps, input, (place) => {
        const { locale } = input.context;
        const inField = catalogue.inForce(place.home.code, place.day).filter(({ pack }) => fieldSlug(pack.field) === input.params.slug);
        const field = inField[0]?.pack.field;
        if (field === undefined) return answerMissing(input, place);
        const path = PROCEDURE_PATHS.field(input.params.slug);
        return answerSame(deps, input, place, path, () => ({
          title: field,
          description: fillMessage(PROCEDURE_WORDS[locale]['field-description'], { field }),
          path,
          breadcrumb: [{ label: PROCEDURE_WORDS[locale]['all-procedures'], href: `${PROCEDURE_PATHS.search}#linh-vuc` }],
          body: <BrowsePage locale={locale} title={field} titleInVietnamese={locale === 'en'} procedures={everydayFirst(inField, locale)} />,
        }));
      }),
    }),
    lead('/linh-vuc', 'Thủ tục theo lĩnh vực', () => `${PROCEDURE_PATHS.search}#linh-vuc`),
    // The long forms, which are easier to say and to guess.
    lead('/thu-tuc', 'Tìm thủ tục', (query) => {
      const question = readQuestion(query.q ?? query.tim);
      return question === '' ? PROCEDURE_PATHS.search : `${PROCEDURE_PATHS.search}?${new URLSearchParams({ q: question }).toString()}`;
    }),
  ];
}

function lead(url: string, summary: string, to: (query: { readonly q?: unknown; readonly tim?: unknown }) => string): Route {
  return defineRoute({ method: 'GET', url, policy: anyoneOrKiosk, summary, tag, kind: 'page', schema: { query: anyQuery }, handle: ({ query }) => redirect(to(query)) });
}

const byAlphabet = new Intl.Collator('vi').compare;

function fieldDoors(procedures: readonly Procedure[]): readonly FieldDoor[] {
  return [...Map.groupBy(procedures, ({ pack }) => pack.field)]
    .map(([field, all]) => ({ field, slug: fieldSlug(field), count: all.length }))
    .sort((one, other) => byAlphabet(one.field, other.field));
}

/** What was written for people stands first, the rest by name. */
function everydayFirst(procedures: readonly Procedure[], locale: Locale): readonly Procedure[] {
  const [everyday, official] = [procedures.filter(({ pack }) => pack.everyday !== null), procedures.filter(({ pack }) => pack.everyday === null)];
  return [...mostAskedFirst(everyday), ...official.toSorted((one, other) => byAlphabet(nameWords(one.pack, locale), nameWords(other.pack, locale)))];
}
