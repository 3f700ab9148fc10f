import { Type } from 'typebox';
import { anyone, onlyRoles, staffOf } from '../../../kernel/actor.ts';
import { plainDateWords } from '../../../kernel/date-words.ts';
import { dateAt, parseLocalDate } from '../../../kernel/local-time.ts';
import { bytes, defineRoute, json, problemAnswer, type Route } from '../../../platform/http/route.ts';
import { renderPdf } from '../../../platform/pdf/render-pdf.ts';
import { answerPage } from '../../../web/public/page-cache/answer-page.ts';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { DaysQuery, DaysResponse } from '../contract/journal-schemas.ts';
import { rootGroups } from '../domain/root-words.ts';
import { buildDayRecord } from '../papers/build-day-record.ts';
import { findDayRoot, listDayRoots } from '../store/day-roots.ts';
import { RootsPage } from '../ui/public/roots-page.tsx';
import { ROOTS_WORDS } from '../ui/public/roots-messages.ts';
import { type JournalDeps } from './deps.ts';

const tag = 'journal';
const leaders = onlyRoles('president', 'administrator');
/** Days on one page. */
const PAGE = 31;
/** Where everybody compares the roots. */
const PUBLIC_PATH = '/nhat-ky';

/** Days of the journal that are over: their roots, the record to be signed, and the public page to compare with. */
export function dayRoutes(deps: JournalDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/api/journal/days', policy: leaders, summary: 'Days of the journal that are over, with their roots', tag, kind: 'api',
      schema: { query: DaysQuery, response: DaysResponse },
      handle: async ({ query, context }) => {
        const before = query.before ?? dateAt(context.now.getTime());
        const days = await listDayRoots(deps.db, staffOf(context.actor).communeCode, before, PAGE + 1);
        return json({ items: days.slice(0, PAGE).map((day) => ({ ...day, groups: [...rootGroups(day.root)] })), next: days.length > PAGE ? (days[PAGE - 1]?.day ?? null) : null });
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/journal/days/:day/record.pdf', policy: leaders, summary: 'The record of a day that is over, to be signed', tag, kind: 'api',
      schema: { params: Type.Object({ day: Type.String() }) },
      handle: async ({ params, context }) => {
        const { communeCode } = staffOf(context.actor);
        const { day } = params;
        if (!parseLocalDate(day).ok || day >= dateAt(context.now.getTime())) return problemAnswer({ code: 'journal.day-not-over' });
        const [root, commune] = await Promise.all([findDayRoot(deps.db, communeCode, day), deps.communeOf(communeCode)]);
        if (root === undefined) return problemAnswer({ code: 'journal.day-empty' });
        const record = {
          communeWords: `${commune.kind} ${commune.name}`, place: commune.name, centreName: commune.centreName, drawnUpAt: context.now.getTime(), dayWords: plainDateWords(day, 'vi'), count: root.count,
          groups: rootGroups(root.root), link: `${deps.publicUrl}${PUBLIC_PATH}`,
        };
        return bytes(await renderPdf(buildDayRecord(record)), 'application/pdf', { 'content-disposition': `inline; filename="chot-nhat-ky-${day}.pdf"` });
      },
    }),
    defineRoute({
      method: 'GET', url: PUBLIC_PATH, policy: anyone, summary: 'Mã chốt nhật ký từng ngày / Roots of the journal, day by day', tag, kind: 'page',
      schema: { query: Type.Object({ truoc: Type.Optional(Type.String()) }) },
      handle: async (input) => {
        const { context, query } = input;
        const [office, commune] = await Promise.all([deps.office(), deps.homeCommune()]);
        if (office === undefined || commune === undefined) return problemAnswer({ code: 'request.not-found' });
        const today = dateAt(context.now.getTime());
        const asked = query.truoc !== undefined && parseLocalDate(query.truoc).ok && query.truoc < today ? query.truoc : today;
        const days = await listDayRoots(deps.db, commune.code, asked, PAGE + 1);
        const shown = days.slice(0, PAGE);
        const page = renderPublicPage(
          { context, office, title: ROOTS_WORDS[context.locale].title, path: PUBLIC_PATH, indexed: false },
          <RootsPage
            locale={context.locale}
            days={shown.map(({ day, count, root }) => ({ day, words: plainDateWords(day, context.locale), count, groups: rootGroups(root) }))}
            older={days.length > PAGE ? `${PUBLIC_PATH}?truoc=${shown.at(-1)?.day ?? ''}` : null}
          />,
        );
        return answerPage(input, page);
      },
    }),
  ];
}
