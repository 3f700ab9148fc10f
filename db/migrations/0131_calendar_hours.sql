-- The weekly opening hours change like a day of the calendar: planned from a day on, kept with who and why, taken back.

alter table working_session
  add column use text not null default 'work' check (use in ('work', 'reception-only', 'no-reception'));
comment on column working_session.use is
  'work: the door is open and the legal clock counts; reception-only: open at the weekend, the clock stands still (Quyết định 188/1999/QĐ-TTg); no-reception: a weekday on which nobody is received, counted all the same.';

alter table calendar_change add column hours jsonb check (hours is null or jsonb_typeof(hours) = 'object');
alter table calendar_change drop constraint calendar_change_edits_check;
alter table calendar_change add constraint calendar_change_edits_check
  check (jsonb_typeof(edits) = 'array' and (jsonb_array_length(edits) > 0 or hours is not null));
comment on column calendar_change.hours is '{from, before, after}: the rows of the weekly hours that begin on a day, before and after the change; null where none begin that day.';
