export { listOpeningHours } from './store/calendar-rows.ts';
export { type Calendars, createCalendars } from './store/calendars.ts';
export { installDefaultCalendar } from './store/install-default-calendar.ts';
