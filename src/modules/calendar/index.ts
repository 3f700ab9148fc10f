export { type CalendarMove, type MoveReason } from './api/deps.ts';
export { adoptOfficialDays } from './api/adopt-official-days.ts';
export { calendarRoutes } from './api/calendar-routes.ts';
export { settleCalendarChanges } from './api/settle-calendar.ts';
export { CALENDAR_PROBLEMS } from './contract/problems.ts';
export { type MovedDossier } from './store/calendar-changes.ts';
export { listOpeningHours } from './store/calendar-rows.ts';
export { type Calendars, createCalendars } from './store/calendars.ts';
export { installDefaultCalendar } from './store/install-default-calendar.ts';
