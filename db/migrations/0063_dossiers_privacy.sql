-- What dossiers keep when a person's data is corrected, used less, or erased.

alter table person add column restricted_at timestamptz;
comment on column person.restricted_at is 'Since when the person has their data used for nothing but what the law demands: neither suggested at the counter nor offered for reuse.';

create table person_change (
  commune_code text not null,
  id uuid not null,
  person_id uuid not null,
  at timestamptz not null,
  actor_id uuid not null,
  actor_name text not null,
  reason text not null check (reason <> ''),
  before jsonb not null check (jsonb_typeof(before) = 'object'),
  after jsonb not null check (jsonb_typeof(after) = 'object'),
  primary key (commune_code, id),
  foreign key (commune_code, person_id) references person (commune_code, id)
);
create index person_change_of on person_change (commune_code, person_id, at);
comment on table person_change is 'Append-only: a correction of what the office knows of a person, with what stood there before. Dossiers that were received keep what was declared.';
revoke update, delete, truncate on person_change from xaso_app;

create table erased_file (
  commune_code text not null,
  dossier_id uuid not null,
  id uuid not null,
  paper_id uuid,
  retention_kind text not null,
  erased_at timestamptz not null,
  primary key (commune_code, dossier_id, id),
  foreign key (commune_code, dossier_id) references dossier (commune_code, id) on delete cascade
);
comment on table erased_file is 'Append-only: where a file of a dossier was until its time was over. id is that of the file; its name went with it.';
revoke update, delete, truncate on erased_file from xaso_app;
