-- Who changes the calendar, on what legal basis, and which running dossiers moved with it.

alter table calendar_day drop constraint calendar_day_kind_check;
alter table calendar_day
  add constraint calendar_day_kind_check check (kind in ('statutory', 'compensatory', 'swap-off', 'make-up-work', 'local-closing')),
  add column scope text not null default 'national' check (scope in ('national', 'commune')),
  add column changed_at timestamptz,
  add column changed_by_name text,
  add constraint calendar_day_local check (kind <> 'local-closing' or scope = 'commune'),
  add constraint calendar_day_changed check ((changed_at is null) = (changed_by_name is null));
comment on column calendar_day.scope is 'For whom the day holds: everybody in the country, or this commune alone.';
comment on column calendar_day.changed_at is 'When an administrator wrote the day; null for the official days that the program brings along.';

create table calendar_change (
  commune_code text not null references commune,
  id uuid not null,
  seq integer not null check (seq > 0),
  at timestamptz not null,
  actor_id uuid,
  actor_name text not null check (actor_name <> ''),
  basis text not null check (basis <> ''),
  edits jsonb not null check (jsonb_typeof(edits) = 'array' and jsonb_array_length(edits) > 0),
  settled_at timestamptz,
  primary key (commune_code, id),
  unique (commune_code, seq)
);
create index calendar_change_unsettled on calendar_change (at) where settled_at is null;
comment on table calendar_change is 'One decision about the working calendar: its days before and after, undone again to know the calendar of an earlier day.';
comment on column calendar_change.seq is 'Counts the changes of a commune''s calendar; the version that an administrator must have looked at.';
comment on column calendar_change.edits is '[{date, before, after}, …]: the stored day before and after the change, null where there was none.';
comment on column calendar_change.settled_at is 'When dossiers that were being written during the change were looked at once more.';

create table calendar_moved_dossier (
  commune_code text not null,
  change_id uuid not null,
  dossier_id uuid not null,
  code text not null,
  procedure_name text not null,
  old_due_at timestamptz not null,
  new_due_at timestamptz not null,
  paused boolean not null,
  late_before boolean not null,
  late_after boolean not null,
  primary key (commune_code, change_id, dossier_id),
  foreign key (commune_code, change_id) references calendar_change (commune_code, id),
  foreign key (commune_code, dossier_id) references dossier (commune_code, id) on delete cascade,
  check (old_due_at <> new_due_at)
);
create index calendar_moved_dossier_of on calendar_moved_dossier (commune_code, dossier_id);
comment on table calendar_moved_dossier is 'A running dossier whose date a change of the calendar moved. The date printed on its receipt stays in dossier.receipt_due_at.';

revoke delete, truncate on calendar_change from xaso_app;
revoke update, delete, truncate on calendar_moved_dossier from xaso_app;

