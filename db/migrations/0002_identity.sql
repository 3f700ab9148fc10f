-- Identity: communes served here, their units, villages, staff, positions, sessions. The access rules rest on positions.

create table commune (
  code text primary key check (code ~ '^[0-9]{5}$'),
  province_code text not null,
  name text not null,
  kind text not null check (kind in ('xã', 'phường', 'đặc khu')),
  province_name text not null,
  agency_code text not null,
  centre_name text not null,
  address text not null,
  hotline text not null,
  email text,
  created_at timestamptz not null
);
comment on table commune is 'Communes served by this installation. agency_code is the first part of the dossier code (QĐ 20/2020/QĐ-TTg).';

create table unit (
  commune_code text not null references commune,
  id uuid not null,
  name text not null,
  short_name text not null,
  kind text not null check (kind in ('office', 'department', 'centre', 'police', 'counter', 'leadership')),
  fields text[] not null default '{}',
  valid_from date not null,
  valid_to date,
  synthetic boolean not null default false,
  primary key (commune_code, id),
  check (valid_to is null or valid_to >= valid_from)
);

create table village (
  commune_code text not null references commune,
  id uuid not null,
  name text not null,
  kind text not null check (kind in ('thôn', 'bản', 'khu phố', 'tổ dân phố')),
  team_leader_name text,
  team_leader_phone text,
  valid_from date not null,
  valid_to date,
  synthetic boolean not null default false,
  primary key (commune_code, id)
);

create table staff (
  commune_code text not null references commune,
  id uuid not null,
  user_name text not null unique check (user_name ~ '^[a-z0-9.-]{3,40}$'),
  full_name text not null,
  password_hash text not null,
  active boolean not null default true,
  created_at timestamptz not null,
  synthetic boolean not null default false,
  primary key (commune_code, id)
);

create table staff_position (
  commune_code text not null,
  id uuid not null,
  staff_id uuid not null,
  unit_id uuid not null,
  role text not null check (role in ('reception', 'specialist', 'unit-head', 'president', 'clerk', 'cashier', 'team-member', 'committee', 'administrator')),
  title text not null,
  fields text[] not null default '{}',
  valid_from date not null,
  valid_to date,
  synthetic boolean not null default false,
  primary key (commune_code, id),
  foreign key (commune_code, staff_id) references staff (commune_code, id) on delete cascade,
  foreign key (commune_code, unit_id) references unit (commune_code, id)
);
comment on column staff_position.fields is 'Fields (lĩnh vực) that the position may handle; empty means every field of the commune.';

create table staff_session (
  token_hash text primary key,
  commune_code text not null,
  staff_id uuid not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  user_agent text not null,
  foreign key (commune_code, staff_id) references staff (commune_code, id) on delete cascade
);
create index staff_session_of on staff_session (commune_code, staff_id);

create table guess (
  purpose text not null check (purpose in ('sign-in', 'tracking')),
  subject text not null,
  window_start timestamptz not null,
  wrong integer not null check (wrong > 0),
  primary key (purpose, subject, window_start)
);
comment on table guess is 'Wrong guesses per subject (a user name with an address, a dossier code, an address) and quarter of an hour; works across processes.';
