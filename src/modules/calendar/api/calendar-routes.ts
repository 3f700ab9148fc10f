import { anyStaff, hasRole, onlyRoles, staffOf } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { refuse } from '../../../kernel/result.ts';
import { defineRoute, json, problemAnswer, type Route } from '../../../platform/http/route.ts';
import { CalendarQuery, CalendarYear, ChangeDetail, ChangeParams, ChangeRequest, ChangeResponse, ChangesResponse, HoursPreview, HoursPreviewRequest, HoursRequest, HoursResponse, PreviewRequest, PreviewResponse } from '../contract/calendar-schemas.ts';
import { changeDetail, changesView, hoursView, yearView } from './calendar-view.ts';
import { changeCalendar, previewChange } from './change-calendar.ts';
import { changeHours, previewHours } from './change-hours.ts';
import { type CalendarDeps } from './deps.ts';

const tag = 'calendar';
const administrator = onlyRoles('administrator');

/** The working calendar: everybody in the office reads it, its administrator changes it. */
export function calendarRoutes(deps: CalendarDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/api/calendar', policy: anyStaff, summary: 'Lịch làm việc của một năm / The working calendar of a year', tag, kind: 'api', schema: { query: CalendarQuery, response: CalendarYear },
      handle: async ({ query, context }) => {
        const { communeCode } = staffOf(context.actor);
        const year = Number(query.year ?? dateAt(context.now.getTime()).slice(0, 4));
        return json(await yearView(deps, communeCode, year, context.now, hasRole(context.actor, 'administrator')));
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/calendar/preview', policy: administrator, summary: 'Hồ sơ nào đổi ngày hẹn nếu sửa lịch / Which dossiers a change would move', tag, kind: 'api', schema: { body: PreviewRequest, response: PreviewResponse },
      handle: async ({ body, context }) => {
        const preview = await previewChange(deps, body, staffOf(context.actor), context);
        return preview.ok ? json(preview.value) : problemAnswer(preview.problem);
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/calendar/changes', policy: administrator, summary: 'Sửa lịch, tính lại hạn của hồ sơ đang chạy / Change the calendar and move running dossiers', tag, kind: 'api', schema: { body: ChangeRequest, response: ChangeResponse },
      handle: async ({ body, context }) => {
        const changed = await changeCalendar(deps, body, staffOf(context.actor), context);
        return changed.ok ? json(changed.value) : problemAnswer(changed.problem);
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/calendar/hours', policy: anyStaff, summary: 'Giờ làm việc trong tuần: đang áp dụng, đã hẹn, trước đây / Weekly opening hours: in force, planned, former', tag, kind: 'api', schema: { response: HoursResponse },
      handle: async ({ context }) => json(await hoursView(deps, staffOf(context.actor).communeCode, context.now, hasRole(context.actor, 'administrator'))),
    }),
    defineRoute({
      method: 'POST', url: '/api/calendar/hours/preview', policy: administrator, summary: 'Hồ sơ nào đổi ngày hẹn nếu đổi giờ làm việc / Which dossiers other hours would move', tag, kind: 'api', schema: { body: HoursPreviewRequest, response: HoursPreview },
      handle: async ({ body, context }) => {
        const preview = await previewHours(deps, body.wish, staffOf(context.actor), context);
        return preview.ok ? json(preview.value) : problemAnswer(preview.problem);
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/calendar/hours', policy: administrator, summary: 'Hẹn đổi giờ làm việc từ một ngày, hoặc thu hồi / Plan other opening hours from a day on, or take them back', tag, kind: 'api', schema: { body: HoursRequest, response: ChangeResponse },
      handle: async ({ body, context }) => {
        const changed = await changeHours(deps, body, staffOf(context.actor), context);
        return changed.ok ? json(changed.value) : problemAnswer(changed.problem);
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/calendar/changes', policy: anyStaff, summary: 'Các lần sửa lịch / Changes of the calendar, newest first', tag, kind: 'api', schema: { response: ChangesResponse },
      handle: async ({ context }) => json(await changesView(deps.db, staffOf(context.actor).communeCode)),
    }),
    defineRoute({
      method: 'GET', url: '/api/calendar/changes/:id', policy: anyStaff, summary: 'Một lần sửa lịch và hồ sơ đổi ngày / One change and the dossiers that moved', tag, kind: 'api', schema: { params: ChangeParams, response: ChangeDetail },
      handle: async ({ params, context }) => {
        const detail = await changeDetail(deps.db, staffOf(context.actor).communeCode, params.id);
        return detail === undefined ? problemAnswer(refuse('calendar.change-not-found').problem) : json(detail);
      },
    }),
  ];
}

