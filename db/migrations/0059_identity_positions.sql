-- Identity: a position is limited by unit and by step; somebody on leave has a colleague who acts meanwhile; who signed in on which day.

alter table staff_position
  add column unit_scope text not null default 'all' check (unit_scope in ('own', 'all')),
  add column steps text[] not null default '{}' check (steps <@ array['receive', 'appraise', 'approve', 'seal', 'hand-over']);
comment on column staff_position.unit_scope is 'own: only dossiers of its own unit (moved to it, or of the fields that the unit looks after); all: of every unit.';
comment on column staff_position.steps is 'Which of the five steps the position may do; empty means every step of its role.';
create index staff_position_of on staff_position (commune_code, staff_id);

create table staff_leave (
  commune_code text not null,
  id uuid not null,
  staff_id uuid not null,
  acting_staff_id uuid,
  from_day date not null,
  until_day date not null,
  reason text not null check (btrim(reason) <> ''),
  entered_at timestamptz not null,
  entered_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (commune_code, id),
  foreign key (commune_code, staff_id) references staff (commune_code, id) on delete cascade,
  foreign key (commune_code, acting_staff_id) references staff (commune_code, id) on delete cascade,
  check (until_day >= from_day),
  check (acting_staff_id is distinct from staff_id),
  check ((ended_at is null) = (ended_by is null))
);
create index staff_leave_of on staff_leave (commune_code, staff_id);
create index staff_leave_acting on staff_leave (commune_code, acting_staff_id) where acting_staff_id is not null;
comment on table staff_leave is 'Somebody is on leave from a day to a day; who acts meanwhile has the positions of that person too, and they end by themselves.';
comment on column staff_leave.ended_at is 'Taken back or ended early: from that moment on it gives nothing.';
revoke delete, truncate on staff_leave from xaso_app;

create table staff_sign_in_day (
  commune_code text not null,
  staff_id uuid not null,
  day date not null,
  times integer not null check (times > 0),
  primary key (commune_code, staff_id, day),
  foreign key (commune_code, staff_id) references staff (commune_code, id) on delete cascade
);
create index staff_sign_in_day_by_day on staff_sign_in_day (commune_code, day);
comment on table staff_sign_in_day is 'On which local days a person signed in and how often; the figures of the administrator count from it.';
