-- Identity: units and villages are added, renamed, closed, merged and split from a day on; names of earlier days and successors are kept.

create table unit_change (
  commune_code text not null references commune,
  id uuid not null,
  subject text not null check (subject in ('unit', 'village')),
  kind text not null check (kind in ('add', 'rename', 'close', 'merge', 'split')),
  effective_on date not null,
  reason text not null check (btrim(reason) <> ''),
  request jsonb not null,
  moved jsonb not null default '{"moved": []}',
  entered_at timestamptz not null,
  entered_by uuid not null,
  entered_by_name text not null check (entered_by_name <> ''),
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_by_name text,
  primary key (commune_code, id),
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_by_name is null))
);
create index unit_change_newest on unit_change (commune_code, entered_at desc, id);
comment on table unit_change is 'What the administrator changed about units and villages, from which day, on the strength of which decision. Until its day a change can be withdrawn.';
comment on column unit_change.moved is 'What must be put back when the change is withdrawn: the positions that it closed and opened.';
revoke delete, truncate on unit_change from xaso_app;

alter table unit add column change_id uuid;
alter table village add column change_id uuid;
comment on column unit.change_id is 'The change that made the unit; null: there from the beginning.';
comment on column unit.name is 'The first name; later names are rows of unit_version.';
comment on column village.name is 'The first name; later names are rows of village_version.';

create table unit_version (
  commune_code text not null,
  unit_id uuid not null,
  seq bigint generated always as identity,
  valid_from date not null,
  name text not null check (btrim(name) <> ''),
  short_name text not null check (btrim(short_name) <> ''),
  fields text[] not null,
  change_id uuid not null,
  primary key (commune_code, unit_id, seq),
  foreign key (commune_code, unit_id) references unit (commune_code, id) on delete cascade,
  foreign key (commune_code, change_id) references unit_change (commune_code, id)
);
comment on table unit_version is 'What a unit is called and looks after from a day on; of two on one day the later entry counts.';
revoke update, truncate on unit_version from xaso_app;

create table village_version (
  commune_code text not null,
  village_id uuid not null,
  seq bigint generated always as identity,
  valid_from date not null,
  name text not null check (btrim(name) <> ''),
  kind text not null check (kind in ('thôn', 'bản', 'khu phố', 'tổ dân phố')),
  change_id uuid not null,
  primary key (commune_code, village_id, seq),
  foreign key (commune_code, village_id) references village (commune_code, id) on delete cascade,
  foreign key (commune_code, change_id) references unit_change (commune_code, id)
);
comment on table village_version is 'What a village is called from a day on; of two on one day the later entry counts.';
revoke update, truncate on village_version from xaso_app;

create table unit_successor (
  commune_code text not null,
  unit_id uuid not null,
  successor_id uuid not null,
  place integer not null check (place >= 0),
  effective_on date not null,
  change_id uuid not null,
  settled_at timestamptz,
  primary key (commune_code, unit_id, successor_id),
  foreign key (commune_code, unit_id) references unit (commune_code, id) on delete cascade,
  foreign key (commune_code, successor_id) references unit (commune_code, id) on delete cascade,
  foreign key (commune_code, change_id) references unit_change (commune_code, id),
  check (unit_id <> successor_id)
);
create index unit_successor_of on unit_successor (commune_code, successor_id);
create index unit_successor_to_settle on unit_successor (effective_on) where settled_at is null;
comment on table unit_successor is 'Which units came after a unit; the first takes over what no field decides.';
comment on column unit_successor.settled_at is 'When the last of its open dossiers had gone to the successors.';
revoke truncate on unit_successor from xaso_app;

create table village_successor (
  commune_code text not null,
  village_id uuid not null,
  successor_id uuid not null,
  effective_on date not null,
  change_id uuid not null,
  primary key (commune_code, village_id, successor_id),
  foreign key (commune_code, village_id) references village (commune_code, id) on delete cascade,
  foreign key (commune_code, successor_id) references village (commune_code, id) on delete cascade,
  foreign key (commune_code, change_id) references unit_change (commune_code, id),
  check (village_id <> successor_id)
);
create index village_successor_of on village_successor (commune_code, successor_id);
comment on table village_successor is 'Which villages came after a village.';
revoke update, truncate on village_successor from xaso_app;

create function units_on(commune text, day date)
  returns table (id uuid, name text, short_name text, kind text, fields text[], valid_from date, valid_to date, synthetic boolean)
  language sql stable
as $$
  select u.id, coalesce(v.name, u.name), coalesce(v.short_name, u.short_name), u.kind, coalesce(v.fields, u.fields), u.valid_from, u.valid_to, u.synthetic
    from unit u
    left join lateral (
      select n.name, n.short_name, n.fields from unit_version n
       where n.commune_code = u.commune_code and n.unit_id = u.id and n.valid_from <= day
       order by n.valid_from desc, n.seq desc limit 1
    ) v on true
   where u.commune_code = commune
$$;
comment on function units_on is 'Every unit that a commune has, had or will have, called as on a day. Who asks for those of the day looks at valid_from and valid_to.';

create function villages_on(commune text, day date)
  returns table (id uuid, name text, kind text, team_leader_name text, team_leader_phone text, valid_from date, valid_to date, synthetic boolean)
  language sql stable
as $$
  select g.id, coalesce(v.name, g.name), coalesce(v.kind, g.kind), g.team_leader_name, g.team_leader_phone, g.valid_from, g.valid_to, g.synthetic
    from village g
    left join lateral (
      select n.name, n.kind from village_version n
       where n.commune_code = g.commune_code and n.village_id = g.id and n.valid_from <= day
       order by n.valid_from desc, n.seq desc limit 1
    ) v on true
   where g.commune_code = commune
$$;
comment on function villages_on is 'Every village that a commune has, had or will have, called as on a day.';
