-- Privacy: requests of people about their data, consents for what the law does not already allow, and files that a court or a complaint still needs.

create table data_request (
  commune_code text not null references commune,
  id uuid not null,
  code text not null,
  person_id uuid not null,
  dossier_id uuid,
  kind text not null check (kind in ('access', 'correction', 'erasure', 'restriction', 'objection')),
  channel text not null check (channel in ('counter', 'tracking')),
  words text not null check (words <> '' and length(words) <= 2000),
  state text not null check (state in ('received', 'in-progress', 'done', 'refused', 'withdrawn')),
  version integer not null default 1,
  received_at timestamptz not null,
  received_by uuid,
  received_by_name text,
  due_at timestamptz not null,
  taken_at timestamptz,
  taken_by uuid,
  taken_by_name text,
  decided_at timestamptz,
  decided_by uuid,
  decided_by_name text,
  answer text,
  legal_basis text,
  outcome jsonb,
  near_told_at timestamptz,
  late_told_at timestamptz,
  primary key (commune_code, id),
  unique (commune_code, code),
  foreign key (commune_code, person_id) references person (commune_code, id),
  foreign key (commune_code, dossier_id) references dossier (commune_code, id),
  check ((decided_at is not null) = (state in ('done', 'refused', 'withdrawn'))),
  check (state <> 'in-progress' or taken_by is not null),
  check (state not in ('done', 'refused') or (answer <> '' and decided_by is not null)),
  check (state <> 'refused' or legal_basis <> '')
);
create index data_request_open on data_request (commune_code, due_at) where state in ('received', 'in-progress');
create index data_request_of on data_request (commune_code, person_id, received_at desc);
comment on table data_request is 'Yêu cầu về dữ liệu cá nhân (Luật 91/2025/QH15 Điều 4): what somebody asks about their data, its clock, its answer.';
comment on column data_request.outcome is 'What was done by it: which entries were corrected (names only), what was erased and what stays by which law until when.';
revoke delete, truncate on data_request from xaso_app;

create table consent_event (
  commune_code text not null references commune,
  id uuid not null,
  person_id uuid not null,
  purpose text not null,
  version integer not null check (version > 0),
  act text not null check (act in ('given', 'withdrawn')),
  channel text not null check (channel in ('counter', 'tracking', 'home')),
  at timestamptz not null,
  recorded_by uuid,
  recorded_by_name text,
  primary key (commune_code, id),
  foreign key (commune_code, person_id) references person (commune_code, id)
);
create index consent_event_of on consent_event (commune_code, person_id, purpose, at desc, id desc);
comment on table consent_event is 'Append-only: consent given and withdrawn, for one purpose in one version; the newest line of a purpose holds.';
revoke update, delete, truncate on consent_event from xaso_app;

create table legal_hold (
  commune_code text not null references commune,
  id uuid not null,
  dossier_id uuid not null,
  reason text not null check (reason <> ''),
  placed_at timestamptz not null,
  placed_by uuid not null,
  placed_by_name text not null,
  released_at timestamptz,
  released_by uuid,
  released_by_name text,
  release_reason text,
  primary key (commune_code, id),
  foreign key (commune_code, dossier_id) references dossier (commune_code, id),
  check ((released_at is null) = (released_by is null) and (released_at is null) = (release_reason is null))
);
create unique index legal_hold_one_open on legal_hold (commune_code, dossier_id) where released_at is null;
comment on table legal_hold is 'A dossier under a complaint or before a court: nothing of it is erased until it is released.';
revoke delete, truncate on legal_hold from xaso_app;

create table retention_run (
  commune_code text not null references commune,
  id uuid not null,
  kind text not null,
  at timestamptz not null,
  erased integer not null check (erased > 0),
  primary key (commune_code, id)
);
create index retention_run_newest on retention_run (commune_code, at desc);
comment on table retention_run is 'Append-only: how many things of a kind were erased when their time was over. The ids stand in the journal; contents nowhere.';
revoke update, delete, truncate on retention_run from xaso_app;
